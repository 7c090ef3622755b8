/** Takes a filled text away as a file. Loaded only when somebody does. */
import * as checker from 'virtual:record-checker';
import { toHtmlFile } from '../../records/exporters/html.ts';
import { toJson } from '../../records/exporters/json.ts';
import type { FileContent } from '../../records/file-content.ts';
import { textDocumentOf } from '../../records/text-document.ts';
import {
  buildTextRecord,
  textFileName,
  type TextRecord,
  type TextRecordBody,
} from '../../records/text-record.ts';
import { saveFile } from '../questionnaire/save-file.ts';
import type { RecordFormat } from '../records/formats.ts';

/** Hands the text to the browser as a file. @throws Error where the browser cannot work out its fingerprint */
export async function downloadText(
  body: Omit<TextRecordBody, 'schema' | 'madeAt'>,
  format: RecordFormat,
): Promise<void> {
  const record = await buildTextRecord(body, new Date());
  const [type, content] = await fileOf(record, format);
  saveFile(`${textFileName(record)}.${format}`, type, content);
}

/** What a format is called as a type of file, and the whole file. */
async function fileOf(
  record: TextRecord,
  format: RecordFormat,
): Promise<readonly [type: string, content: string | Uint8Array<ArrayBuffer>]> {
  const content: FileContent = {
    title: record.text.title,
    blocks: textDocumentOf(record),
    madeAt: record.madeAt,
    data: record,
  };
  switch (format) {
    case 'html':
      return ['text/html', toHtmlFile(content, checker)];
    case 'json':
      return ['application/json', toJson(record)];
    case 'pdf': {
      const { makePdf } = await import('../site/make-pdf.ts');
      return ['application/pdf', await makePdf(content)];
    }
  }
}
