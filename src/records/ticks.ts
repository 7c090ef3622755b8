/** What is ticked on one checklist while it is being worked through. */
import * as v from 'valibot';

export const TICKS_SCHEMA = 'clear-canvass/ticks/1';

const id = v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

export const ticksSchema = v.strictObject({
  schema: v.literal(TICKS_SCHEMA),
  moment: id,
  /** Clause id → the day on which it was ticked. */
  ticked: v.record(id, v.pipe(v.string(), v.isoDate())),
  /** The kind of campaigner that was chosen; absent for anyone. */
  who: v.optional(id),
  /** The subjects that were left out. */
  leftOut: v.array(id),
  campaign: v.string(),
  /** Who ticks. */
  tickedBy: v.string(),
});
export type Ticks = v.InferOutput<typeof ticksSchema>;

/** A checklist on which nothing is ticked. */
export function newTicks(moment: string): Ticks {
  return { schema: TICKS_SCHEMA, moment, ticked: {}, leftOut: [], campaign: '', tickedBy: '' };
}

/** Reads what a browser kept: it may be half, foreign or from another version. */
export function restoreTicks(
  text: string,
): { readonly ticks: Ticks } | { readonly problem: 'newer' | 'damaged' } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch {
    return { problem: 'damaged' };
  }
  const schema =
    typeof parsed === 'object' && parsed !== null && 'schema' in parsed ? parsed.schema : undefined;
  if (typeof schema === 'string' && schema !== TICKS_SCHEMA && /^clear-canvass\/ticks\/\d+$/.test(schema)) {
    return { problem: 'newer' };
  }
  const read = v.safeParse(ticksSchema, parsed);
  return read.success ? { ticks: read.output } : { problem: 'damaged' };
}

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
