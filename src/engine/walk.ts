/** One step of a journey over the definition itself: facts after an answer, what is offered, where it leads. */
import {
  NOT_KNOWN,
  type Answer,
  type Branch,
  type EditionView,
  type Fact,
  type FactValue,
  type FactValues,
  type MarkFact,
  type PointAnswer,
  type Question,
  type Questionnaire,
  type Route,
} from './define.ts';

/** @throws Error when the questionnaire has no such edition. */
export function editionView(questionnaire: Questionnaire, id: string): EditionView {
  const place = questionnaire.editions.indexOf(id);
  if (place < 0) {
    throw new Error(
      `Questionnaire ${questionnaire.id} has no edition ${id}. It has ${questionnaire.editions.join(', ')}.`,
    );
  }
  return { id, isFrom: (other) => place >= questionnaire.editions.indexOf(other) };
}

/** The question with this id. @throws Error when there is none. */
export function questionOf(questionnaire: Questionnaire, id: string): Question {
  const question = questionnaire.questions[id];
  if (question === undefined) throw new Error(`Questionnaire ${questionnaire.id} has no question ${id}.`);
  return question;
}

/** The facts before the first question: no mark is set, and what no answer has said yet is absent. */
export function factsAtStart(questionnaire: Questionnaire): FactValues {
  const marks = Object.entries(questionnaire.facts).filter(([, fact]) => fact.from === 'marks');
  return Object.fromEntries(marks.map(([id]) => [id, false]));
}

/** Whether a rule holds; it is shown only the facts that it declares. */
export function ruleHolds(
  questionnaire: Questionnaire,
  rule: string,
  facts: FactValues,
  edition: EditionView,
): boolean {
  const found = questionnaire.rules[rule];
  if (found === undefined) throw new Error(`Questionnaire ${questionnaire.id} has no rule ${rule}.`);
  return found.holds(Object.fromEntries(found.reads.map((fact) => [fact, facts[fact]])), edition);
}

/** The answer as rules see it, "I don't know yet" replaced by the cautious reading. */
export function walkedAnswer(question: Question, answer: Answer): Answer | Readonly<Record<string, boolean>> {
  if (question.kind === 'points') {
    return Object.fromEntries(
      Object.entries(answer as Readonly<Record<string, PointAnswer>>).map(([id, said]) => [
        id,
        said === 'yes',
      ]),
    );
  }
  if (answer === NOT_KNOWN && 'cautious' in question && question.cautious !== undefined)
    return question.cautious;
  return answer;
}

/** Facts with their names, marks aside. */
export type SetByAnswer = readonly (readonly [name: string, fact: Exclude<Fact, MarkFact>])[];

const setKnown = new WeakMap<Questionnaire, ReadonlyMap<string, SetByAnswer>>();

/** The facts that the answer to a question sets, marks aside. */
export function factsSetBy(questionnaire: Questionnaire, questionId: string): SetByAnswer {
  let byQuestion = setKnown.get(questionnaire);
  if (byQuestion === undefined) {
    const made = new Map<string, SetByAnswer>();
    for (const [id, fact] of Object.entries(questionnaire.facts)) {
      if (fact.from === 'marks') continue;
      for (const question of fact.from === 'ratings' ? fact.questions : [fact.question]) {
        made.set(question, [...(made.get(question) ?? []), [id, fact]]);
      }
    }
    setKnown.set(questionnaire, made);
    byQuestion = made;
  }
  return byQuestion.get(questionId) ?? [];
}

/** The facts once a question is answered and left. */
export function factsAfter(
  questionnaire: Questionnaire,
  edition: EditionView,
  before: FactValues,
  questionId: string,
  answer: Answer,
): FactValues {
  const question = questionOf(questionnaire, questionId);
  const walked = walkedAnswer(question, answer);
  const after: Record<string, FactValue | undefined> = { ...before };
  for (const [id, fact] of factsSetBy(questionnaire, questionId)) {
    if (fact.from === 'answer') {
      after[id] = fact.read(walked as never);
    } else if (fact.from === 'definite') {
      // The same words typed into a text box are text.
      after[id] = question.kind === 'text' || !saysNotKnown(answer);
    } else {
      const now = fact.levels.indexOf(walked as string);
      const past = fact.levels.indexOf((before[id] ?? '') as string);
      after[id] = fact.levels[Math.max(now, past)];
    }
  }
  for (const [mark, byQuestion] of Object.entries(questionnaire.marks)) {
    if ((byQuestion[questionId] ?? []).some((rule) => ruleHolds(questionnaire, rule, after, edition)))
      after[mark] = true;
  }
  return after;
}

/** The option ids that a question offers here, "I don't know yet" not among them. */
export function offeredOptions(
  questionnaire: Questionnaire,
  edition: EditionView,
  facts: FactValues,
  questionId: string,
): readonly string[] {
  const conditions = questionnaire.offered[questionId] ?? {};
  return questionOf(questionnaire, questionId).options.filter((option) => {
    const rule = conditions[option];
    return rule === undefined || ruleHolds(questionnaire, rule, facts, edition);
  });
}

/** Whether "I don't know yet" is among a question's answers. */
export function takesNotKnown(question: Question): boolean {
  if (question.kind === 'choices') return question.notKnown !== undefined;
  if (question.kind === 'points') return true;
  return 'cautious' in question && question.cautious !== undefined;
}

/** Whether an answer, stored or typed, says "I don't know yet" anywhere. */
export function saysNotKnown(answer: Answer): boolean {
  if (typeof answer === 'object') return Object.values(answer).includes(NOT_KNOWN);
  return answer === NOT_KNOWN;
}

/** A calendar date as YYYY-MM-DD that exists, from the year 1 on. */
export function isCalendarDate(value: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
}

/** Whether a question offers this answer here. Never throws: what is asked about may come from a hostile file. */
export function isOffered(
  questionnaire: Questionnaire,
  edition: EditionView,
  facts: FactValues,
  questionId: string,
  answer: unknown,
): answer is Answer {
  const question = questionOf(questionnaire, questionId);
  const options = offeredOptions(questionnaire, edition, facts, questionId);
  switch (question.kind) {
    case 'choice':
    case 'rating':
      return (
        typeof answer === 'string' &&
        (options.includes(answer) || (answer === NOT_KNOWN && takesNotKnown(question)))
      );
    case 'choices': {
      if (!Array.isArray(answer) || answer.length === 0) return false;
      // Spread, as a list with gaps would pass over them in `filter` and `every`.
      const known = [...(answer as readonly unknown[])].filter((option) => option !== NOT_KNOWN);
      const notKnown = answer.includes(NOT_KNOWN);
      if (
        new Set(answer).size < answer.length ||
        !known.every((option) => options.includes(option as string))
      )
        return false;
      if (question.none !== undefined && answer.includes(question.none) && answer.length > 1) return false;
      if (
        notKnown &&
        (question.notKnown === undefined || (question.notKnown === 'alone' && known.length > 0))
      )
        return false;
      return true;
    }
    case 'points': {
      if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return false;
      const said = Object.entries(answer);
      return (
        said.length === options.length &&
        said.every(
          ([id, value]) => options.includes(id) && (value === 'yes' || value === 'no' || value === NOT_KNOWN),
        )
      );
    }
    case 'date':
      return (
        typeof answer === 'string' &&
        (options.includes(answer) ||
          (isCalendarDate(answer) && answer >= (question.earliest ?? '')) ||
          (answer === NOT_KNOWN && takesNotKnown(question)))
      );
    case 'number':
      return (
        (answer === NOT_KNOWN && takesNotKnown(question)) ||
        (typeof answer === 'number' &&
          Number.isInteger(answer) &&
          answer >= question.least &&
          answer <= question.most)
      );
    case 'text':
      return typeof answer === 'string' && answer.trim() !== '';
  }
}

/** The branches that an answer can take, in order; a single target is one `otherwise`. */
export function branchesOf(
  questionnaire: Questionnaire,
  questionId: string,
  answer: Answer,
): readonly Branch[] {
  const route = questionnaire.routes[questionId];
  if (route === undefined)
    throw new Error(`Questionnaire ${questionnaire.id} has no route from ${questionId}.`);
  const chosen: Route | undefined =
    typeof route === 'object' && 'byOption' in route
      ? route.byOption[walkedAnswer(questionOf(questionnaire, questionId), answer) as string]
      : route;
  if (chosen === undefined)
    throw new Error(`Question ${questionId} of ${questionnaire.id} has no route for this answer.`);
  return typeof chosen === 'string' ? [{ otherwise: chosen }] : chosen;
}

/** Where an answer leads, given the facts once it is taken. */
export function targetAfter(
  questionnaire: Questionnaire,
  edition: EditionView,
  after: FactValues,
  questionId: string,
  answer: Answer,
): string {
  for (const branch of branchesOf(questionnaire, questionId, answer)) {
    if ('otherwise' in branch) return branch.otherwise;
    if (ruleHolds(questionnaire, branch.when, after, edition)) return branch.to;
  }
  throw new Error(`Question ${questionId} of ${questionnaire.id} has branches without an otherwise.`);
}
