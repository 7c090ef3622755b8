/** Whether anybody does better by saying "I don't know yet" than by answering. */
import { saysNotKnown } from './answer.ts';
import { classKeyOf, groupsApart } from './answer-classes.ts';
import type { Answer } from './define.ts';
import { keptAt } from './facts-ahead.ts';
import type { JourneyGraph, JourneyNode } from './journeys.ts';
import { kindOf } from './kinds/index.ts';

/** A case in which "I don't know yet" ends better than a definite answer: the outcomes that the two reach. */
export interface BetterWhenUnknown {
  readonly question: string;
  /** The definite answer, as the key of its class. */
  readonly definite: string;
  readonly afterUnknown: string;
  readonly afterDefinite: string;
}

/**
 * Pairs of answers to one question that differ in what is not known in the first and known in the second, all else
 * alike; by the keys of their classes.
 */
function settledPairs(graph: JourneyGraph, node: JourneyNode): ReadonlySet<string> {
  const { reading, keep } = graph;
  const { questionnaire } = reading;
  const id = node.question;
  const question = reading.question(id);
  if (question.kind === 'text') return new Set();
  const apart = keptAt(keep, id);
  const listed = kindOf(question).settledPairs?.(
    question,
    reading.offered(node),
    groupsApart(questionnaire, id, apart),
  );
  if (listed !== undefined) {
    const keyOf = (answer: Answer) => classKeyOf(questionnaire, id, answer, apart);
    return new Set(
      listed
        .map((pair) => pair.map(keyOf))
        .flatMap(([one, other]) => (one === other ? [] : [`${one}>${other}`])),
    );
  }
  const [unknown, definite] = [true, false].map((open) =>
    node.edges.map(({ by }) => by).filter(({ answer }) => saysNotKnown(answer) === open),
  );
  return new Set(
    (unknown ?? []).flatMap((one) => (definite ?? []).map((other) => `${one.key}>${other.key}`)),
  );
}

/**
 * Every case in which "I don't know yet" ends better than a definite answer to the same question, all that
 * both journeys ask being answered alike. `rank` orders outcomes, higher being better. Where not knowing is one
 * of several things said, every other class of answers counts as definite: that compares more than is needed, and
 * never less.
 */
export function betterWhenUnknown(
  graph: JourneyGraph,
  rank: (outcome: string, provisional: boolean) => number,
): BetterWhenUnknown[] {
  const order = Object.keys(graph.reading.questionnaire.questions);
  const place = (node: JourneyNode | string) =>
    typeof node === 'string' ? order.length : order.indexOf(node.question);
  const ids = new Map(graph.nodes.map((node, index) => [node, index]));
  const name = (node: JourneyNode | string) => (typeof node === 'string' ? node : String(ids.get(node)));
  const known = new Map<string, ReadonlySet<string>>();

  /** Pairs of outcomes, "unknown>definite", in which the first ranks better. */
  const compare = (unknown: JourneyNode | string, definite: JourneyNode | string): ReadonlySet<string> => {
    if (unknown === definite && typeof unknown !== 'string') return new Set();
    if (typeof unknown === 'string' && typeof definite === 'string') {
      return rank(unknown, true) > rank(definite, false) ? new Set([`${unknown}>${definite}`]) : new Set();
    }
    const key = `${name(unknown)}|${name(definite)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = new Set<string>();
    const take = (pairs: ReadonlySet<string>) => pairs.forEach((pair) => found.add(pair));
    const [first, second] = [place(unknown), place(definite)];
    if (first === second && typeof unknown !== 'string' && typeof definite !== 'string') {
      for (const edge of unknown.edges) {
        const same = definite.edges.find((other) => other.by.key === edge.by.key);
        if (same !== undefined) take(compare(edge.to, same.to));
      }
    } else if (first < second && typeof unknown !== 'string') {
      for (const edge of unknown.edges) take(compare(edge.to, definite));
    } else if (typeof definite !== 'string') {
      for (const edge of definite.edges) take(compare(unknown, edge.to));
    }
    known.set(key, found);
    return found;
  };

  const cases = new Map<string, BetterWhenUnknown>();
  for (const node of graph.nodes) {
    const settled = settledPairs(graph, node);
    for (const unknown of node.edges) {
      for (const definite of node.edges) {
        if (!settled.has(`${unknown.by.key}>${definite.by.key}`)) continue;
        for (const pair of compare(unknown.to, definite.to)) {
          const [afterUnknown = '', afterDefinite = ''] = pair.split('>');
          const one = { question: node.question, definite: definite.by.key, afterUnknown, afterDefinite };
          cases.set(JSON.stringify(one), one);
        }
      }
    }
  }
  return [...cases.values()];
}
