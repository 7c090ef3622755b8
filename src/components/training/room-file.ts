/** Makes and saves the sheet of a led session. Loaded only when one is downloaded. */
import { sheetContentOf } from '../../records/file-content.ts';
import { shortFingerprint } from '../../records/fingerprint.ts';
import { makeOnce } from '../../records/made-once.ts';
import { buildSheet, sheetFileName, type Sheet } from '../../records/sheet.ts';
import { saveFile } from '../questionnaire/save-file.ts';
import type { RecordFormat } from '../records/formats.ts';
import { writeFile } from '../records/write-file.ts';
import { canFingerprint } from '../site/secure.ts';
import type { sheetOf } from './room-sheet.ts';

const once = makeOnce<Sheet>();

/**
 * Hands the sheet to the browser as a file. All formats of the same session hold the same sheet.
 *
 * @param owner with it, what was made is forgotten
 */
export async function downloadSheet(
  owner: object,
  body: ReturnType<typeof sheetOf>,
  format: RecordFormat,
): Promise<{ readonly fingerprint: string } | { readonly failed: 'insecure' }> {
  if (!canFingerprint()) return { failed: 'insecure' };
  const sheet = await once(owner, body, () => buildSheet(body, new Date()));
  const { extension, type, content } = await writeFile(format, sheetContentOf(sheet));
  saveFile(`${sheetFileName(sheet)}.${extension}`, type, content);
  return { fingerprint: shortFingerprint(sheet.fingerprint) };
}
