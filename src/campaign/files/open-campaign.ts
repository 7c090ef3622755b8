/**
 * The one door for a campaign that someone brings: the ZIP that this site makes, the `campaign.json` out of it, or the
 * campaign as a document. All of it is taken as hostile. It is measured before it is inflated and while it is, scanned and checked against the schemas
 * before anything reads it, and nothing in it is ever run or put into a page as markup. A record that cannot be taken is
 * named with the reason, and costs no other.
 */
import * as v from 'valibot';
import { Breather } from '../../records/breather.ts';
import type { Details } from '../../records/record.ts';
import { restoreRecord } from '../../records/restore.ts';
import { scanJson, type ScanLimits } from '../../records/scan-json.ts';
import { inflateListed, listZip, MOST_ZIP_BYTES, type ZipFault, type ZipLimits } from '../../records/zip.ts';
import { CAMPAIGN_SCHEMA, campaignSchema, type Campaign } from '../campaign.ts';
import type { Brought, BroughtRecord } from '../merge.ts';
import { isNewerCampaign, repeatedIds } from '../read-campaign.ts';
import { rowOf } from '../register.ts';

/** What the campaign itself is called in its ZIP, and in which folder its records are. */
export const CAMPAIGN_FILE = 'campaign.json';
export const RECORDS_FOLDER = 'records/';

/** Several times what ten years of records come to. */
const ZIP_LIMITS: ZipLimits = { files: 20_000, each: 20 * 1024 * 1024, all: 500 * 1024 * 1024 };

/** Room for some thousands of uses. */
export const CAMPAIGN_LIMITS: ScanLimits = { depth: 16, values: 1_000_000 };

/** What is said when there is no campaign to open, one sentence or two for each reason. */
export const OPEN_PROBLEMS = {
  empty: 'There is nothing in it. Choose the ZIP file that was downloaded as your campaign.',
  'too-large': 'It is larger than 50 MB, and no campaign is. It was not read.',
  'not-a-campaign':
    'There is no campaign in this, and no record. Choose the ZIP file that was downloaded as your campaign, with campaign.json in it.',
  'cut-short':
    'This breaks off before its end, so part of the campaign is missing. Get the whole file from where it came, and try again.',
  damaged: 'This is damaged, so the campaign cannot be read. If you have another copy, try that one.',
  'too-many-files': 'This holds far more files than any campaign does, so it was not opened.',
  'too-much': 'This holds far more than any campaign does, or more than it says, so it was not opened.',
  'other-packing':
    'This is locked with a password, or packed in a way that cannot be read here. Choose the ZIP file as it was downloaded.',
  'too-deep': 'This is built far deeper than any campaign is, so it was not opened.',
  'repeated-name':
    'Two parts of this carry the same name, so it could be read in two ways. It was not opened.',
  'repeated-id': 'Two uses, lists or suppliers in this carry the same id, so it was not opened.',
  'unsafe-name':
    'A part of this carries a name that could harm the page, and no campaign has one. It was not opened.',
  'too-large-number': 'This holds a number too large to be read, and no campaign has one. It was not opened.',
  'broken-character':
    'This holds a broken or hidden character, and no campaign has one. If you have another copy, try that one.',
  changed:
    'This has been changed since it was made: the campaign in it does not match its fingerprint. Ask whoever sent it for the file as it was.',
  newer:
    'This campaign was made by a newer version of this site. Load this page again to get the newest version, then open it again.',
  'not-in-shape':
    'Part of this is missing, or is not what a campaign holds in that place. If you have another copy, try that one.',
} as const;
export type OpenProblem = keyof typeof OPEN_PROBLEMS;

/** A record in the file that is not taken, and why. */
export interface Refused {
  /** What it is called in the file. */
  readonly name: string;
  readonly sentence: string;
}

export type OpenedCampaign =
  | {
      readonly ok: true;
      readonly brought: Brought;
      /** Records that are not among those brought. */
      readonly refused: readonly Refused[];
      /** Names of decisions whose records say that they are of another campaign; they are among those brought. */
      readonly ofAnother: readonly string[];
      /** How many records the campaign names that are not in the file. */
      readonly missing: number;
    }
  | {
      readonly ok: false;
      readonly problem: OpenProblem;
      /** What to tell the person. */
      readonly sentence: string;
      /** Where in the data it lies, for people who write such files. */
      readonly where?: string;
    };

export const CHANGED =
  'It has been changed since it was made: it does not match its fingerprint. You can open it by itself to look at it.';
const TWICE = 'It is in the file twice. It was taken once.';

type No = Extract<OpenedCampaign, { ok: false }>;
const no = (problem: OpenProblem, where?: string): No => ({
  ok: false,
  problem,
  sentence: OPEN_PROBLEMS[problem],
  ...(where === undefined ? {} : { where }),
});

/**
 * Opens a campaign.
 *
 * @param bytes the whole file; whoever reads it from a disk looks at its size first
 * @param offered the ids of the questionnaires that the site has: a record of any other is refused
 */
export async function openCampaign(bytes: Uint8Array, offered: readonly string[]): Promise<OpenedCampaign> {
  if (bytes.length === 0) return no('empty');
  if (bytes.length > MOST_ZIP_BYTES) return no('too-large');
  const breather = new Breather();
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) {
    const read = await readCampaign(bytes, breather);
    if (read.ok) return gather(read.campaign, [], offered, breather);
    return read.problem === 'not-a-campaign' ? openDocument(bytes, offered, breather) : read;
  }

  const listed = listZip(bytes, ZIP_LIMITS);
  if (typeof listed === 'string') return no(faultOf(listed));
  const inflated = async (entry: (typeof listed)[number]) => inflateListed(bytes, entry, breather);
  const own = listed.find(({ name }) => name === CAMPAIGN_FILE);
  // A Word file is a ZIP too.
  if (own === undefined) return openDocument(bytes, offered, breather);
  const text = await inflated(own);
  if (typeof text === 'string') return no(faultOf(text));
  const read = await readCampaign(text, breather);
  if (!read.ok) return read;

  const files: RecordFile[] = [];
  for (const entry of listed) {
    if (!entry.name.startsWith(RECORDS_FOLDER) || !entry.name.endsWith('.json')) continue;
    const file = await inflated(entry);
    files.push({ name: entry.name.slice(RECORDS_FOLDER.length), file });
    await breather.pause();
  }
  return gather(read.campaign, files, offered, breather);
}

/** The campaign as a document, in any format that carries it. No record is in it, so none is missing that was promised. */
async function openDocument(
  bytes: Uint8Array,
  offered: readonly string[],
  breather: Breather,
): Promise<OpenedCampaign> {
  const restored = await restoreRecord(bytes, offered, '', CAMPAIGN_LIMITS);
  const sheet = !restored.ok && restored.other?.file.kind === 'sheet' ? restored.other : undefined;
  if (sheet?.file.kind !== 'sheet' || sheet.file.record.kind !== 'campaign') return no('not-a-campaign');
  if (sheet.matches === false) return no('changed');
  const read = checkCampaign(sheet.file.record.data);
  return read.ok ? gather(read.campaign, [], offered, breather) : read;
}

interface RecordFile {
  readonly name: string;
  readonly file: Uint8Array | ZipFault;
}

const faultOf = (fault: ZipFault): OpenProblem => fault;

async function readCampaign(
  bytes: Uint8Array,
  breather: Breather,
): Promise<{ readonly ok: true; readonly campaign: Campaign } | No> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return no('not-a-campaign');
  }
  if (!text.trimStart().startsWith('{')) return no('not-a-campaign');
  const scan = scanJson(text, CAMPAIGN_LIMITS);
  let step = scan.next();
  while (step.done !== true) {
    await breather.pause();
    step = scan.next();
  }
  if (step.value !== undefined) return no(step.value);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return no('damaged');
  }
  await breather.pause();
  const read = checkCampaign(value);
  await breather.pause();
  return read;
}

/** Holds what was read against the schema of a campaign. */
function checkCampaign(value: unknown): { readonly ok: true; readonly campaign: Campaign } | No {
  const schema = (value as { schema?: unknown }).schema;
  if (isNewerCampaign(schema)) return no('newer');
  if (schema !== CAMPAIGN_SCHEMA) return no('not-a-campaign');
  const checked = v.safeParse(campaignSchema, value, { abortEarly: true });
  if (!checked.success) return no('not-in-shape', v.getDotPath(checked.issues[0]) ?? undefined);
  const [repeated] = repeatedIds(checked.output);
  if (repeated !== undefined) return no('repeated-id', repeated);
  return { ok: true, campaign: checked.output };
}

/** Whether a record says that it is of another campaign: by its id, or by its name where it has none. */
export function isOfAnother(
  { campaignId, campaign: name }: Details,
  { id, begunFrom, who }: Campaign,
): boolean {
  if (campaignId !== undefined) return campaignId !== id && campaignId !== begunFrom;
  const [said, ours] = [name.trim(), who.name.trim()];
  return said !== '' && ours !== '' && said !== ours;
}

async function gather(
  campaign: Campaign,
  files: readonly RecordFile[],
  offered: readonly string[],
  breather: Breather,
): Promise<OpenedCampaign> {
  const useOfRecord = new Map(
    campaign.uses.flatMap(({ id, decided }) =>
      decided?.record === undefined ? [] : [[decided.record, id] as const],
    ),
  );
  const records = new Map<string, BroughtRecord>();
  const refused: Refused[] = [];
  const ofAnother: string[] = [];
  for (const { name, file } of files) {
    if (typeof file === 'string') {
      refused.push({ name, sentence: OPEN_PROBLEMS[faultOf(file)] });
      continue;
    }
    const restored = await restoreRecord(file, offered, name);
    await breather.pause();
    if (!restored.ok) refused.push({ name, sentence: restored.sentence });
    else if (restored.matches === false) refused.push({ name, sentence: CHANGED });
    else if (records.has(restored.record.fingerprint)) refused.push({ name, sentence: TWICE });
    else {
      const { record } = restored;
      records.set(record.fingerprint, {
        row: rowOf(record, useOfRecord.get(record.fingerprint)),
        // As it came: its fingerprint is taken over the shape in which it was made.
        json: new TextDecoder().decode(file),
      });
      if (isOfAnother(record.details, campaign)) ofAnother.push(record.details.title);
    }
  }
  return {
    ok: true,
    brought: { campaign, records: [...records.values()] },
    refused,
    ofAnother,
    missing: [...useOfRecord.keys()].filter((fingerprint) => !records.has(fingerprint)).length,
  };
}
