/** Where each answer leads, in words: for the worksheet, which has no script to lead the way. */
import type { Branch, Questionnaire, Route } from '../../engine/define.ts';
import { NOT_KNOWN_LABEL, type Words } from '../../records/words.ts';

export interface WayOn {
  /** The answers that it is about; none where every answer is. */
  readonly answers: readonly string[];
  /** The rule that has to hold, as a claim; none where it always does. */
  readonly when?: string;
  readonly to: { readonly id: string; readonly isQuestion: boolean; readonly text: string };
}

/** The ways on from a question, in the order in which they are tried. */
export function routesInWords(questionnaire: Questionnaire, words: Words, id: string): readonly WayOn[] {
  const question = questionnaire.questions[id];
  const route = questionnaire.routes[id];
  if (question === undefined || route === undefined)
    throw new Error(`Questionnaire ${questionnaire.id} has no question ${id}.`);
  const asked = words.questions[id];
  const numbers = Object.keys(questionnaire.questions);
  const target = (to: string) => ({
    id: to,
    isQuestion: to in questionnaire.questions,
    text:
      to in questionnaire.questions
        ? `question ${numbers.indexOf(to) + 1}`
        : (words.outcomes[to]?.name ?? to),
  });
  const ways = (one: Route, answers: readonly string[]): WayOn[] => {
    const branches: readonly Branch[] = typeof one === 'string' ? [{ otherwise: one }] : one;
    return branches.map((branch) =>
      'otherwise' in branch
        ? { answers, to: target(branch.otherwise) }
        : { answers, when: questionnaire.rules[branch.when]?.claim ?? branch.when, to: target(branch.to) },
    );
  };
  if (typeof route === 'string' || !('byOption' in route)) return ways(route, []);
  const label = (option: string) => asked?.options?.[option]?.label ?? option;
  const notKnown = asked?.unknownLabel ?? NOT_KNOWN_LABEL;
  const byRoute = new Map<string, { route: Route; answers: string[] }>();
  for (const [option, one] of Object.entries(route.byOption)) {
    const key = JSON.stringify(one);
    const found = byRoute.get(key) ?? { route: one, answers: [] };
    found.answers.push(label(option));
    if ('cautious' in question && question.cautious === option) found.answers.push(notKnown);
    byRoute.set(key, found);
  }
  return [...byRoute.values()].flatMap((one) => ways(one.route, one.answers));
}
