/**
 * Which code stands for which box. A code belongs to its box for good: what has been released stays as it is, in the order
 * in which it was given, and a new box gets the next code that is free.
 */
import type { Questionnaire } from '../../engine/define.ts';
import { allBoxes, nameOf } from './boxes.ts';
import { ALL_CODES } from './code.ts';

/** `codes.json` beside a questionnaire’s words. */
export interface Codes {
  /** The code of the worksheet itself, which no other worksheet has. */
  readonly sheet: string;
  /** Box → its code, in the order in which they were given; boxes that are no longer asked keep theirs. */
  readonly codes: Readonly<Record<string, string>>;
  /** Released version → how many of these codes it printed or knew, and their hash, which keeps them as they are. */
  readonly released: Readonly<Record<string, { readonly boxes: number; readonly hash: string }>>;
}

/** How far it is from one code to the next that is given, so that neighbours on the paper look nothing alike. */
const STRIDE = 200;

/** Every code once, in the order in which a questionnaire gives them. It begins elsewhere for each, so that worksheets differ. */
function codesInOrder(id: string): readonly string[] {
  let begin = 0;
  for (const letter of id) begin = (begin * 31 + letter.charCodeAt(0)) % ALL_CODES.length;
  return ALL_CODES.map((_code, place) => ALL_CODES[(begin + place * STRIDE) % ALL_CODES.length] ?? '');
}

/** How many codes have been released, and can change no more. */
export const releasedBoxes = (kept: Codes | undefined): number =>
  Math.max(0, ...Object.values(kept?.released ?? {}).map(({ boxes }) => boxes));

/**
 * The codes of a questionnaire as it is now: those released before, and new ones for what has none. The same again for
 * the same questionnaire and the same released codes.
 *
 * @param others the codes of other worksheets, which this one’s must not be
 * @throws Error where there are more boxes than codes
 */
export function withCodes(
  questionnaire: Questionnaire,
  kept: Codes | undefined,
  others: readonly string[],
): Codes {
  const free = codesInOrder(questionnaire.id);
  const sheet = kept?.sheet ?? free.find((code) => !others.includes(code)) ?? '';
  const before = Object.entries(kept?.codes ?? {}).slice(0, releasedBoxes(kept));
  const codes = new Map(before);
  const taken = new Set([sheet, ...codes.values()]);
  const next = free.filter((code) => !taken.has(code)).values();
  for (const name of allBoxes(questionnaire).map(nameOf)) {
    if (codes.has(name)) continue;
    const { value } = next.next();
    if (value === undefined)
      throw new Error(
        `${questionnaire.id} has had more boxes than there are codes for a worksheet, ${ALL_CODES.length - 1}: ask less in one questionnaire, and make a second one of the rest.`,
      );
    codes.set(name, value);
  }
  return { sheet, codes: Object.fromEntries(codes), released: kept?.released ?? {} };
}
