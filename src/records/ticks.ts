/** What is ticked on one checklist while it is being worked through. */
import * as v from 'valibot';
import { dateOnly, words } from './fields.ts';
import { restoreWhatFits, writeWhatFits, type Reading, type Restored } from './read-what-fits.ts';

export const TICKS_SCHEMA = 'clear-canvass/ticks/1';

const id = v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

export const ticksSchema = v.strictObject({
  schema: v.literal(TICKS_SCHEMA),
  moment: id,
  /** Clause id → the day on which it was ticked. */
  ticked: v.record(id, dateOnly),
  /** The kind of campaigner that was chosen; absent for anyone. */
  who: v.optional(id),
  /** The subjects that were left out. */
  leftOut: v.array(id),
  campaign: words,
  /** Who ticks. */
  tickedBy: words,
});
export type Ticks = v.InferOutput<typeof ticksSchema>;

/** A checklist on which nothing is ticked. */
export function newTicks(moment: string): Ticks {
  return { schema: TICKS_SCHEMA, moment, ticked: {}, leftOut: [], campaign: '', tickedBy: '' };
}

const READING: Reading<Ticks> = {
  blank: { leftOut: [], campaign: '', tickedBy: '' },
  depths: { ticked: 2 },
};

/** The JSON of ticks as it is kept: what could not be read again is left out of it. */
export function ticksToJson(ticks: Ticks): string {
  return (writeWhatFits(ticksSchema, ticks, READING) ?? { json: JSON.stringify(newTicks(ticks.moment)) })
    .json;
}

/** Reads what a browser kept: it may be half, foreign or from another version. What fits of it is read. */
export const restoreTicks = (text: string): Restored<Ticks> =>
  restoreWhatFits(ticksSchema, text, TICKS_SCHEMA, READING);

/** What became of a statement. */
export type TickState =
  | {
      readonly is: 'ticked';
      /** The day, `YYYY-MM-DD`. */
      readonly on: string;
    }
  | { readonly is: 'not-ticked' }
  /** Its subject was left out by choice. */
  | { readonly is: 'left-out' };

/** What became of the statement of a clause. One that is ticked stays so where its subject is left out afterwards. */
export function stateOf(
  clause: string,
  subject: string,
  { ticked, leftOut }: Pick<Ticks, 'ticked' | 'leftOut'>,
): TickState {
  const on = Object.hasOwn(ticked, clause) ? ticked[clause] : undefined;
  if (on !== undefined) return { is: 'ticked', on };
  return { is: leftOut.includes(subject) ? 'left-out' : 'not-ticked' };
}
