/**
 * What a questionnaire decides besides outcomes, as the journeys table shows it: which to-dos there are, how strongly
 * they bind, when they fall due, and with which answers. A verdict rests on them, so a version is tied to them.
 */
import { createHash } from 'node:crypto';

import type { Fact, FactValue, Question, Questionnaire } from '../engine/define.ts';
import type { Reading } from '../engine/reading.ts';
import type { Todo } from '../schemas/todo.ts';

/** What of a to-do decides; its words do not. */
export type TodoRules = Pick<Todo, 'id' | 'strength' | 'when' | 'since' | 'strengthIn' | 'conditional'>;

type Value = FactValue | undefined;

/** Ways in which a rule holds are listed up to so many; of more, their number and a mark that changes with them. */
const MOST_WAYS = 12;

const say = (name: string, value: Value): string =>
  value === true
    ? name
    : value === false
      ? `not ${name}`
      : value === undefined
        ? `${name} not asked`
        : `${name}: ${value}`;

/** What is said of one question, and what a fact reads in it. */
function readings(question: Question, fact: Fact): readonly (readonly [said: string, value: Value])[] {
  switch (fact.from) {
    case 'marks':
    case 'definite':
      return [];
    case 'ratings':
      return fact.levels.map((level) => [level, level]);
    case 'answer': {
      const read = fact.read as (walked: unknown) => FactValue;
      const said =
        question.kind === 'date' || question.kind === 'number'
          ? [...question.options, ...question.samples]
          : question.options;
      return said.map((one) => [String(one), read(one)]);
    }
    case 'groups': {
      const names = fact.groups.map(
        ({ options, said }) => `${said === 'no' ? 'not ' : ''}(${options.join(' or ')})`,
      );
      return Array.from({ length: 2 ** names.length }, (_, bits) => {
        const counts = names.map((__, place) => (bits & (1 << place)) !== 0);
        const said = names.map((name, place) => (counts[place] ? name : `none of ${name}`));
        return [said.join(' and '), fact.read(counts)] as const;
      });
    }
  }
}

/** What every fact reads out of the answers, a line each. */
export function factsInWords({ questions, facts, marks }: Questionnaire): string {
  return Object.entries(facts)
    .map(([name, fact]) => {
      if (fact.from === 'marks') {
        const set = Object.entries(marks[name] ?? {}).map(
          ([id, rules]) => `${rules.join(' or ')} after ${id}`,
        );
        return `- ${name}, a mark: set by ${set.join('; ')}`;
      }
      const asked = fact.from === 'ratings' ? fact.questions.join(', ') : fact.question;
      if (fact.from === 'definite') return `- ${name}: whether ${asked} is known`;
      const question = questions[fact.from === 'ratings' ? (fact.questions[0] ?? '') : fact.question];
      const byValue = Map.groupBy(
        question === undefined ? [] : readings(question, fact),
        ([, value]) => value,
      );
      const values = [...byValue].map(
        ([value, said]) => `${String(value)} for ${said.map(([one]) => one).join(', ')}`,
      );
      return `- ${name}, from ${asked}: ${values.join('; ')}`;
    })
    .join('\n');
}

/** Every value that a fact can have, that of a question that is not asked among them. */
function valuesOf({ questions, facts }: Questionnaire, name: string): readonly Value[] {
  const fact = facts[name];
  if (fact === undefined) return [undefined];
  if (fact.from === 'marks') return [false, true];
  if (fact.from === 'definite') return [undefined, false, true];
  const question = questions[fact.from === 'ratings' ? (fact.questions[0] ?? '') : fact.question];
  const read = question === undefined ? [] : readings(question, fact).map(([, value]) => value);
  return [undefined, ...new Set(read)];
}

/** With what facts a rule holds. */
function waysToHold(reading: Reading, id: string): string {
  const { questionnaire } = reading;
  const reads = questionnaire.rules[id]?.reads ?? [];
  const combinations = reads.reduce<readonly (readonly Value[])[]>(
    (some, name) =>
      some.flatMap((values) => valuesOf(questionnaire, name).map((value) => [...values, value])),
    [[]],
  );
  const ways = combinations
    .filter((values) =>
      reading.holds(id, Object.fromEntries(reads.map((name, place) => [name, values[place]]))),
    )
    .map((values) => reads.map((name, place) => say(name, values[place])).join(' + '));
  if (reads.length === 0) return ways.length === 0 ? 'never' : 'always';
  if (ways.length <= MOST_WAYS) return ways.join(' · ') || 'never';
  const mark = createHash('sha256').update(ways.join('\n')).digest('hex').slice(0, 16);
  return `${ways.length} of ${combinations.length} combinations of ${reads.join(', ')} (${mark})`;
}

/**
 * To-dos with strength, time and what adds them under one edition; then, for each rule behind them, the facts with
 * which it holds.
 */
export function todosInWords(reading: Reading, todos: readonly TodoRules[]): string {
  const { questionnaire, edition } = reading;
  const { editions, outcomes, todos: additions, done, givesWay, stated } = questionnaire;
  const rules = new Set<string>();
  const rule = (id: string): string => {
    rules.add(id);
    return id;
  };
  const known = new Map(todos.map((todo) => [todo.id, todo]));
  const added = new Set([
    ...Object.values(outcomes).flatMap((outcome) => outcome.todos),
    ...additions.flatMap(({ add, ahead = [] }) => [...add, ...ahead]),
  ]);
  const lines = [...added].map((id) => {
    const todo = known.get(id);
    if (todo === undefined) return `- **${id}**: no such to-do`;
    const { strength, strengthIn, since, when, conditional } = todo;
    if (since !== undefined && editions.indexOf(since) > editions.indexOf(edition))
      return `- **${id}**: not under this edition`;
    const binds = strengthIn?.[edition as keyof typeof strengthIn] ?? strength;
    const at = Object.entries(outcomes).flatMap(([outcome, each]) =>
      each.todos.includes(id) ? [outcome] : [],
    );
    const by = additions.flatMap(({ when: where, add, ahead = [] }) => [
      ...(add.includes(id) ? [rule(where)] : []),
      ...(ahead.includes(id) ? [`${rule(where)} and nothing stops it`] : []),
    ]);
    const [shown, stronger] = [done[id], givesWay[id]];
    return [
      `- **${id}** (${binds}; ${when.join(', ')}${conditional === true ? '; with a condition' : ''})`,
      ...(at.length === 0 ? [] : [`at ${at.join(', ')}`]),
      ...(by.length === 0 ? [] : [`where ${[...new Set(by)].join(' or ')}`]),
      ...(shown === undefined ? [] : [`done where ${rule(shown)}`]),
      ...(stronger === undefined ? [] : [`gives way to ${stronger.join(', ')}`]),
    ].join('; ');
  });
  const settled = stated.map(
    ({ question, answer, when }) => `- ${question} is ${answer}, unasked, where ${rule(when)}`,
  );
  const due = Object.entries(outcomes).flatMap(([outcome, { deadlines = {} }]) =>
    Object.entries(deadlines).map(([id, { question, when, notBegun, clause: _clause, ...span }]) => {
      const long = Object.entries(span).map(([unit, number]) => `${number} ${unit}`);
      return [
        `- **${outcome}**, ${id}: ${long.join('')} from ${question}`,
        ...(when === undefined ? [] : [`where ${rule(when)}`]),
        ...(notBegun === undefined ? [] : [`not begun at ${notBegun}`]),
      ].join('; ');
    }),
  );
  for (const byQuestion of Object.values(questionnaire.marks)) Object.values(byQuestion).flat().forEach(rule);
  const held = [...rules].map((id) => `- ${id}: ${waysToHold(reading, id)}`);
  return [
    ...(lines.length === 0 ? ['Nothing.'] : [lines.join('\n')]),
    ...(settled.length === 0 ? [] : ['#### What others settle', settled.join('\n')]),
    ...(due.length === 0 ? [] : ['#### Last days', due.join('\n')]),
    ...(held.length === 0 ? [] : ['#### When these rules hold', held.join('\n')]),
  ].join('\n\n');
}
