import { describe, expect, it } from 'vitest';

import { countInWords, missingInWords } from '../../../../src/components/search/findings-in-words.ts';

describe('someone who looks for something', () => {
  it('is told how many results there are, and when they are only near', () => {
    expect(countInWords(0, true)).toBe('No results');
    expect(countInWords(1, true)).toBe('1 result');
    expect(countInWords(12, true)).toBe('12 results');
    expect(countInWords(12, false)).toBe('12 near results');
    expect(countInWords(0, false)).toBe('No results');
  });

  it('is told which words were not found, and what the results are for', () => {
    expect(missingInWords([], true)).toBe('');
    expect(missingInWords([{ word: 'orchid', near: [] }], false)).toBe('“orchid” was not found.');
    expect(missingInWords([{ word: 'orchid', near: [] }], true)).toBe(
      '“orchid” was not found. The results are for the rest of your words.',
    );
    expect(missingInWords([{ word: 'registar', near: ['register'] }], false)).toBe(
      '“registar” was not found. The results are for “register”, which is like it.',
    );
    expect(
      missingInWords(
        [
          { word: 'orchid', near: [] },
          { word: 'conxent', near: ['consent', 'content'] },
          { word: 'orchid', near: [] },
        ],
        true,
      ),
    ).toBe(
      '“orchid” and “conxent” were not found. The results are for “consent” or “content”, which is like it, and for the rest of your words.',
    );
  });
});
