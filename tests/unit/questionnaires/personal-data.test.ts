/** `personal-data` at its edges, and what it settles for lawful basis. What is expected was written from the code of practice. */
import { describe, expect, it } from 'vitest';

import { carriedOn } from '../../../src/engine/carried-on.ts';
import type { Answers } from '../../../src/engine/define.ts';
import { under } from '../../../src/engine/reading.ts';
import { lawfulBasis } from '../../../src/questionnaires/lawful-basis/flow.ts';
import { personalData } from '../../../src/questionnaires/personal-data/flow.ts';

const NOW = 'law-2026-06';
const reading = under(personalData, NOW);

const map: Answers = {
  data: 'A map of worries about rent',
  'points-to': ['area-figures'],
  'made-from': 'bought',
  attached: 'no',
  'single-out': 'no',
  'special-category': ['none'],
  'acts-on-guess': 'no',
};
const at = (answers: Answers) => reading.replay(answers).outcome;
/** What lawful basis starts with after these answers. */
const given = (answers: Answers) => {
  const replay = reading.replay(answers);
  const called = personalData.followOns.filter(
    ({ questionnaire, when }) => questionnaire === 'lawful-basis' && reading.holds(when, replay.facts),
  );
  // Two of them would be two buttons for one thing.
  expect(called).toHaveLength(1);
  const [followOn] = called;
  return followOn === undefined ? {} : carriedOn(followOn, replay);
};

describe('figures about many', () => {
  it('are about nobody only where everything is known', () => {
    expect(at(map)).toBe('not-personal');
    for (const question of ['made-from', 'attached', 'single-out'])
      expect(at({ ...map, [question]: 'not-known' }), question).toBe('personal');
    expect(at({ ...map, 'points-to': ['not-known'], relates: 'not-known' })).toBe('personal');
  });

  it('are about people once they stand beside what leads to one, whatever is said of it', () => {
    const beside = { ...map, 'points-to': ['address', 'area-figures'], relates: 'no' };
    expect(at(beside)).toBe('personal');
    expect(reading.replay(beside).path).not.toContain('relates');
  });
});

describe('codes, scores and picks', () => {
  it('concern people, and nobody is asked whether they do', () => {
    for (const kind of ['coded', 'note', 'birth-date', 'platform-picks'])
      expect(at({ ...map, 'points-to': [kind], relates: 'no' }), kind).toBe('personal');
  });
});

describe('a guess at something sensitive', () => {
  it('makes it sensitive, asked or not, and leaves the kinds to be named', () => {
    const guessed = { ...map, 'points-to': ['name'], relates: 'yes', 'acts-on-guess': 'yes' };
    expect(at(guessed)).toBe('sensitive');
    expect(at({ ...guessed, 'acts-on-guess': 'not-known' })).toBe('sensitive');
    expect(given(guessed)).toEqual({ 'personal-data': 'yes' });
  });
});

describe('what lawful basis need not ask again', () => {
  it('is whether it is about people, and which kinds are used', () => {
    expect(given({ ...map, attached: 'yes' })).toEqual({
      'personal-data': 'yes',
      'special-category': ['none'],
    });
    const support = { ...map, 'points-to': ['name', 'note'], 'special-category': ['political-opinions'] };
    expect(given(support)).toEqual({ 'personal-data': 'yes', 'special-category': ['political-opinions'] });
    expect(given(map)).toEqual({ 'personal-data': 'no' });
    expect(given({ ...map, 'points-to': ['address'], relates: 'no' })).toEqual({ 'personal-data': 'yes' });
  });

  it('is still open there where it is open here', () => {
    expect(given({ ...map, 'single-out': 'not-known' })['personal-data']).toBe('not-known');
    const open = { ...map, 'points-to': ['name'], relates: 'yes', 'special-category': ['not-known'] };
    expect(given(open)).toEqual({ 'personal-data': 'yes', 'special-category': ['not-known'] });
  });

  it('leads back here from a “nobody can be identified”', () => {
    const replay = under(lawfulBasis, NOW).replay({
      who: 'charity-or-other',
      purpose: 'Count homes without a car',
      'personal-data': 'no',
      nation: 'england',
      poll: 'no-poll',
      channel: 'not-at-all',
    });
    expect(replay.outcome).toBe('no-personal-data');
    const leads = lawfulBasis.followOns.filter(({ when }) => replay.reading.holds(when, replay.facts));
    expect(leads.map(({ questionnaire }) => questionnaire)).toContain('personal-data');
  });
});
