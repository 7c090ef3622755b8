/** The whole campaign as one ZIP: everything with which to go on elsewhere, and what people read. */
import { toJson } from '../../records/exporters/json.ts';
import { contentOf, type FileContent, type WrittenFile } from '../../records/file-content.ts';
import { fileNameOf, slugOf } from '../../records/file-name.ts';
import type { DecisionRecord } from '../../records/record.ts';
import { makeZip } from '../../records/zip.ts';
import { campaignToJson } from '../read-campaign.ts';
import type { Campaign } from '../campaign.ts';
import type { Dated } from '../next.ts';
import { campaignIcs } from './campaign-ics.ts';
import { CAMPAIGN_FILE, RECORDS_FOLDER } from './open-campaign.ts';
import { registerCsv } from './register-csv.ts';

export interface TakenAway {
  readonly campaign: Campaign;
  /** The records, newest first, each with its JSON as it is kept: one that came in an older shape stays in it. */
  readonly records: readonly { readonly record: DecisionRecord; readonly json: string }[];
  /** Fingerprints of those that get a readable file as well. */
  readonly readable: ReadonlySet<string>;
  /** Makes the readable file of a record, in the format that was chosen. */
  readonly write: (content: FileContent) => Promise<WrittenFile>;
  /** What comes next, for the calendar. */
  readonly dated: readonly Dated[];
}

const READ_ME = `This is your campaign, as you took it away from Clear Canvass.

campaign.json   the campaign itself: to go on with it elsewhere, open this whole ZIP under "Your campaign"
records/        each decision record once, for this and other software
readable/       the records that you chose, to read and print
register.csv    the register as a table: open it in a spreadsheet, and fill in what the records do not say
campaign.ics    days to keep in mind: open it in your calendar

It holds what you wrote about people. Keep it where only those who need it can get at it.
`;

/** @throws RangeError where it would be larger than one that is opened again. */
export async function takeAway(
  { campaign, records, readable, write, dated }: TakenAway,
  now: Date,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  async function* files(): AsyncGenerator<readonly [string, string | Uint8Array]> {
    yield ['read-me.txt', READ_ME];
    yield [CAMPAIGN_FILE, toJson(JSON.parse(campaignToJson(campaign).json) as object)];
    yield ['register.csv', registerCsv(records.map(({ record }) => record))];
    yield ['campaign.ics', campaignIcs(campaign, dated, now)];
    for (const { record, json } of records) {
      // Two decisions of one day can have the same title.
      const name = `${fileNameOf(record, '').slice(0, -1)}-${record.fingerprint.slice(0, 8)}`;
      yield [`${RECORDS_FOLDER}${name}.json`, json];
      if (!readable.has(record.fingerprint)) continue;
      const { extension, content } = await write(contentOf(record, JSON.parse(json) as object));
      yield [`readable/${name}.${extension}`, content];
    }
  }
  const called = slugOf(campaign.who.name);
  const day = now.toISOString().slice(0, 10);
  return {
    name: `${[day, 'campaign', called].filter((part) => part !== '').join('-')}.zip`,
    bytes: await makeZip(files(), now),
  };
}
