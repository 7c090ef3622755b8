/** The shape of `content/documents/<id>.mdx`, a text to use, and of what texts share. */
import { z } from 'astro/zod';
import { GROUPS } from '../documents/words.ts';
import { authorityRef, id, words } from './vocabulary.ts';

/** The id of a gap or a condition. One of a row begins with the name of its collection’s entries: `use.basis`. */
export const namedPlace = z
  .string()
  .regex(
    /^((use|list|supplier)\.)?[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'name it in small letters and single hyphens; for a row begin with use., list. or supplier.',
  );

/** Something that can be filled in. */
const gap = z.strictObject({
  /** What it is called: the label of its field, and what stands in its place while nothing does. Fixed in nothing but sense. */
  label: words,
  /** One short line under the field. */
  hint: words.optional(),
  /** True where the answer may need several lines. */
  long: z.boolean().optional(),
});

const gaps = z.record(namedPlace, gap);
/** A condition → the plain sentence that it means: “some of the data comes from the electoral register”. */
const conditions = z.record(namedPlace, words);

/** Front matter of `content/documents/<id>.mdx`; the body is the text in the grammar of `read-document.ts`. */
export const document = z.strictObject({
  /** Fixed once published: it stands in addresses and in what people keep. */
  id,
  /** What it is called. */
  title: words,
  /** Under which heading it is offered. */
  group: z.enum(GROUPS),
  /** What it is for, and who uses it when: one plain sentence. */
  purpose: words,
  /** What it is not: one or two sentences. */
  isNot: words,
  /** The to-dos that it helps to meet. */
  meets: z.array(id).min(1),
  /** The statute’s or the code’s own list of what such a text has to hold; a line has to meet each. */
  holds: z.array(
    z.strictObject({
      id,
      text: words,
      authority: authorityRef,
    }),
  ),
  /** Its own gaps. Those in `shared.yaml` need not be named. */
  gaps: gaps.default({}),
  /** Its own conditions. */
  conditions: conditions.default({}),
});
export type DocumentFrontMatter = z.output<typeof document>;

/** `content/documents/shared.yaml`: gaps and conditions that mean the same in every text, and words for options. */
export const sharedDocuments = z.strictObject({
  gaps,
  conditions,
  /** What an option of a question is called in a text that others read: question → option → words. */
  phrases: z.record(id, z.record(id, words)),
});
