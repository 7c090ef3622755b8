import { describe, expect, it } from 'vitest';

import type { Answer, Answers } from '../../../src/engine/define.ts';
import {
  edgeTaken,
  exploreJourneys,
  outcomesOf,
  shortestJourneys,
  type JourneyNode,
} from '../../../src/engine/journeys.ts';
import {
  countJourneys,
  listJourneys,
  mergeJourneys,
  type MergedNode,
} from '../../../src/engine/merged-journeys.ts';
import { under } from '../../../src/engine/reading.ts';
import { everyKind } from '../../fixtures/site/every-kind/flow.ts';

/** Under this edition nobody is asked about complaints, which keeps the number of lists of answers within reach. */
const reading = under(everyKind, 'code-2019');
const points = ['locked-box', 'one-keeper', 'day-to-destroy'];
const said = (missing: readonly string[], allergies: 'yes' | 'no' | undefined): Answer =>
  Object.fromEntries([
    ...points.map((point) => [point, missing.includes(point) ? 'no' : 'yes'] as const),
    ...(allergies === undefined ? [] : [['allergy-agreement', allergies] as const]),
  ]);

/** Answers to each question; between them they hold one of every sort that people can give. */
const possible: Readonly<Record<string, readonly Answer[]>> = {
  stall: ['A raffle'],
  who: ['club', 'family', 'trader'],
  taking: [['names'], ['phone-numbers', 'names'], ['allergies'], ['nothing'], ['not-known']],
  'held-on': ['2026-04-30', '2026-05-01', 'not-settled', 'not-known'],
  helpers: [0, 50, 'not-known'],
  'first-name-at': ['not-yet', '2026-05-01T14:30'],
  'loss-harm': ['low', 'medium', 'high', 'not-known'],
  'easily-read': ['low', 'medium', 'high', 'not-known'],
  told: ['yes', 'no', 'not-known'],
  'looking-after': [
    said([], undefined),
    said([], 'yes'),
    said([], 'no'),
    said(['locked-box'], undefined),
    said(points, 'yes'),
  ],
};

/** Every list of these answers that reaches an outcome, each question being answered as it comes up. */
function* everyList(answers: Answers = {}): Generator<{ answers: Answers; outcome: string }> {
  const { next, outcome } = reading.replay(answers);
  if (outcome !== undefined) yield { answers, outcome };
  for (const answer of next === undefined ? [] : (possible[next] ?? [])) {
    const more = { ...answers, [next as string]: answer };
    if (!reading.replay(more).refused) yield* everyList(more);
  }
}

describe('the journeys that are listed are those that people can take', () => {
  const graph = exploreJourneys(reading);
  const merged = mergeJourneys(graph);
  const mergedOf = new Map<JourneyNode, MergedNode>(
    merged.nodes.flatMap((node) => node.nodes.map((raw) => [raw, node])),
  );

  /** The lines of the table that answers take, and where they end. */
  const linesOf = (answers: Answers): { lines: string[]; end: string } => {
    const lines: string[] = [];
    let at = graph.start;
    while (typeof at !== 'string') {
      const edge = edgeTaken(graph, at, answers[at.question] as Answer);
      const from = mergedOf.get(at);
      if (edge === undefined || from === undefined)
        throw new Error(`No edge for ${JSON.stringify(answers)}.`);
      lines.push(
        `${from.question} ${from.variant} line ${from.edges.findIndex((line) => line.answers.includes(edge.by.key))}`,
      );
      at = edge.to;
    }
    return { lines, end: at };
  };

  it('all of them, and no others: trying every list of answers finds the same ones', () => {
    const journeys = new Set<string>();
    const outcomes = new Set<string>();
    for (const { answers, outcome } of everyList()) {
      outcomes.add(outcome);
      const { lines, end } = linesOf(answers);
      expect(end).toBe(outcome);
      journeys.add(lines.join(', '));
    }
    expect(journeys.size).toBe(countJourneys(merged));
    expect(outcomes).toEqual(outcomesOf(graph));
  });

  it('with every line of the table taken by one of them, and none of them twice', () => {
    const listed = listJourneys(merged).map(({ answers }) => linesOf(answers).lines);
    expect(new Set(listed.flat()).size).toBe(merged.nodes.reduce((sum, node) => sum + node.edges.length, 0));
    expect(new Set(listed.map(String)).size).toBe(listed.length);
  });

  it('with the shortest way to each outcome: no list of answers is shorter', () => {
    const shortest = shortestJourneys(graph);
    const lengths = new Map<string, number>();
    for (const { answers, outcome } of everyList()) {
      lengths.set(outcome, Math.min(Object.keys(answers).length, lengths.get(outcome) ?? Infinity));
    }
    for (const [outcome, answers] of shortest) {
      expect(Object.keys(answers).length, outcome).toBe(lengths.get(outcome));
      expect(reading.replay(answers).outcome).toBe(outcome);
    }
    expect([...shortest.keys()].sort()).toEqual([...lengths.keys()].sort());
  });

  it('and variants of a question lead on differently', () => {
    for (const node of merged.nodes) {
      const alike = merged.nodes.filter(
        (other) =>
          other.question === node.question &&
          JSON.stringify(
            other.edges.map((edge) => [
              edge.answers,
              typeof edge.to === 'string' ? edge.to : [edge.to.question, edge.to.variant],
            ]),
          ) ===
            JSON.stringify(
              node.edges.map((edge) => [
                edge.answers,
                typeof edge.to === 'string' ? edge.to : [edge.to.question, edge.to.variant],
              ]),
            ),
      );
      expect(alike).toEqual([node]);
    }
  });
});
