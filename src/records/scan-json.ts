/**
 * Looks through JSON before it is parsed: once, from left to right, without recursion and in slices, so that
 * no file however made can overflow the stack, hold up the page or mean two things. Whether it is JSON at all
 * is left to `JSON.parse`, which is safe once this has passed.
 */

export type ScanFault =
  /** It ends inside a string, a list or an object. */
  | 'cut-short'
  | 'too-deep'
  /** It holds more values than any record. */
  | 'too-much'
  | 'repeated-name'
  /** A name that reaches into JavaScript objects. */
  | 'unsafe-name'
  /** A number that JavaScript cannot hold. */
  | 'too-large-number'
  /** Half a character, or a control character. */
  | 'broken-character';

export interface ScanLimits {
  readonly depth: number;
  readonly values: number;
}

/** Several times what the largest record needs. */
export const RECORD_LIMITS: ScanLimits = { depth: 16, values: 20_000 };

const UNSAFE_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Characters between two looks at the clock. */
const SLICE = 1 << 17;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

interface Level {
  /** The names so far; undefined in a list. */
  readonly names: Set<string> | undefined;
  /** True where the next string is a name. */
  nameNext: boolean;
}

/** Yields now and then, so that the caller can let the page breathe; returns the first fault. */
export function* scanJson(
  text: string,
  limits: ScanLimits = RECORD_LIMITS,
): Generator<undefined, ScanFault | undefined> {
  const levels: Level[] = [];
  let values = 0;
  let pause = SLICE;
  let at = 0;
  while (at < text.length) {
    if (at >= pause) {
      pause = at + SLICE;
      yield undefined;
    }
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const start = at + 1;
      let escaped = false;
      at = start;
      for (;;) {
        if (at >= text.length) return 'cut-short';
        if (at >= pause) {
          pause = at + SLICE;
          yield undefined;
        }
        const inside = text.charCodeAt(at);
        if (inside === QUOTE) break;
        if (inside === BACKSLASH) {
          escaped = true;
          const read = readEscape(text, at);
          if (typeof read === 'string') return read;
          at = read;
        } else if (inside >= 0xd800 && inside <= 0xdfff) {
          const next = text.charCodeAt(at + 1);
          if (inside > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return 'broken-character';
          at += 2;
        } else if (inside < 0x20 || inside === 0x7f || inside >= 0xfffe) {
          return 'broken-character';
        } else at += 1;
      }
      values += 1;
      const level = levels.at(-1);
      if (level?.names !== undefined && level.nameNext) {
        const name = escaped ? unescaped(text.slice(start - 1, at + 1)) : text.slice(start, at);
        if (UNSAFE_NAMES.has(name)) return 'unsafe-name';
        if (level.names.has(name)) return 'repeated-name';
        level.names.add(name);
        level.nameNext = false;
      }
      at += 1;
    } else if (code === 0x7b || code === 0x5b) {
      if (levels.length >= limits.depth) return 'too-deep';
      values += 1;
      levels.push(
        code === 0x7b ? { names: new Set(), nameNext: true } : { names: undefined, nameNext: false },
      );
      at += 1;
    } else if (code === 0x7d || code === 0x5d) {
      levels.pop();
      at += 1;
    } else if (code === 0x2c) {
      const level = levels.at(-1);
      if (level?.names !== undefined) level.nameNext = true;
      at += 1;
    } else if (code === 0x2d || (code >= 0x30 && code <= 0x39)) {
      const start = at;
      while (at < text.length && at - start < 400 && /[-+.0-9eE]/.test(text.charAt(at))) at += 1;
      values += 1;
      if (!Number.isFinite(Number(text.slice(start, at))) || at - start >= 400) return 'too-large-number';
    } else at += 1;
    if (values > limits.values) return 'too-much';
  }
  return levels.length > 0 ? 'cut-short' : undefined;
}

/** Where the text goes on after the escape at `at`, or what is wrong with it. */
function readEscape(text: string, at: number): number | ScanFault {
  const kind = text[at + 1];
  if (kind === undefined) return 'cut-short';
  if (kind === 'b' || kind === 'f') return 'broken-character';
  if (kind !== 'u') return at + 2;
  const unit = Number.parseInt(text.slice(at + 2, at + 6), 16);
  if (unit >= 0xd800 && unit <= 0xdfff) {
    const low = text.startsWith('\\u', at + 6)
      ? Number.parseInt(text.slice(at + 8, at + 12), 16)
      : Number.NaN;
    return unit <= 0xdbff && low >= 0xdc00 && low <= 0xdfff ? at + 12 : 'broken-character';
  }
  const control = unit < 0x20 && unit !== 0x09 && unit !== 0x0a && unit !== 0x0d;
  return control || unit === 0x7f || unit >= 0xfffe ? 'broken-character' : at + 6;
}

/** A name without its escapes; one that is not written as JSON stays as it is, and `JSON.parse` will refuse it. */
function unescaped(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted;
  }
}
