/**
 * A text that was filled, as a file carries it: its words as they stood, what was still open, where each sentence comes
 * from, and what was put in by hand, so that it can be read without this site and taken up again on it.
 */
import * as v from 'valibot';
import { isoWithOffset } from './dates.ts';
import { textPlace, words } from './fields.ts';
import { withFingerprint } from './fingerprint.ts';

/** Names the shape, and tells these files from records of decisions and checklists. */
export const TEXT_SCHEMA = 'clear-canvass/text/1';

const id = v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

/** A sentence or a cell; `typed` where somebody typed some of it. */
const said = v.strictObject({ text: words, typed: v.optional(v.literal(true)) });
export type SaidInText = v.InferOutput<typeof said>;

const flatEntries = {
  heading: v.strictObject({ kind: v.literal('heading'), depth: v.picklist([2, 3]), text: words }),
  paragraph: v.strictObject({ kind: v.literal('paragraph'), said }),
  list: v.strictObject({ kind: v.literal('list'), items: v.array(said) }),
  table: v.strictObject({
    kind: v.literal('table'),
    caption: words,
    columns: v.array(words),
    rows: v.array(v.array(words)),
  }),
};

export type TextRecordBlock =
  | v.InferOutput<(typeof flatEntries)[keyof typeof flatEntries]>
  /** What stands there only if something is so that is not known. */
  | { kind: 'open'; sentence: string; blocks: TextRecordBlock[] };

const block: v.GenericSchema<TextRecordBlock> = v.variant('kind', [
  flatEntries.heading,
  flatEntries.paragraph,
  flatEntries.list,
  flatEntries.table,
  v.strictObject({ kind: v.literal('open'), sentence: words, blocks: v.array(v.lazy(() => block)) }),
]);

/** A sentence, and where it comes from. */
const origin = v.strictObject({
  text: words,
  /** What somebody answered that filled it, or for which it stands there. */
  from: v.array(words),
  /** The statements and laws that it rests on. */
  rests: v.array(words),
});

/** All but the fingerprint: what that is taken over. */
export const textRecordSchema = v.strictObject({
  schema: v.literal(TEXT_SCHEMA),
  /** Which text it is. */
  text: v.strictObject({ id, title: words }),
  /** What it is not. */
  notice: words,
  campaign: words,
  /** When the file was made: ISO date and time with offset. */
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  blocks: v.array(block),
  /** What was still to be filled in, and to be settled. */
  gaps: v.array(words),
  open: v.array(words),
  /** Planned uses of which it says nothing. */
  notIn: v.array(words),
  origins: v.array(origin),
  /** What was put in by hand: gap → words, condition → whether it holds. */
  byHand: v.strictObject({
    gaps: v.record(textPlace, words),
    conditions: v.record(textPlace, v.picklist(['yes', 'no'])),
  }),
});
export type TextRecordBody = v.InferOutput<typeof textRecordSchema>;

export type TextRecord = TextRecordBody & {
  /** SHA-256, in hex, over the RFC 8785 canonical JSON of everything else. */
  readonly fingerprint: string;
};

/** @throws ValiError where something does not fit what such a file holds. */
export async function buildTextRecord(
  body: Omit<TextRecordBody, 'schema' | 'madeAt'>,
  now: Date,
): Promise<TextRecord> {
  return withFingerprint(
    v.parse(textRecordSchema, { ...body, schema: TEXT_SCHEMA, madeAt: isoWithOffset(now) }),
  );
}

/** Date and text, such as `2026-05-02-text-privacy-notice`. */
export function textFileName({ madeAt, text }: Pick<TextRecordBody, 'madeAt' | 'text'>): string {
  return `${madeAt.slice(0, 10)}-text-${text.id}`;
}
