/** What a readable file is made from, whatever its format: the exporters know nothing else. */
import { checklistDocumentOf } from './checklist-document.ts';
import type { ChecklistRecord } from './checklist-record.ts';
import type { DocumentBlock } from './document.ts';
import { versionOf } from './migrations.ts';
import type { OtherFile } from './other-file.ts';
import { documentOf } from './record-document.ts';
import type { DecisionRecord } from './record.ts';
import { sheetDocumentOf } from './sheet-document.ts';
import type { Sheet } from './sheet.ts';
import { textDocumentOf } from './text-document.ts';
import type { TextRecord } from './text-record.ts';

export interface FileContent {
  /** What programs call it. */
  readonly title: string;
  /** What it shows. */
  readonly blocks: readonly DocumentBlock[];
  /** ISO date and time with offset. A format that has a date of its own has this one, so its bytes follow from the content. */
  readonly madeAt: string;
  /** The record itself, with its fingerprint. */
  readonly data: object;
}

/** A file of some format, made. */
export interface WrittenFile {
  readonly extension: string;
  /** Its media type. */
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/**
 * A decision record.
 *
 * @param original the record in the shape in which it was made, where that is an older one: the file carries that, as its
 * fingerprint was taken over it
 */
export function contentOf(
  record: DecisionRecord,
  original: object & { readonly schema?: unknown } = record,
): FileContent {
  const title = record.details.title.trim() === '' ? record.questionnaire.title : record.details.title;
  return {
    title: `${title} – decision record`,
    blocks: documentOf(record, versionOf(original.schema)),
    madeAt: record.madeAt,
    data: original,
  };
}

/** The record of a checklist. */
export const checklistContentOf = (record: ChecklistRecord): FileContent => ({
  title: `${record.moment.name} – checklist record`,
  blocks: checklistDocumentOf(record),
  madeAt: record.madeAt,
  data: record,
});

/** A text that was filled. */
export const textContentOf = (record: TextRecord): FileContent => ({
  title: record.text.title,
  blocks: textDocumentOf(record),
  madeAt: record.madeAt,
  data: record,
});

/** A sheet. */
export const sheetContentOf = (sheet: Sheet): FileContent => ({
  title: `${sheet.title} – ${sheet.over}`,
  blocks: sheetDocumentOf(sheet),
  madeAt: sheet.madeAt,
  data: sheet,
});

/** A file that holds no decision. */
export function otherContentOf(file: OtherFile): FileContent {
  switch (file.kind) {
    case 'checklist':
      return checklistContentOf(file.record);
    case 'text':
      return textContentOf(file.record);
    case 'sheet':
      return sheetContentOf(file.record);
  }
}

/** What such a file shows. */
export const documentBlocksOf = (file: OtherFile): readonly DocumentBlock[] => otherContentOf(file).blocks;
