/**
 * The one door for records that someone brings: a file, or pasted text. All of it is taken as hostile. It is
 * measured, scanned and checked against the schema before anything reads it, and nothing in it is ever run
 * or put into a page as markup.
 */
import * as v from 'valibot';
import { Breather } from './breather.ts';
import { DRAFT_READING, DRAFT_SCHEMA, draftSchema, type Draft } from './draft.ts';
import { matchesFingerprint } from './fingerprint.ts';
import { CURRENT_VERSION, migrate, versionOf } from './migrations.ts';
import { isNewer, otherKindOf, readOther, type OtherFile } from './other-file.ts';
import { readWhatFits, type LeftOut } from './read-what-fits.ts';
import { firstRecordSchema } from './record-1.ts';
import { RECORD_FENCE, splitMarkdown } from './record-part.ts';
import { MOST_BYTES, recordSchema, type DecisionRecord } from './record.ts';
import { RECORD_LIMITS, scanJson } from './scan-json.ts';

/** What is said when there is no record to open, one sentence or two for each reason. */
export const RESTORE_PROBLEMS = {
  empty:
    'There is nothing in it. Choose the file that was downloaded when the record was made, or paste all of its text.',
  'too-large': 'It is larger than 10 MB, and no record is. It was not read.',
  picture: 'This is a picture. Choose the HTML, Word, PDF, Markdown or JSON file of the record instead.',
  'other-format':
    'This kind of file cannot be opened here. Choose the HTML, Word, PDF, Markdown or JSON file of the same record.',
  'no-record-inside':
    'Plain texts, tables and calendar files do not carry the record itself. Choose another file of the same record: HTML, Word, PDF, Markdown or JSON.',
  'pdf-without-record':
    'There is no record in this PDF. Choose the PDF as it was downloaded here: printing it, or saving it again with another program, can leave the record out.',
  'pdf-locked':
    'This PDF is locked with a password, so the record in it cannot be read. Choose the PDF as it was downloaded here.',
  'word-without-record':
    'There is no record in this Word file. It was never one of ours, or the program that saved it left the record out. If you have another copy, try that one.',
  'word-declares':
    'This file could have other files fetched, or grow without end, while it is read. No Word file of ours does. It was not opened.',
  'other-packing':
    'This is locked with a password, or packed in a way that cannot be read here. Save it without a password, and try again.',
  'too-many-files': 'This holds far more parts than the Word file of any record does, so it was not opened.',
  campaign: 'This is a whole campaign, and not one record. Bring it in on the page “Your campaign”.',
  'not-fetched':
    'The part of this site that reads such a file did not come. Check your connection, and choose the file again.',
  'not-text':
    'There is no record to read in a file of this kind. Choose the HTML, Word, PDF, Markdown or JSON file of the record.',
  'not-a-record':
    'There is no record in this. Choose the file that was downloaded when the record was made: HTML, Word, PDF, Markdown or JSON.',
  draft:
    'This is not a record: it holds the answers of a questionnaire that was not finished. You can go on with them.',
  checklist:
    'This is the record of a checklist, and not of a decision. It can be read on the page “Open a record”.',
  text: 'This is a text to use, and not the record of a decision. It can be read on the page “Open a record”.',
  sheet:
    'This is a sheet of a campaign or of training, and not the record of a decision. It can be read on the page “Open a record”.',
  several: 'There is more than one record in this. Open them one at a time.',
  'cut-short':
    'This breaks off before its end, so part of the record is missing. Get the whole file from where it came, and try again.',
  damaged:
    'The data in this is damaged, so the record cannot be read. If you have another copy, try that one.',
  'too-deep': 'This is built far deeper than any record is, so it was not opened.',
  'too-much': 'This holds far more parts than any record does, so it was not opened.',
  'repeated-name':
    'Two parts of this carry the same name, so it could be read in two ways. It was not opened.',
  'unsafe-name':
    'A part of this carries a name that could harm the page, and no record has one. It was not opened.',
  'too-large-number': 'This holds a number too large to be read, and no record has one. It was not opened.',
  'broken-character':
    'This holds a broken or hidden character, and no record has one. If you have another copy, try that one.',
  newer:
    'This record was made by a newer version of this site. Load this page again to get the newest version, then open the record again.',
  'unknown-questionnaire':
    'This record answers a questionnaire that this site does not have. If it is an HTML file, you can still read it by opening it in your browser.',
  'not-in-shape':
    'Part of this is missing, or is not what a record holds in that place. If you have another copy, try that one.',
} as const;

export type RestoreProblem = keyof typeof RESTORE_PROBLEMS;

export type Restored =
  | {
      readonly ok: true;
      /** In the newest shape. */
      readonly record: DecisionRecord;
      /** As it was made, which is what its fingerprint was taken over; the record itself where that is the newest shape. */
      readonly original: OriginalRecord;
      /** Whether it gives the fingerprint that it carries; undefined where this browser cannot work one out. */
      readonly matches: boolean | undefined;
      /**
       * For a Word or a Markdown file that shows other words than its record says: the first few of them. The record is
       * what the file carries, and never what it shows.
       */
      readonly altered?: string;
    }
  | {
      readonly ok: false;
      readonly problem: RestoreProblem;
      /** What to tell the person. */
      readonly sentence: string;
      /** Where in the data it lies, for people who write such files, such as `steps.2.answer`. */
      readonly where?: string;
      /** Unfinished answers that can be gone on with. */
      readonly draft?: Draft;
      /** Parts of the draft that could not be read, and are not in it. */
      readonly leftOut?: readonly LeftOut[];
      /** A file of ours that holds no decision, and can be read all the same. */
      readonly other?: OpenedOther;
    };

/** The record of a checklist, or a text, with what is found of its file as of one with a decision. */
export interface OpenedOther {
  readonly file: OtherFile;
  readonly matches: boolean | undefined;
  readonly altered?: string;
}

/** A record in the shape in which it was made. */
export type OriginalRecord = Readonly<Record<string, unknown>> & { readonly fingerprint: string };

/** The schemas of older shapes, by version. */
const OLDER: Readonly<Record<number, v.GenericSchema<unknown, OriginalRecord>>> = { 1: firstRecordSchema };

const no = (problem: RestoreProblem, where?: string): Extract<Restored, { ok: false }> => ({
  ok: false,
  problem,
  sentence: RESTORE_PROBLEMS[problem],
  ...(where === undefined ? {} : { where }),
});

/**
 * Finds the record in what was loaded or pasted: JSON, or an HTML, Word, PDF or Markdown file of ours.
 *
 * @param input the bytes of a file, or pasted text
 * @param offered the ids of the questionnaires that the site has: a record of any other is refused
 * @param fileName used only to explain why a file of that kind holds no record
 * @param limits how much it may hold; whoever expects a whole campaign allows more
 */
export async function restoreRecord(
  input: string | Uint8Array,
  offered: readonly string[],
  fileName = '',
  limits = RECORD_LIMITS,
): Promise<Restored> {
  if (input.length > MOST_BYTES) return no('too-large');
  const breather = new Breather();
  const found = await find(input, fileName, breather);
  if ('problem' in found) return no(found.problem);
  await breather.pause();

  const scan = scanJson(found.json, limits);
  let step = scan.next();
  while (step.done !== true) {
    await breather.pause();
    step = scan.next();
  }
  if (step.value !== undefined) return no(step.value);
  await breather.pause();

  let value: unknown;
  try {
    value = JSON.parse(found.json);
  } catch {
    return no('damaged');
  }
  await breather.pause();
  const restored = await checkValue(value, offered, breather);
  if (found.shown === undefined || !(restored.ok || restored.other)) return restored;
  const [comparing, contents] = await Promise.all([
    import('./altered.ts'),
    import('./file-content.ts'),
  ]).catch(() => []);
  if (comparing === undefined || contents === undefined) return no('not-fetched');
  if (restored.ok) {
    const altered = comparing.alteredIn(found.shown, contents.contentOf(restored.record, restored.original));
    return altered === undefined ? restored : { ...restored, altered };
  }
  if (restored.other === undefined) return restored;
  const altered = comparing.alteredIn(found.shown, contents.otherContentOf(restored.other.file));
  return altered === undefined ? restored : { ...restored, other: { ...restored.other, altered } };
}

/** Where the record lies in what was brought. What reads a format of its own is fetched once such a file has come. */
async function find(input: string | Uint8Array, fileName: string, breather: Breather): Promise<Found> {
  if (typeof input !== 'string' && beginsWith(input, PDF)) {
    const reader = await import('./find-in-pdf.ts').catch(() => undefined);
    return reader === undefined ? { problem: 'not-fetched' } : reader.findInPdf(input, breather);
  }
  if (typeof input !== 'string' && ZIPS.some((zip) => beginsWith(input, zip))) {
    const reader = await import('./read-docx.ts').catch(() => undefined);
    const read = reader === undefined ? 'not-fetched' : await reader.readDocx(input, breather);
    return typeof read === 'string' ? { problem: read } : { json: read.json, shown: { words: read.words } };
  }
  const read = typeof input === 'string' ? { text: input.replace(/^\uFEFF/, '') } : readText(input);
  if ('problem' in read) return read;
  await breather.pause();
  return findJson(read.text, fileName);
}

/** Answers that were downloaded before the questionnaire was finished. */
function checkDraft(value: object, offered: readonly string[]): Restored {
  const read = readWhatFits(draftSchema, value, DRAFT_READING);
  if (read === undefined) return no('not-in-shape');
  const { value: draft, leftOut } = read;
  return offered.includes(draft.questionnaire)
    ? { ...no('draft'), draft, leftOut }
    : no('unknown-questionnaire');
}

async function checkValue(value: unknown, offered: readonly string[], breather: Breather): Promise<Restored> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return no('not-a-record');
  const raw = value as Readonly<Record<string, unknown>>;
  const schema = raw['schema'];
  if (schema === DRAFT_SCHEMA) return checkDraft(value, offered);
  const kind = otherKindOf(schema);
  if (kind !== undefined) return isNewer(schema) ? no('newer') : checkOther(kind, raw);
  const version = versionOf(schema);
  if (version === undefined) return no('not-a-record');
  if (version > CURRENT_VERSION) return no('newer');

  const read = v.safeParse(OLDER[version] ?? recordSchema, raw, { abortEarly: true });
  if (!read.success) return no('not-in-shape', v.getDotPath(read.issues[0]) ?? undefined);
  const original: OriginalRecord = read.output;
  const checked = v.safeParse(recordSchema, migrate(original, version), { abortEarly: true });
  if (!checked.success) return no('not-in-shape', v.getDotPath(checked.issues[0]) ?? undefined);
  const record = checked.output;
  if (!offered.includes(record.questionnaire.id)) return no('unknown-questionnaire');
  await breather.pause();

  return { ok: true, record, original, matches: await matchesItself(original) };
}

/** Undefined where this browser cannot work a fingerprint out. */
async function matchesItself(made: { readonly fingerprint: string }): Promise<boolean | undefined> {
  try {
    return await matchesFingerprint(made);
  } catch {
    return undefined;
  }
}

/** It is refused wherever a decision is asked for; what it is stands beside that. */
async function checkOther(kind: OtherFile['kind'], raw: object): Promise<Restored> {
  const file = readOther(kind, raw);
  if ('where' in file) return no('not-in-shape', file.where);
  return { ...no(kind), other: { file, matches: await matchesItself(file.record) } };
}

/** The first bytes of a PDF. */
const PDF = [0x25, 0x50, 0x44, 0x46];
/** Those of a ZIP, as which Word files are packed; the other is one with nothing in it. */
const ZIPS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];

const beginsWith = (bytes: Uint8Array, pattern: readonly (number | undefined)[]): boolean =>
  pattern.every((byte, place) => byte === undefined || bytes[place] === byte);

/** The first bytes of pictures, and of formats that we cannot open. */
const SIGNATURES: readonly (readonly [RestoreProblem, readonly (number | undefined)[]])[] = [
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x42, 0x4d, undefined, undefined, undefined, undefined, 0, 0, 0, 0]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['picture', [0x52, 0x49, 0x46, 0x46, undefined, undefined, undefined, undefined, 0x57, 0x45, 0x42, 0x50]],
  // HEIC and AVIF, as phones make them: a box length, then “ftyp”.
  ['picture', [0x00, 0x00, 0x00, undefined, 0x66, 0x74, 0x79, 0x70]],
  ['other-format', [0xd0, 0xcf, 0x11, 0xe0]],
];

function readText(bytes: Uint8Array): { readonly text: string } | { readonly problem: RestoreProblem } {
  const signature = SIGNATURES.find(([, pattern]) => beginsWith(bytes, pattern));
  if (signature !== undefined) return { problem: signature[0] };
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { problem: 'not-text' };
  }
}

/** What a file shows beside its record: the words of a document, or the text of one in Markdown. */
export type Shown = { readonly words: string } | { readonly markdown: string };

type Found = { readonly json: string; readonly shown?: Shown } | { readonly problem: RestoreProblem };

function findJson(text: string, fileName: string): Found {
  const trimmed = text.trim();
  if (trimmed === '') return { problem: 'empty' };
  if (trimmed.startsWith('{')) return { json: trimmed };
  const inHtml = text.includes('<') ? findInHtml(text) : undefined;
  const inMarkdown = text.includes(RECORD_FENCE) ? findInMarkdown(text) : undefined;
  if (inHtml !== undefined && inMarkdown !== undefined) return { problem: 'several' };
  const found = inHtml ?? inMarkdown;
  if (found !== undefined) return found;
  if (text.includes('\0')) return { problem: 'not-text' };
  return { problem: /\.(csv|ics|txt)$/i.test(fileName) ? 'no-record-inside' : 'not-a-record' };
}

/** The record inside a Markdown file: what stands in the block that has the name that we give it. */
function findInMarkdown(text: string): Found | undefined {
  const split = splitMarkdown(text);
  if (typeof split === 'string') return { problem: split };
  return split && { json: split.block, shown: { markdown: split.around } };
}

/** More script elements than any file of ours has, with room for what a browser adds when it saves a page. */
const MOST_SCRIPTS = 50;
const LONGEST_START_TAG = 300;

/** The largest text that is handed to the browser’s own parser, which nothing interrupts. */
const MOST_PARSED = 1_000_000;

/**
 * The JSON inside an HTML record. The element is looked for as we write it, in one pass. Only where it has been
 * written anew, as by a program that saves pages, does the browser’s parser take over: it runs no script, loads
 * nothing, and what it makes is never put into this page.
 */
function findInHtml(text: string): Found | undefined {
  const found: string[] = [];
  let from = 0;
  for (let count = 0; count < MOST_SCRIPTS; count += 1) {
    const start = text.indexOf('<script', from);
    if (start < 0) break;
    const tag = text.slice(start, start + LONGEST_START_TAG);
    const end = tag.indexOf('>');
    from = start + '<script'.length;
    if (end < 0 || !/\sid=(?:"record"|'record'|record[\s>])/.test(tag.slice(0, end + 1))) continue;
    const close = text.indexOf('</script', start);
    if (close < 0) return { problem: 'cut-short' };
    found.push(text.slice(start + end + 1, close));
    from = close;
  }
  if (found.length === 0 && typeof DOMParser !== 'undefined' && text.length <= MOST_PARSED) {
    const page = new DOMParser().parseFromString(text, 'text/html');
    for (const element of page.querySelectorAll('script[id="record"]')) found.push(element.textContent);
  }
  if (found.length > 1) return { problem: 'several' };
  const json = found[0];
  if (json !== undefined) return { json: json.trim() };
  return /<meta name="generator" content="Clear Canvass">/.test(text.slice(0, 4000))
    ? { problem: 'cut-short' }
    : undefined;
}
