import { describe, expect, it } from 'vitest';

import { timesOf } from '../../../src/commands/test-times.ts';

const spec = (title: string, seconds: number, tags: string[] = []) => ({
  title,
  file: 'e2e/some.spec.ts',
  line: 1,
  tags,
  tests: [{ projectName: 'wide', status: 'expected', results: [{ duration: seconds * 1000 }] }],
});

describe('someone who adds a questionnaire', () => {
  const report = {
    suites: [
      { specs: [spec('a page', 2)], suites: [{ specs: [spec('a question', 3.5, ['article-22'])] }] },
      { specs: [spec('an outcome', 1, ['article-22']), spec('another', 4, ['lawful-basis'])] },
    ],
  };

  it('reads what its tests cost by themselves', () => {
    expect(timesOf(report, ['article-22', 'lawful-basis', 'not-tested'])[0]).toBe(
      '4 tests, 10.5 s by sum. Tests that only one questionnaire has: article-22 4.5 s, lawful-basis 4.0 s.',
    );
  });

  it('reads which tests took longest, the longest first', () => {
    expect(timesOf(report, []).slice(2)).toEqual([
      '  4.0 s e2e/some.spec.ts: another',
      '  3.5 s e2e/some.spec.ts: a question',
      '  2.0 s e2e/some.spec.ts: a page',
      '  1.0 s e2e/some.spec.ts: an outcome',
    ]);
  });
});
