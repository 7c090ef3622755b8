import { z } from 'astro/zod';
import { id, words } from './vocabulary.ts';

/** One entry of `content/glossary.yaml`. */
export const term = z.strictObject({
  /** The id that `<Term>` names and that the glossary page anchors. */
  id,
  /** The term as it is written in a sentence. */
  term: words,
  /** What it means, in plain words. */
  means: words,
  /** The clauses that turn on it. */
  clauses: z.array(id).optional(),
});
export const glossary = z.array(term);
export type Term = z.output<typeof term>;
