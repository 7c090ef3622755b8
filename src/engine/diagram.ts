/**
 * A questionnaire as something to look at: a plain graph for the map that the site draws, and the literal
 * configuration of its machine for Stately's tools. Both are read off the ways that the machine itself is made of.
 */
import type { Questionnaire, Verdict } from './define.ts';
import { waysOn, type Way } from './ways.ts';

/** A question, or an outcome with its verdict. */
export interface DiagramNode {
  readonly id: string;
  /** Absent for a question. */
  readonly verdict?: Verdict;
}

/** All that leads straight from a question to one other question or outcome. */
export interface DiagramEdge {
  /** The id of a question. */
  readonly from: string;
  /** The id of a question or an outcome. */
  readonly to: string;
  /** The ways that are drawn as this one edge, in the order in which they are tried; at least one. */
  readonly ways: readonly Way[];
}

export interface Diagram {
  /** The id of the first question. */
  readonly start: string;
  /** Questions in asking order, then outcomes. */
  readonly nodes: readonly DiagramNode[];
  /** At most one from one node to another. */
  readonly edges: readonly DiagramEdge[];
}

/** The graph of a questionnaire: what can follow what, in any edition. */
export function diagramOf(questionnaire: Questionnaire): Diagram {
  const questions = Object.keys(questionnaire.questions);
  return {
    start: questionnaire.start,
    nodes: [
      ...questions.map((id) => ({ id })),
      ...Object.entries(questionnaire.outcomes).map(([id, { verdict }]) => ({ id, verdict })),
    ],
    edges: questions.flatMap((from) =>
      [...Map.groupBy(waysOn(questionnaire, from), (way) => way.to)].map(([to, ways]) => ({
        from,
        to,
        ways,
      })),
    ),
  };
}

/** What a guard needs to know beside its name, which says the same in words. */
export interface LiteralGuardParams {
  readonly question: string;
  /** The answers that it is for; absent where it is for every answer that the question offers. */
  readonly answers?: readonly string[];
  /** The rule that has to hold once the answer is taken. */
  readonly rule?: string;
}

export interface LiteralTransition {
  readonly guard: { readonly type: string; readonly params: LiteralGuardParams };
  readonly target: string;
  readonly actions: 'keepAnswer';
  /** The claim of the rule, where there is one. */
  readonly description?: string;
}

/** A question, which waits for an answer, or an outcome, which is tagged with its verdict. */
export type LiteralState =
  | { readonly description?: string; readonly on: { readonly answer: readonly LiteralTransition[] } }
  | { readonly description?: string; readonly type: 'final'; readonly tags: readonly [Verdict] };

/** A machine configuration that is all data: the same states, transitions and order as `compile` makes. */
export interface LiteralConfig {
  readonly id: string;
  readonly version: string;
  readonly initial: string;
  readonly states: Readonly<Record<string, LiteralState>>;
}

/**
 * The configuration of a questionnaire's machine with its guards and its action by name, as `createMachine` and
 * Stately's editor take it. What the names stand for is in `compile.ts`.
 *
 * @param descriptions by the id of a question or an outcome, in words
 */
export function literalConfig(
  questionnaire: Questionnaire,
  descriptions: Readonly<Record<string, string>> = {},
): LiteralConfig {
  const described = (id: string) => (descriptions[id] === undefined ? {} : { description: descriptions[id] });
  return {
    id: questionnaire.id,
    version: questionnaire.version,
    initial: questionnaire.start,
    states: {
      ...Object.fromEntries(
        Object.keys(questionnaire.questions).map((id) => [
          id,
          {
            ...described(id),
            on: { answer: waysOn(questionnaire, id).map((way) => literalTransition(questionnaire, id, way)) },
          },
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(questionnaire.outcomes).map(([id, { verdict }]) => [
          id,
          { ...described(id), type: 'final' as const, tags: [verdict] as const },
        ]),
      ),
    },
  };
}

function literalTransition(
  questionnaire: Questionnaire,
  question: string,
  { answers, when, to }: Way,
): LiteralTransition {
  const claim = when === undefined ? undefined : questionnaire.rules[when]?.claim;
  const said = answers.length === 0 ? [] : [answers.join(' or ')];
  const name = [...said, ...(when === undefined ? [] : [when])].join(', and ');
  return {
    guard: {
      type: name === '' ? 'any answer' : name,
      params: {
        question,
        ...(answers.length === 0 ? {} : { answers }),
        ...(when === undefined ? {} : { rule: when }),
      },
    },
    target: to,
    actions: 'keepAnswer',
    ...(claim === undefined ? {} : { description: claim }),
  };
}
