/** Journeys that lead on alike, taken together from the outcomes up: the lines of the journeys table. */
import type { Answers } from './define.ts';
import type { JourneyGraph, JourneyNode } from './journeys.ts';

/** Nodes that ask the same question and lead on alike, with their edges: answers that share a target. */
export interface MergedNode {
  readonly question: string;
  /** Tells apart the variants of one question, from 1; in the order in which they are first reached. */
  readonly variant: number;
  readonly edges: readonly { readonly answers: readonly string[]; readonly to: MergedNode | string }[];
  /** Nodes of the unmerged graph that are merged here. */
  readonly nodes: readonly JourneyNode[];
}

export interface MergedGraph {
  readonly start: MergedNode | string;
  readonly nodes: readonly MergedNode[];
}

/** Merges a graph from the outcomes up. */
export function mergeJourneys(graph: JourneyGraph): MergedGraph {
  const bySignature = new Map<string, MergedNode & { nodes: JourneyNode[] }>();
  const mergedOf = new Map<JourneyNode, MergedNode & { nodes: JourneyNode[] }>();
  const identity = new Map<MergedNode, number>();

  const merge = (node: JourneyNode | string): MergedNode | string => {
    if (typeof node === 'string') return node;
    const before = mergedOf.get(node);
    if (before !== undefined) return before;
    const byTarget = new Map<string, { answers: string[]; to: MergedNode | string }>();
    for (const edge of node.edges) {
      const to = merge(edge.to);
      const name = typeof to === 'string' ? to : `#${identity.get(to)}`;
      const edgeSoFar = byTarget.get(name) ?? { answers: [], to };
      edgeSoFar.answers.push(edge.by.key);
      byTarget.set(name, edgeSoFar);
    }
    const signature = JSON.stringify([
      node.question,
      [...byTarget]
        .map(([name, edge]) => [name, [...edge.answers].sort()])
        .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
    ]);
    const found = bySignature.get(signature);
    if (found !== undefined) {
      found.nodes.push(node);
      mergedOf.set(node, found);
      return found;
    }
    const made = { question: node.question, variant: 0, edges: [...byTarget.values()], nodes: [node] };
    bySignature.set(signature, made);
    mergedOf.set(node, made);
    identity.set(made, identity.size);
    return made;
  };

  const start = merge(graph.start);
  const variants = new Map<string, number>();
  const nodes: MergedNode[] = [];
  const seen = new Set<MergedNode>();
  const queue = typeof start === 'string' ? [] : [start];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const variant = (variants.get(node.question) ?? 0) + 1;
    variants.set(node.question, variant);
    Object.assign(node, { variant });
    nodes.push(node);
    for (const edge of node.edges) if (typeof edge.to !== 'string') queue.push(edge.to);
  }
  return { start, nodes };
}

/** How many journeys a merged graph holds: its paths from the start to an outcome. */
export function countJourneys(graph: MergedGraph): number {
  const counted = new Map<MergedNode, number>();
  const count = (node: MergedNode | string): number => {
    if (typeof node === 'string') return 1;
    const before = counted.get(node);
    if (before !== undefined) return before;
    const total = node.edges.reduce((sum, edge) => sum + count(edge.to), 0);
    counted.set(node, total);
    return total;
  };
  return count(graph.start);
}

/**
 * Whole lists of answers that between them take every edge of the merged graph, each list once: one for each edge,
 * ending wherever that edge first leads.
 */
export function listJourneys(merged: MergedGraph): { readonly answers: Answers; readonly outcome: string }[] {
  const toTheEnd = (node: JourneyNode | string, answers: Answers): { answers: Answers; outcome: string } => {
    let at = node;
    let given = answers;
    while (typeof at !== 'string') {
      const edge = at.edges[0];
      if (edge === undefined) throw new Error(`Question ${at.question} has no answer that leads on.`);
      given = { ...given, [at.question]: edge.by.answer };
      at = edge.to;
    }
    return { answers: given, outcome: at };
  };
  const listed = merged.nodes.flatMap((node) =>
    node.edges.map((edge) => {
      const raw = node.nodes[0];
      const way = raw?.edges.find((one) => one.by.key === edge.answers[0]);
      if (raw === undefined || way === undefined)
        throw new Error(`An edge of ${node.question} stands for no answer.`);
      return toTheEnd(way.to, { ...raw.answers, [raw.question]: way.by.answer });
    }),
  );
  // The first edges of questions that follow one another make one list.
  return [...new Map(listed.map((journey) => [JSON.stringify(journey.answers), journey])).values()];
}
