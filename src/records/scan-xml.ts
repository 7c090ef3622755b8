/**
 * Reads XML once, from left to right, without recursion and in slices, so that no file however made can overflow the
 * stack or hold up the page. It knows what Word files are made of and no more: it fetches nothing, and a file that
 * declares entities or a document type of its own, which none of them does, is refused before anything of it is used.
 */

export type XmlFault =
  | 'cut-short'
  /** It is no well-formed XML. */
  | 'damaged'
  | 'too-deep'
  /** It has a document type of its own, and may declare entities with it. */
  | 'word-declares';

export interface XmlReader {
  /** @param name without its prefix @param attributes as they stand in the tag */
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  /** Its references are resolved. A text can come in several pieces. */
  readonly text: (text: string) => void;
}

/** Several times what word processors write. */
const DEEPEST = 250;

/** Characters between two looks at the clock. */
const SLICE = 1 << 15;

const NAME = /^[\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{N}_.-]*)?/u;
const ATTRIBUTES = /^(?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*$/;
/** A start tag with more than this is nobody’s. */
const LONGEST_TAG = 100_000;

/** With room to spare. */
const LONGEST_REFERENCE = 20;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What is left of a name without its prefix. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Gives back the processor at times; at the end, what is wrong, if anything is. */
export function* scanXml(xml: string, reader: XmlReader): Generator<undefined, XmlFault | undefined> {
  const opened: string[] = [];
  let pause = SLICE;
  let at = 0;
  let any = false;
  /** Where the next tag begins, once that has been looked for. */
  let tag = -1;
  while (at < xml.length) {
    if (at >= pause) {
      pause = at + SLICE;
      yield undefined;
    }
    if (xml.charCodeAt(at) !== 0x3c) {
      if (tag < at) tag = xml.indexOf('<', at);
      if (tag < 0) tag = xml.length;
      const end = pieceEnd(xml, at, tag);
      if (opened.length === 0) {
        if (xml.slice(at, end).trim() !== '') return 'damaged';
      } else {
        const text = resolved(xml.slice(at, end));
        if (text === undefined) return 'damaged';
        reader.text(text);
      }
      at = end;
      continue;
    }
    if (xml.startsWith('<?', at) || xml.startsWith('<!--', at) || xml.startsWith('<![CDATA[', at)) {
      const last = xml.startsWith('<?', at) ? '?>' : xml.startsWith('<!--', at) ? '-->' : ']]>';
      const end = xml.indexOf(last, at + 2);
      if (end < 0) return 'cut-short';
      if (last === ']]>') {
        if (opened.length === 0) return 'damaged';
        reader.text(xml.slice(at + '<![CDATA['.length, end));
      }
      at = end + last.length;
      continue;
    }
    if (xml.startsWith('<!', at)) return 'word-declares';
    const end = tagEnd(xml, at);
    if (typeof end === 'string') return end;
    const isEnd = xml.charCodeAt(at + 1) === 0x2f;
    const inside = xml.slice(at + (isEnd ? 2 : 1), end);
    at = end + 1;
    const [name = ''] = NAME.exec(inside) ?? [];
    if (name === '') return 'damaged';
    if (isEnd) {
      if (opened.pop() !== name || inside.slice(name.length).trim() !== '') return 'damaged';
      reader.close(localName(name));
      continue;
    }
    const empty = inside.endsWith('/');
    const attributes = inside.slice(name.length, empty ? -1 : undefined);
    if (!ATTRIBUTES.test(attributes) || (opened.length === 0 && any)) return 'damaged';
    any = true;
    reader.open(localName(name), attributes);
    if (empty) reader.close(localName(name));
    else {
      if (opened.length >= DEEPEST) return 'too-deep';
      opened.push(name);
    }
  }
  return opened.length > 0 || !any ? 'cut-short' : undefined;
}

/** Where the tag that begins at `at` ends: a value can hold the sign that ends one. */
function tagEnd(xml: string, at: number): number | XmlFault {
  let quote = '';
  for (let end = at; end < at + LONGEST_TAG; end += 1) {
    const sign = xml[end];
    if (sign === undefined) return 'cut-short';
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return end;
  }
  return 'damaged';
}

/** Where a piece of the text from `at` to `end` ends: before `end` where it is long, and then never inside a reference. */
function pieceEnd(xml: string, at: number, end: number): number {
  if (end - at <= SLICE) return end;
  const piece = xml.slice(at, at + SLICE);
  const reference = piece.lastIndexOf('&');
  return at + (reference > SLICE - LONGEST_REFERENCE ? reference : SLICE);
}

/** Text without its references; undefined where one of them is none that XML itself has. */
function resolved(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let isSound = true;
  const read = text.replace(
    /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{1,8}));|&/g,
    (_found, ten?: string, hex?: string, name?: string) => {
      const point =
        ten !== undefined ? Number(ten) : hex !== undefined ? Number.parseInt(hex, 16) : undefined;
      const found =
        point === undefined
          ? NAMED[name ?? '']
          : point === 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)
            ? undefined
            : String.fromCodePoint(point);
      if (found === undefined) isSound = false;
      return found ?? '';
    },
  );
  return isSound ? read : undefined;
}
