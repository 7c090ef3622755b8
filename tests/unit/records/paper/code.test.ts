import { describe, expect, it } from 'vitest';

import { ALL_CODES, ALPHABET, isCode, piecesOf } from '../../../../src/records/paper/code.ts';

const signs = [...ALPHABET];

describe('someone who reads a code off paper', () => {
  it('has 23 signs before her, none of which looks like another', () => {
    expect(new Set(signs).size).toBe(23);
    expect(ALPHABET).not.toMatch(/[^0-9A-Z]|[0O1IL2Z5S8BUV]/);
  });

  it('can be given 529 different codes, all of them good', () => {
    expect(ALL_CODES).toHaveLength(529);
    expect(new Set(ALL_CODES).size).toBe(529);
    expect(ALL_CODES.filter((code) => !isCode(code))).toEqual([]);
    const all = signs.flatMap((one) => signs.flatMap((two) => signs.map((three) => one + two + three)));
    expect(all.filter(isCode)).toEqual([...ALL_CODES]);
  });

  it('is told of every sign that she misreads, in every code and at every place', () => {
    let misread = 0;
    for (const code of ALL_CODES)
      for (const place of [0, 1, 2])
        for (const sign of signs)
          if (sign !== code[place]) {
            misread += 1;
            if (isCode(code.slice(0, place) + sign + code.slice(place + 1))) expect.fail(`${code}: ${sign}`);
          }
    expect(misread).toBe(529 * 3 * 22);
  });

  it('is told when she swaps two signs that stand side by side, in every code', () => {
    for (const [one = '', two = '', three = ''] of ALL_CODES) {
      if (one !== two) expect(isCode(two + one + three)).toBe(false);
      if (two !== three) expect(isCode(one + three + two)).toBe(false);
    }
  });

  it.each(['', '3', '33', '3333', '3 3', '33a', '330', 'ÄÄÄ', '３３３'])(
    'is told that “%s” is none',
    (typed) => {
      expect(isCode(typed)).toBe(false);
    },
  );
});

describe('someone who types codes', () => {
  it.each([
    ['333 346', ['333', '346']],
    ['  333\n346\t', ['333', '346']],
    ['3a4 7-4-6', ['3A4', '746']],
    ['333346', ['333', '346']],
    ['3 3 3 3 4 6', ['333', '346']],
    ['33 3, 346; 3-4–6', ['333', '346', '346']],
    ['', []],
    [' - ', []],
  ])('may write %j as she likes', (typed, pieces) => {
    expect(piecesOf(typed)).toEqual(pieces);
  });

  it('spoils no other code by a sign too few or too many', () => {
    expect(piecesOf('333 34 777')).toEqual(['333', '34', '777']);
    expect(piecesOf('333 3466 777')).toEqual(['333', '3466', '777']);
    expect(piecesOf('333 34')).toEqual(['333', '34']);
  });
});
