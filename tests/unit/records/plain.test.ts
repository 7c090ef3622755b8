import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import type { Answers } from '../../../src/engine/define.ts';
import { under } from '../../../src/engine/reading.ts';
import { decide, type TodoStates } from '../../../src/records/decide.ts';
import { inWords, plainOf } from '../../../src/records/plain.ts';
import { wordsOf } from '../../../src/records/words.ts';
import { fixtureQuestionnaires, readContent } from '../../../src/schemas/read-content.ts';
import { everyKind } from '../../fixtures/site/every-kind/flow.ts';

const words = wordsOf(
  readContent(fileURLToPath(new URL('../../..', import.meta.url)), {
    questionnaires: [fixtureQuestionnaires],
  }),
  everyKind,
);

const stall: Answers = {
  stall: 'Lucky dip.',
  who: 'club',
  taking: ['names'],
  'held-on': '2026-07-04',
  helpers: 3,
  'first-name-at': 'not-yet',
  'loss-harm': 'low',
  'easily-read': 'low',
  'looking-after': { 'locked-box': 'yes', 'one-keeper': 'yes', 'day-to-destroy': 'yes' },
  'complaints-route': 'yes',
};

function said(
  answers: Answers,
  states: TodoStates = {},
  standing: readonly string[] = [],
): string | undefined {
  const todos = Object.fromEntries(
    Object.entries(words.todos).map(([id, todo]) => [
      id,
      { ...todo, scope: standing.includes(id) ? ('campaign' as const) : ('use' as const) },
    ]),
  );
  const decision = decide(under(everyKind, 'law-2026-06').replay(answers), { ...words, todos }, states);
  return plainOf(decision, words.outcomes[decision.outcome ?? '']);
}

const done = (...ids: readonly string[]): TodoStates =>
  Object.fromEntries(ids.map((id) => [id, { is: 'done' as const }]));

describe('someone who reads a result in plain words', () => {
  it('is told how many things come first, of this use and of the campaign', () => {
    expect(said(stall)).toBe('Hold the stall, once three things are done.');
    expect(said(stall, {}, ['fee'])).toBe(
      'Hold the stall, once two things for this use and one for your campaign are done.',
    );
    expect(said(stall, done('least-data'), ['fee', 'train'])).toBe(
      'Hold the stall, once two things for your campaign are done.',
    );
    expect(said(stall, done('least-data', 'train'))).toBe('Hold the stall, once one thing is done.');
  });

  it('is told nothing of what comes first where all of it is done', () => {
    expect(said(stall, done('least-data', 'train', 'fee'))).toBe('Hold the stall.');
  });

  it('hears of a point that nobody knows yet', () => {
    expect(said({ ...stall, helpers: 'not-known' }, done('least-data', 'fee', 'train'))).toBe(
      'Hold the stall, once one open point is settled.',
    );
  });

  it('hears of the cause that is first in the outcome’s list, and else what holds for everyone', () => {
    const points = stall['looking-after'] as object;
    expect(said({ ...stall, 'looking-after': { ...points, 'locked-box': 'no' } as never })).toContain(
      'lock the sheet',
    );
    expect(said({ ...stall, 'complaints-route': 'no' })).toMatch(/^Take the names down, once/);
  });

  it('is not told for certain what rests on a point that nobody knows', () => {
    const risky: Answers = { ...stall, taking: ['allergies'], 'loss-harm': 'high' };
    expect(said(risky)).toContain('too many people could read them');
    expect(said({ ...risky, 'loss-harm': 'not-known' })).toContain('yet. If others');
    // Of a stop that may come undone and has no such words, the headline for open points says all.
    expect(said({ ...stall, who: 'family', told: 'not-known' })).toBeUndefined();
  });
});

describe('a number in a sentence', () => {
  it.each([
    [1, 'one'],
    [12, 'twelve'],
    [13, '13'],
  ])('%i is read as %s', (number, text) => expect(inWords(number)).toBe(text));
});
