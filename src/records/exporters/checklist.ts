/** The record of a checklist as a file: HTML that opens anywhere and checks itself, and JSON. */
import { checklistDocumentOf } from '../checklist-document.ts';
import type { ChecklistRecord } from '../checklist-record.ts';
import { toHtmlFile, type RecordChecker } from './html.ts';

/** The whole HTML file, in the make of a decision record’s. */
export function checklistToHtml(record: ChecklistRecord, checker: RecordChecker): string {
  return toHtmlFile(
    { title: `${record.moment.name} – checklist record`, blocks: checklistDocumentOf(record), data: record },
    checker,
  );
}
