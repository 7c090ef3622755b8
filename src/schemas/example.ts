import { z } from 'astro/zod';
import { editionIds, id, words } from './vocabulary.ts';

/** The same outcome in every edition. */
const expectedOutcome = z.strictObject({
  /** The outcome that the answers lead to. */
  outcome: id,
});

/** One worked example: published, and run as a test. */
export const example = z.strictObject({
  /** Names the example in tests and addresses. */
  id,
  /** The situation in a few words. */
  title: words,
  /** The facts, as a reader is told them. */
  facts: words,
  /** The passage of the code or audits that it retells. */
  from: words.optional(),
  /** Question id to what was answered: an option, a date or a text, a number, several options, or each of several points. */
  answers: z.record(
    id,
    z.union([words, z.number(), z.array(words), z.record(id, z.enum(['yes', 'no', 'not-known']))]),
  ),
  /** What must come out, written down before the flow is run: for all editions, or for each. */
  expect: z.union([expectedOutcome, z.partialRecord(z.enum(editionIds), id)]),
  /** The clashes that its answers make; each that a questionnaire names has an example. */
  clashes: z.array(id).min(1).optional(),
  /** The clause that decides it. */
  clause: id,
  /** Why, in one or two sentences. */
  because: words,
});

/** `content/questionnaires/<id>/examples.yaml`. */
export const examples = z.strictObject({
  /** The examples, in the order in which they are shown. */
  examples: z.array(example),
});
export type WorkedExample = z.output<typeof example>;
