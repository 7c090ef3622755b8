/**
 * A sheet: a file of ours that holds no decision and carries all that it shows. The campaign as a document is one, and so
 * is what a training session leaves behind. Whoever makes one says in `data` what a program reads again; whoever reads
 * that holds it against a schema of its own.
 */
import * as v from 'valibot';
import { isoWithOffset } from './dates.ts';
import { words } from './fields.ts';
import { withFingerprint } from './fingerprint.ts';

/** Names the shape, and tells these files from all others. */
export const SHEET_SCHEMA = 'clear-canvass/sheet/1';

const id = v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

/** Some words; `typed` where somebody typed them. */
const said = v.strictObject({ text: words, typed: v.exactOptional(v.literal(true)) });
const fact = v.strictObject({ term: words, said: v.array(said) });

const flat = [
  v.strictObject({ kind: v.literal('paragraph'), said, quiet: v.exactOptional(v.literal(true)) }),
  v.strictObject({ kind: v.literal('list'), items: v.array(said) }),
  v.strictObject({ kind: v.literal('facts'), facts: v.array(fact) }),
  v.strictObject({
    kind: v.literal('table'),
    caption: words,
    columns: v.array(words),
    rows: v.array(v.array(words)),
  }),
  v.strictObject({
    kind: v.literal('entries'),
    entries: v.array(v.strictObject({ mark: v.exactOptional(words), text: said, facts: v.array(fact) })),
  }),
] as const;

const part = v.strictObject({
  kind: v.literal('part'),
  heading: said,
  blocks: v.array(v.variant('kind', [...flat])),
});
const section = v.strictObject({
  kind: v.picklist(['section', 'annex']),
  id,
  heading: words,
  blocks: v.array(v.variant('kind', [...flat, part])),
});

/** All but the fingerprint: what that is taken over. */
export const sheetSchema = v.strictObject({
  schema: v.literal(SHEET_SCHEMA),
  /** `campaign`: a whole campaign. `session`: a training session that was led. `training`: what somebody learned alone. */
  kind: v.picklist(['campaign', 'session', 'training']),
  /** What stands over the title, such as `Campaign`. */
  over: words,
  title: words,
  /** What it is not. */
  notice: words,
  /** When it was made: ISO date and time with offset. */
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  /** What is read, in reading order. */
  shown: v.array(section),
  /** What a program reads again, in the shape of whoever made it. */
  data: v.custom<Readonly<Record<string, unknown>>>(
    (data) => typeof data === 'object' && data !== null && !Array.isArray(data),
  ),
});
export type SheetBody = v.InferOutput<typeof sheetSchema>;
export type SheetKind = SheetBody['kind'];
/** A part of what a sheet shows: a section, or an annex, which begins on a side of its own. */
export type SheetSection = SheetBody['shown'][number];

export type Sheet = SheetBody & {
  /** SHA-256, in hex, over the RFC 8785 canonical JSON of everything else. */
  readonly fingerprint: string;
};

/** @throws ValiError where something does not fit what such a file holds. */
export async function buildSheet(body: Omit<SheetBody, 'schema' | 'madeAt'>, now: Date): Promise<Sheet> {
  return withFingerprint(v.parse(sheetSchema, { ...body, schema: SHEET_SCHEMA, madeAt: isoWithOffset(now) }));
}

/** Date and kind, such as `2026-05-02-campaign`. */
export const sheetFileName = ({ madeAt, kind }: Pick<SheetBody, 'madeAt' | 'kind'>): string =>
  `${madeAt.slice(0, 10)}-${kind}`;
