/** Files of ours that hold no decision: the record of a checklist, and a text that was filled. */
import * as v from 'valibot';
import { CHECKLIST_SCHEMA, checklistRecordSchema, type ChecklistRecord } from './checklist-record.ts';
import { TEXT_SCHEMA, textRecordSchema, type TextRecord } from './text-record.ts';

export type OtherFile =
  | { readonly kind: 'checklist'; readonly record: ChecklistRecord }
  | { readonly kind: 'text'; readonly record: TextRecord };

/** Which of them a schema names, in whatever version; undefined where it names none. */
export function otherKindOf(schema: unknown): OtherFile['kind'] | undefined {
  if (typeof schema !== 'string') return undefined;
  if (/^clear-canvass\/checklist-record\/\d+$/.test(schema)) return 'checklist';
  return /^clear-canvass\/text\/\d+$/.test(schema) ? 'text' : undefined;
}

/** Whether such a file was made by a newer version of this site: there is one version of each so far. */
export const isNewer = (schema: unknown): boolean => schema !== CHECKLIST_SCHEMA && schema !== TEXT_SCHEMA;

const fingerprint = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const checklist = v.strictObject({ ...checklistRecordSchema.entries, fingerprint });
const text = v.strictObject({ ...textRecordSchema.entries, fingerprint });

/** Reads what was brought as such a file; where it does not fit, says where that lies, such as `items.2.state`. */
export function readOther(
  kind: OtherFile['kind'],
  raw: object,
): OtherFile | { readonly where: string | undefined } {
  const read =
    kind === 'checklist'
      ? v.safeParse(checklist, raw, { abortEarly: true })
      : v.safeParse(text, raw, { abortEarly: true });
  return read.success
    ? ({ kind, record: read.output } as OtherFile)
    : { where: v.getDotPath(read.issues[0]) ?? undefined };
}
