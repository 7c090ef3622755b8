/** Classes of answers that lead on alike, with one answer to stand for all of a class. */
import { NOT_KNOWN, questionOf, type Answer, type Group, type Questionnaire } from './define.ts';
import { kindOf } from './kinds/index.ts';
import { factsSetBy, valueOf } from './reading.ts';

/** Answers that no rule ahead tells apart, with one of them to stand for all. */
export interface AnswerClass {
  /** Option id for a choice; what the facts say for the rest. */
  readonly key: string;
  readonly answer: Answer;
}

/** What an answer says, in the facts that are told apart. */
function saidBy(
  questionnaire: Questionnaire,
  id: string,
  answer: Answer,
  apart: ReadonlySet<string>,
): string {
  const question = questionOf(questionnaire, id);
  const walked = kindOf(question).walked(question, answer);
  const said: string[] = [];
  for (const [name, fact] of factsSetBy(questionnaire, id)) {
    if (fact.from === 'ratings' || !apart.has(name)) continue;
    const value = valueOf(fact, question, answer, walked, undefined);
    if (value === true) said.push(name);
    else if (value !== false) said.push(`${name}: ${value}`);
  }
  return said.length === 0 ? 'anything else' : said.join(', ');
}

/** The key of the class that an answer belongs to. */
export function classKeyOf(
  questionnaire: Questionnaire,
  id: string,
  answer: Answer,
  apart: ReadonlySet<string>,
): string {
  return kindOf(questionOf(questionnaire, id)).named(answer) ?? saidBy(questionnaire, id, answer, apart);
}

/** The groups of a question's options that these facts tell apart. */
export function groupsApart(
  questionnaire: Questionnaire,
  id: string,
  apart: ReadonlySet<string>,
): readonly Group[] {
  return factsSetBy(questionnaire, id).flatMap(([name, fact]): readonly Group[] => {
    if (!apart.has(name)) return [];
    if (fact.from === 'groups') return fact.groups;
    return fact.from === 'definite' ? [{ options: [NOT_KNOWN], said: 'yes' }] : [];
  });
}

const classesKnown = new WeakMap<Questionnaire, Map<string, readonly AnswerClass[]>>();

/** The classes of answers to a question where these options are offered. */
export function answerClasses(
  questionnaire: Questionnaire,
  id: string,
  options: readonly string[],
  apart: ReadonlySet<string>,
): readonly AnswerClass[] {
  const known = classesKnown.get(questionnaire) ?? new Map<string, readonly AnswerClass[]>();
  classesKnown.set(questionnaire, known);
  const cacheKey = JSON.stringify([id, options, [...apart]]);
  const before = known.get(cacheKey);
  if (before !== undefined) return before;
  const question = questionOf(questionnaire, id);
  const classes = new Map<string, AnswerClass>();
  for (const answer of kindOf(question).candidates(
    question,
    options,
    groupsApart(questionnaire, id, apart),
  )) {
    const key = classKeyOf(questionnaire, id, answer, apart);
    if (!classes.has(key)) classes.set(key, { key, answer });
  }
  const made = [...classes.values()];
  known.set(cacheKey, made);
  return made;
}
