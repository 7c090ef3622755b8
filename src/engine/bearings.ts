/** What changing one answer alone could do. */
import { turnedOutInstead } from './alternatives.ts';
import type { Replay } from './replay.ts';

export interface Bearing {
  readonly question: string;
  /** The outcome: another one, or questions that have not been asked and so cannot be known. */
  readonly outcome: boolean;
  /** The other outcomes that it could lead to by itself. */
  readonly leadsTo: readonly string[];
  /** Whether it could lead to a question that has not been asked. */
  readonly asks: boolean;
  /** The to-dos. */
  readonly todos: boolean;
}

/** For each question on the path, whether a definite answer in its place could alter the outcome or the to-dos. */
export function bearings({ reading, steps, given, outcome, todos }: Replay): readonly Bearing[] {
  const todosNow = todos.join(' ');
  return steps.map(({ question, answer, before, offered }) => {
    const point = { question, facts: before };
    const others = turnedOutInstead(reading, point, offered, answer).map((instead) => {
      const { facts, to } = reading.onward(point, instead);
      return reading.endOf(given, { question: to, facts });
    });
    return {
      question,
      outcome: others.some((other) => other.outcome !== outcome),
      leadsTo: [
        ...new Set(
          others.flatMap((other) =>
            other.outcome === undefined || other.outcome === outcome ? [] : [other.outcome],
          ),
        ),
      ],
      asks: others.some((other) => other.outcome === undefined),
      todos: others.some(
        (other) => other.outcome !== undefined && reading.todosAt(other).join(' ') !== todosNow,
      ),
    };
  });
}
