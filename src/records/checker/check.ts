/** Whether a record’s file is as it was made: its data against its fingerprint, and its text against its data. */
import { checklistDocumentOf } from '../checklist-document.ts';
import type { ChecklistRecord } from '../checklist-record.ts';
import { firstDifference, squeeze, textOf } from '../document.ts';
import { matchesFingerprint, shortFingerprint } from '../fingerprint.ts';
import { migrate, versionOf } from '../migrations.ts';
import { documentOf } from '../record-document.ts';
import type { DecisionRecord } from '../record.ts';
import { sheetDocumentOf } from '../sheet-document.ts';
import type { Sheet } from '../sheet.ts';
import { textDocumentOf } from '../text-document.ts';
import type { TextRecord } from '../text-record.ts';

/** What a file carries: a checklist's record, or a decision's in the shape in which it was made. */
type OldOrNew = Readonly<Record<string, unknown>> & { readonly fingerprint: string };
type Carried = ChecklistRecord | TextRecord | Sheet | OldOrNew;

const isChecklist = (record: Carried): record is ChecklistRecord => 'moment' in record;
const isText = (record: Carried): record is TextRecord => 'origins' in record;
const isSheet = (record: Carried): record is Sheet => 'shown' in record;

/** A file that was made anew of an older record carries it in its own shape. */
function documentOfAny(record: OldOrNew): ReturnType<typeof documentOf> {
  const version = versionOf(record['schema']);
  if (version === undefined) throw new Error('This is no decision record.');
  return documentOf(migrate(record, version) as DecisionRecord, version);
}

/**
 * One sentence on the file. Whoever forges a file can forge this too, so it never calls one genuine.
 *
 * @param data the embedded JSON, as text
 * @param shown the text that stands on the page
 */
export async function checkFile(data: string, shown: string): Promise<string> {
  let record: Carried;
  let expected: string;
  try {
    record = JSON.parse(data) as Carried;
    expected = textOf(
      isChecklist(record)
        ? checklistDocumentOf(record)
        : isText(record)
          ? textDocumentOf(record)
          : isSheet(record)
            ? sheetDocumentOf(record)
            : documentOfAny(record),
    );
  } catch {
    return 'Changed since it was made: the data in this file is damaged, so the text cannot be checked against it.';
  }
  let matches: boolean;
  try {
    matches = await matchesFingerprint(record);
  } catch {
    return 'Could not be checked here: this browser cannot work out a fingerprint.';
  }
  if (!matches)
    return 'Changed since it was made: the data in this file no longer gives the fingerprint that it carries.';
  const text = squeeze(shown);
  if (text !== expected) {
    return `Changed since it was made: the text above is not what the data says, from “${firstDifference(text, expected)}” on.`;
  }
  return `Matches its fingerprint ${shortFingerprint(record.fingerprint)}. Compare it with the one that was noted down when the record was made.`;
}
