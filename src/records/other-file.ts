/** Files of ours that hold no decision: the record of a checklist, a text that was filled, and a sheet. */
import * as v from 'valibot';
import { CHECKLIST_SCHEMA, checklistRecordSchema, type ChecklistRecord } from './checklist-record.ts';
import { SHEET_SCHEMA, sheetSchema, type Sheet } from './sheet.ts';
import { TEXT_SCHEMA, textRecordSchema, type TextRecord } from './text-record.ts';

export type OtherFile =
  | { readonly kind: 'checklist'; readonly record: ChecklistRecord }
  | { readonly kind: 'text'; readonly record: TextRecord }
  | { readonly kind: 'sheet'; readonly record: Sheet };

const fingerprint = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** Each kind of file, with the schema that names it and what it has to hold. There is one version of each so far. */
const KINDS = {
  checklist: {
    named: CHECKLIST_SCHEMA,
    shape: v.strictObject({ ...checklistRecordSchema.entries, fingerprint }),
  },
  text: { named: TEXT_SCHEMA, shape: v.strictObject({ ...textRecordSchema.entries, fingerprint }) },
  sheet: { named: SHEET_SCHEMA, shape: v.strictObject({ ...sheetSchema.entries, fingerprint }) },
} as const satisfies Record<OtherFile['kind'], { readonly named: string; readonly shape: v.GenericSchema }>;

const kinds = Object.keys(KINDS) as OtherFile['kind'][];
const withoutVersion = (schema: string): string => schema.replace(/\/\d+$/, '/');

/** Which of them a schema names, in whatever version; undefined where it names none. */
export function otherKindOf(schema: unknown): OtherFile['kind'] | undefined {
  if (typeof schema !== 'string' || !/\/\d+$/.test(schema)) return undefined;
  return kinds.find((kind) => withoutVersion(KINDS[kind].named) === withoutVersion(schema));
}

/** Whether such a file was made by a newer version of this site. */
export const isNewer = (schema: unknown): boolean => kinds.every((kind) => KINDS[kind].named !== schema);

/** Reads what was brought as such a file; where it does not fit, says where that lies, such as `items.2.state`. */
export function readOther(
  kind: OtherFile['kind'],
  raw: object,
): OtherFile | { readonly where: string | undefined } {
  const read = v.safeParse(KINDS[kind].shape, raw, { abortEarly: true });
  return read.success
    ? ({ kind, record: read.output } as OtherFile)
    : { where: v.getDotPath(read.issues[0]) ?? undefined };
}
