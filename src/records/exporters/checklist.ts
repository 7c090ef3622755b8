/** The record of a checklist as an HTML file that opens anywhere and checks itself. */
import type { ChecklistRecord } from '../checklist-record.ts';
import { checklistContentOf } from '../file-content.ts';
import { toHtmlFile, type RecordChecker } from './html.ts';

/** The whole HTML file, in the make of a decision record’s. */
export const checklistToHtml = (record: ChecklistRecord, checker: RecordChecker): string =>
  toHtmlFile(checklistContentOf(record), checker);
