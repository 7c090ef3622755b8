/** What "I don't know yet" leaves open: whether settling it could change the result, and what can still happen. */
import { leavesOpen } from './answer.ts';
import type { Answer, Answers } from './define.ts';
import { foldJourneys } from './folded-walk.ts';
import { kindOf } from './kinds/index.ts';
import type { Reading } from './reading.ts';
import type { Replay, Step } from './replay.ts';

/** An "I don't know yet" whose settling could change the result. */
export interface OpenPoint {
  readonly question: string;
  /** Whether settling it could change the outcome, not only what there is to do. */
  readonly outcomeRests: boolean;
}

/** The steps of a path that are answered "I don't know yet". */
function openSteps({ reading, steps }: Replay): readonly Step[] {
  return steps.filter(({ question, answer }) => leavesOpen(reading.question(question), answer));
}

/** The definite answers that could stand in place of one that says "I don't know yet", whatever is known in it being kept. */
function settlementsOf(
  reading: Reading,
  question: string,
  offered: readonly string[],
  given: Answer,
): readonly Answer[] {
  const asked = reading.question(question);
  return kindOf(asked).settlements(asked, offered, given);
}

/** The open points of an answered path, in asking order. */
export function openPoints(replay: Replay): readonly OpenPoint[] {
  const open = openSteps(replay);
  if (open.length === 0) return [];
  const rests = outcomeRestsOn(
    replay,
    open.map(({ question }) => question),
  );
  const changing = changersOfTodos(replay, open);
  return open
    .map(({ question }) => ({ question, outcomeRests: rests.has(question) }))
    .filter((point) => point.outcomeRests || changing.has(point.question));
}

/**
 * The open questions on whose settling the outcome rests, taken together: two of them can hide each other, so
 * that only settling both would change it. Every combination of settlements is walked as a decision diagram, in
 * which a question whose settlements all come to the same is left out; those that remain are the ones it rests on.
 */
function outcomeRestsOn({ reading, answers }: Replay, open: readonly string[]): ReadonlySet<string> {
  const branches = new Map<string, { readonly question: string; readonly results: readonly string[] }>();
  /** Where the answers lead: an outcome, a question that nobody has answered, or a branch by its name. */
  const result = foldJourneys<string>(reading, {
    ended: (outcome) => `outcome ${outcome}`,
    at: (place, onward) => {
      const { question } = place;
      const given = place.givenIn(answers);
      if (given === undefined) return `asks ${place.key}`;
      if (!open.includes(question)) return onward(given);
      const results = [given, ...settlementsOf(reading, question, place.offered, given)].map(onward);
      if (results.every((one) => one === results[0])) return results[0] as string;
      const branch = `branch ${JSON.stringify([question, ...results])}`;
      branches.set(branch, { question, results });
      return branch;
    },
  });

  const rests = new Set<string>();
  const seen = new Set<string>();
  const gather = (name: string): void => {
    const branch = branches.get(name);
    if (branch === undefined || seen.has(name)) return;
    seen.add(name);
    rests.add(branch.question);
    branch.results.forEach(gather);
  };
  gather(result);
  return rests;
}

/** So many ways of settling the other open questions are walked one by one; where there are more, all go the same way. */
const MOST_WAYS = 32;

/**
 * The open questions on whose settling the to-dos rest, taken together: where two answers each ask for the same to-do,
 * settling one changes nothing, and settling both takes the to-do away. So each question is settled beside every way
 * in which the others can be. With many of them, the others are all left open, or all take their first settlement, or
 * all their second, and so on: enough for to-dos that several answers add, each by itself or only together.
 */
function changersOfTodos({ reading, answers }: Replay, open: readonly Step[]): ReadonlySet<string> {
  const settlements = new Map(
    open.map(({ question, offered, answer }) => [
      question,
      settlementsOf(reading, question, offered, answer),
    ]),
  );
  const questions = [...settlements.keys()];
  const of = (id: string): readonly Answer[] => settlements.get(id) ?? [];

  const known = new Map<string, string | undefined>();
  /** The to-dos, or nothing where the answers no longer fit together or lead to a question that was not asked. */
  const todosWith = (changed: Answers): string | undefined => {
    const key = JSON.stringify(questions.map((id) => changed[id] ?? null));
    if (!known.has(key)) {
      const end = reading.endOf({ ...answers, ...changed });
      known.set(key, end.outcome === undefined ? undefined : reading.todosAt(end).join(' '));
    }
    return known.get(key);
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
    questions.filter((id) =>
      waysOf(questions.filter((other) => other !== id)).some((way) => {
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

/** The outcomes that can still happen while some answers are open, each settled in any way, and all that they bring up answered in any way. */
function outcomesWhileOpen(reading: Reading, answers: Answers, open: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>();
  foldJourneys(reading, {
    ended: (outcome) => {
      reached.add(outcome);
    },
    at: (place, onward) => {
      const given = place.givenIn(answers);
      const taken =
        given === undefined
          ? place.definite
          : open.includes(place.question)
            ? settlementsOf(reading, place.question, place.offered, given)
            : [given];
      for (const answer of taken) if (reading.takes(place, answer)) onward(answer);
    },
  });
  return reached;
}

/** The outcomes that can still happen while every "I don't know yet" of an answered path is open, in the questionnaire's order. */
export function outcomesStillPossible(replay: Replay): readonly string[] {
  const { reading, answers } = replay;
  const open = openSteps(replay).map(({ question }) => question);
  const possible = outcomesWhileOpen(reading, answers, open);
  return Object.keys(reading.questionnaire.outcomes).filter((outcome) => possible.has(outcome));
}

/** What can still happen while answers are open, and what would settle most of it. */
export interface StillOpen {
  /** The outcomes that can still happen, in the questionnaire's order. */
  readonly outcomes: readonly string[];
  /** The open question whose settling leaves fewest of them, at worst; none where settling any one of them leaves them all. */
  readonly settlesMost: string | undefined;
}

/** Leaves every "I don't know yet" of an answered path open, and asks what can still happen. */
export function stillOpen(replay: Replay): StillOpen {
  const { reading, answers } = replay;
  const open = openSteps(replay);
  const all = outcomesStillPossible(replay);
  let best: { readonly question: string; readonly atWorst: number; readonly inAll: number } | undefined;
  for (const { question, offered, answer } of open) {
    const others = open.map((step) => step.question).filter((other) => other !== question);
    const left = settlementsOf(reading, question, offered, answer).map(
      (settled) => outcomesWhileOpen(reading, { ...answers, [question]: settled }, others).size,
    );
    if (left.every((size) => size === all.length)) continue;
    const atWorst = Math.max(...left);
    const inAll = left.reduce((sum, size) => sum + size, 0) / left.length;
    if (best === undefined || atWorst < best.atWorst || (atWorst === best.atWorst && inAll < best.inAll))
      best = { question, atWorst, inAll };
  }
  return { outcomes: all, settlesMost: best?.question };
}
