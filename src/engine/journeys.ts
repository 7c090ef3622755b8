/**
 * Every distinct journey through a questionnaire, without walking every list of answers.
 *
 * A node is a question with the facts that rules still ahead can read. Nodes that lead on alike are merged
 * from the outcomes up, answers with one target are one edge, and a journey is a path of the merged graph.
 */
import {
  NOT_KNOWN,
  targetsOf,
  type Answer,
  type Answers,
  type EditionView,
  type FactValues,
  type PointAnswer,
  type Question,
  type Questionnaire,
} from './define.ts';
import {
  editionView,
  factsAfter,
  factsAtStart,
  factsSetBy,
  offeredOptions,
  questionOf,
  saysNotKnown,
  takesNotKnown,
  targetAfter,
  walkedAnswer,
} from './walk.ts';

/** Answers that no rule ahead tells apart, with one of them to stand for all. */
export interface AnswerClass {
  /** Option id for a choice; what the facts say for the rest. */
  readonly key: string;
  readonly answer: Answer;
}

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

/** Every journey of one edition, from a point on. */
export interface JourneyGraph {
  readonly questionnaire: Questionnaire;
  readonly edition: EditionView;
  /** The facts that a node remembers. */
  readonly keep: FactsByQuestion;
  readonly start: JourneyNode | string;
  readonly nodes: readonly JourneyNode[];
}

/** Question id → names of facts. */
export type FactsByQuestion = ReadonlyMap<string, ReadonlySet<string>>;

/** The facts that the rules deciding at a question read: on leaving it, and on what it offers. */
function readAt(questionnaire: Questionnaire, id: string): Set<string> {
  const route = questionnaire.routes[id];
  const branches =
    route === undefined || typeof route === 'string'
      ? []
      : 'byOption' in route
        ? Object.values(route.byOption).flatMap((one) => (typeof one === 'string' ? [] : one))
        : route;
  const rules = [
    ...branches.flatMap((branch) => ('otherwise' in branch ? [] : [branch.when])),
    ...Object.values(questionnaire.offered[id] ?? {}),
    ...Object.values(questionnaire.marks).flatMap((byQuestion) => byQuestion[id] ?? []),
  ];
  return new Set(rules.flatMap((rule) => questionnaire.rules[rule]?.reads ?? []));
}

/** For each question, the facts that rules there or later can still read. */
export function factsAhead(questionnaire: Questionnaire): FactsByQuestion {
  const ahead = new Map<string, Set<string>>();
  for (const id of Object.keys(questionnaire.questions).reverse()) {
    const here = readAt(questionnaire, id);
    const route = questionnaire.routes[id];
    for (const target of route === undefined ? [] : targetsOf(route)) {
      for (const fact of ahead.get(target) ?? []) here.add(fact);
    }
    ahead.set(id, here);
  }
  return ahead;
}

/** Every fact that any deciding rule reads, at every question: the graph without folding. */
export function factsEver(questionnaire: Questionnaire): FactsByQuestion {
  const ids = Object.keys(questionnaire.questions);
  const all = new Set(ids.flatMap((id) => [...readAt(questionnaire, id)]));
  return new Map(ids.map((id) => [id, all]));
}

/** Every non-empty choice of these options that the question allows, "I don't know yet" included. */
function allowedChoices(
  options: readonly string[],
  none: string | undefined,
  notKnown: 'alone' | 'with-others' | undefined,
): string[][] {
  const free = options.filter((option) => option !== none);
  if (notKnown === 'with-others') free.push(NOT_KNOWN);
  const chosen: string[][] = [];
  for (let bits = 1; bits < 2 ** free.length; bits += 1) {
    chosen.push(free.filter((_, place) => (bits >> place) & 1));
  }
  if (none !== undefined && options.includes(none)) chosen.push([none]);
  if (notKnown === 'alone') chosen.push([NOT_KNOWN]);
  return chosen;
}

/** What an answer says, in the facts that are told apart. */
function saidBy(
  questionnaire: Questionnaire,
  id: string,
  answer: Answer,
  apart: ReadonlySet<string>,
): string {
  const walked = walkedAnswer(questionOf(questionnaire, id), answer);
  const said: string[] = [];
  for (const [name, fact] of factsSetBy(questionnaire, id)) {
    if (fact.from === 'ratings' || !apart.has(name)) continue;
    const value = fact.from === 'definite' ? !saysNotKnown(answer) : fact.read(walked as never);
    if (value === true) said.push(name);
    else if (value !== false) said.push(`${name}: ${value}`);
  }
  return said.length === 0 ? 'anything else' : said.join(', ');
}

/** The key of the class that an answer belongs to. */
export function classKeyOf(
  questionnaire: Questionnaire,
  id: string,
  answer: Answer,
  apart: ReadonlySet<string>,
): string {
  const question = questionOf(questionnaire, id);
  if (question.kind === 'choice' || question.kind === 'rating') return answer as string;
  if (question.kind === 'text') return 'any text';
  if (answer === NOT_KNOWN || (Array.isArray(answer) && answer.length === 1 && answer[0] === NOT_KNOWN))
    return NOT_KNOWN;
  return saidBy(questionnaire, id, answer, apart);
}

/** Every answer that could stand for others to a question where these options are offered. */
function candidatesOf(question: Question, options: readonly string[]): Answer[] {
  const candidates: Answer[] = [];
  switch (question.kind) {
    case 'choice':
    case 'rating':
      candidates.push(...options);
      break;
    case 'choices':
      // One by one: there can be more of them than a call takes arguments.
      for (const chosen of allowedChoices(options, question.none, question.notKnown)) candidates.push(chosen);
      break;
    case 'points':
      for (const yes of [[], ...allowedChoices(options, undefined, undefined)]) {
        candidates.push(
          Object.fromEntries(options.map((option) => [option, yes.includes(option) ? 'yes' : 'no'])),
        );
      }
      break;
    case 'date':
      candidates.push(...options, ...question.samples);
      break;
    case 'number':
      candidates.push(...question.samples);
      break;
    case 'text':
      candidates.push('In words');
      break;
  }
  if (question.kind !== 'choices' && question.kind !== 'points' && takesNotKnown(question))
    candidates.push(NOT_KNOWN);
  return candidates;
}

const classesKnown = new WeakMap<Questionnaire, Map<string, readonly AnswerClass[]>>();

/** The classes of answers to a question where these options are offered. */
export function answerClasses(
  questionnaire: Questionnaire,
  id: string,
  options: readonly string[],
  apart: ReadonlySet<string>,
): readonly AnswerClass[] {
  const known = classesKnown.get(questionnaire) ?? new Map<string, readonly AnswerClass[]>();
  classesKnown.set(questionnaire, known);
  const classify = (answers: readonly Answer[], told: ReadonlySet<string>): readonly AnswerClass[] => {
    const cacheKey = JSON.stringify([id, options, [...told]]);
    const before = known.get(cacheKey);
    if (before !== undefined) return before;
    const classes = new Map<string, AnswerClass>();
    for (const answer of answers) {
      const key = classKeyOf(questionnaire, id, answer, told);
      if (!classes.has(key)) classes.set(key, { key, answer });
    }
    const made = [...classes.values()];
    known.set(cacheKey, made);
    return made;
  };

  // A question with seventeen boxes has 131,072 answers. They are looked at once: what no fact at all tells apart,
  // fewer facts do not tell apart either.
  const finest = new Set(factsSetBy(questionnaire, id).map(([name]) => name));
  const everyClass =
    known.get(JSON.stringify([id, options, [...finest]])) ??
    classify(candidatesOf(questionOf(questionnaire, id), options), finest);
  return classify(
    everyClass.map(({ answer }) => answer),
    apart,
  );
}

/**
 * The graph of all journeys from a point on, the start if none is given. `keep` says which facts a node
 * remembers: those still read ahead, or all of them to check that folding loses nothing.
 */
export function exploreJourneys(
  questionnaire: Questionnaire,
  editionId: string,
  keep: FactsByQuestion = factsAhead(questionnaire),
  from: { readonly question: string; readonly facts: FactValues; readonly answers: Answers } = {
    question: questionnaire.start,
    facts: factsAtStart(questionnaire),
    answers: {},
  },
): JourneyGraph {
  const edition = editionView(questionnaire, editionId);
  const known = new Map<string, JourneyNode>();
  const nodes: JourneyNode[] = [];

  const visit = (question: string, facts: FactValues, answers: Answers): JourneyNode | string => {
    if (Object.hasOwn(questionnaire.outcomes, question)) return question;
    const kept = keep.get(question) ?? new Set<string>();
    const folded: FactValues = Object.fromEntries(Object.entries(facts).filter(([name]) => kept.has(name)));
    const key = JSON.stringify([question, Object.entries(folded).filter(([, value]) => value !== undefined)]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const edges: JourneyEdge[] = [];
    const node: JourneyNode = { question, facts: folded, answers, edges };
    known.set(key, node);
    nodes.push(node);
    const options = offeredOptions(questionnaire, edition, folded, question);
    for (const by of answerClasses(questionnaire, question, options, kept)) {
      const after = factsAfter(questionnaire, edition, folded, question, by.answer);
      const target = targetAfter(questionnaire, edition, after, question, by.answer);
      edges.push({ by, to: visit(target, after, { ...answers, [question]: by.answer }) });
    }
    return node;
  };

  const start = visit(from.question, from.facts, from.answers);
  return { questionnaire, edition, keep, start, nodes };
}

/** The edge that an answer takes from a node, if the node has one for it. */
export function edgeTaken(graph: JourneyGraph, node: JourneyNode, answer: Answer): JourneyEdge | undefined {
  const key = classKeyOf(
    graph.questionnaire,
    node.question,
    answer,
    graph.keep.get(node.question) ?? new Set(),
  );
  return node.edges.find((edge) => edge.by.key === key);
}

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

/** A whole list of answers for every edge of the merged graph, ending wherever that edge first leads. */
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
  return merged.nodes.flatMap((node) =>
    node.edges.map((edge) => {
      const raw = node.nodes[0];
      const way = raw?.edges.find((one) => one.by.key === edge.answers[0]);
      if (raw === undefined || way === undefined)
        throw new Error(`An edge of ${node.question} stands for no answer.`);
      return toTheEnd(way.to, { ...raw.answers, [raw.question]: way.by.answer });
    }),
  );
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
  const { kind } = questionOf(graph.questionnaire, node.question);
  const pairs = new Set<string>();
  if (kind === 'text') return pairs;
  if (kind !== 'points') {
    for (const { by: unknown } of node.edges) {
      if (!saysNotKnown(unknown.answer)) continue;
      for (const { by: definite } of node.edges) {
        if (definite !== unknown && !saysNotKnown(definite.answer))
          pairs.add(`${unknown.key}>${definite.key}`);
      }
    }
    return pairs;
  }
  // A point that is not known is walked as no: settling some of them can only turn them into yes.
  const offered = Object.keys((node.edges[0]?.by.answer ?? {}) as Readonly<Record<string, PointAnswer>>);
  const apart = graph.keep.get(node.question) ?? new Set<string>();
  const keys = Array.from({ length: 2 ** offered.length }, (_, yes) =>
    classKeyOf(
      graph.questionnaire,
      node.question,
      Object.fromEntries(offered.map((point, place) => [point, (yes >> place) & 1 ? 'yes' : 'no'])),
      apart,
    ),
  );
  keys.forEach((unknown, some) =>
    keys.forEach((definite, more) => {
      if ((some & more) === some && definite !== unknown) pairs.add(`${unknown}>${definite}`);
    }),
  );
  return pairs;
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
  const order = Object.keys(graph.questionnaire.questions);
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
