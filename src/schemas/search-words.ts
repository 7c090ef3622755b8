import { z } from 'astro/zod';

/** Words as the search compares them: small letters and figures, single spaces. */
const searched = z
  .string()
  .regex(/^[a-z0-9]+( [a-z0-9]+)*$/, 'write small letters and figures, with single spaces and no marks');

/** One entry of `content/search-words.yaml`: what people say, and what the texts say for it. */
export const searchWords = z.strictObject({
  /** Words and phrases as volunteers type them. The ending of a word does not matter: “text” is also “texting”. */
  said: z.array(searched).min(1),
  /** Words and phrases of the texts, best first; where a phrase has several words, all must stand in the result. */
  means: z.array(searched).min(1),
});
export type SearchWords = z.output<typeof searchWords>;
