/** Small questionnaires for tests of the engine, each with only what its test is about. */
import {
  choice,
  defineQuestionnaire,
  factsOf,
  rulesOver,
  type Question,
  type Questionnaire,
} from '../../../src/engine/define.ts';
import { under } from '../../../src/engine/reading.ts';

export const EDITION = 'only';

/** The same without these keys. */
export function without<Value>(
  record: Readonly<Record<string, Value>>,
  ...keys: readonly string[]
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}

/** A questionnaire that asks this one question and then ends. */
export function asking(question: Question): Questionnaire {
  return {
    id: 'one-question',
    version: '1.0.0',
    editions: [EDITION],
    start: 'asked',
    questions: { asked: question },
    facts: {},
    rules: {},
    marks: {},
    offered: {},
    routes: { asked: 'end' },
    outcomes: { end: { verdict: 'proceed', todos: [] } },
    todos: [],
    done: {},
    stated: [],
    givesWay: {},
    plans: {},
    followOns: [],
    clashes: {},
  };
}

/** Whether a question takes an answer, which may be anything a file could hold. */
export function takes(question: Question, answer: unknown): boolean {
  const reading = under(asking(question), EDITION);
  return reading.takes(reading.start, answer);
}

const questions = {
  first: choice(['yes', 'no'], { cautious: 'no' }),
  second: choice(['yes', 'no'], { cautious: 'no' }),
  colour: choice(['red', 'blue'], { cautious: 'red' }),
};
const { answer, mark } = factsOf(questions);
const facts = {
  firstNo: answer('first', (said) => said === 'no'),
  secondNo: answer('second', (said) => said === 'no'),
  red: answer('colour', (said) => said === 'red'),
  stopped: mark(),
};
const rule = rulesOver(facts, [EDITION]);

/**
 * Either of two noes stops it, and a third question only adds something to do if the colour is red. Two people who
 * do not know yet can hide behind each other here: settling one alone changes nothing.
 */
export const twoWaysToStop = defineQuestionnaire({
  id: 'two-ways-to-stop',
  version: '1.0.0',
  editions: [EDITION],
  start: 'first',
  questions,
  facts,
  rules: {
    firstNo: rule(['firstNo'], {
      claim: 'The first is no.',
      clauses: ['a'],
      holds: ({ firstNo }) => firstNo === true,
    }),
    secondNo: rule(['secondNo'], {
      claim: 'The second is no.',
      clauses: ['a'],
      holds: ({ secondNo }) => secondNo === true,
    }),
    red: rule(['red'], { claim: 'It is red.', clauses: ['a'], holds: ({ red }) => red === true }),
    stopped: rule(['stopped'], {
      claim: 'One of them is no.',
      clauses: ['a'],
      holds: ({ stopped }) => stopped,
    }),
  },
  routes: {
    first: 'second',
    second: 'colour',
    colour: [{ when: 'stopped', to: 'stop' }, { otherwise: 'go' }],
  },
  marks: { stopped: { first: ['firstNo'], second: ['secondNo'] } },
  outcomes: { stop: { verdict: 'stop', todos: [] }, go: { verdict: 'proceed', todos: [] } },
  todos: [{ when: 'red', add: ['paint'] }],
});
