/**
 * The codes that stand beside the boxes of a worksheet: three signs of an alphabet without look-alikes, whose sum weighted
 * by their places is a multiple of its length. The length is prime and so are none of the weights a multiple of it:
 * whoever misreads one sign, or swaps two neighbours, has no code.
 */

/** No sign that a hand or an eye takes for another: not 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U and V. */
export const ALPHABET = '34679ACDEFGHJKMNPQRTWXY';

const LENGTH = 3;

const fits = (code: string): boolean =>
  [...code].reduce((sum, sign, place) => sum + (place + 1) * ALPHABET.indexOf(sign), 0) % ALPHABET.length ===
  0;

/** Whether this is a code: capital letters and figures, and nothing besides. */
export function isCode(text: string): boolean {
  return text.length === LENGTH && [...text].every((sign) => ALPHABET.includes(sign)) && fits(text);
}

/** All codes that there are, 529 of them. */
export const ALL_CODES: readonly string[] = [...ALPHABET].flatMap((first) =>
  [...ALPHABET].flatMap((second) => [...ALPHABET].map((third) => first + second + third).filter(fits)),
);

/**
 * Signs that were typed, in threes: capital letters, whatever stands between them left out. What is left of a group that
 * cannot be cut in threes is one piece, so that a sign too few spoils no code after the next gap. The last piece may be
 * one that is still being typed.
 */
export function piecesOf(typed: string): readonly string[] {
  const groups = typed
    .toUpperCase()
    .split(/[\s,;]+/)
    .map((group) => group.replace(/[-–—‐‑.]/g, ''))
    .filter((group) => group !== '');
  const pieces: string[] = [];
  for (const group of joinedShort(groups)) {
    if (group.length % LENGTH !== 0) pieces.push(group);
    else for (let at = 0; at < group.length; at += LENGTH) pieces.push(group.slice(at, at + LENGTH));
  }
  return pieces;
}

/** Codes written with gaps between their signs are put together again: groups that are too short, up to one code’s length. */
function joinedShort(groups: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let open = '';
  for (const group of groups) {
    if (open !== '' && (open + group).length <= LENGTH) open += group;
    else {
      if (open !== '') joined.push(open);
      open = group;
    }
    if (open.length >= LENGTH) {
      joined.push(open);
      open = '';
    }
  }
  return open === '' ? joined : [...joined, open];
}
