/** The rules of `disproportionate-effort` at their edges. What is expected was written from the code of practice. */
import { describe, expect, it } from 'vitest';

import type { Answers } from '../../../src/engine/define.ts';
import { openPoints } from '../../../src/engine/open-points.ts';
import { under } from '../../../src/engine/reading.ts';
import { disproportionateEffort } from '../../../src/questionnaires/disproportionate-effort/flow.ts';
import { lastDaysOf } from '../../../src/records/deadline.ts';

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

describe('data that goes to somebody else', () => {
  it('closes the exception, other than for the register alone at a firm that works on instructions', () => {
    const rated = { ...found, 'easiest-route': 'high' };
    expect(decide({ ...rated, 'passing-on': 'to-processor' }).outcome).toBe('must-inform');
    const register = decide({ ...rated, register: 'nothing-else', 'passing-on': 'to-processor' });
    expect(register.outcome).toBe('may-rely');
    expect(register.todos).toContain('reg-no-share');
  });

  it('is told of in the first message, and no sooner where it is the register alone', () => {
    const letters = { ...found, contacting: 'all' };
    expect(decide(letters).todos).toEqual(expect.arrayContaining(['tell-14', 'tell-first']));
    expect(lastDaysOf(decide(letters)).map(({ day }) => day)).toEqual([{ is: 'on', on: '2026-12-01' }]);
    const voters = decide({ ...letters, register: 'nothing-else' });
    expect(voters.outcome).toBe('tell-on-contact');
    expect(voters.todos).toEqual(expect.arrayContaining(['reg-tell', 'tell-first']));
    expect(voters.todos).not.toContain('tell-14');
    expect(lastDaysOf(voters)).toEqual([]);
  });

  it('stops where the members’ condition covers it, told or not', () => {
    const members = { ...found, 'special-category': ['political-opinions'], condition: 'members' };
    for (const answer of ['yes', 'not-known'])
      expect(decide({ ...members, 'passing-on': answer }).outcome).toBe('no-condition');
    expect(decide({ ...members, 'passing-on': 'no' }).outcome).toBe('must-inform');
  });
});

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
