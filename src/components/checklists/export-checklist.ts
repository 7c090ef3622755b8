/** Makes and saves the file of a checklist’s record. Loaded only when one is downloaded, and alike for every tick. */
import * as checker from 'virtual:record-checker';
import {
  buildChecklistRecord,
  checklistFileName,
  type ChecklistRecord,
  type ChecklistInput,
} from '../../records/checklist-record.ts';
import { checklistToHtml } from '../../records/exporters/checklist.ts';
import { checklistContentOf } from '../../records/file-content.ts';
import { shortFingerprint } from '../../records/fingerprint.ts';
import { toJson } from '../../records/exporters/json.ts';
import { makeOnce } from '../../records/made-once.ts';
import type { Campaigner } from '../../schemas/vocabulary.ts';
import { campaignerNames } from '../code/clause-names.ts';
import { saveFile } from '../questionnaire/save-file.ts';
import type { RecordFormat } from '../records/formats.ts';
import { canFingerprint } from '../site/secure.ts';

const once = makeOnce<ChecklistRecord>();

/** What has become of a download: the fingerprint as people see it, or why there is none. */
export type Downloaded = { readonly fingerprint: string } | { readonly failed: 'insecure' };

/**
 * Hands the record of what was ticked to the browser as a file. All formats of the same ticks hold the same record.
 *
 * @param who the id of the kind of campaigner that was chosen
 */
export async function downloadChecklist(
  { who, ...rest }: Omit<ChecklistInput, 'now' | 'who'> & { readonly who: string | undefined },
  format: RecordFormat,
): Promise<Downloaded> {
  if (!canFingerprint()) return { failed: 'insecure' };
  const name = campaignerNames[who as Campaigner] ?? who;
  const input = { ...rest, who: who === undefined || name === undefined ? undefined : { id: who, name } };
  const record = await once(input.ticks.ticked, input, () =>
    buildChecklistRecord({ ...input, now: new Date() }),
  );
  const [type, content] = await fileOf(record, format);
  saveFile(checklistFileName(record, format), type, content);
  return { fingerprint: shortFingerprint(record.fingerprint) };
}

/** What a format is called as a type of file, and the whole file. */
async function fileOf(
  record: ChecklistRecord,
  format: RecordFormat,
): Promise<readonly [type: string, content: string | Uint8Array<ArrayBuffer>]> {
  switch (format) {
    case 'html':
      return ['text/html', checklistToHtml(record, checker)];
    case 'json':
      return ['application/json', toJson(record)];
    case 'pdf': {
      const { makePdf } = await import('../site/make-pdf.ts');
      return ['application/pdf', await makePdf(checklistContentOf(record))];
    }
  }
}
