import { z } from 'astro/zod';
import { date, words } from './vocabulary.ts';

/** Front matter of `content/decisions/NNNN-<slug>.md`: one architecture decision. */
export const decision = z.strictObject({
  /** The decision in one line. */
  title: words,
  /** The day it was taken. */
  date,
  /** Whether it still holds. */
  status: z.enum(['accepted', 'superseded']),
  /** The file name, without its ending, of the one that replaced it. */
  supersededBy: words.optional(),
  /** One sentence for the list. */
  summary: words.optional(),
});
export type DecisionFrontMatter = z.output<typeof decision>;
