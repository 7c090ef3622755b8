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
  /** What to do at once, where it is for people in haste: shown first, before anything is asked. */
  now: z
    .strictObject({
      /** The heading, such as “Do this now”. */
      title: words,
      /** How the first page asks whether somebody is in that plight, in a few words. */
      asked: words,
      /** What to do, in order. */
      steps: z.array(words).min(1).max(6),
      /** What comes after that. */
      then: words,
      /** The text that helps, on a page that needs no script. */
      text: z.strictObject({
        href: z
          .string()
          .regex(/^[a-z0-9][a-z0-9/-]*\/(#[A-Za-z0-9-]+)?$/, 'write it as pagename/ or pagename/#place'),
        label: words,
      }),
    })
    .optional(),
  /** Clash id → what is said of two answers that cannot both be true, in a sentence or two. */
  clashes: z.record(id, words).optional(),
  /** True while it is not published. */
  draft: z.boolean(),
});
export type QuestionnaireFrontMatter = z.output<typeof questionnaire>;
