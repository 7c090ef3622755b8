/** Makes the file of a record. Loaded only when a record is downloaded, and alike for every answer. */
import type { Campaign, Use } from '../../campaign/campaign.ts';
import { rowOf } from '../../campaign/register.ts';
import type { Questionnaire } from '../../engine/define.ts';
import { editions } from '../../questionnaires/editions.ts';
import { buildRecord } from '../../records/build-record.ts';
import type { Draft } from '../../records/draft.ts';
import { toJson } from '../../records/exporters/json.ts';
import { contentOf } from '../../records/file-content.ts';
import { fileNameOf } from '../../records/file-name.ts';
import { mustReadBack } from '../../records/read-back.ts';
import type { DecisionRecord } from '../../records/record.ts';
import { makeOnce } from '../../records/made-once.ts';
import type { Words } from '../../records/words.ts';
import { keepRecords, type RecordsSaved } from '../../storage/records.ts';
import type { RecordFormat } from '../records/formats.ts';
import { writeFile } from '../records/write-file.ts';

export interface RecordFile {
  readonly record: DecisionRecord;
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** What a campaign says of the use that is decided. */
interface About {
  readonly campaign: Pick<Campaign, 'lists' | 'suppliers'>;
  readonly use: Use;
}

const once = makeOnce<DecisionRecord>();

/**
 * The record of a draft, with the lists and suppliers of its use. Two of the same draft are the same record.
 *
 * @param draft as the session holds it: until its answers are replaced, its record is remembered with them
 * @throws RangeError when a text is longer than a record holds
 * @throws Error when the answers do not reach an outcome
 */
export function recordOf(
  questionnaire: Questionnaire,
  words: Words,
  draft: Draft,
  about?: About,
): Promise<DecisionRecord> {
  // How often it was written, and what was begun on a page and not gone on from, are not in the record.
  const { revision: _written, pending: _begun, ...held } = draft;
  const ofUse =
    about === undefined
      ? {}
      : {
          use: { id: about.use.id, title: about.use.title },
          lists: about.campaign.lists.filter(({ id }) => about.use.lists.includes(id)),
          suppliers: about.campaign.suppliers.filter(({ id }) => about.use.suppliers.includes(id)),
        };
  return once(draft.answers, { ...held, ...ofUse }, () =>
    buildRecord({ questionnaire, words, editions, draft, now: new Date(), ...ofUse }),
  );
}

/**
 * Makes the file of a record, and none whose record this site could not open again. All formats hold the same record.
 *
 * @throws RangeError when a text, or all of them together, is longer than a record holds
 * @throws Error when the answers do not reach an outcome
 */
export async function exportRecord(
  questionnaire: Questionnaire,
  words: Words,
  draft: Draft,
  format: RecordFormat,
  about?: About,
): Promise<RecordFile> {
  const record = await recordOf(questionnaire, words, draft, about);
  const { extension, type, content } = await writeFile(format, contentOf(record));
  mustReadBack(content, toJson(record));
  return { record, name: fileNameOf(record, extension), type, content };
}

/** Keeps a record that decides no use of a campaign: in this tab, or where that was chosen on this device. */
export function keepRecord(record: DecisionRecord): Promise<RecordsSaved> {
  return keepRecords([{ row: rowOf(record), json: JSON.stringify(record) }]);
}
