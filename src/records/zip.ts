/**
 * Files in one ZIP, and out of one that may be hostile. Making is left to fflate. Reading takes its inflater, and goes by
 * the list at the end of the file, in which alone sizes are always right: what fflate itself would inflate of it cannot
 * be stopped on the way.
 */
import { Inflate, strToU8, Zip, ZipDeflate } from 'fflate';
import { Breather } from './breather.ts';
import { joinBytes } from './join-bytes.ts';

/** A file with more bytes than this is refused unread, and none is made. */
export const MOST_ZIP_BYTES = 50 * 1024 * 1024;

export interface ZipLimits {
  /** The most files in it. */
  readonly files: number;
  /** The most bytes of one file, inflated. */
  readonly each: number;
  /** The most bytes of all that is read, inflated. */
  readonly all: number;
}

export type ZipFault =
  /** It is no ZIP, or no longer one. */
  | 'damaged'
  | 'cut-short'
  | 'too-many-files'
  /** It holds more than it may, or more than it says. */
  | 'too-much'
  /** Two files in it have the same name. */
  | 'repeated-name'
  /** It is encrypted, or packed in a way that we do not read. */
  | 'other-packing';

type NamedFile = readonly [name: string, content: string | Uint8Array];

/**
 * A ZIP of these files.
 * @param most the most bytes that it may have: one that is larger is not opened again
 * @throws RangeError where it has more
 */
export async function makeZip(
  files: Iterable<NamedFile> | AsyncIterable<NamedFile>,
  now: Date,
  most: number = MOST_ZIP_BYTES,
): Promise<Uint8Array<ArrayBuffer>> {
  const breather = new Breather();
  const parts: Uint8Array[] = [];
  let size = 0;
  const zip = new Zip((error, part) => {
    if (error !== null) throw error;
    parts.push(part);
    size += part.length;
  });
  for await (const [name, content] of files) {
    // No worker: the site’s policy allows none that is made of a text. A higher level takes three times as long, for a
    // file that is a tenth smaller.
    const file = new ZipDeflate(name, { level: 3 });
    file.mtime = now;
    zip.add(file);
    file.push(typeof content === 'string' ? strToU8(content) : content, true);
    if (size > most)
      throw new RangeError(`The file has more than ${most} bytes, and none larger is opened again.`);
    await breather.pause();
  }
  zip.end();
  return joinBytes(parts);
}

interface Listed {
  readonly name: string;
  /** Where its own head begins. */
  readonly at: number;
  readonly packed: number;
  readonly inflated: number;
  readonly deflated: boolean;
  /** CRC-32 of its bytes, as the list says. */
  readonly sum: number;
}

const LIST_END = 0x06054b50;
const LIST_ENTRY = 0x02014b50;
const FILE_HEAD = 0x04034b50;
/** The longest comment that can stand behind the end of the list. */
const LONGEST_COMMENT = 0xffff;
/** Bytes that are handed to the inflater at once: what it makes of them stays within a megabyte. */
const SLICE = 1024;

/** The files in a ZIP, by the list at its end; nothing is inflated. */
export function listZip(bytes: Uint8Array, limits: ZipLimits): readonly Listed[] | ZipFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const first = Math.max(0, end - LONGEST_COMMENT);
  while (end >= first && view.getUint32(end, true) !== LIST_END) end -= 1;
  if (end < first)
    return bytes.length >= 4 && view.getUint32(0, true) === FILE_HEAD ? 'cut-short' : 'damaged';
  const count = view.getUint16(end + 10, true);
  if (count > limits.files) return 'too-many-files';
  const files: Listed[] = [];
  const names = new Set<string>();
  let at = view.getUint32(end + 16, true);
  let all = 0;
  for (let place = 0; place < count; place += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== LIST_ENTRY) return 'damaged';
    const packing = view.getUint16(at + 10, true);
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return 'damaged';
    if ((view.getUint16(at + 8, true) & 1) === 1 || (packing !== 0 && packing !== 8)) return 'other-packing';
    let name: string;
    try {
      name = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(at + 46, at + 46 + nameLength));
    } catch {
      return 'damaged';
    }
    if (names.has(name)) return 'repeated-name';
    names.add(name);
    const file = {
      name,
      at: view.getUint32(at + 42, true),
      packed: view.getUint32(at + 20, true),
      inflated: view.getUint32(at + 24, true),
      deflated: packing === 8,
      sum: view.getUint32(at + 16, true),
    };
    all += file.inflated;
    if (file.inflated > limits.each || all > limits.all) return 'too-much';
    files.push(file);
    at = next;
  }
  return files;
}

const SUMS = Uint32Array.from({ length: 256 }, (_none, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = (sum & 1) === 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});

/** CRC-32 as ZIP has it. What inflates files here takes none, and a byte that was changed on the way would pass. */
class Sum {
  #sum = 0xffffffff;

  add(bytes: Uint8Array): this {
    let sum = this.#sum;
    for (const byte of bytes) sum = (SUMS[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
    this.#sum = sum;
    return this;
  }

  get value(): number {
    return ~this.#sum >>> 0;
  }
}

/** The bytes of a listed file: those that the list says, as many and with their sum, or none. */
export async function inflateListed(
  bytes: Uint8Array,
  { at, packed, inflated, deflated, sum }: Listed,
  breather: Breather,
): Promise<Uint8Array | ZipFault> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== FILE_HEAD) return 'damaged';
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packed > bytes.length) return 'cut-short';
  const data = bytes.subarray(start, start + packed);
  if (!deflated) return packed === inflated && new Sum().add(data).value === sum ? data : 'damaged';
  const whole = new Uint8Array(inflated);
  const summed = new Sum();
  let size = 0;
  let ended = false;
  const inflate = new Inflate((part, final) => {
    summed.add(part);
    if (size + part.length <= inflated) whole.set(part, size);
    size += part.length;
    ended = final;
  });
  try {
    for (let from = 0; from < data.length; from += SLICE) {
      inflate.push(data.subarray(from, from + SLICE), from + SLICE >= data.length);
      if (size > inflated) return 'too-much';
      await breather.pause();
    }
  } catch {
    return 'damaged';
  }
  return ended && size === inflated && summed.value === sum ? whole : 'damaged';
}
