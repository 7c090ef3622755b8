import { z } from 'astro/zod';
import { documents, lawId, words } from './vocabulary.ts';

/** Front matter of `content/sections/NN-<slug>.mdx` and `content/audits/NN-<slug>.mdx`. */
export const section = z.strictObject({
  /** The heading of the page. */
  title: words,
  /** Where in the source this section comes from. */
  source: z.strictObject({
    /** Which of the two documents. */
    document: z.enum(documents),
    /** The section's title in the source. */
    section: words,
    /** The pages given in the source's contents list, if it gives any. */
    pages: z.preprocess((value) => (typeof value === 'number' ? String(value) : value), words).optional(),
  }),
  /** True while only some passages of the section are written. */
  part: z.boolean(),
  /** True where the source promises the section and leaves it empty. */
  empty: z.boolean().optional(),
  /** One sentence: what the reader gets from the page. */
  summary: words,
  /** Law changes that touch the whole page. */
  law: z.array(lawId),
});
export type SectionFrontMatter = z.output<typeof section>;
