import { z } from 'astro/zod';
import { date, id, lawId, words } from './vocabulary.ts';

/** Front matter of `content/changes/YYYY-MM-DD-<slug>.md`: one dated note a change of content or logic. */
export const change = z.strictObject({
  /** What changed, in a few words. */
  title: words,
  /** The day it was published. */
  date,
  /** What sort of change it is. */
  kind: z.enum(['words', 'logic', 'law', 'site']),
  /** What someone with an older record should do. */
  oldRecords: words,
  /** The questionnaires that it touches. */
  questionnaires: z.array(id).optional(),
  /** The law changes that it takes up. */
  law: z.array(lawId).optional(),
});
export type ChangeFrontMatter = z.output<typeof change>;
