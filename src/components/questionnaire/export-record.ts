/** Makes the file of a record. Loaded only when a record is downloaded, and alike for every answer. */
import * as checker from 'virtual:record-checker';
import { noteRecord } from '../../campaign/campaign.ts';
import { rowOf } from '../../campaign/register.ts';
import type { Questionnaire } from '../../engine/define.ts';
import { editions } from '../../questionnaires/editions.ts';
import { buildRecord } from '../../records/build-record.ts';
import type { Draft } from '../../records/draft.ts';
import { toHtml } from '../../records/exporters/html.ts';
import { toJson } from '../../records/exporters/json.ts';
import { fileNameOf } from '../../records/file-name.ts';
import { mustReadBack } from '../../records/read-back.ts';
import type { DecisionRecord } from '../../records/record.ts';
import { makeOnce } from '../../records/made-once.ts';
import type { Words } from '../../records/words.ts';
import { changeCampaign } from '../../storage/campaign.ts';
import { keepRecords } from '../../storage/records.ts';

export interface RecordFile {
  readonly record: DecisionRecord;
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

const once = makeOnce<DecisionRecord>();

/**
 * Makes the file, and hands over none that this site could not open again. Two formats of the same draft hold the same
 * record.
 *
 * @param draft as the session holds it: until its answers are replaced, its record is remembered with them
 * @throws RangeError when a text, or all of them together, is longer than a record holds
 * @throws Error when the answers do not reach an outcome
 */
export async function exportRecord(
  questionnaire: Questionnaire,
  words: Words,
  draft: Draft,
  format: 'html' | 'json',
): Promise<RecordFile> {
  // How often it was written, and what was begun on a page and not gone on from, are not in the record.
  const { revision: _written, pending: _begun, ...held } = draft;
  const record = await once(draft.answers, held, () =>
    buildRecord({ questionnaire, words, editions, draft, now: new Date() }),
  );
  const json = toJson(record);
  const text = format === 'html' ? toHtml(record, checker) : json;
  mustReadBack(text, json);
  return {
    record,
    name: fileNameOf(record, format),
    type: format === 'html' ? 'text/html' : 'application/json',
    text,
  };
}

/** Keeps a record in the register and, where it decides a use, names it there: in this tab, or where that was chosen on this device. */
export async function keepRecord(record: DecisionRecord, use: string | undefined): Promise<void> {
  const kept = { row: rowOf(record, use), json: JSON.stringify(record) };
  if (use === undefined) await keepRecords([kept]);
  else
    await changeCampaign((campaign) => noteRecord(campaign, use, record.fingerprint, record.madeAt), {
      records: [kept],
    });
}
