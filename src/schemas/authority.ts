import { z } from 'astro/zod';
import { url, words } from './vocabulary.ts';

/** One entry of `content/authorities.yaml`: a statute, set of regulations or guideline. */
export const authority = z.strictObject({
  /** The id that citations begin with, such as uk-gdpr. */
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
  /** Its full name. */
  name: words,
  /** The name used in a line of text. */
  short: words,
  /** What sort of source it is: statute, regulations, guidance and so on. */
  kind: words,
  /** Where it can be read. */
  url,
  /** Anything a reader should know about it. */
  note: words.optional(),
});
export const authorities = z.array(authority);
export type Authority = z.output<typeof authority>;
