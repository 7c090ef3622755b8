/** The letters that a PDF can show. */

/** First and last of each row of characters that the fonts of a PDF hold. `record-fonts.ts` cuts them down to these. */
export const LETTERS: readonly (readonly [first: number, last: number])[] = [
  // Latin, with the letters of western and middle Europe: Polish, Czech, Turkish, Welsh ŵ and ŷ.
  [0x20, 0x7e],
  [0xa0, 0x17f],
  // Pinyin; Romanian; apostrophes and accents that stand alone.
  [0x1cd, 0x1d4],
  [0x218, 0x21b],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2c7],
  [0x2d8, 0x2dd],
  // Accents that are typed after their letter.
  [0x300, 0x30c],
  [0x323, 0x328],
  // Welsh ẁ, ẃ and ẅ; Yoruba and Vietnamese.
  [0x1e80, 0x1e85],
  [0x1e9e, 0x1ef9],
  // Dashes, quotation marks, signs and currencies.
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x2044, 0x2044],
  [0x20ac, 0x20ac],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x2212, 0x2212],
  // What stands for all that is not here.
  [0xfffd, 0xfffd],
];

/** Whether the fonts of a PDF have every part of a letter. */
export function canShow(letter: string): boolean {
  return [...letter].every((part) => {
    const code = part.codePointAt(0) ?? 0;
    return LETTERS.some(([first, last]) => code >= first && code <= last);
  });
}
