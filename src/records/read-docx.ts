/**
 * Finds the record in a Word file, and the words that the file shows. All of it is taken as hostile: it is measured before
 * it is inflated and while it is, only the parts that are needed are read, and of their XML only texts and names.
 */
import type { Breather } from './breather.ts';
import { RECORD_NAMESPACE } from './record-part.ts';
import { MOST_BYTES } from './record.ts';
import { scanXml, type XmlFault, type XmlReader } from './scan-xml.ts';
import { inflateListed, listZip, type ZipFault, type ZipLimits } from './zip.ts';

/** Several times what a word processor makes of the longest record, pictures of its own included. */
const LIMITS: ZipLimits = { files: 1000, each: 4 * MOST_BYTES, all: 10 * MOST_BYTES };
/** More custom parts than any file has that is filed in an office. */
const MOST_PARTS = 40;

const DOCUMENT = /^word\/document\d*\.xml$/;
const CUSTOM_PART = /^customXml\/(?!itemProps)[^/]+\.xml$/;

export type DocxFault =
  | ZipFault
  | XmlFault
  /** It is some other file that is packed in the same way. */
  | 'other-format'
  /** It is a campaign as this site packs it. */
  | 'campaign'
  /** A Word file without a record of ours. */
  | 'word-without-record'
  | 'several';

export interface InDocx {
  /** The text of the part that carries the record. */
  readonly json: string;
  /** The words of the document, in reading order, with white space between them. */
  readonly words: string;
}

export async function readDocx(bytes: Uint8Array, breather: Breather): Promise<InDocx | DocxFault> {
  const listed = listZip(bytes, LIMITS);
  if (typeof listed === 'string') return listed;
  const document = listed.find(({ name }) => DOCUMENT.test(name));
  if (document === undefined)
    return listed.some(({ name }) => name === 'campaign.json') ? 'campaign' : 'other-format';
  const parts = listed.filter(({ name }) => CUSTOM_PART.test(name));
  if (parts.length > MOST_PARTS) return 'too-many-files';

  const read = async (entry: (typeof listed)[number], reader: XmlReader): Promise<DocxFault | undefined> => {
    const xml = await inflateListed(bytes, entry, breather);
    if (typeof xml === 'string') return xml;
    const text = decoded(xml);
    if (text === undefined) return 'damaged';
    const scan = scanXml(text, reader);
    let step = scan.next();
    while (step.done !== true) {
      await breather.pause();
      step = scan.next();
    }
    return step.value;
  };

  const found: string[] = [];
  for (const part of parts) {
    const carried = new CarriedRecord();
    const fault = await read(part, carried);
    // Another program’s part is no business of ours, however it is made.
    if (!carried.isOurs && fault !== 'word-declares' && fault !== 'too-much') continue;
    if (fault !== undefined) return fault;
    found.push(carried.json);
  }
  const [json] = found;
  if (json === undefined) return 'word-without-record';
  if (found.length > 1) return 'several';
  const words = new ShownWords();
  return (await read(document, words)) ?? { json, words: words.shown };
}

/** XML as text, in the encodings that it may come in without saying so. */
function decoded(xml: Uint8Array): string | undefined {
  const encoding =
    xml[0] === 0xff && xml[1] === 0xfe
      ? 'utf-16le'
      : xml[0] === 0xfe && xml[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(xml);
  } catch {
    return undefined;
  }
}

/** Takes the text of a part whose outermost element is ours. */
class CarriedRecord implements XmlReader {
  isOurs = false;
  json = '';
  #depth = 0;

  readonly open = (name: string, attributes: string): void => {
    this.#depth += 1;
    if (this.#depth === 1)
      this.isOurs = name === 'record' && new RegExp(`["']${RECORD_NAMESPACE}["']`).test(attributes);
  };
  readonly close = (): void => {
    this.#depth -= 1;
  };
  readonly text = (text: string): void => {
    if (this.isOurs && this.#depth === 1) this.json += text;
  };
}

/** What parts one word from the next, and characters that have an element of their own. */
const SIGNS: Readonly<Record<string, string>> = {
  p: ' ',
  br: ' ',
  cr: ' ',
  tab: ' ',
  tc: ' ',
  noBreakHyphen: '\u2011',
  softHyphen: '\u00ad',
};

/** Shown in another way already, or no longer. */
const LEFT_OUT = new Set(['Fallback', 'del', 'moveFrom']);

/** Takes the words that a document shows. */
class ShownWords implements XmlReader {
  shown = '';
  #inText = false;
  #leftOut = 0;

  readonly open = (name: string): void => {
    if (LEFT_OUT.has(name)) this.#leftOut += 1;
    if (this.#leftOut > 0) return;
    if (name === 't') this.#inText = true;
    else this.shown += SIGNS[name] ?? '';
  };
  readonly close = (name: string): void => {
    if (LEFT_OUT.has(name)) this.#leftOut -= 1;
    if (name === 't') this.#inText = false;
  };
  readonly text = (text: string): void => {
    if (this.#inText && this.#leftOut === 0) this.shown += text;
  };
}
