import { describe, expect, it } from 'vitest';

import { choice, date, defineQuestionnaire, points, targetsOf, text } from '../../../src/engine/define.ts';

const outcomes = { end: { verdict: 'proceed', todos: [] } } as const;

/** A definition with these questions and routes, whose types are taken on trust. */
function define(questions: object, routes: object, others: object = {}): unknown {
  const parts = {
    id: 'stall',
    version: '1.0.0',
    editions: ['only'],
    start: 'first',
    facts: {},
    rules: {},
    outcomes,
  };
  return (defineQuestionnaire as unknown as (definition: object) => unknown)({
    ...parts,
    questions,
    routes,
    ...others,
  });
}

describe('a questionnaire that could fail people is refused, with the place and the remedy', () => {
  it('where an id has a dot, which the machine reads as a path', () => {
    expect(() => define({ 'first.of.all': text() }, { 'first.of.all': 'end' })).toThrow(
      /^Questionnaire stall, first\.of\.all: the id is not kebab-case\. XState reads dots as paths/,
    );
  });

  it('where a question leads back, so that people could go round for ever', () => {
    expect(() => define({ first: text(), second: text() }, { first: 'second', second: 'first' })).toThrow(
      'Questionnaire stall, second: it leads back to first. Routes lead forward only: put the questions in asking order.',
    );
    expect(() => define({ first: text() }, { first: 'first' })).toThrow('it leads back to first');
  });

  it('where a clash is not between two answers in the order in which they are given', () => {
    const questions = { first: choice(['yes', 'no']), second: choice(['yes', 'no']) };
    const others = (reads: readonly string[], between: readonly string[]) => ({
      facts: {
        one: { from: 'answer', question: 'first', read: Boolean },
        two: { from: 'answer', question: 'second', read: Boolean },
      },
      rules: { both: { claim: 'Both.', clauses: [], law: [], reads, holds: () => true } },
      clashes: { both: { when: 'both', between } },
    });
    const routes = { first: 'second', second: 'end' };
    expect(() => define(questions, routes, others(['one', 'two'], ['second', 'first']))).toThrow(
      'Questionnaire stall, clash both: second does not come before first. Name two questions, in asking order.',
    );
    expect(() => define(questions, routes, others(['one'], ['first', 'second']))).toThrow(
      'Questionnaire stall, clash both: its rule both reads nothing that second says. A clash is between two answers: let its rule read a fact of each.',
    );
    expect(() => define(questions, routes, others(['one', 'two'], ['first', 'second']))).not.toThrow();
  });

  it('where a question and an outcome have one name', () => {
    expect(() => define({ end: text() }, { end: 'end' })).toThrow('a question and an outcome share this id');
  });

  it('where a question leads nowhere', () => {
    expect(() => define({ first: text() }, {})).toThrow('Questionnaire stall, first: it has no route.');
  });

  it('where free text, points or a date would route by option', () => {
    for (const question of [points(['a']), date(['a'], { samples: ['2026-01-01'] })]) {
      expect(() => define({ first: question }, { first: { byOption: { a: 'end' } } })).toThrow(
        'Only a choice or a rating can route by option',
      );
    }
  });

  it('where a last day cannot be counted', () => {
    const questions = {
      first: text(),
      day: date(['not-yet'], { samples: ['2026-01-01'] }),
    };
    const counted = (deadline: object) => () =>
      define(
        questions,
        { first: 'day', day: 'end' },
        {
          outcomes: {
            end: { verdict: 'stop', todos: [], deadlines: { soon: { clause: 'a', ...deadline } } },
          },
        },
      );
    expect(counted({ question: 'first', days: 29 })).toThrow(
      'Questionnaire stall, end: its deadline soon counts from first, which asks for no date.',
    );
    expect(counted({ question: 'day', hours: 72 })).toThrow(
      'its deadline soon counts hours from day, which takes no time of day. Give that question a clock.',
    );
    expect(counted({ question: 'day', days: 29, notBegun: 'never' })).toThrow(
      'its deadline soon does not run after never, which day does not offer.',
    );
    for (const length of [{}, { days: 0 }, { days: 1.5 }, { days: 29, months: 1 }])
      expect(counted({ question: 'day', ...length })).toThrow('its deadline soon has no length, or several.');
    expect(counted({ question: 'day', days: 29, notBegun: 'not-yet' })).not.toThrow();
  });

  it('where a rule reads a fact that is not there', () => {
    const rules = { odd: { claim: 'Odd.', clauses: ['a'], law: [], reads: ['weather'], holds: () => true } };
    expect(() => define({ first: text() }, { first: 'end' }, { rules })).toThrow(
      'rule odd: it reads weather, which is no fact here.',
    );
  });

  it('where an answer is stated that nobody could give', () => {
    const stated = [{ question: 'first', answer: 'perhaps', when: 'always' }];
    expect(() => define({ first: choice(['yes', 'no']) }, { first: 'end' }, { stated })).toThrow(
      'Questionnaire stall, first: the answer perhaps is stated, and nobody can give it. State one of its options.',
    );
  });
});

describe('where a question can lead', () => {
  it('takes in every branch of every option', () => {
    expect(targetsOf('end')).toEqual(['end']);
    expect(
      targetsOf({ byOption: { yes: 'next', no: [{ when: 'late', to: 'stop' }, { otherwise: 'end' }] } }),
    ).toEqual(['next', 'stop', 'end']);
  });
});
