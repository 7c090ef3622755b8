import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import type { Answers } from '../../../src/engine/define.ts';
import { under } from '../../../src/engine/reading.ts';
import { article22 } from '../../../src/questionnaires/article-22/flow.ts';
import { decide, isMet, verdictOf, type TodoStates } from '../../../src/records/decide.ts';
import { wordsOf, type Words } from '../../../src/records/words.ts';
import { fixtureQuestionnaires, readContent } from '../../../src/schemas/read-content.ts';
import { everyKind } from '../../fixtures/site/every-kind/flow.ts';
import { without } from './small-questionnaires.ts';

const content = readContent(fileURLToPath(new URL('../../..', import.meta.url)), {
  questionnaires: ['content/questionnaires', fixtureQuestionnaires],
});
const words = wordsOf(content, everyKind);
const NOW = 'law-2026-06';

const lookedAfter = { 'locked-box': 'yes', 'one-keeper': 'yes', 'day-to-destroy': 'yes' } as const;
const ready: Answers = {
  stall: 'Guess the weight of the cake',
  who: 'family',
  taking: ['names'],
  'held-on': '2026-07-04',
  helpers: 0,
  'first-name-at': 'not-yet',
  'loss-harm': 'low',
  'easily-read': 'medium',
  told: 'yes',
  'looking-after': lookedAfter,
  'complaints-route': 'yes',
};
const decided = (answers: Answers, states: TodoStates = {}, edition = NOW, with_: Words = words) =>
  decide(under(everyKind, edition).replay(answers), with_, states);

/** Every to-do of a decision done. */
const allDone = (answers: Answers): TodoStates =>
  Object.fromEntries(decided(answers).todos.map(({ id }) => [id, { is: 'done', on: '2026-06-30' }]));

/** The words with one to-do changed. */
const withTodo = (id: string, change: Partial<Words['todos'][string]>): Words => {
  const todo = words.todos[id];
  if (todo === undefined) throw new Error(`The fixture has no to-do ${id}.`);
  return { ...words, todos: { ...words.todos, [id]: { ...todo, ...change } } };
};

describe('the verdict', () => {
  it('is proceed only when nothing is left to do first', () => {
    expect(decided(ready)).toMatchObject({ outcome: 'ready', verdict: 'proceed-if', provisional: false });
    expect(decided(ready, allDone(ready)).verdict).toBe('proceed');
  });

  it('stays proceed while what is left is only a should, or only for later', () => {
    const states = allDone(ready);
    const left = decided(ready, {
      ...states,
      'dpia-consider': { is: 'not-yet' },
      'review-after': { is: 'not-yet' },
    });
    expect(left.verdict).toBe('proceed');
    expect(left.todos.filter((todo) => todo.holdsBack)).toEqual([]);
  });

  it('is held back by a must that comes before the start, one by one', () => {
    const states = allDone(ready);
    for (const { id, words: todo } of decided(ready).todos) {
      const left = decided(ready, { ...states, [id]: { is: 'not-yet' } });
      const holds = todo.strength !== 'should' && todo.when.includes('before');
      expect(left.verdict, id).toBe(holds ? 'proceed-if' : 'proceed');
    }
  });

  it('is at best proceed-if while a point is open that could change the result', () => {
    const answers = { ...ready, 'looking-after': { ...lookedAfter, 'one-keeper': 'not-known' } } as const;
    expect(decided(answers, allDone(answers))).toMatchObject({
      outcome: 'fix-first',
      verdict: 'proceed-if',
      provisional: true,
    });
    const whoHelps = { ...ready, helpers: 'not-known' };
    expect(decided(whoHelps, allDone(whoHelps))).toMatchObject({
      outcome: 'ready',
      verdict: 'proceed-if',
      provisional: true,
    });
  });

  it('is never not-needed on an open point', () => {
    expect(verdictOf('not-needed', false, false)).toBe('not-needed');
    expect(verdictOf('not-needed', true, false)).toBe('proceed-if');
    expect(verdictOf('not-needed', false, true)).toBe('not-needed');
  });

  it('stays stop, whatever is done or open', () => {
    for (const provisional of [true, false]) {
      for (const heldBack of [true, false]) expect(verdictOf('stop', provisional, heldBack)).toBe('stop');
    }
    const untold = { ...ready, told: 'no' };
    expect(decided(untold, allDone(untold)).verdict).toBe('stop');
  });

  it('stays proceed-if where things have to be put right, even when all of them are ticked off', () => {
    const answers = { ...ready, 'complaints-route': 'no' };
    expect(decided(answers, allDone(answers))).toMatchObject({ outcome: 'fix-first', verdict: 'proceed-if' });
  });

  it('is absent while a question is still to be answered, and so are open points', () => {
    const unfinished = without({ ...ready, helpers: 'not-known' }, 'complaints-route');
    const decision = decided(unfinished);
    expect(decision).toMatchObject({ provisional: false, restsOnOpenPoint: false, openPoints: [] });
    expect([decision.outcome, decision.verdict]).toEqual([undefined, undefined]);
    expect(decision.todos.length).toBeGreaterThan(0);
  });
});

describe('a stop', () => {
  it('is headed “not cleared yet” where an open point could undo it', () => {
    expect(decided({ ...ready, told: 'not-known' })).toMatchObject({
      verdict: 'stop',
      restsOnOpenPoint: true,
    });
  });

  it('is a plain stop where the open point could not undo it', () => {
    const decision = decided({ ...ready, told: 'no', helpers: 'not-known' });
    // Help would add training, and the stall would still be stopped.
    expect(decision).toMatchObject({ verdict: 'stop', provisional: true, restsOnOpenPoint: false });
    expect(decided({ ...ready, told: 'no' })).toMatchObject({
      verdict: 'stop',
      provisional: false,
      restsOnOpenPoint: false,
    });
  });

  it('is a plain stop where the open point could only make another stop of it', () => {
    const example = content.questionnaires
      .find(({ id }) => id === article22.id)
      ?.examples.find(({ id }) => id === 'wrong-polling-day');
    // With a human look it would be unfair, without one Article 22 bars it.
    const answers = {
      ...example?.answers,
      'data-used': ['political-opinions'],
      condition: 'explicit-consent',
      'explicit-consent': { given: 'yes', 'names-the-kind': 'yes', recorded: 'yes' },
      safeguards: { ...(example?.answers['safeguards'] as object), 'consent-to-all-data': 'no' },
      'solely-automated': 'not-known',
    } as Answers;
    const decision = decide(under(article22, NOW).replay(answers), wordsOf(content, article22));
    expect(decision.openPoints).toContainEqual({ question: 'solely-automated', outcomeRests: true });
    expect(decision).toMatchObject({ verdict: 'stop', provisional: true, restsOnOpenPoint: false });
  });
});

describe('something to do', () => {
  const state = (decision: ReturnType<typeof decided>, id: string) =>
    decision.todos.find((todo) => todo.id === id);

  it('that does not apply is met only where its words begin with a condition', () => {
    const none = { is: 'does-not-apply', note: 'Nobody pays it here.' } as const;
    expect(isMet(withTodo('fee', { conditional: true }).todos['fee'] as Words['todos'][string], none)).toBe(
      true,
    );
    expect(isMet(withTodo('fee', { conditional: false }).todos['fee'] as Words['todos'][string], none)).toBe(
      false,
    );
    expect(words.todos['fee']?.conditional).toBe(true);
    expect(decided(ready, { ...allDone(ready), fee: none }).verdict).toBe('proceed');
    expect(words.todos['least-data']?.conditional).not.toBe(true);
    expect(decided(ready, { ...allDone(ready), 'least-data': none }).verdict).toBe('proceed-if');
  });

  it('that the answers show to be done starts as done, and can be put back', () => {
    const notice = withTodo('notice-13-14', { when: ['before'] });
    expect(state(decided(ready, {}, NOW, notice), 'notice-13-14')).toMatchObject({
      state: { is: 'done' },
      holdsBack: false,
    });
    const putBack = decided(ready, { 'notice-13-14': { is: 'not-yet' } }, NOW, notice);
    expect(state(putBack, 'notice-13-14')).toMatchObject({ state: { is: 'not-yet' }, holdsBack: true });
  });

  it('keeps its date and note', () => {
    const done = { is: 'done', on: '2026-06-30', note: 'Sheet burnt.' } as const;
    expect(state(decided(ready, { fee: done }), 'fee')?.state).toEqual(done);
  });

  it('is left out of editions that do not know it yet', () => {
    const answers = { ...ready, 'complaints-route': 'no' };
    expect(words.todos['complaints']?.since).toBe('law-2026-06');
    expect(state(decided(answers), 'complaints')).toBeDefined();
    const since = withTodo('least-data', { since: 'law-2026-02' });
    expect(state(decided(ready, {}, 'code-2019', since), 'least-data')).toBeUndefined();
    expect(state(decided(ready, {}, 'law-2026-02', since), 'least-data')).toBeDefined();
    expect(state(decided(ready, {}, NOW, since), 'least-data')).toBeDefined();
  });

  it('binds as strongly as the edition says', () => {
    const softer = withTodo('least-data', {
      strength: 'must-by-statute',
      strengthIn: { 'code-2019': 'should' },
    });
    expect(state(decided(ready, {}, NOW, softer), 'least-data')).toMatchObject({
      strength: 'must-by-statute',
      holdsBack: true,
    });
    expect(state(decided(ready, {}, 'code-2019', softer), 'least-data')).toMatchObject({
      strength: 'should',
      holdsBack: false,
    });
  });

  it('holds nobody back if it falls due later', () => {
    const later = withTodo('least-data', { when: ['during', 'after'] });
    expect(state(decided(ready, {}, NOW, later), 'least-data')?.holdsBack).toBe(false);
  });

  it('is not taken from names that every object has', () => {
    const states = JSON.parse('{"__proto__":{"least-data":{"is":"done"}}}') as TodoStates;
    expect(decided(ready, states).verdict).toBe('proceed-if');
  });

  it('without words is refused by name', () => {
    const todos = without(words.todos, 'fee');
    expect(() => decided(ready, {}, NOW, { ...words, todos })).toThrow(
      'The to-do fee has no words: add it to content/todos.yaml.',
    );
  });
});
