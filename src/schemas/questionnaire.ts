import { z } from 'astro/zod';
import { id, needs, words } from './vocabulary.ts';

/** Front matter of `content/questionnaires/<id>/index.mdx`. */
export const questionnaire = z.strictObject({
  /** The question that the whole questionnaire answers; the heading of its page. */
  title: words,
  /** A short name for lists. */
  name: words,
  /** One sentence: what it decides and for whom. */
  summary: words,
  /** For what people need it: under that it stands among the others. */
  when: z.enum(needs),
  /** How many questions people usually answer, in words, such as “9 to 14”. */
  usually: z.preprocess((value) => (typeof value === 'number' ? String(value) : value), words),
  /** How many minutes it usually takes. */
  minutes: z.union([z.number().positive(), words]),
  /** What the two sides of its balance are called, where the logic weighs two sides. */
  balance: z
    .strictObject({
      /** The side that has to be the heavier for the plan to go on. */
      lighter: words,
      /** The side that it is set against. */
      heavier: words,
      /** How the two are weighed, and whose way of weighing it is. */
      how: words,
    })
    .optional(),
  /** Clash id → what is said of two answers that cannot both be true, in a sentence or two. */
  clashes: z.record(id, words).optional(),
  /** True while it is not published. */
  draft: z.boolean(),
});
export type QuestionnaireFrontMatter = z.output<typeof questionnaire>;
