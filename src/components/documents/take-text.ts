/** Takes a filled text away: as a file, or as a piece of a web page. Loaded only when somebody does. */
import * as checker from 'virtual:record-checker';
import { toHtmlFile } from '../../records/exporters/html.ts';
import { toJson } from '../../records/exporters/json.ts';
import { textDocumentOf } from '../../records/text-document.ts';
import { buildTextRecord, textFileName, type TextRecordBody } from '../../records/text-record.ts';
import { saveFile } from '../questionnaire/save-file.ts';

export type TextFormat = 'html' | 'json';

/** Hands the text to the browser as a file. @throws Error where the browser cannot work out its fingerprint */
export async function downloadText(
  body: Omit<TextRecordBody, 'schema' | 'madeAt'>,
  format: TextFormat,
): Promise<void> {
  const record = await buildTextRecord(body, new Date());
  const name = `${textFileName(record)}.${format}`;
  if (format === 'json') saveFile(name, 'application/json', toJson(record));
  else
    saveFile(
      name,
      'text/html',
      toHtmlFile({ title: record.text.title, blocks: textDocumentOf(record), data: record }, checker),
    );
}
