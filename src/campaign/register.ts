/** The register: the records of a campaign taken together, each as one small row to list, find and sort by. */
import * as v from 'valibot';
import { dateOnly, words } from '../records/fields.ts';
import type { DecisionRecord } from '../records/record.ts';

const fingerprint = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** A record in the register. It holds no more than a list shows, so that a thousand of them are read at once. */
export const rowSchema = v.strictObject({
  fingerprint,
  /** What the decision is called. */
  title: words,
  /** The id of the questionnaire. */
  questionnaire: words,
  /** ISO date and time with offset. */
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  /** Absent where the record itself could not be read when the row was made. */
  verdict: v.optional(v.picklist(['stop', 'proceed-if', 'proceed', 'not-needed'])),
  /** The name of the outcome. */
  outcome: v.optional(words),
  reviewOn: v.optional(dateOnly),
  /** The fingerprint of the record whose place it takes. */
  supersedes: v.optional(fingerprint),
  /** The use of the campaign that it decides. */
  use: v.optional(words),
});
export type RecordRow = v.InferOutput<typeof rowSchema>;

/** The row of a record. @param use the use that it decides, where it does not say so itself */
export function rowOf(
  record: Pick<
    DecisionRecord,
    'fingerprint' | 'details' | 'questionnaire' | 'madeAt' | 'outcome' | 'supersedes' | 'use'
  >,
  use: string | undefined = record.use?.id,
): RecordRow {
  return {
    fingerprint: record.fingerprint,
    title: record.details.title,
    questionnaire: record.questionnaire.id,
    madeAt: record.madeAt,
    verdict: record.outcome.verdict,
    outcome: record.outcome.name,
    ...(record.details.reviewOn === undefined ? {} : { reviewOn: record.details.reviewOn }),
    ...(record.supersedes === undefined ? {} : { supersedes: record.supersedes }),
    ...(use === undefined ? {} : { use }),
  };
}

/** Newest first. Two made at the same moment always stand in the same order. */
export function newestFirst(rows: readonly RecordRow[]): RecordRow[] {
  const time = new Map(rows.map((row) => [row, Date.parse(row.madeAt)]));
  return rows.toSorted(
    (a, b) =>
      (time.get(b) ?? 0) - (time.get(a) ?? 0) ||
      (a.fingerprint < b.fingerprint ? -1 : a.fingerprint > b.fingerprint ? 1 : 0),
  );
}

/** The rows in which every word of a search stands somewhere, in the order in which they are given. */
export function findRows(rows: readonly RecordRow[], search: string): RecordRow[] {
  const wanted = plain(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return [...rows];
  return rows.filter((row) => {
    const text = textOf(row);
    return wanted.every((word) => text.includes(word));
  });
}

/** What a row is found by; worked out once, as somebody who types looks for more with every letter. */
function textOf(row: RecordRow): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const text = plain(
    `${row.title} ${row.outcome ?? ''} ${row.questionnaire.replaceAll('-', ' ')} ${row.madeAt.slice(0, 10)}`,
  );
  texts.set(row, text);
  return text;
}
const texts = new WeakMap<RecordRow, string>();

/** Fingerprints of records whose place another one takes. */
export function superseded(rows: readonly RecordRow[]): ReadonlySet<string> {
  return new Set(rows.flatMap(({ supersedes }) => (supersedes === undefined ? [] : [supersedes])));
}

/** Small letters without accents, so that “Sian” finds “Siân”. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
