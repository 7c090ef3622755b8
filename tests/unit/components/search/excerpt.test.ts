import { describe, expect, it } from 'vitest';

import { countWords, excerptOf } from '../../../../src/components/search/excerpt.ts';

const shown = (text: string, marks: number[], most?: number): string =>
  excerptOf(text, new Set(marks), most)
    .map((run) => (run.marked ? `[${run.text}]` : run.text))
    .join('');

const twenty = Array.from({ length: 20 }, (_, place) => `w${place}`).join(' ');

describe('someone who looks at a result', () => {
  it('sees which words were met', () => {
    expect(shown('You must not send  marketing.', [2, 3, 4])).toBe('You must [not] [send] [marketing.]');
    expect(shown('Nothing met here', [])).toBe('Nothing met here');
  });

  it('sees the part of a long text where most of them stand, and that there is more', () => {
    expect(shown(twenty, [2, 14, 15], 8)).toBe('… w10 w11 w12 w13 [w14] [w15] w16 w17 …');
  });

  it('sees the beginning where nothing was met, and the end without a gap after it', () => {
    expect(shown(twenty, [], 3)).toBe('w0 w1 w2 …');
    expect(shown(twenty, [19], 3)).toBe('… w17 w18 [w19]');
  });

  it('sees tags that stand in a text as text', () => {
    expect(excerptOf('<b>bold</b> words', new Set([0]))).toEqual([
      { text: '<b>bold</b>', marked: true },
      { text: ' words', marked: false },
    ]);
  });

  it('loses no word to the count', () => {
    expect(countWords(' two\u00a0words \n')).toBe(2);
    expect(countWords('')).toBe(0);
  });
});
