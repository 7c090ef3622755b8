/** The rules of `disproportionate-effort` at their edges. What is expected was written from the code of practice. */
import { describe, expect, it } from 'vitest';

import type { Answers } from '../../../src/engine/define.ts';
import { openPoints } from '../../../src/engine/open-points.ts';
import { under } from '../../../src/engine/reading.ts';
import { disproportionateEffort } from '../../../src/questionnaires/disproportionate-effort/flow.ts';

const reading = under(disproportionateEffort, 'law-2026-06');

/** A list found in public, whose people nobody will contact: only the balance is left. */
const found: Answers = {
  who: 'non-party-campaigner',
  data: 'Names of club secretaries',
  source: 'The council’s website',
  people: 1000,
  'obtained-on': '2026-11-01',
  'personal-data': 'yes',
  'still-needed': 'yes',
  register: 'none',
  indirect: 'yes',
  'who-collected': 'yes',
  'when-and-what-told': 'yes',
  'special-category': ['none'],
  'has-information': 'no',
  'passing-on': 'no',
  contacting: 'none',
  'age-of-data': 'raises',
  surprise: 'minor',
  sensitivity: 'minor',
  'profiling-effect': 'minor',
  vulnerable: 'minor',
  consequence: 'minor',
  'safeguards-applied': 'Few people can see it',
  dpia: 'yes',
  published: 'yes',
};
const decide = (answers: Answers) => reading.replay(answers);

describe('effort that nobody has rated', () => {
  it('counts as little, has to be found out first, and leaves the result open', () => {
    const unrated = { ...found, 'easiest-route': 'not-known' };
    expect(decide(unrated).outcome).toBe('may-rely');
    expect(decide(unrated).todos).toContain('effort-rate');
    expect(openPoints(reading.replay(unrated))).toEqual([{ question: 'easiest-route', outcomeRests: false }]);
    expect(decide({ ...found, 'easiest-route': 'medium' }).todos).not.toContain('effort-rate');
  });

  it('is not asked of whoever has to tell people anyway', () => {
    const { outcome, todos } = decide({
      ...found,
      'easiest-route': 'not-known',
      consequence: 'significant',
    });
    expect(outcome).toBe('must-inform');
    expect(todos).not.toContain('effort-rate');
  });
});
