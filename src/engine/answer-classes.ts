/** Classes of answers that lead on alike, with one answer to stand for all of a class. */
import { saysNotKnown } from './answer.ts';
import { questionOf, type Answer, type Questionnaire } from './define.ts';
import { kindOf } from './kinds/index.ts';
import { factsSetBy } from './reading.ts';

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
    const value = fact.from === 'definite' ? !saysNotKnown(answer) : fact.read(walked as never);
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
  const classify = (answers: Iterable<Answer>, told: ReadonlySet<string>): readonly AnswerClass[] => {
    const cacheKey = JSON.stringify([id, options, [...told]]);
    const before = known.get(cacheKey);
    if (before !== undefined) return before;
    const classes = new Map<string, AnswerClass>();
    for (const answer of answers) {
      const key = classKeyOf(questionnaire, id, answer, told);
      if (!classes.has(key)) classes.set(key, { key, answer });
    }
    const made = [...classes.values()];
    known.set(cacheKey, made);
    return made;
  };

  // A question with seventeen boxes has 131,072 answers. They are looked at once: what no fact at all tells apart,
  // fewer facts do not tell apart either.
  const question = questionOf(questionnaire, id);
  const finest = new Set(factsSetBy(questionnaire, id).map(([name]) => name));
  const everyClass =
    known.get(JSON.stringify([id, options, [...finest]])) ??
    classify(kindOf(question).candidates(question, options), finest);
  return classify(
    everyClass.map(({ answer }) => answer),
    apart,
  );
}
