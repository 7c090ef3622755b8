/** Takes a filled text away as a file. Loaded only when somebody does. */
import { textContentOf } from '../../records/file-content.ts';
import { buildTextRecord, textFileName, type TextRecordBody } from '../../records/text-record.ts';
import { saveFile } from '../questionnaire/save-file.ts';
import type { RecordFormat } from '../records/formats.ts';
import { writeFile } from '../records/write-file.ts';

/** Hands the text to the browser as a file. @throws Error where the browser cannot work out its fingerprint */
export async function downloadText(
  body: Omit<TextRecordBody, 'schema' | 'madeAt'>,
  format: RecordFormat,
): Promise<void> {
  const record = await buildTextRecord(body, new Date());
  const { extension, type, content } = await writeFile(format, textContentOf(record));
  saveFile(`${textFileName(record)}.${extension}`, type, content);
}
