/** What the sheet of somebody who learned alone carries for programs: to be gone on with, and to be counted by whoever leads. */
import * as v from 'valibot';
import { dateOnly, words } from './fields.ts';
import type { Sheet } from './sheet.ts';

export const TRAINING_SCHEMA = 'clear-canvass/training/1';

const id = v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

/** The ways that a scenario offers. */
export const letters = ['a', 'b', 'c'] as const;

/** What can be chosen of it, in the order in which it is shown. */
export const choices = [...letters, 'unsure'] as const;
export type Choice = (typeof choices)[number];

const trainingSchema = v.strictObject({
  schema: v.literal(TRAINING_SCHEMA),
  /** Who learned; empty where it was not said. */
  name: words,
  campaign: words,
  /** What was talked through with somebody. */
  talked: words,
  /** What was decided, as it was called, and the model’s way. */
  scenarios: v.array(v.strictObject({ id, title: words, best: v.picklist(letters) })),
  /** Every answer, in the order in which it was given. */
  given: v.array(v.strictObject({ of: id, chose: v.picklist(choices), on: dateOnly })),
});
export type TrainingData = v.InferOutput<typeof trainingSchema>;

/** What a sheet of somebody who learned alone carries; undefined where it is another sheet, or does not hold that. */
export function trainingDataOf({ kind, data }: Pick<Sheet, 'kind' | 'data'>): TrainingData | undefined {
  const read = kind === 'training' ? v.safeParse(trainingSchema, data) : undefined;
  return read?.success === true ? read.output : undefined;
}
