/** The ways on from a question, as routes write them down: what the machine is made of and what the map draws. */
import {
  NOT_KNOWN,
  questionOf,
  type Answer,
  type Branch,
  type Question,
  type Questionnaire,
  type Route,
} from './define.ts';
import { kindOf } from './kinds/index.ts';

/** The branches that an answer can take, in order; a single target is one `otherwise`. */
export function branchesOf(
  questionnaire: Questionnaire,
  questionId: string,
  answer: Answer,
): readonly Branch[] {
  const route = questionnaire.routes[questionId];
  if (route === undefined)
    throw new Error(`Questionnaire ${questionnaire.id} has no route from ${questionId}.`);
  const question = questionOf(questionnaire, questionId);
  const chosen: Route | undefined =
    typeof route === 'object' && 'byOption' in route
      ? route.byOption[kindOf(question).walked(question, answer) as string]
      : route;
  if (chosen === undefined)
    throw new Error(`Question ${questionId} of ${questionnaire.id} has no route for this answer.`);
  return typeof chosen === 'string' ? [{ otherwise: chosen }] : chosen;
}

/** One way on from a question. The ways of one question are tried in order, and the first that fits is taken. */
export interface Way {
  /**
   * The answers that it is for: option ids, "I don't know yet" among them where it is walked as one of these.
   * None where it is for every answer.
   */
  readonly answers: readonly string[];
  /** The rule that has to hold once the answer is taken; absent where none has to. */
  readonly when?: string;
  /** Whether it is what is left where no rule held that is tried before it for the same answers. */
  readonly otherwise: boolean;
  /** The id of a question or an outcome. */
  readonly to: string;
}

/** The ways on from a question, options with the same route taken together. @throws Error when there is no such question. */
export function waysOn(questionnaire: Questionnaire, id: string): readonly Way[] {
  const question = questionOf(questionnaire, id);
  const route = questionnaire.routes[id];
  const waysFor = (answers: readonly string[], example: string): Way[] =>
    branchesOf(questionnaire, id, example).map((branch, place) =>
      'otherwise' in branch
        ? { answers, otherwise: place > 0, to: branch.otherwise }
        : { answers, when: branch.when, otherwise: false, to: branch.to },
    );
  if (typeof route !== 'object' || !('byOption' in route)) return waysFor([], '');
  const sameRoute = Map.groupBy(question.options, (option) => JSON.stringify(route.byOption[option]));
  return [...sameRoute.values()].flatMap((options) =>
    waysFor(
      options.flatMap((option) => spokenAs(question, option)),
      options[0] ?? '',
    ),
  );
}

/** The answers that are walked as this option: itself, and "I don't know yet" where it is the cautious one. */
function spokenAs(question: Question, option: string): readonly string[] {
  return 'cautious' in question && question.cautious === option ? [option, NOT_KNOWN] : [option];
}
