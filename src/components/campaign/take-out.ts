/** Takes the campaign out of the browser as files. Loaded only when someone asks for one. */
import { noteCopiedOut, type Campaign } from '../../campaign/campaign.ts';
import type { TodoReaches } from '../../campaign/decision.ts';
import { campaignSheet, type CampaignNames } from '../../campaign/files/campaign-sheet.ts';
import { campaignIcs } from '../../campaign/files/campaign-ics.ts';
import { registerCsv } from '../../campaign/files/register-csv.ts';
import { takeAway } from '../../campaign/files/take-away.ts';
import { comesNext } from '../../campaign/next.ts';
import type { RecordRow } from '../../campaign/register.ts';
import { Breather } from '../../records/breather.ts';
import { isoNow, todayHere } from '../../records/dates.ts';
import type { DecisionRecord } from '../../records/record.ts';
import { sheetContentOf } from '../../records/file-content.ts';
import { sheetFileName } from '../../records/sheet.ts';
import { readKeptRecord } from '../../records/read-kept-record.ts';
import { changeCampaign } from '../../storage/campaign.ts';
import { readRecords } from '../../storage/records.ts';
import type { RecordFormat } from '../records/formats.ts';
import { writeFile } from '../records/write-file.ts';
import { saveFile } from '../questionnaire/save-file.ts';

/** Records as they are kept, with what each of them is; what cannot be read is left out and counted. */
async function readAll(rows: readonly RecordRow[]) {
  const breather = new Breather();
  const records: { readonly record: DecisionRecord; readonly json: string }[] = [];
  for (const json of await readRecords(rows.map(({ fingerprint }) => fingerprint))) {
    const record = readKeptRecord(json);
    if (record !== undefined) records.push({ record, json });
    await breather.pause();
  }
  return records;
}

/**
 * Downloads the whole campaign as one ZIP, and notes that it was.
 *
 * @param readable fingerprints of the records that get a readable file as well
 * @param format that of those files
 * @returns how many records could not be read, and are not in it
 * @throws RangeError where it would be larger than one that is opened again
 */
export async function downloadCampaign(
  campaign: Campaign,
  rows: readonly RecordRow[],
  readable: ReadonlySet<string>,
  format: RecordFormat,
  reaches: TodoReaches,
): Promise<number> {
  const records = await readAll(rows);
  const { dated } = comesNext(campaign, reaches, todayHere());
  const { name, bytes } = await takeAway(
    { campaign, records, readable, write: (content) => writeFile(format, content), dated },
    new Date(),
  );
  saveFile(name, 'application/zip', bytes);
  await changeCampaign((now) => noteCopiedOut(now, isoNow()));
  return rows.length - records.length;
}

/** Downloads what comes next, for a calendar. */
export function downloadCalendar(campaign: Campaign, reaches: TodoReaches): void {
  const { dated } = comesNext(campaign, reaches, todayHere());
  saveFile('campaign.ics', 'text/calendar', campaignIcs(campaign, dated, new Date()));
}

/** Downloads the campaign as one document, to read and to file. Its records are not in it. */
export async function downloadDocument(
  campaign: Campaign,
  format: RecordFormat,
  reaches: TodoReaches,
  names: CampaignNames,
): Promise<void> {
  const next = comesNext(campaign, reaches, todayHere());
  const sheet = await campaignSheet(campaign, next, names, new Date());
  const { extension, type, content } = await writeFile(format, sheetContentOf(sheet));
  saveFile(`${sheetFileName(sheet)}.${extension}`, type, content);
}

/** Downloads the register as a table. */
export async function downloadRegister(rows: readonly RecordRow[]): Promise<void> {
  const records = await readAll(rows);
  saveFile('register.csv', 'text/csv', registerCsv(records.map(({ record }) => record)));
}
