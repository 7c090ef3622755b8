/**
 * Every distinct journey through a questionnaire under an edition, without walking every list of answers: a graph of
 * the places that people come to, in which answers that no rule ahead tells apart are one edge.
 */
import { classKeyOf, type AnswerClass } from './answer-classes.ts';
import type { Answer, Answers, FactValues } from './define.ts';
import { factsAhead, keptAt, type FactsByQuestion } from './facts-ahead.ts';
import { foldJourneys, type Beginning } from './folded-walk.ts';
import type { Reading } from './reading.ts';

/** Where the answers of one class lead: to a node, or to an outcome by its id. */
export interface JourneyEdge {
  readonly by: AnswerClass;
  readonly to: JourneyNode | string;
}

/** A question and the facts that are remembered when it comes up. */
export interface JourneyNode {
  readonly question: string;
  readonly facts: FactValues;
  /** The answers that first led here. */
  readonly answers: Answers;
  readonly edges: readonly JourneyEdge[];
}

/** Every journey from a point on. */
export interface JourneyGraph {
  readonly reading: Reading;
  /** The facts that a node remembers. */
  readonly keep: FactsByQuestion;
  readonly start: JourneyNode | string;
  readonly nodes: readonly JourneyNode[];
}

/**
 * The graph of all journeys from a point on, the start if none is given. `keep` says which facts a node
 * remembers: those still read ahead, or all of them to check that folding loses nothing.
 */
export function exploreJourneys(
  reading: Reading,
  keep: FactsByQuestion = factsAhead(reading.questionnaire),
  from?: Beginning,
): JourneyGraph {
  const nodes: JourneyNode[] = [];
  const start = foldJourneys<JourneyNode | string>(
    reading,
    {
      keep,
      ended: (outcome) => outcome,
      at: ({ question, facts, answers, classes }, onward) => {
        const edges: JourneyEdge[] = [];
        const node: JourneyNode = { question, facts, answers, edges };
        nodes.push(node);
        for (const by of classes) edges.push({ by, to: onward(by.answer) });
        return node;
      },
    },
    from,
  );
  return { reading, keep, start, nodes };
}

/** The edge that an answer takes from a node, if the node has one for it. */
export function edgeTaken(
  { reading, keep }: JourneyGraph,
  { question, edges }: JourneyNode,
  answer: Answer,
): JourneyEdge | undefined {
  const key = classKeyOf(reading.questionnaire, question, answer, keptAt(keep, question));
  return edges.find((edge) => edge.by.key === key);
}

/** The outcomes that can be reached from a graph's start. */
export function outcomesOf(graph: JourneyGraph): ReadonlySet<string> {
  const reached = new Set<string>();
  if (typeof graph.start === 'string') reached.add(graph.start);
  for (const node of graph.nodes)
    for (const edge of node.edges) if (typeof edge.to === 'string') reached.add(edge.to);
  return reached;
}

/** The fewest answers that reach each outcome. */
export function shortestJourneys(graph: JourneyGraph): ReadonlyMap<string, Answers> {
  const shortest = new Map<string, Answers>();
  const seen = new Set<JourneyNode>();
  let round: { node: JourneyNode | string; answers: Answers }[] = [{ node: graph.start, answers: {} }];
  while (round.length > 0) {
    const next: typeof round = [];
    for (const { node, answers } of round) {
      if (typeof node === 'string') {
        if (!shortest.has(node)) shortest.set(node, answers);
      } else if (!seen.has(node)) {
        seen.add(node);
        for (const edge of node.edges)
          next.push({ node: edge.to, answers: { ...answers, [node.question]: edge.by.answer } });
      }
    }
    round = next;
  }
  return shortest;
}
