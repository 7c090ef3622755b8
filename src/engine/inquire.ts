/** What can be asked of a list of answers. Every question is a search over the same machine. */
import type { Answer, Answers, Questionnaire } from './define.ts';
import { exploreJourneys, factsAhead, outcomesOf } from './journeys.ts';
import { replay, todosOf } from './replay.ts';
import { editionView, factsAfter, factsAtStart, isOffered, offeredOptions, questionOf, saysNotKnown } from './walk.ts';

/** Other definite answers that could stand in an answer's place: one option changed at a time. */
function alternativesTo(questionnaire: Questionnaire, edition: string, answers: Answers, id: string): Answer[] {
  const view = editionView(questionnaire, edition);
  let facts = factsAtStart(questionnaire);
  for (const before of replay(questionnaire, edition, answers).path) {
    if (before === id) break;
    facts = factsAfter(questionnaire, view, facts, before, answers[before] as Answer);
  }
  const question = questionOf(questionnaire, id);
  const options = offeredOptions(questionnaire, view, facts, id);
  const given = answers[id];
  const candidates: Answer[] = [];
  switch (question.kind) {
    case 'choice':
    case 'rating':
      candidates.push(...options);
      break;
    case 'choices': {
      const chosen = (Array.isArray(given) ? given : []).filter((option) => options.includes(option));
      for (const option of options) {
        const toggled = chosen.includes(option) ? chosen.filter((other) => other !== option) : [...chosen, option];
        candidates.push([option], options.filter((one) => toggled.includes(one)));
      }
      candidates.push(chosen);
      break;
    }
    case 'points': {
      const said = given as Readonly<Record<string, 'yes' | 'no' | 'not-known'>>;
      for (const option of options) candidates.push({ ...said, [option]: said[option] === 'yes' ? 'no' : 'yes' });
      candidates.push(Object.fromEntries(options.map((option) => [option, 'yes'])));
      break;
    }
    case 'date':
      candidates.push(...options, ...question.samples);
      break;
    case 'number':
      candidates.push(...question.samples);
      break;
    case 'text':
      break;
  }
  return candidates.filter(
    (answer) =>
      !saysNotKnown(answer) &&
      JSON.stringify(answer) !== JSON.stringify(given) &&
      isOffered(questionnaire, view, facts, id, answer),
  );
}

/** What changing one answer alone could do. */
export interface Bearing {
  readonly question: string;
  /** The outcome: another one, or questions that have not been asked and so cannot be known. */
  readonly outcome: boolean;
  /** The to-dos. */
  readonly todos: boolean;
}

/** For each question on the path, whether a definite answer in its place could alter the outcome or the to-dos. */
export function bearings(questionnaire: Questionnaire, edition: string, answers: Answers): readonly Bearing[] {
  const now = replay(questionnaire, edition, answers);
  const todosNow = todosOf(questionnaire, edition, now).join(' ');
  return now.path.map((question) => {
    const others = alternativesTo(questionnaire, edition, now.answers, question).map((answer) =>
      replay(questionnaire, edition, { ...answers, [question]: answer }),
    );
    return {
      question,
      outcome: others.some((other) => other.outcome !== now.outcome),
      todos: others.some((other) => other.outcome !== undefined && todosOf(questionnaire, edition, other).join(' ') !== todosNow),
    };
  });
}

/** An "I don't know yet" whose settling could change the result. */
export interface OpenPoint {
  readonly question: string;
  /** Whether settling it could change the outcome, not only what there is to do. */
  readonly outcomeRests: boolean;
}

/** The open points of an answered path, in asking order. */
export function openPoints(questionnaire: Questionnaire, edition: string, answers: Answers): readonly OpenPoint[] {
  const { path } = replay(questionnaire, edition, answers);
  if (!path.some((question) => saysNotKnown(answers[question] as Answer))) return [];
  return bearings(questionnaire, edition, answers)
    .filter((bearing) => saysNotKnown(answers[bearing.question] as Answer) && (bearing.outcome || bearing.todos))
    .map((bearing) => ({ question: bearing.question, outcomeRests: bearing.outcome }));
}

/** The outcomes that these answers can still lead to, in the questionnaire's order. */
export function reachableOutcomes(questionnaire: Questionnaire, edition: string, answers: Answers): readonly string[] {
  const now = replay(questionnaire, edition, answers);
  if (now.outcome !== undefined) return [now.outcome];
  const reached = outcomesOf(
    exploreJourneys(questionnaire, edition, factsAhead(questionnaire), {
      question: now.next ?? questionnaire.start,
      facts: now.facts,
      answers: now.answers,
    }),
  );
  return Object.keys(questionnaire.outcomes).filter((outcome) => reached.has(outcome));
}

/** The answered questions that a changed answer would leave off the path, in asking order. */
export function setAsideBy(
  questionnaire: Questionnaire,
  edition: string,
  answers: Answers,
  change: { readonly question: string; readonly answer: Answer },
): readonly string[] {
  const before = replay(questionnaire, edition, answers);
  const after = replay(questionnaire, edition, { ...answers, [change.question]: change.answer });
  return before.path.filter((question) => question !== change.question && !after.path.includes(question));
}
