/** Makes and saves the file of a checklist’s record. Loaded only when one is downloaded, and alike for every tick. */
import {
  buildChecklistRecord,
  checklistFileName,
  type ChecklistRecord,
  type ChecklistInput,
} from '../../records/checklist-record.ts';
import { checklistContentOf } from '../../records/file-content.ts';
import { shortFingerprint } from '../../records/fingerprint.ts';
import { makeOnce } from '../../records/made-once.ts';
import type { Campaigner } from '../../schemas/vocabulary.ts';
import { campaignerNames } from '../code/clause-names.ts';
import { saveFile } from '../questionnaire/save-file.ts';
import type { RecordFormat } from '../records/formats.ts';
import { writeFile } from '../records/write-file.ts';
import { canFingerprint } from '../site/secure.ts';

const once = makeOnce<ChecklistRecord>();

/** What has become of a download: the fingerprint as people see it, or what to tell them where there is none. */
export type Downloaded = { readonly fingerprint: string } | { readonly failed: string };

const INSECURE =
  'This page came over plain http. There, browsers do not let a page work out a record’s fingerprint, so none can be made. Your ticks are still here: print this page, or open this site at its address that begins with https.';

/**
 * Hands the record of what was ticked to the browser as a file. All formats of the same ticks hold the same record.
 *
 * @param who the id of the kind of campaigner that was chosen
 */
export async function downloadChecklist(
  { who, ...rest }: Omit<ChecklistInput, 'now' | 'who'> & { readonly who: string | undefined },
  format: RecordFormat,
): Promise<Downloaded> {
  if (!canFingerprint()) return { failed: INSECURE };
  const name = campaignerNames[who as Campaigner] ?? who;
  const input = { ...rest, who: who === undefined || name === undefined ? undefined : { id: who, name } };
  const record = await once(input.ticks.ticked, input, () =>
    buildChecklistRecord({ ...input, now: new Date() }),
  );
  const { extension, type, content } = await writeFile(format, checklistContentOf(record));
  saveFile(checklistFileName(record, extension), type, content);
  return { fingerprint: shortFingerprint(record.fingerprint) };
}
