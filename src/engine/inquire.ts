/** What can be asked of a list of answers. Every question is a search over the same machine. */
import {
  NOT_KNOWN,
  type Answer,
  type Answers,
  type EditionView,
  type FactValues,
  type PointAnswer,
  type Question,
  type Questionnaire,
} from './define.ts';
import { turnedOutInstead } from './fewest-changes.ts';
import { answerClasses, exploreJourneys, factsAhead, outcomesOf } from './journeys.ts';
import { replay, todosOf, type Replay } from './replay.ts';
import {
  editionView,
  factsAfter,
  factsAtStart,
  isOffered,
  offeredOptions,
  questionOf,
  saysNotKnown,
  targetAfter,
} from './walk.ts';

/** The facts on a path when one of its questions comes up. */
function factsBefore(
  questionnaire: Questionnaire,
  view: EditionView,
  replayed: Replay,
  id: string,
): FactValues {
  let facts = factsAtStart(questionnaire);
  for (const before of replayed.path) {
    if (before === id) break;
    facts = factsAfter(questionnaire, view, facts, before, replayed.answers[before] as Answer);
  }
  return facts;
}

/** The options that a question on a path offers there. */
function offeredAt(
  questionnaire: Questionnaire,
  view: EditionView,
  replayed: Replay,
  id: string,
): readonly string[] {
  return offeredOptions(questionnaire, view, factsBefore(questionnaire, view, replayed, id), id);
}

/** Other definite answers that could stand in an answer's place: one option changed at a time. */
function alternativesTo(
  questionnaire: Questionnaire,
  edition: string,
  answers: Answers,
  id: string,
): readonly Answer[] {
  const view = editionView(questionnaire, edition);
  const facts = factsBefore(questionnaire, view, replay(questionnaire, edition, answers), id);
  const options = offeredOptions(questionnaire, view, facts, id);
  return turnedOutInstead(questionnaire, id, options, answers[id] as Answer).filter((answer) =>
    isOffered(questionnaire, view, facts, id, answer),
  );
}

/** What changing one answer alone could do. */
export interface Bearing {
  readonly question: string;
  /** The outcome: another one, or questions that have not been asked and so cannot be known. */
  readonly outcome: boolean;
  /** The other outcomes that it could lead to by itself. */
  readonly leadsTo: readonly string[];
  /** The to-dos. */
  readonly todos: boolean;
}

/** For each question on the path, whether a definite answer in its place could alter the outcome or the to-dos. */
export function bearings(
  questionnaire: Questionnaire,
  edition: string,
  answers: Answers,
): readonly Bearing[] {
  const now = replay(questionnaire, edition, answers);
  const todosNow = todosOf(questionnaire, edition, now).join(' ');
  return now.path.map((question) => {
    const others = alternativesTo(questionnaire, edition, now.answers, question).map((answer) =>
      replay(questionnaire, edition, { ...answers, [question]: answer }),
    );
    return {
      question,
      outcome: others.some((other) => other.outcome !== now.outcome),
      leadsTo: [
        ...new Set(
          others.flatMap(({ outcome }) =>
            outcome === undefined || outcome === now.outcome ? [] : [outcome],
          ),
        ),
      ],
      todos: others.some(
        (other) =>
          other.outcome !== undefined && todosOf(questionnaire, edition, other).join(' ') !== todosNow,
      ),
    };
  });
}

/** An "I don't know yet" whose settling could change the result. */
export interface OpenPoint {
  readonly question: string;
  /** Whether settling it could change the outcome, not only what there is to do. */
  readonly outcomeRests: boolean;
}

/** The definite answers that could stand in place of one that says "I don't know yet", whatever is known in it being kept. */
function settlementsOf(question: Question, options: readonly string[], given: Answer): Answer[] {
  switch (question.kind) {
    case 'choice':
    case 'rating':
      return [...options];
    case 'choices': {
      const known = (given as readonly string[]).filter((option) => option !== NOT_KNOWN);
      if (known.length === 0) return options.map((option) => [option]);
      const others = options.filter((option) => !known.includes(option) && option !== question.none);
      return [
        known,
        ...others.map((other) => options.filter((option) => option === other || known.includes(option))),
      ];
    }
    case 'points': {
      const said = Object.entries(given as Readonly<Record<string, PointAnswer>>);
      const open = said.filter(([, value]) => value === NOT_KNOWN).map(([point]) => point);
      const settled = (answer: (point: string) => 'yes' | 'no'): Answer =>
        Object.fromEntries(
          said.map(([point, value]) => [point, value === NOT_KNOWN ? answer(point) : value]),
        );
      return [
        settled(() => 'yes'),
        settled(() => 'no'),
        ...open.flatMap((one) => [
          settled((point) => (point === one ? 'yes' : 'no')),
          settled((point) => (point === one ? 'no' : 'yes')),
        ]),
      ];
    }
    case 'date':
      return [...options, ...question.samples];
    case 'number':
      return [...question.samples];
    case 'text':
      return [];
  }
}

/** The questions on the path that are answered "I don't know yet". The same words typed as free text are text. */
function openQuestions(questionnaire: Questionnaire, replayed: Replay): string[] {
  return replayed.path.filter(
    (id) => questionOf(questionnaire, id).kind !== 'text' && saysNotKnown(replayed.answers[id] as Answer),
  );
}

/**
 * The open questions on whose settling the outcome rests, taken together: two of them can hide each other, so
 * that only settling both would change it. Every combination of settlements is walked as a decision diagram, in
 * which a question whose settlements all come to the same is left out; those that remain are the ones it rests on.
 */
function outcomeRestsOn(
  questionnaire: Questionnaire,
  view: EditionView,
  answers: Answers,
  open: readonly string[],
): ReadonlySet<string> {
  const ahead = factsAhead(questionnaire);
  const resultAt = new Map<string, string>();
  const branches = new Map<string, { readonly question: string; readonly results: readonly string[] }>();

  /** Where the answers lead from here: an outcome, a question that nobody has answered, or a branch by its name. */
  const resultOf = (id: string, facts: FactValues): string => {
    if (Object.hasOwn(questionnaire.outcomes, id)) return `outcome ${id}`;
    const kept = ahead.get(id) ?? new Set<string>();
    const here = JSON.stringify([id, Object.entries(facts).filter(([name]) => kept.has(name))]);
    const before = resultAt.get(here);
    if (before !== undefined) return before;
    const leaving = (answer: Answer): string => {
      const after = factsAfter(questionnaire, view, facts, id, answer);
      return resultOf(targetAfter(questionnaire, view, after, id, answer), after);
    };
    const given = Object.hasOwn(answers, id) ? answers[id] : undefined;
    let result: string;
    if (given === undefined || !isOffered(questionnaire, view, facts, id, given)) {
      result = `asks ${here}`;
    } else if (!open.includes(id)) {
      result = leaving(given);
    } else {
      const settled = settlementsOf(
        questionOf(questionnaire, id),
        offeredOptions(questionnaire, view, facts, id),
        given,
      );
      const results = [given, ...settled].map(leaving);
      const same = results.every((one) => one === results[0]);
      result = same ? (results[0] as string) : `branch ${JSON.stringify([id, ...results])}`;
      if (!same) branches.set(result, { question: id, results });
    }
    resultAt.set(here, result);
    return result;
  };

  const rests = new Set<string>();
  const seen = new Set<string>();
  const gather = (result: string): void => {
    const branch = branches.get(result);
    if (branch === undefined || seen.has(result)) return;
    seen.add(result);
    rests.add(branch.question);
    branch.results.forEach(gather);
  };
  gather(resultOf(questionnaire.start, factsAtStart(questionnaire)));
  return rests;
}

/** The open points of an answered path, in asking order. */
export function openPoints(
  questionnaire: Questionnaire,
  edition: string,
  answers: Answers,
): readonly OpenPoint[] {
  const now = replay(questionnaire, edition, answers);
  const open = openQuestions(questionnaire, now);
  if (open.length === 0) return [];
  const view = editionView(questionnaire, edition);
  const rests = outcomeRestsOn(questionnaire, view, now.answers, open);
  const changing = changersOfTodos(questionnaire, edition, now, open);
  return open
    .map((question) => ({ question, outcomeRests: rests.has(question) }))
    .filter((point) => point.outcomeRests || changing.has(point.question));
}

/** So many ways of settling the other open questions are walked one by one; where there are more, all go the same way. */
const MOST_WAYS = 32;

/**
 * The open questions on whose settling the to-dos rest, taken together: where two answers each ask for the same to-do,
 * settling one changes nothing, and settling both takes the to-do away. So each question is settled beside every way
 * in which the others can be. With many of them, the others are all left open, or all take their first settlement, or
 * all their second, and so on: enough for to-dos that several answers add, each by itself or only together.
 */
function changersOfTodos(
  questionnaire: Questionnaire,
  edition: string,
  now: Replay,
  open: readonly string[],
): ReadonlySet<string> {
  const view = editionView(questionnaire, edition);
  const settlements = new Map(
    open.map((id) => [
      id,
      settlementsOf(
        questionOf(questionnaire, id),
        offeredAt(questionnaire, view, now, id),
        now.answers[id] as Answer,
      ),
    ]),
  );
  const of = (id: string): readonly Answer[] => settlements.get(id) ?? [];

  const known = new Map<string, string | undefined>();
  /** The to-dos, or nothing where the answers no longer fit together or lead to a question that was not asked. */
  const todosWith = (changed: Answers): string | undefined => {
    const key = JSON.stringify(open.map((id) => changed[id] ?? null));
    if (!known.has(key)) {
      const end = endOf({ ...now.answers, ...changed });
      known.set(key, end === undefined ? undefined : todosOf(questionnaire, edition, end).join(' '));
    }
    return known.get(key);
  };
  /** Walked without the machine, which takes many times as long: there can be hundreds of ways to walk. */
  const endOf = (answers: Answers): Pick<Replay, 'facts' | 'outcome'> | undefined => {
    let facts = factsAtStart(questionnaire);
    let id = questionnaire.start;
    while (!Object.hasOwn(questionnaire.outcomes, id)) {
      const given = Object.hasOwn(answers, id) ? answers[id] : undefined;
      if (given === undefined || !isOffered(questionnaire, view, facts, id, given)) return undefined;
      facts = factsAfter(questionnaire, view, facts, id, given);
      id = targetAfter(questionnaire, view, facts, id, given);
    }
    return { facts, outcome: id };
  };
  const waysOf = (others: readonly string[]): Answers[] => {
    const count = others.reduce((product, id) => product * (of(id).length + 1), 1);
    if (count <= MOST_WAYS) {
      return others.reduce<Answers[]>(
        (ways, id) => ways.flatMap((way) => [way, ...of(id).map((answer) => ({ ...way, [id]: answer }))]),
        [{}],
      );
    }
    const most = Math.max(...others.map((id) => of(id).length));
    return [
      {},
      ...Array.from({ length: most }, (_, place) =>
        Object.fromEntries(
          others.flatMap((id) => {
            const answer = of(id)[place % of(id).length];
            return answer === undefined ? [] : [[id, answer] as const];
          }),
        ),
      ),
    ];
  };

  return new Set(
    open.filter((id) =>
      waysOf(open.filter((other) => other !== id)).some((way) => {
        const before = todosWith(way);
        return (
          before !== undefined &&
          of(id).some((answer) => {
            const after = todosWith({ ...way, [id]: answer });
            return after !== undefined && after !== before;
          })
        );
      }),
    ),
  );
}

/** The outcomes that these answers can still lead to, in the questionnaire's order. */
export function reachableOutcomes(
  questionnaire: Questionnaire,
  edition: string,
  answers: Answers,
): readonly string[] {
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

/** The outcomes that can still happen while some answers are open, each settled in any way, and all that they bring up answered in any way. */
function outcomesWhileOpen(
  questionnaire: Questionnaire,
  view: EditionView,
  answers: Answers,
  open: readonly string[],
): ReadonlySet<string> {
  const ahead = factsAhead(questionnaire);
  const seen = new Set<string>();
  const reached = new Set<string>();
  const visit = (id: string, facts: FactValues): void => {
    if (Object.hasOwn(questionnaire.outcomes, id)) {
      reached.add(id);
      return;
    }
    const kept = ahead.get(id) ?? new Set<string>();
    const here = JSON.stringify([id, Object.entries(facts).filter(([name]) => kept.has(name))]);
    if (seen.has(here)) return;
    seen.add(here);
    const options = offeredOptions(questionnaire, view, facts, id);
    const given = Object.hasOwn(answers, id) ? answers[id] : undefined;
    const fits = given !== undefined && isOffered(questionnaire, view, facts, id, given);
    const taken = !fits
      ? answerClasses(questionnaire, id, options, kept)
          .map(({ answer }) => answer)
          .filter((answer) => !saysNotKnown(answer))
      : open.includes(id)
        ? settlementsOf(questionOf(questionnaire, id), options, given)
        : [given];
    for (const answer of taken) {
      if (!isOffered(questionnaire, view, facts, id, answer)) continue;
      const after = factsAfter(questionnaire, view, facts, id, answer);
      visit(targetAfter(questionnaire, view, after, id, answer), after);
    }
  };
  visit(questionnaire.start, factsAtStart(questionnaire));
  return reached;
}

/** The outcomes that can still happen while every "I don't know yet" of an answered path is open, in the questionnaire's order. */
export function outcomesStillPossible(
  questionnaire: Questionnaire,
  edition: string,
  answers: Answers,
): readonly string[] {
  const now = replay(questionnaire, edition, answers);
  const possible = outcomesWhileOpen(
    questionnaire,
    editionView(questionnaire, edition),
    now.answers,
    openQuestions(questionnaire, now),
  );
  return Object.keys(questionnaire.outcomes).filter((outcome) => possible.has(outcome));
}

/** What can still happen while answers are open, and what would settle most of it. */
export interface StillOpen {
  /** The outcomes that can still happen, in the questionnaire's order. */
  readonly outcomes: readonly string[];
  /** The open question whose settling leaves fewest of them, at worst; none where settling any one of them leaves them all. */
  readonly settlesMost: string | undefined;
}

/** Leaves every "I don't know yet" of an answered path open, and asks what can still happen. */
export function stillOpen(questionnaire: Questionnaire, edition: string, answers: Answers): StillOpen {
  const now = replay(questionnaire, edition, answers);
  const open = openQuestions(questionnaire, now);
  const view = editionView(questionnaire, edition);
  const all = outcomesStillPossible(questionnaire, edition, answers);
  let best: { readonly question: string; readonly atWorst: number; readonly inAll: number } | undefined;
  for (const question of open) {
    const left = settlementsOf(
      questionOf(questionnaire, question),
      offeredAt(questionnaire, view, now, question),
      now.answers[question] as Answer,
    ).map(
      (settled) =>
        outcomesWhileOpen(
          questionnaire,
          view,
          { ...now.answers, [question]: settled },
          open.filter((other) => other !== question),
        ).size,
    );
    if (left.every((size) => size === all.length)) continue;
    const atWorst = Math.max(...left);
    const inAll = left.reduce((sum, size) => sum + size, 0) / left.length;
    if (best === undefined || atWorst < best.atWorst || (atWorst === best.atWorst && inAll < best.inAll))
      best = { question, atWorst, inAll };
  }
  return {
    outcomes: all,
    settlesMost: best?.question,
  };
}

/** The answered questions that are on the path, or can still come onto it once those left open have answers. */
function stillAsked(questionnaire: Questionnaire, edition: string, answers: Answers): ReadonlySet<string> {
  const now = replay(questionnaire, edition, answers);
  const asked = new Set(now.path);
  const { next } = now;
  const waiting = Object.keys(answers).some(
    (id) => !asked.has(id) && id !== next && Object.hasOwn(questionnaire.questions, id),
  );
  if (next === undefined || !waiting) return asked;

  const view = editionView(questionnaire, edition);
  const ahead = factsAhead(questionnaire);
  const seen = new Set<string>();
  const visit = (id: string, facts: FactValues): void => {
    if (Object.hasOwn(questionnaire.outcomes, id)) return;
    const kept = ahead.get(id) ?? new Set<string>();
    const here = JSON.stringify([id, Object.entries(facts).filter(([name]) => kept.has(name))]);
    if (seen.has(here)) return;
    seen.add(here);
    const given = Object.hasOwn(answers, id) ? answers[id] : undefined;
    const fits = given !== undefined && isOffered(questionnaire, view, facts, id, given);
    if (fits) asked.add(id);
    const options = offeredOptions(questionnaire, view, facts, id);
    const taken = fits
      ? [given]
      : answerClasses(questionnaire, id, options, kept).map(({ answer }) => answer);
    for (const answer of taken) {
      const after = factsAfter(questionnaire, view, facts, id, answer);
      visit(targetAfter(questionnaire, view, after, id, answer), after);
    }
  };
  visit(next, now.facts);
  return asked;
}

/**
 * The answered questions, in asking order, whose answers a changed or new answer would put out of use: whatever is
 * answered to the questions that it brings up, they are not asked any more or do not take that answer any more.
 */
export function setAsideBy(
  questionnaire: Questionnaire,
  edition: string,
  answers: Answers,
  change: { readonly question: string; readonly answer: Answer },
): readonly string[] {
  // Someone who answers one question after the other has no answer that could be put out of use.
  if (!Object.hasOwn(answers, change.question)) {
    const { path } = replay(questionnaire, edition, answers);
    if (path.length === Object.keys(answers).length) return [];
  }
  const before = stillAsked(questionnaire, edition, answers);
  const after = stillAsked(questionnaire, edition, { ...answers, [change.question]: change.answer });
  return Object.keys(questionnaire.questions).filter(
    (id) => before.has(id) && id !== change.question && !after.has(id),
  );
}
