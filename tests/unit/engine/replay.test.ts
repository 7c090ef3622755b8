import { describe, expect, it } from 'vitest';

import type { Answers } from '../../../src/engine/define.ts';
import { doneByAnswers, machineOf, replay, todosOf } from '../../../src/engine/replay.ts';
import { everyKind } from '../../fixtures/site/every-kind/flow.ts';
import { without } from './small-questionnaires.ts';

const NOW = 'law-2026-06';
const lookedAfter = { 'locked-box': 'yes', 'one-keeper': 'yes', 'day-to-destroy': 'yes' } as const;
/** A family’s stall that is ready, under every edition. */
const ready: Answers = {
  stall: 'Guess the weight of the cake',
  who: 'family',
  taking: ['names'],
  'held-on': '2026-07-04',
  helpers: 2,
  'loss-harm': 'low',
  'easily-read': 'medium',
  told: 'yes',
  'looking-after': lookedAfter,
  'complaints-route': 'yes',
};
const readyClub: Answers = without({ ...ready, who: 'club' }, 'told');

describe('someone’s answers', () => {
  it('lead to an outcome, by the questions that they were asked', () => {
    const replayed = replay(everyKind, NOW, ready);
    expect(replayed).toMatchObject({ outcome: 'ready', refused: false, answers: ready });
    expect(replayed.path).toEqual(Object.keys(everyKind.questions));
    expect(replayed.next).toBeUndefined();
  });

  it('lead to the next question while one is open', () => {
    const replayed = replay(everyKind, NOW, without(ready, 'helpers'));
    expect(replayed).toMatchObject({
      next: 'helpers',
      refused: false,
      path: ['stall', 'who', 'taking', 'held-on'],
    });
    expect(replayed.outcome).toBeUndefined();
  });

  it('lead to the first question when there are none', () => {
    expect(replay(everyKind, NOW, {})).toMatchObject({
      next: 'stall',
      path: [],
      answers: {},
      refused: false,
    });
  });

  it('can be given in any order', () => {
    const backwards = Object.fromEntries(Object.entries(ready).reverse());
    expect(replay(everyKind, NOW, backwards)).toEqual(replay(everyKind, NOW, ready));
  });

  it('that are not offered stop the walk at their question, and nothing after it counts', () => {
    const replayed = replay(everyKind, NOW, { ...ready, helpers: -1 });
    expect(replayed).toMatchObject({
      refused: true,
      next: 'helpers',
      path: ['stall', 'who', 'taking', 'held-on'],
    });
    expect(replayed.answers).not.toHaveProperty('helpers');
    expect(replayed.outcome).toBeUndefined();
  });

  it('are refused where an option is not offered to them, though it is to others', () => {
    const agreed = { ...lookedAfter, 'allergy-agreement': 'yes' } as const;
    expect(replay(everyKind, NOW, { ...ready, 'looking-after': agreed })).toMatchObject({
      refused: true,
      next: 'looking-after',
    });
    const allergies = { ...ready, taking: ['names', 'allergies'] };
    expect(replay(everyKind, NOW, { ...allergies, 'looking-after': agreed }).outcome).toBe('ready');
    expect(replay(everyKind, NOW, allergies)).toMatchObject({ refused: true, next: 'looking-after' });
  });

  it('off the path are passed over, however wrong they are', () => {
    const replayed = replay(everyKind, NOW, { ...ready, taking: ['nothing'], helpers: -1, weather: 'rain' });
    expect(replayed).toMatchObject({
      outcome: 'nothing-to-check',
      refused: false,
      path: ['stall', 'who', 'taking'],
    });
    expect(Object.keys(replayed.answers)).toEqual(['stall', 'who', 'taking']);
  });

  it('do not steer by names that every object has', () => {
    const hostile = JSON.parse(
      '{"__proto__":{"stall":"x","who":"club"},"constructor":"yes","toString":"no"}',
    ) as Answers;
    expect(replay(everyKind, NOW, hostile)).toMatchObject({ next: 'stall', path: [], refused: false });
    expect(replay(everyKind, NOW, Object.create(ready) as Answers)).toMatchObject({
      next: 'stall',
      path: [],
    });
    expect(({} as Record<string, unknown>)['stall']).toBeUndefined();
  });

  it('are left as they were', () => {
    const frozen = Object.freeze({
      ...ready,
      taking: Object.freeze(['names']),
      'looking-after': Object.freeze({ ...lookedAfter }),
    });
    expect(replay(everyKind, NOW, frozen).outcome).toBe('ready');
  });

  it('come to the same each time, whatever was replayed in between', () => {
    const first = replay(everyKind, NOW, ready);
    replay(everyKind, 'code-2019', readyClub);
    expect(replay(everyKind, NOW, ready)).toEqual(first);
  });
});

describe('an edition', () => {
  it('asks what it asks and no more', () => {
    expect(replay(everyKind, 'code-2019', ready).path).not.toContain('complaints-route');
    expect(replay(everyKind, NOW, without(ready, 'complaints-route')).next).toBe('complaints-route');
  });

  it('that is not there is refused', () => {
    expect(() => replay(everyKind, 'law-1066', ready)).toThrow(
      'Questionnaire every-kind has no edition law-1066.',
    );
  });
});

describe('what is not asked because another answer settles it', () => {
  it('is stated, and only where it was not asked', () => {
    expect(replay(everyKind, NOW, readyClub)).toMatchObject({
      outcome: 'ready',
      stated: [{ question: 'told', answer: 'yes' }],
    });
    expect(replay(everyKind, NOW, ready).stated).toEqual([]);
  });
});

describe('what there is to do', () => {
  const todos = (answers: Answers, edition: string = NOW) =>
    todosOf(everyKind, edition, replay(everyKind, edition, answers));

  it('comes from the answers and from the outcome, each thing once', () => {
    const list = todos({ ...ready, taking: ['phone-numbers'] });
    expect(list).toEqual(
      expect.arrayContaining(['fee', 'review-after', 'least-data', 'notice-13-14', 'suppress', 'train']),
    );
    expect(new Set(list).size).toBe(list.length);
  });

  it('gathers along the way, whatever the outcome turns out to be', () => {
    expect(todos({ ...ready, taking: ['phone-numbers'], told: 'no' })).toEqual(
      expect.arrayContaining(['suppress', 'drop-the-data']),
    );
    expect(todos(without({ ...ready, taking: ['phone-numbers'] }, 'held-on'))).toEqual([
      'least-data',
      'notice-13-14',
      'suppress',
    ]);
  });

  it('leaves out what gives way to something stronger', () => {
    expect(todos({ ...ready, 'easily-read': 'high' })).toContain('dpia-must');
    expect(todos({ ...ready, 'easily-read': 'high' })).not.toContain('dpia-consider');
    expect(todos(ready)).toContain('dpia-consider');
  });

  it('starts as done where an answer shows that it is', () => {
    expect(doneByAnswers(everyKind, NOW, replay(everyKind, NOW, ready))).toEqual(['notice-13-14']);
    expect(doneByAnswers(everyKind, NOW, replay(everyKind, NOW, readyClub))).toEqual([]);
  });
});

describe('the machine', () => {
  it('is made once', () => {
    expect(machineOf(everyKind)).toBe(machineOf(everyKind));
  });

  it('has one state a question and one final state an outcome', () => {
    const states = machineOf(everyKind).states as Readonly<Record<string, { readonly type: string }>>;
    expect(Object.keys(states).sort()).toEqual(
      [...Object.keys(everyKind.questions), ...Object.keys(everyKind.outcomes)].sort(),
    );
    for (const outcome of Object.keys(everyKind.outcomes)) expect(states[outcome]?.type).toBe('final');
  });
});
