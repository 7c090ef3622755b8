/**
 * `npm run check-record -- <file>`: checks a record or a campaign, without a browser. It goes through the same doors as
 * on the site: hostile until validated, its fingerprint taken again, its answers replayed. It ends with 0 where all is
 * well, with 1 where something is not, and with 2 where there was nothing to check.
 */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';

import { openCampaign } from '../campaign/files/open-campaign.ts';
import { questionnaires } from '../questionnaires/index.ts';
import { plainDate } from '../records/dates.ts';
import { shortFingerprint } from '../records/fingerprint.ts';
import type { DecisionRecord } from '../records/record.ts';
import { reopen, type NotReplayed, type Reopened } from '../records/reopen.ts';
import { restoreRecord, type OpenedOther } from '../records/restore.ts';
import { wordsOf, type Words } from '../records/words.ts';
import { MOST_ZIP_BYTES } from '../records/zip.ts';
import { readContent } from '../schemas/read-content.ts';

export interface Checked {
  /** What to print, line by line. */
  readonly lines: readonly string[];
  /** 0: all is well. 1: something is not. 2: there was nothing to check. */
  readonly code: 0 | 1 | 2;
}

const VERDICTS = {
  stop: 'stop',
  'proceed-if': 'proceed, once some things are done',
  proceed: 'proceed',
  'not-needed': 'not needed',
} as const;

const NOT_REPLAYED: Readonly<Record<NotReplayed['what'], string>> = {
  'edition-gone': 'it was decided under an edition that this site does not have',
  'question-gone': 'this is not asked any more',
  'answer-gone': 'its answer is not taken any more',
  'not-asked': 'this is not asked any more after the other answers',
  'newly-asked': 'this is asked now, and the record does not answer it',
};

/** Checks a file. Never throws for what is in it. */
export async function checkFile(path: string): Promise<Checked> {
  let bytes: Uint8Array;
  try {
    const { size } = await stat(path);
    if (size > MOST_ZIP_BYTES) return nothing(`${path} is larger than 50 MB, and was not read.`);
    bytes = await readFile(path);
  } catch {
    return nothing(`${path} cannot be read. Name a file that is there.`);
  }
  const offered = questionnaires.map(({ id }) => id);
  const words = wordsOfAll();

  if (isCampaign(bytes)) {
    const campaign = await openCampaign(bytes, offered);
    if (!campaign.ok)
      return campaign.problem === 'not-a-campaign'
        ? checkOne(bytes, path, offered, words)
        : nothing(campaign.sentence, campaign.where);
    const { brought, refused, ofAnother, missing } = campaign;
    const name = brought.campaign.who.name.trim();
    const lines = [
      `A campaign${name === '' ? '' : `, “${name}”`}: ${counted(brought.campaign.uses.length, 'use')}, ${counted(brought.records.length, 'record')}.`,
    ];
    let code: Checked['code'] = 0;
    for (const { json } of brought.records) {
      const restored = await restoreRecord(json, offered);
      if (!restored.ok) continue;
      const checked = await checkRecord(restored.record, restored.matches, words);
      lines.push('', ...checked.lines);
      if (checked.code !== 0) code = 1;
    }
    for (const { name: file, sentence } of refused) lines.push('', `${file}: ${sentence}`);
    if (ofAnother.length > 0)
      lines.push('', `Of another campaign: ${ofAnother.map((title) => `“${title}”`).join(', ')}.`);
    if (missing > 0) lines.push('', `${counted(missing, 'record')} that the campaign names not in the file.`);
    return { lines, code: refused.length > 0 || missing > 0 ? 1 : code };
  }
  return checkOne(bytes, path, offered, words);
}

/** Checks the file of one record, in any format that carries it. */
async function checkOne(
  bytes: Uint8Array,
  path: string,
  offered: readonly string[],
  words: ReadonlyMap<string, Words>,
): Promise<Checked> {
  const restored = await restoreRecord(bytes, offered, basename(path));
  if (!restored.ok)
    return restored.other === undefined
      ? nothing(restored.sentence, restored.where)
      : checkOther(restored.other);
  const { lines, code } = await checkRecord(restored.record, restored.matches, words);
  return restored.altered === undefined
    ? { lines, code }
    : {
        lines: [
          ...lines,
          `The words that the file shows differ from the record in it, from “${restored.altered}” on.`,
        ],
        code: 1,
      };
}

const KINDS = { checklist: 'The record of a checklist', text: 'A text to use', sheet: 'A sheet' } as const;

/** A file of ours that holds no decision: there is nothing to replay. */
function checkOther({ file, matches, altered }: OpenedOther): Checked {
  const lines = [
    `${KINDS[file.kind]}, made on ${file.record.madeAt}.`,
    matches === false
      ? 'It has been changed since its fingerprint was taken.'
      : `It matches its fingerprint, ${file.record.fingerprint}.`,
    ...(altered === undefined
      ? []
      : [`The words that the file shows differ from what is in it, from “${altered}” on.`]),
  ];
  return { lines, code: matches === false || altered !== undefined ? 1 : 0 };
}

/** A ZIP, which may be a Word file as well, or JSON that begins as a campaign’s does. */
function isCampaign(bytes: Uint8Array): boolean {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return true;
  return new TextDecoder().decode(bytes.subarray(0, 1000)).includes('"clear-canvass/campaign/');
}

const nothing = (sentence: string, where?: string): Checked => ({
  lines: [sentence, ...(where === undefined ? [] : [`It lies at ${where}.`])],
  code: 2,
});

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

function wordsOfAll(): ReadonlyMap<string, Words> {
  const content = readContent();
  return new Map(questionnaires.map((questionnaire) => [questionnaire.id, wordsOf(content, questionnaire)]));
}

async function checkRecord(
  record: DecisionRecord,
  matches: boolean | undefined,
  words: ReadonlyMap<string, Words>,
): Promise<Checked> {
  const { questionnaire: of, details, madeAt, outcome, fingerprint } = record;
  const questionnaire = questionnaires.find(({ id }) => id === of.id);
  const known = words.get(of.id);
  const head = `“${details.title}”, ${of.id} ${of.version}, ${plainDate(madeAt)}, ${shortFingerprint(fingerprint)}`;
  const recorded = `Recorded: ${outcome.name} (${VERDICTS[outcome.verdict]}).`;
  if (questionnaire === undefined || known === undefined)
    return { lines: [head, recorded, 'This site does not have its questionnaire.'], code: 1 };
  const reopened = await reopen(record, questionnaire, known, matches);
  const isWell = reopened.matches === true && reopened.notReplayed.length === 0 && reopened.agrees === true;
  return {
    lines: [
      head,
      reopened.matches === true
        ? 'Unchanged since it was made: it matches its fingerprint.'
        : 'Changed since it was made: it does not match its fingerprint.',
      recorded,
      ...sayReplay(reopened),
    ],
    code: isWell ? 0 : 1,
  };
}

function sayReplay({ notReplayed, agrees, then, today }: Reopened): readonly string[] {
  if (notReplayed.length > 0)
    return [
      'Not replayed, so the result is as recorded:',
      ...notReplayed.map(({ what, text }) => `- ${text} (${NOT_REPLAYED[what]})`),
    ];
  const replayed =
    then === undefined
      ? []
      : [
          agrees === true
            ? 'Its answers give the result that it states.'
            : `Its own answers give another result: ${then.name} (${VERDICTS[then.verdict]}).`,
        ];
  if (today === undefined) return replayed;
  if (today.outcome === undefined)
    return [...replayed, `Under the newest rules more is asked: ${today.asks?.text ?? ''}`];
  return [
    ...replayed,
    today.same
      ? 'Under the newest rules the outcome is the same.'
      : `Under the newest rules: ${today.outcome.name} (${VERDICTS[today.outcome.verdict]}).`,
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [path] = process.argv.slice(2);
  const { lines, code } =
    path === undefined
      ? nothing('Name the file to check: npm run check-record -- my-campaign.zip')
      : await checkFile(path);
  const say = code === 0 ? console.log : console.error;
  for (const line of lines) say(line);
  process.exitCode = code;
}
