/**
 * Finds the record that a PDF carries. All of the file is taken as hostile, and it is not parsed: an attached file is
 * always a stream by itself, whatever program wrote the PDF anew, so each stream is looked at alone. One that does not
 * begin as JSON is left after its first bytes; the others are unpacked only as far as a record can be long. No page is
 * laid out, no script or form of the file is read as one, and nothing in it can name another file or an address.
 */
import { Inflate } from 'fflate';

import type { Breather } from './breather.ts';
import { MOST_BYTES } from './record.ts';
import { joinBytes } from './join-bytes.ts';

export type PdfFault =
  /** It is encrypted. */
  | 'pdf-locked'
  | 'pdf-without-record'
  /** It has more in it than any file of ours. */
  | 'too-much'
  | 'cut-short'
  | 'several';

/** More streams than a record of ours has, with room for what another program adds. */
const MOST_STREAMS = 20_000;

/** Bytes that are unpacked before it is looked at what has come. */
const SLICE = 4096;

/** So far before a stream its own description is looked for. Bytes. */
const DESCRIPTION = 2000;

const SCHEMA = /"schema"\s*:\s*"clear-canvass\//;

/** @param bytes a file that begins as a PDF does, no longer than a record’s may be */
export async function findInPdf(
  bytes: Uint8Array,
  breather: Breather,
): Promise<{ readonly json: string } | { readonly problem: PdfFault }> {
  // A character for each byte, so that places in the text are places in the file.
  const text = new TextDecoder('windows-1252').decode(bytes);
  const found = new Set<string>();
  let left = MOST_BYTES;
  let from = 0;
  for (let count = 0; ; count += 1) {
    const at = text.indexOf('stream', from);
    if (at < 0) break;
    if (count > MOST_STREAMS) return { problem: 'too-much' };
    await breather.pause();
    from = at + 'stream'.length;
    const lineEnd = /^(?:\r\n|\r|\n)/.exec(text.slice(from, from + 2))?.[0];
    if (lineEnd === undefined || text.slice(at - 3, at) === 'end') continue;
    const start = from + lineEnd.length;
    const end = endOf(text, at, start);
    if (end === undefined) return { problem: found.size > 0 ? 'several' : 'cut-short' };
    from = end;
    const data = bytes.subarray(start, end);
    const json = beginsAsJson(data) ? data : await unpack(data, left, breather);
    if (json === 'too-much') return { problem: 'too-much' };
    if (json === undefined) continue;
    left -= json.length;
    const read = new TextDecoder().decode(json).trim();
    if (SCHEMA.test(read)) found.add(read);
  }
  const [json, another] = found;
  if (another !== undefined) return { problem: 'several' };
  if (json !== undefined) return { json };
  if (/\/Encrypt\b/.test(text)) return { problem: 'pdf-locked' };
  return { problem: text.trimEnd().endsWith('%%EOF') ? 'pdf-without-record' : 'cut-short' };
}

/** Where a stream ends: where it says so itself, if it does and that is true, or else before the word that ends it. */
function endOf(text: string, keyword: number, start: number): number | undefined {
  const described = text.slice(Math.max(0, keyword - DESCRIPTION), keyword);
  const own = described.slice(described.lastIndexOf('obj'));
  const length = /\/Length\s+(\d{1,9})(?!\d|\s+\d+\s+R)/.exec(own)?.[1];
  const said = start + Number(length);
  if (length !== undefined && /^\s{0,2}endstream/.test(text.slice(said, said + 12))) return said;
  let end = text.indexOf('endstream', start);
  // JSON that is not packed may hold the word itself.
  while (end >= 0 && text[start] === '{' && !/\}\s{0,2}$/.test(text.slice(end - 3, end)))
    end = text.indexOf('endstream', end + 1);
  return end < 0 ? undefined : end;
}

const beginsAsJson = (data: Uint8Array): boolean =>
  data[0] === 0x7b && (data[1] === 0x22 || data[1] === 0x0a);

/**
 * A packed stream, where what comes out begins as JSON.
 * @param most the most bytes that it may come to
 */
async function unpack(
  data: Uint8Array,
  most: number,
  breather: Breather,
): Promise<Uint8Array | 'too-much' | undefined> {
  const [first = 0, second = 0] = data;
  // Two bytes that say how it is packed stand before it.
  if ((first & 0x0f) !== 8 || ((first << 8) | second) % 31 !== 0) return undefined;
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((part) => {
    parts.push(part);
    size += part.length;
  });
  try {
    for (let from = 2; from < data.length; from += SLICE) {
      inflate.push(data.subarray(from, from + SLICE), from + SLICE >= data.length);
      const begun = parts.find(({ length }) => length > 1);
      if (begun !== undefined && !beginsAsJson(begun)) return undefined;
      if (size > most) return 'too-much';
      await breather.pause();
    }
  } catch {
    return undefined;
  }
  return joinBytes(parts);
}
