import { describe, expect, it } from 'vitest';

import type { Answers } from '../../../src/engine/define.ts';
import { under } from '../../../src/engine/reading.ts';
import { everyKind } from '../../fixtures/site/every-kind/flow.ts';
import { without } from './small-questionnaires.ts';

const reading = under(everyKind, 'law-2026-06');
const oldReading = under(everyKind, 'code-2019');
const lookedAfter = { 'locked-box': 'yes', 'one-keeper': 'yes', 'day-to-destroy': 'yes' } as const;
/** A family’s stall that is ready, under every edition. */
const ready: Answers = {
  stall: 'Guess the weight of the cake',
  who: 'family',
  taking: ['names'],
  'held-on': '2026-07-04',
  helpers: 2,
  'first-name-at': 'not-yet',
  'loss-harm': 'low',
  'easily-read': 'medium',
  told: 'yes',
  'looking-after': lookedAfter,
  'complaints-route': 'yes',
};
const readyClub: Answers = without({ ...ready, who: 'club' }, 'told');

describe('someone’s answers', () => {
  it('lead to an outcome, by the questions that they were asked', () => {
    const replayed = reading.replay(ready);
    expect(replayed).toMatchObject({ outcome: 'ready', refused: false, answers: ready });
    expect(replayed.path).toEqual(Object.keys(everyKind.questions));
    expect(replayed.next).toBeUndefined();
  });

  it('lead to the next question while one is open', () => {
    const replayed = reading.replay(without(ready, 'helpers'));
    expect(replayed).toMatchObject({
      next: 'helpers',
      refused: false,
      path: ['stall', 'who', 'taking', 'held-on'],
    });
    expect(replayed.outcome).toBeUndefined();
  });

  it('lead to the first question when there are none', () => {
    expect(reading.replay({})).toMatchObject({
      next: 'stall',
      path: [],
      answers: {},
      refused: false,
    });
  });

  it('can be given in any order', () => {
    const backwards = Object.fromEntries(Object.entries(ready).reverse());
    expect(reading.replay(backwards)).toEqual(reading.replay(ready));
  });

  it('that are not offered stop the walk at their question, and nothing after it counts', () => {
    const replayed = reading.replay({ ...ready, helpers: -1 });
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
    expect(reading.replay({ ...ready, 'looking-after': agreed })).toMatchObject({
      refused: true,
      next: 'looking-after',
    });
    const allergies = { ...ready, taking: ['names', 'allergies'] };
    expect(reading.replay({ ...allergies, 'looking-after': agreed }).outcome).toBe('ready');
    expect(reading.replay(allergies)).toMatchObject({ refused: true, next: 'looking-after' });
  });

  it('off the path are passed over, however wrong they are', () => {
    const replayed = reading.replay({ ...ready, taking: ['nothing'], helpers: -1, weather: 'rain' });
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
    expect(reading.replay(hostile)).toMatchObject({ next: 'stall', path: [], refused: false });
    expect(reading.replay(Object.create(ready) as Answers)).toMatchObject({
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
    expect(reading.replay(frozen).outcome).toBe('ready');
  });

  it('come to the same each time, whatever was replayed in between', () => {
    const first = reading.replay(ready);
    oldReading.replay(readyClub);
    expect(reading.replay(ready)).toEqual(first);
  });
});

describe('an edition', () => {
  it('asks what it asks and no more', () => {
    expect(oldReading.replay(ready).path).not.toContain('complaints-route');
    expect(reading.replay(without(ready, 'complaints-route')).next).toBe('complaints-route');
  });

  it('that is not there is refused', () => {
    expect(() => under(everyKind, 'law-1066')).toThrow('Questionnaire every-kind has no edition law-1066.');
  });
});

describe('each step of someone’s answers', () => {
  const { steps, outcome, facts } = reading.replay(ready);

  it('starts from what the one before led to, with the facts that it left', () => {
    expect(steps[0]).toMatchObject({ question: everyKind.start, before: reading.start.facts });
    steps.slice(1).forEach((step, place) => {
      expect(step.question).toBe(steps[place]?.to);
      expect(step.before).toBe(steps[place]?.after);
    });
    expect(steps.at(-1)).toMatchObject({ to: outcome, after: facts });
  });

  it('has what was offered there: one who takes down allergies is asked about them', () => {
    const offeredIn = (taking: string) =>
      reading
        .replay({ ...ready, taking: [taking] })
        .offered('looking-after')
        .includes('allergy-agreement');
    expect([offeredIn('allergies'), offeredIn('names')]).toEqual([true, false]);
  });

  it('goes where the search for other answers goes, which walks without the machine', () => {
    for (const answers of [ready, readyClub, without(ready, 'helpers'), { ...ready, helpers: -1 }]) {
      const walked = reading.replay(answers);
      expect(reading.endOf(answers)).toEqual({ facts: walked.facts, outcome: walked.outcome });
    }
  });
});

describe('what is not asked because another answer settles it', () => {
  it('is stated, and only where it was not asked', () => {
    expect(reading.replay(readyClub)).toMatchObject({
      outcome: 'ready',
      stated: [{ question: 'told', answer: 'yes' }],
    });
    expect(reading.replay(ready).stated).toEqual([]);
  });
});

describe('what there is to do', () => {
  const todos = (answers: Answers, edition = 'law-2026-06') =>
    under(everyKind, edition).replay(answers).todos;

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
    expect(reading.replay(ready).done).toEqual(['notice-13-14']);
    expect(reading.replay(readyClub).done).toEqual([]);
  });
});

describe('the machine', () => {
  it('is made once', () => {
    expect(under(everyKind, 'law-2026-06')).toBe(reading);
    expect(reading.machine).toBe(reading.machine);
  });

  it('has one state a question and one final state an outcome', () => {
    const states = reading.machine.states as Readonly<Record<string, { readonly type: string }>>;
    expect(Object.keys(states).sort()).toEqual(
      [...Object.keys(everyKind.questions), ...Object.keys(everyKind.outcomes)].sort(),
    );
    for (const outcome of Object.keys(everyKind.outcomes)) expect(states[outcome]?.type).toBe('final');
  });
});
