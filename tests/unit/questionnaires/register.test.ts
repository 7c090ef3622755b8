/** `register` at its edges, and what it settles for its neighbours and takes from them. What is expected was written from the code of practice. */
import { describe, expect, it } from 'vitest';

import { carriedOn } from '../../../src/engine/carried-on.ts';
import type { Answers, Questionnaire } from '../../../src/engine/define.ts';
import { openPoints } from '../../../src/engine/open-points.ts';
import { under } from '../../../src/engine/reading.ts';
import { CAMPAIGNERS } from '../../../src/questionnaires/shared-questions.ts';
import { lawfulBasis } from '../../../src/questionnaires/lawful-basis/flow.ts';
import { register } from '../../../src/questionnaires/register/flow.ts';

const NOW = 'law-2026-06';
const reading = under(register, NOW);

const own: Answers = {
  who: 'registered-party',
  purpose: 'Post a letter to voters',
  'which-list': 'full',
  'register-entitled': 'yes',
  'copy-from': 'officer',
  'poll-over': 'no',
  'goes-to': ['own-people'],
  combined: ['nothing'],
  fresh: 'newest',
};
const at = (answers: Answers) => reading.replay(answers).outcome;
const todos = (answers: Answers) => reading.replay(answers).todos;
/** What one questionnaire gives another after these answers; nothing where it does not lead there. */
const given = (from: Questionnaire, to: string, answers: Answers) => {
  const replay = under(from, NOW).replay(answers);
  const [called] = from.followOns.filter(
    ({ questionnaire, when }) => questionnaire === to && replay.reading.holds(when, replay.facts),
  );
  return called === undefined ? undefined : carriedOn(called, replay);
};

describe('whoever campaigns', () => {
  it('comes to the register’s own leave with a copy of their own, a supplier aside', () => {
    for (const who of CAMPAIGNERS)
      expect(at({ ...own, who }), who).toBe(who === 'supplier' ? 'register-not-lawful' : 'may-use');
  });

  it('waits for a written word where the code does not list them', () => {
    const waits = CAMPAIGNERS.filter((who) => todos({ ...own, who }).includes('reg-in-writing'));
    expect(waits).toEqual(['elected-representative', 'unregistered-group', 'charity-or-other']);
  });

  it('is no legal body with a party or campaign as a single person', () => {
    const offers = (who: string) =>
      reading
        .replay({ who, purpose: 'Post letters', 'which-list': 'full', 'register-entitled': 'yes' })
        .offered('copy-from');
    for (const who of ['party-candidate', 'independent-candidate', 'elected-representative'])
      expect(offers(who), who).not.toContain('own-body');
    expect(offers('registered-party')).toContain('own-body');
  });
});

describe('an “I don’t know yet”', () => {
  it('is never a yes where a yes lets the register be used', () => {
    expect(at({ ...own, 'register-entitled': 'not-known' })).toBe('register-not-lawful');
    expect(at({ ...own, 'copy-from': 'not-known' })).toBe('register-not-lawful');
    expect(at({ ...own, 'poll-over': 'not-known' })).toBe('find-out-first');
    expect(at({ ...own, 'goes-to': ['not-known'] })).toBe('do-not-share');
    expect(at({ ...own, 'goes-to': ['processor'], 'processor-allowed': 'not-known' })).toBe('do-not-share');
    expect(at({ ...own, fresh: 'not-known' })).toBe('refresh-first');
  });

  it('about the list or what is joined to it has to be found out first', () => {
    expect(todos({ ...own, 'which-list': 'not-known' })).toContain('reg-which');
    const joined = { ...own, combined: ['not-known'] };
    expect(todos(joined)).toEqual(expect.arrayContaining(['reg-joined', 'dpia-find-out', 'a9-find-out']));
    expect(openPoints(reading.replay(joined)).map(({ question }) => question)).toEqual(['combined']);
  });
});

describe('whoever comes from lawful basis, or goes on to it', () => {
  const letters: Answers = {
    who: 'independent-candidate',
    purpose: 'Post a letter to voters',
    'personal-data': 'yes',
    sources: ['full-register'],
    'register-entitled': 'yes',
  };

  it('is asked here only what is new', () => {
    const carried = given(lawfulBasis, 'register', letters);
    expect(carried).toEqual({
      who: 'independent-candidate',
      purpose: 'Post a letter to voters',
      'register-entitled': 'yes',
    });
    expect(reading.replay({ ...carried, 'which-list': 'full' }).next).toBe('copy-from');
    expect(given(lawfulBasis, 'register', { ...letters, 'register-entitled': 'no' })).toBeUndefined();
  });

  it('takes there who, what for, that it is about people, and the right to the list', () => {
    const carried = given(register, 'lawful-basis', { ...own, fresh: 'not-known' });
    expect(carried).toEqual({
      who: 'registered-party',
      purpose: 'Post a letter to voters',
      'personal-data': 'yes',
      'register-entitled': 'yes',
    });
    expect(under(lawfulBasis, NOW).replay(carried ?? {}).next).toBe('sources');
  });

  it('is not led on from a stop', () => {
    expect(given(register, 'lawful-basis', { ...own, 'goes-to': ['platform'] })).toBeUndefined();
    expect(given(register, 'lawful-basis', { ...own, 'poll-over': 'yes' })).toBeUndefined();
  });
});
