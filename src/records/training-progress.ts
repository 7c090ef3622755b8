/** What somebody has decided while learning alone: every answer in the order in which it was given, and nothing that follows from them. */
import * as v from 'valibot';
import { dateOnly, words } from './fields.ts';
import { restoreWhatFits, writeWhatFits, type Reading, type Restored } from './read-what-fits.ts';

export const PROGRESS_SCHEMA = 'clear-canvass/training-progress/1';

const id = v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

const given = v.strictObject({
  /** The scenario or the statement. */
  of: id,
  /** What was chosen: a letter or `unsure`; of a statement, a strength. */
  chose: id,
  /** The day. */
  on: dateOnly,
});
/** One answer. */
export type Given = v.InferOutput<typeof given>;

const progressSchema = v.strictObject({
  schema: v.literal(PROGRESS_SCHEMA),
  given: v.array(given),
  /** The section whose scenarios come; absent for all of them. */
  section: v.optional(id),
  /** The grade of those that come; absent for all. */
  grade: v.optional(v.picklist([1, 2, 3])),
  /** Who learns, if that was typed. */
  name: words,
  campaign: words,
  /** What was talked through with somebody. */
  talked: words,
});
export type Progress = v.InferOutput<typeof progressSchema>;

export const newProgress = (): Progress => ({
  schema: PROGRESS_SCHEMA,
  given: [],
  name: '',
  campaign: '',
  talked: '',
});

const { schema: _schema, ...blank } = newProgress();
const READING: Reading<Progress> = { blank, depths: { given: 2 } };

/** As it is kept: what could not be read again is left out of it. */
export const progressToJson = (progress: Progress): string =>
  (writeWhatFits(progressSchema, progress, READING) ?? { json: JSON.stringify(newProgress()) }).json;

/** Reads what a browser kept. */
export const restoreProgress = (text: string): Restored<Progress> =>
  restoreWhatFits(progressSchema, text, PROGRESS_SCHEMA, READING);

/** What is right of each thing that can be decided, in the order in which they come. */
export type Order = readonly { readonly id: string; readonly right: string }[];

/** So many others come between a wrong answer and the same thing again. */
export const OTHERS_BETWEEN = 3;

/** Ids of those whose last answer was right, and of those that come back, the one that has waited longest first. */
export function standing(
  order: Order,
  all: readonly Given[],
): { readonly settled: readonly string[]; readonly back: readonly string[] } {
  const right = new Map(order.map((one) => [one.id, one.right]));
  /** Id → its last answer. A map keeps the order of first setting, so it is set anew. */
  const last = new Map<string, string>();
  for (const { of, chose } of all) {
    last.delete(of);
    last.set(of, chose);
  }
  const answered = [...last].filter(([of]) => right.has(of));
  return {
    settled: answered.filter(([of, chose]) => right.get(of) === chose).map(([of]) => of),
    back: answered.filter(([of, chose]) => right.get(of) !== chose).map(([of]) => of),
  };
}

/**
 * What comes next: what was wrong and has waited long enough; else what is new, in order; else what was wrong, though
 * it has not waited. It follows from the answers alone, and from no clock and no chance.
 * @returns undefined once all of it is settled
 */
export function nextOf(order: Order, all: readonly Given[]): string | undefined {
  const { settled, back } = standing(order, all);
  const [longest] = back;
  if (longest !== undefined) {
    const since = all.length - 1 - all.findLastIndex(({ of }) => of === longest);
    if (since >= OTHERS_BETWEEN) return longest;
  }
  const done = new Set([...settled, ...back]);
  return order.find(({ id: one }) => !done.has(one))?.id ?? longest;
}
