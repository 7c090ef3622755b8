/** Makes the file of a checklist’s record. Loaded only when one is downloaded, and alike for every tick. */
import * as checker from 'virtual:record-checker';
import {
  buildChecklistRecord,
  checklistFileName,
  type ChecklistRecord,
  type ChecklistInput,
} from '../../records/checklist-record.ts';
import { checklistToHtml } from '../../records/exporters/checklist.ts';
import { shortFingerprint } from '../../records/fingerprint.ts';
import { toJson } from '../../records/exporters/json.ts';
import { makeOnce } from '../../records/made-once.ts';

export interface ChecklistFile {
  /** As people see it: eight groups of four. */
  readonly fingerprint: string;
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

const once = makeOnce<ChecklistRecord>();

/**
 * Two formats of the same ticks hold the same record.
 *
 * @throws Error when the browser has no `crypto.subtle`
 */
export async function exportChecklist(
  input: Omit<ChecklistInput, 'now'>,
  format: 'html' | 'json',
): Promise<ChecklistFile> {
  const record = await once(input.ticks.ticked, input, () =>
    buildChecklistRecord({ ...input, now: new Date() }),
  );
  return {
    fingerprint: shortFingerprint(record.fingerprint),
    name: checklistFileName(record, format),
    ...(format === 'html'
      ? { type: 'text/html', text: checklistToHtml(record, checker) }
      : { type: 'application/json', text: toJson(record) }),
  };
}
