/** What the engine needs to know of a kind of question; each kind has one object that answers all of it. */
import { NOT_KNOWN, type Answer, type Group, type Plan, type Question } from '../define.ts';

/** An answer as rules see it: of points, which of them are met. */
export type Walked = Answer | Readonly<Record<string, boolean>>;

/** `options` are everywhere those that the question offers where it comes up, "I don't know yet" not among them. */
export interface Kind<Q extends Question> {
  /** Whether this is an answer to the question. Never throws: what is asked about may come from a hostile file. */
  takes(question: Q, options: readonly string[], answer: unknown): boolean;
  /** The answer as rules see it, "I don't know yet" replaced by the cautious reading. */
  walked(question: Q, answer: Answer): Walked;
  /** What journeys call an answer, where they do not name it by what the facts say. */
  named(answer: Answer): string | undefined;
  /**
   * Answers that between them stand for all where journeys are listed; of those that the groups do not tell apart, one
   * is enough. Groups are of a question's options where it has several that are said apart.
   */
  candidates(question: Q, options: readonly string[], groups: readonly Group[]): readonly Answer[];
  /**
   * Pairs of answers of which the first leaves open what the second settles, all else alike, as far as the groups tell
   * them apart; absent where any definite answer can settle any that says "I don't know yet".
   */
  settledPairs?(
    question: Q,
    options: readonly string[],
    groups: readonly Group[],
  ): readonly (readonly [unknown: Answer, definite: Answer])[];
  /** The definite answers that could stand in place of one that says "I don't know yet"; what is known in it is kept. */
  settlements(question: Q, options: readonly string[], given: Answer): readonly Answer[];
  /** Answers that could turn out to be so in place of one: one option changed at a time. The given one may be among them. */
  turnedOut(question: Q, options: readonly string[], given: Answer): readonly Answer[];
  /** The answers that a campaign could choose instead by planning otherwise, what changes least first. `free` are the options of its plan that are offered. */
  planned(question: Q, plan: Plan, free: readonly string[], given: Answer): readonly Answer[];
}

/** The parts that all kinds answer alike of which nothing can be planned otherwise. */
export const nothingPlanned = (): readonly Answer[] => [];

/** An answer read as the cautious one where it is "I don't know yet". */
export function cautiously(
  question: { readonly cautious?: string | number | undefined },
  answer: Answer,
): Answer {
  return answer === NOT_KNOWN && question.cautious !== undefined ? question.cautious : answer;
}

/** "I don't know yet" where a question takes it, as the last of its answers. */
export function andNotKnown(question: { readonly cautious?: string | number | undefined }): Answer[] {
  return question.cautious === undefined ? [] : [NOT_KNOWN];
}
