/**
 * What is proven of every questionnaire, in each edition, from its definition alone. A questionnaire's own test
 * file calls `proveQuestionnaire` and names its exceptions, each with the reason.
 *
 * Journeys are counted on a folded graph: a node remembers only the facts that rules ahead can read. So the proof
 * has two halves. The graph is shown to be complete (folding loses nothing, random answers agree with it), and
 * then everything else is read off the graph. At least one journey for each of its merged edges goes through
 * the XState machine, which has the last word.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import { takesNotKnown } from '../../src/engine/answer.ts';
import { classKeyOf } from '../../src/engine/answer-classes.ts';
import { betterWhenUnknown } from '../../src/engine/better-when-unknown.ts';
import {
  NOT_KNOWN,
  targetsOf,
  type Answer,
  type Answers,
  type Questionnaire,
  type TodoAddition,
} from '../../src/engine/define.ts';
import { factsAhead, factsEver, keptAt, type FactsByQuestion } from '../../src/engine/facts-ahead.ts';
import { Place, type Beginning } from '../../src/engine/folded-walk.ts';
import {
  edgeTaken,
  exploreJourneys,
  outcomesOf,
  type JourneyGraph,
  type JourneyNode,
} from '../../src/engine/journeys.ts';
import { listJourneys, mergeJourneys } from '../../src/engine/merged-journeys.ts';
import { under, type Point, type Reading } from '../../src/engine/reading.ts';
import { Replay } from '../../src/engine/replay.ts';
import { branchesOf } from '../../src/engine/ways.ts';
import { clashesOn } from '../../src/engine/clashes.ts';
import { decide, type Decision } from '../../src/records/decide.ts';
import { sentenceAt, type Sentence } from '../../src/records/plain.ts';
import { wordsOf, type OutcomeWords } from '../../src/records/words.ts';
import { faultInJourneys, journeysFiles, writeJourneys } from '../../src/proof/journeys-table.ts';
import { codesFile, faultInCodes, writeCodes } from '../../src/proof/codes-file.ts';
import { randomListsOf } from '../../src/proof/proof-file.ts';
import { fixtureQuestionnaires, readContent } from '../../src/schemas/read-content.ts';
import { oneOf, randomAnswer, randomAnswers, randomFrom, type Random } from './random.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The most computing that the whole proof of one questionnaire may take, as a multiple of the yardstick’s. A slow or busy
 * machine needs more seconds for both: no test here fails by the clock.
 */
const YARDSTICKS_ALLOWED = 400;

/** Milliseconds of computing that a fixed piece of work takes here and now. */
function yardstick(): number {
  const begun = process.cpuUsage();
  const work = Array.from({ length: 1000 }, (_, place) => ({
    [`fact-${place}`]: place,
    held: place % 2 === 0,
  }));
  for (let round = 0; round < 100; round += 1) JSON.parse(JSON.stringify(work));
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** What a questionnaire's proof has to know beside its definition. */
export interface ProofOptions {
  /** Questions, options (as `question: option`) and outcomes that some editions never reach. */
  readonly unreached?: readonly {
    readonly what: string;
    readonly editions: readonly string[];
    readonly because: string;
  }[];
  /** Pairs of outcomes where "I don't know yet" may end better than a definite answer. */
  readonly betterWhenUnknown?: readonly {
    readonly afterUnknown: string;
    readonly afterDefinite: string;
    readonly because: string;
  }[];
  /**
   * What the folded graph is compared with: the whole graph without folding; or where that is too large, the parts
   * of it that lie beyond so many points, each reached by random answers and begun at `from` or later.
   */
  readonly unfolded: 'whole' | { readonly points: number; readonly from: string };
  /** False for a questionnaire that is not published, of whose journeys no table is kept. */
  readonly table?: boolean;
}

/** Declares the proof of one questionnaire as tests. */
export function proveQuestionnaire(questionnaire: Questionnaire, options: ProofOptions): void {
  // Reading it is no work of the proof, and is done once for all that one worker runs.
  contentWithFixture();
  const yardstickBefore = yardstick();
  const begun = process.cpuUsage();
  const graphs = new Map<string, JourneyGraph>();
  const graphOf = (edition: string): JourneyGraph => {
    const graph = graphs.get(edition) ?? exploreJourneys(under(questionnaire, edition));
    graphs.set(edition, graph);
    return graph;
  };

  /** The listed journeys of an edition, each walked through the machine. */
  const walked = new Map<string, readonly Walked[]>();
  const walkedUnder = (edition: string): readonly Walked[] => {
    const journeys = walked.get(edition) ?? walkListed(graphOf(edition));
    walked.set(edition, journeys);
    return journeys;
  };

  const randomLists = randomListsOf(questionnaire);

  describe(questionnaire.id, () => {
    for (const edition of questionnaire.editions) {
      const reading = under(questionnaire, edition);
      describe(`under ${edition}`, () => {
        it('someone who answers every question gets to an outcome, whatever they answer', () => {
          expect(deadEnds(graphOf(edition))).toEqual([]);
        });

        it('people can come to every question, option and outcome', () => {
          const known = (options.unreached ?? []).filter((one) => one.editions.includes(edition));
          expect(unreached(graphOf(edition))).toEqual(known.map((one) => one.what));
        });

        it('a journey over each line of the table ends where the table says', () => {
          const journeys = walkedUnder(edition);
          const elsewhere = journeys.filter(({ outcome, replay }) => replay.outcome !== outcome);
          expect(journeys.length).toBeGreaterThan(0);
          expect(elsewhere.map(({ replay }) => replay.given)).toEqual([]);
        });

        it('what people said earlier is remembered as long as anything still depends on it', () => {
          expect(forgotten(questionnaire, factsAhead(questionnaire))).toEqual([]);
        });

        it('people go the same ways whether or not what no longer matters is remembered', () => {
          const random = randomFrom(20190808);
          const { unfolded } = options;
          const points: (Beginning | undefined)[] =
            unfolded === 'whole'
              ? [undefined]
              : Array.from({ length: unfolded.points }, () =>
                  pointReached(random, graphOf(edition), unfolded.from),
                );
          for (const point of points) {
            const raw = exploreJourneys(reading, factsEver(questionnaire), point);
            const folded = exploreJourneys(reading, factsAhead(questionnaire), point);
            expect(leadOnAlike(raw, folded), JSON.stringify(point?.answers)).toBe(true);
          }
        });

        it(`${randomLists.toLocaleString('en-GB')} people who answer at random end where the table says`, () => {
          const random = randomFrom(20260205);
          // By outcome, so that those that few journeys end in have their share.
          const listed = Object.values(Object.groupBy(walkedUnder(edition), ({ outcome }) => outcome)).map(
            (journeys = []) => journeys.map(({ replay }) => replay.given),
          );
          const reached = new Set<string>();
          const disagreements: unknown[] = [];
          for (let count = 0; count < randomLists; count += 1) {
            const answers = randomAnswers(random, questionnaire);
            // Answers at random seldom get far: every other list follows a journey of the table for a while.
            if (count % 2 === 1) followFor(random, answers, oneOf(random, oneOf(random, listed)));
            const walked = walkByTable(graphOf(edition), answers);
            const { path, outcome, refused, next } = reading.replay(answers);
            const replayed = { path, end: outcome ?? next, refused };
            if (JSON.stringify(walked) !== JSON.stringify(replayed))
              disagreements.push({ answers, walked, replayed });
            if (outcome !== undefined) reached.add(outcome);
          }
          expect(disagreements).toEqual([]);
          // A sample that never got far would show little.
          expect([...reached].sort()).toEqual([...outcomesOf(graphOf(edition))].sort());
        });

        it('each answer that adds something to do still has it on the list at the end', () => {
          for (const addition of questionnaire.todos) {
            for (const journey of journeysThatAdd(graphOf(edition), addition)) {
              expect(lostOn(reading, addition, journey), JSON.stringify(journey)).toEqual([]);
            }
          }
        });
      });
    }

    it('people are asked nothing in vain: each rule that decides holds for some and fails for others', () => {
      expect(deadDecisions(questionnaire, questionnaire.editions.map(graphOf))).toEqual([]);
    });

    it('each rule about what there is to do holds for somebody', () => {
      expect(deadAdditions(questionnaire, questionnaire.editions.map(graphOf))).toEqual([]);
    });

    it('each pair of answers that do not fit together is told to somebody', () => {
      expect(deadClashes(questionnaire, questionnaire.editions.map(graphOf))).toEqual([]);
    });

    it('each plain sentence about a result is read by somebody', () => {
      const { outcomes } = wordsOf(contentWithFixture(), questionnaire);
      expect(unreadSentences(outcomes, questionnaire.editions.map(graphOf))).toEqual([]);
    });

    it('nobody does better by saying “I don’t know yet”, the exceptions named here aside', () => {
      const found = new Set(
        questionnaire.editions.flatMap((edition) =>
          betterWhenUnknown(graphOf(edition), (outcome, provisional) =>
            rank(questionnaire, outcome, provisional),
          ).map(({ afterUnknown, afterDefinite }) => `${afterUnknown} where knowing gives ${afterDefinite}`),
        ),
      );
      const known = (options.betterWhenUnknown ?? []).map(
        ({ afterUnknown, afterDefinite }) => `${afterUnknown} where knowing gives ${afterDefinite}`,
      );
      expect([...found].sort()).toEqual([...known].sort());
    });

    it('a record comes out the same when its answers are read back and decided again', () => {
      const words = wordsOf(contentWithFixture(), questionnaire);
      for (const edition of questionnaire.editions) {
        for (const { replay } of walkedUnder(edition)) {
          const first = decide(replay, words);
          const readBack = JSON.parse(JSON.stringify(replay.answers)) as Answers;
          const again = decide(replay.reading.replay(readBack), words);
          expect(kept(again)).toBe(kept(first));
        }
      }
    });

    if (options.table !== false) {
      it('the table that a lawyer reviews is that of this version, and so is the proof on the site', () => {
        const files = journeysFiles(root, questionnaire.id);
        const { todos } = contentWithFixture();
        const { unreached = [], betterWhenUnknown = [], unfolded } = options;
        const limits = { unreached, betterWhenUnknown, unfolded };
        if (process.env['UPDATE_JOURNEYS'] === '1') writeJourneys(questionnaire, todos, files, limits);
        expect(faultInJourneys(questionnaire, todos, files, limits)).toBeUndefined();
      });
    }

    it('the codes on the worksheets that people have stand for what they stood for', () => {
      const written = contentWithFixture().questionnaires;
      const folder = written.find(({ id }) => id === questionnaire.id)?.folder ?? '';
      const others = written.flatMap(({ id, codes }) =>
        id === questionnaire.id || codes === undefined ? [] : [codes.sheet],
      );
      const file = codesFile(root, folder);
      if (process.env['UPDATE_JOURNEYS'] === '1') writeCodes(questionnaire, file, others);
      expect(faultInCodes(questionnaire, file, others)).toBeUndefined();
    });

    it('the proof is quick enough to be run on every change', () => {
      // Computing, not the clock, as other tests run beside this one.
      const { user, system } = process.cpuUsage(begun);
      const took = (user + system) / 1000;
      const yardsticks = took / ((yardstickBefore + yardstick()) / 2);
      console.log(
        `The proof of ${questionnaire.id} took ${(took / 1000).toFixed(1)} s of computing, ${yardsticks.toFixed(0)} yardsticks.`,
      );
      expect(yardsticks).toBeLessThan(YARDSTICKS_ALLOWED);
    });
  });
}

let contentKnown: ReturnType<typeof readContent> | undefined;
/** All content, read once for the proofs that one worker runs. */
const contentWithFixture = () =>
  (contentKnown ??= readContent(root, { questionnaires: ['content/questionnaires', fixtureQuestionnaires] }));

/** A listed journey: where the table says that it ends, and how the machine walks it. */
interface Walked {
  readonly outcome: string;
  readonly replay: Replay;
}

function walkListed(graph: JourneyGraph): Walked[] {
  return listJourneys(mergeJourneys(graph)).map(({ answers, outcome }) => ({
    outcome,
    replay: graph.reading.replay(answers),
  }));
}

/** All of a decision that a file could hold, as one text; but for the words of to-dos, which are the same for all. */
function kept({ replay, todos, ...decided }: Decision): string {
  const { steps, next, outcome, refused, stated } = replay;
  const path = steps.map(({ question, answer, to }) => [question, answer, to]);
  const due = todos.map(({ id, strength, state, holdsBack }) => [id, strength, state, holdsBack]);
  return JSON.stringify({ ...decided, todos: due, path, next, outcome, refused, stated });
}

/** Verdicts as they are compared. A provisional record is at best proceed-if, and not-needed ranks with proceed. */
export function rank(questionnaire: Questionnaire, outcome: string, provisional: boolean): number {
  const ranks = { stop: 0, 'proceed-if': 1, proceed: 2, 'not-needed': 2 };
  const verdict = questionnaire.outcomes[outcome]?.verdict ?? 'stop';
  return provisional ? Math.min(ranks[verdict], 1) : ranks[verdict];
}

/** Questions that come up with no answer that leads on, or that lead back. */
export function deadEnds(graph: JourneyGraph): string[] {
  const order = Object.keys(graph.reading.questionnaire.questions);
  return graph.nodes
    .filter(
      (node) =>
        node.edges.length === 0 ||
        node.edges.some(({ to }) =>
          typeof to === 'string'
            ? !graph.reading.isOutcome(to)
            : order.indexOf(to.question) <= order.indexOf(node.question),
        ),
    )
    .map((node) => node.question);
}

/** Questions, options and outcomes that no journey comes to. */
export function unreached(graph: JourneyGraph): string[] {
  const { reading } = graph;
  const { questionnaire } = reading;
  const nodes = Map.groupBy(graph.nodes, (node) => node.question);
  const reached = outcomesOf(graph);
  return [
    ...Object.entries(questionnaire.questions).flatMap(([id, question]) => {
      const here = nodes.get(id);
      if (here === undefined) return [id];
      const offered = new Set(here.flatMap((node) => reading.offered(node)));
      const answers = here.flatMap((node) => node.edges.map((edge) => edge.by.key));
      const unanswered = [
        ...question.options.filter((option) => !offered.has(option)),
        ...(question.kind === 'choice' || question.kind === 'rating'
          ? question.options.filter((option) => !answers.includes(option))
          : []),
        ...(takesNotKnown(question) &&
        question.kind !== 'points' &&
        !answers.includes(NOT_KNOWN) &&
        !saysNotKnownWithOthers(here)
          ? [NOT_KNOWN]
          : []),
      ];
      return [...new Set(unanswered)].map((option) => `${id}: ${option}`);
    }),
    ...Object.keys(questionnaire.outcomes).filter((outcome) => !reached.has(outcome)),
  ];
}

function saysNotKnownWithOthers(nodes: readonly JourneyNode[]): boolean {
  return nodes.some((node) =>
    node.edges.some((edge) => Array.isArray(edge.by.answer) && edge.by.answer.includes(NOT_KNOWN)),
  );
}

/**
 * Facts that a question or a later one reads and that the graph forgets on the way. Rules are shown nothing but
 * the facts that they declare (`ruleHolds`), and what is offered, where an answer leads and which marks it sets
 * depend on rules alone. So if this list is empty, two people at one node of the folded graph differ in nothing
 * that can still matter. The comparisons with graphs without folding then only guard this reasoning.
 */
export function forgotten(questionnaire: Questionnaire, keep: FactsByQuestion): string[] {
  const faults: string[] = [];
  for (const [id, route] of Object.entries(questionnaire.routes)) {
    const kept = keep.get(id) ?? new Set();
    const rules = [
      ...Object.values(questionnaire.offered[id] ?? {}),
      ...Object.values(questionnaire.marks).flatMap((byQuestion) => byQuestion[id] ?? []),
      ...rulesOf(questionnaire, id),
    ];
    for (const rule of rules) {
      for (const fact of questionnaire.rules[rule]?.reads ?? []) {
        if (!kept.has(fact)) faults.push(`${id} forgets ${fact}, which its rule ${rule} reads`);
      }
    }
    for (const later of targetsOf(route)) {
      for (const fact of keep.get(later) ?? []) {
        if (!kept.has(fact)) faults.push(`${id} forgets ${fact}, which ${later} keeps`);
      }
    }
  }
  return faults;
}

/** The rules in a question's routes. */
function rulesOf(questionnaire: Questionnaire, id: string): string[] {
  const route = questionnaire.routes[id];
  if (route === undefined || typeof route === 'string') return [];
  const routes = 'byOption' in route ? Object.values(route.byOption) : [route];
  return routes.flatMap((one) =>
    typeof one === 'string' ? [] : one.flatMap((branch) => ('otherwise' in branch ? [] : [branch.when])),
  );
}

/** A point at or beyond a question that random answers, all of them offered, come to. */
function pointReached(random: Random, { reading }: JourneyGraph, from: string): Beginning {
  const order = Object.keys(reading.questionnaire.questions);
  const first = order.indexOf(from);
  for (;;) {
    const stopAt = random() < 0.3 ? first : first + Math.floor(random() * (order.length - first));
    let { question, facts } = reading.start;
    let answers: Answers = {};
    let at: Beginning | undefined;
    while (!reading.isOutcome(question)) {
      if (order.indexOf(question) >= first) at = { question, facts, answers };
      if (order.indexOf(question) >= stopAt) break;
      const offered = reading.offered({ question, facts });
      const answer = randomAnswer(random, reading.question(question), offered);
      answers = { ...answers, [question]: answer };
      ({ facts, to: question } = reading.onward({ question, facts }, answer));
    }
    if (at !== undefined) return at;
  }
}

/**
 * Whether two graphs of one questionnaire merge to the same graph, once the answers of both are named by what the
 * second one tells apart.
 */
export function leadOnAlike(one: JourneyGraph, other: JourneyGraph): boolean {
  const names = new Map<string, number>();
  const nameIn = (graph: JourneyGraph): number => {
    const known = new Map<JourneyNode, number>();
    const nameOf = (signature: string): number => {
      const name = names.get(signature) ?? names.size;
      names.set(signature, name);
      return name;
    };
    const visit = (node: JourneyNode | string): number => {
      if (typeof node === 'string') return nameOf(node);
      const before = known.get(node);
      if (before !== undefined) return before;
      const apart = keptAt(other.keep, node.question);
      const ways = node.edges.map(
        ({ by, to }) =>
          `${classKeyOf(graph.reading.questionnaire, node.question, by.answer, apart)} → ${visit(to)}`,
      );
      const name = nameOf(JSON.stringify([node.question, [...new Set(ways)].sort()]));
      known.set(node, name);
      return name;
    };
    return visit(graph.start);
  };
  return nameIn(one) === nameIn(other);
}

/** Makes random answers those of a journey, but for about one in ten that it asks for. */
function followFor(random: Random, answers: Record<string, Answer>, journey: Answers): void {
  for (const [id, answer] of Object.entries(journey)) if (random() < 0.9) answers[id] = answer;
}

/** Where answers lead by the graph alone: each is looked up in the classes of the node that it comes up at. */
export function walkByTable(
  graph: JourneyGraph,
  answers: Answers,
): { path: string[]; end: string; refused: boolean } {
  const path: string[] = [];
  let at = graph.start;
  while (typeof at !== 'string') {
    const answer = answers[at.question];
    const edge = answer === undefined ? undefined : edgeTaken(graph, at, answer);
    const offered = graph.reading.takes(at, answer);
    if (edge === undefined || !offered) return { path, end: at.question, refused: true };
    path.push(at.question);
    at = edge.to;
  }
  return { path, end: at, refused: false };
}

/** Deciding rules that never hold or never fail where they are tried, and branches that nobody takes. */
export function deadDecisions(questionnaire: Questionnaire, graphs: readonly JourneyGraph[]): string[] {
  const results = new Map<string, Set<boolean>>();
  const taken = new Set<string>();
  const tries = (rule: string, holds: boolean): boolean => {
    results.set(rule, (results.get(rule) ?? new Set()).add(holds));
    return holds;
  };
  for (const { reading, nodes } of graphs) {
    for (const { question, facts, edges } of nodes) {
      for (const rule of Object.values(questionnaire.offered[question] ?? {})) {
        tries(rule, reading.holds(rule, facts));
      }
      for (const { by } of edges) {
        const after = reading.factsAfter({ question, facts }, by.answer);
        for (const byQuestion of Object.values(questionnaire.marks)) {
          for (const rule of byQuestion[question] ?? []) tries(rule, reading.holds(rule, after));
        }
        for (const branch of branchesOf(questionnaire, question, by.answer)) {
          if (!('otherwise' in branch) && !tries(branch.when, reading.holds(branch.when, after))) continue;
          taken.add(JSON.stringify([question, branch]));
          break;
        }
      }
    }
  }
  const untaken = Object.entries(questionnaire.routes).flatMap(([question, route]) => {
    if (typeof route === 'string') return [];
    const routes = 'byOption' in route ? Object.values(route.byOption) : [route];
    return routes
      .flatMap((one) => (typeof one === 'string' ? [{ otherwise: one }] : one))
      .filter((branch) => !taken.has(JSON.stringify([question, branch])))
      .map((branch) => `nobody takes ${JSON.stringify(branch)} from ${question}`);
  });
  const oneSided = [...results]
    .filter(([, seen]) => seen.size < 2)
    .map(([rule, seen]) => `${rule} ${seen.has(true) ? 'always' : 'never'} holds where it is tried`);
  return [...untaken, ...oneSided];
}

/** Rules that add something to do, set a last day, show something to be done or state an answer, and that hold on no journey. */
export function deadAdditions(questionnaire: Questionnaire, graphs: readonly JourneyGraph[]): string[] {
  const rules = [
    ...questionnaire.todos.map((addition) => addition.when),
    ...Object.values(questionnaire.done),
    ...Object.values(questionnaire.outcomes).flatMap(({ deadlines = {} }) =>
      Object.values(deadlines).flatMap(({ when }) => when ?? []),
    ),
    ...questionnaire.stated.map((said) => said.when),
  ];
  return [...new Set(rules)].filter((when) =>
    graphs.every((graph) => waysToHold(graph, when).next().done === true),
  );
}

/** Clashes that no journey makes. */
export function deadClashes(questionnaire: Questionnaire, graphs: readonly JourneyGraph[]): string[] {
  return Object.entries(questionnaire.clashes)
    .filter(([id, { when }]) =>
      graphs.every((graph) =>
        waysToHold(graph, when).every((answers) =>
          clashesOn(graph.reading.replay(answers)).every((clash) => clash.id !== id),
        ),
      ),
    )
    .map(([id]) => id);
}

/** Plain sentences that nobody reads: no journey ends in their outcome with their rule as the first that holds. */
export function unreadSentences(
  outcomes: Readonly<Record<string, Pick<OutcomeWords, 'because'>>>,
  graphs: readonly JourneyGraph[],
): string[] {
  // Some are read at the end of a journey of the table; the rest are looked for.
  const ends = graphs.flatMap((graph) =>
    listJourneys(mergeJourneys(graph)).map(({ answers }) => ({
      reading: graph.reading,
      ...graph.reading.endOf(answers),
    })),
  );
  return Object.entries(outcomes).flatMap(([outcome, { because = [] }]) => {
    const read = new Set(
      ends.filter((end) => end.outcome === outcome).map((end) => sentenceAt(end, because)),
    );
    const unread = because.filter((sentence) => !read.has(sentence));
    for (const graph of unread.length === 0 ? [] : graphs) {
      const leading = placesThatLeadTo(graph, outcome);
      for (const sentence of unread)
        if (!read.has(sentence) && isRead(graph, leading, outcome, because, sentence)) read.add(sentence);
    }
    return because
      .filter((sentence) => !read.has(sentence))
      .map(({ when }) => `${outcome}: ${when ?? 'the last, for everyone else'}`);
  });
}

/**
 * Whether some journey ends in an outcome with this sentence as the first whose rule holds. Only places are looked at
 * from which the outcome can be reached, and only until one such journey is found.
 */
function isRead(
  { reading, keep: ahead }: JourneyGraph,
  leading: ReadonlySet<string>,
  outcome: string,
  because: readonly Sentence[],
  sentence: Sentence,
): boolean {
  // What the sentences’ rules read is kept besides, up to this sentence: all at once could be too much.
  const reads = because
    .slice(0, because.indexOf(sentence) + 1)
    .flatMap(({ when }) => reading.questionnaire.rules[when ?? '']?.reads ?? []);
  const keep: FactsByQuestion = new Map([...ahead].map(([id, kept]) => [id, new Set([...kept, ...reads])]));
  const seen = new Set<string>();
  const readFrom = (point: Point): boolean => {
    if (reading.isOutcome(point.question))
      return point.question === outcome && sentenceAt({ reading, facts: point.facts }, because) === sentence;
    const place = new Place(reading, point, {}, keep);
    if (seen.has(place.key) || !leading.has(new Place(reading, point, {}, ahead).key)) return false;
    seen.add(place.key);
    return place.classes.some(({ answer }) => {
      const { facts, to } = reading.onward(place, answer);
      return readFrom({ question: to, facts });
    });
  };
  return readFrom(reading.start);
}

/** The places of a graph, by their keys, from which somebody can come to an outcome. */
function placesThatLeadTo({ reading, keep, nodes }: JourneyGraph, outcome: string): ReadonlySet<string> {
  const order = Object.keys(reading.questionnaire.questions);
  const leading = new Set<JourneyNode | string>([outcome]);
  // Ways lead forward, so what comes last in asking order is looked at first.
  for (const node of nodes.toSorted((a, b) => order.indexOf(b.question) - order.indexOf(a.question)))
    if (node.edges.some(({ to }) => leading.has(to))) leading.add(node);
  return new Set(
    nodes.filter((node) => leading.has(node)).map((node) => new Place(reading, node, {}, keep).key),
  );
}

/**
 * One whole list of answers for each way in which a rule comes to hold: for each combination of the facts that it
 * reads with which it holds at the end of some journey.
 */
export function journeysThatAdd(graph: JourneyGraph, { when }: TodoAddition): readonly Answers[] {
  const known = journeysKnown.get(graph.reading) ?? new Map<string, readonly Answers[]>();
  journeysKnown.set(graph.reading, known);
  const journeys = known.get(when) ?? [...waysToHold(graph, when)];
  known.set(when, journeys);
  return journeys;
}

const journeysKnown = new WeakMap<Reading, Map<string, readonly Answers[]>>();

/** As `journeysThatAdd`, but each is found only when it is asked for: often the first is enough. */
function* waysToHold({ reading, nodes, start }: JourneyGraph, when: string): Generator<Answers> {
  const { questionnaire } = reading;
  const reads = questionnaire.rules[when]?.reads ?? [];
  const order = Object.keys(questionnaire.questions);
  const behind = reads.flatMap((fact) => questionsBehind(questionnaire, fact)).map((id) => order.indexOf(id));
  const [first, last] = [Math.min(...behind), Math.max(...behind)];
  const ahead = factsAhead(questionnaire);
  const keep: FactsByQuestion = new Map(order.map((id) => [id, new Set([...keptAt(ahead, id), ...reads])]));
  const found = new Set<string>();
  const seen = new Set<string>();
  const walk = function* (point: Point, answers: Answers): Generator<Answers> {
    const place = new Place(reading, point, answers, keep);
    if (seen.has(place.key)) return;
    seen.add(place.key);
    for (const { answer } of place.classes) {
      const { facts, to } = reading.onward(place, answer);
      const onward = { question: to, facts };
      const given = { ...answers, [place.question]: answer };
      if (!reading.isOutcome(to) && order.indexOf(to) <= last) {
        yield* walk(onward, given);
        continue;
      }
      const way = JSON.stringify(reads.map((fact) => [fact, facts[fact]]));
      if (found.has(way) || !reading.holds(when, facts)) continue;
      found.add(way);
      yield toTheEnd(reading, onward, given);
    }
  };
  // Before the first question that the rule reads, and beyond the last, nothing changes what it says: of those only one
  // way to come to each place is needed, which the graph has.
  const before = nodes.filter(({ question }) => order.indexOf(question) < first);
  const entered = new Set([start, ...before.flatMap(({ edges }) => edges.map(({ to }) => to))]);
  for (const node of entered) {
    if (typeof node === 'string') continue;
    const place = order.indexOf(node.question);
    if (place >= first && place <= last) yield* walk(node, node.answers);
  }
}

/** The questions whose answers a fact depends on. */
function questionsBehind(questionnaire: Questionnaire, fact: string): string[] {
  const found = questionnaire.facts[fact];
  if (found?.from === 'ratings') return [...found.questions];
  if (found !== undefined && found.from !== 'marks') return [found.question];
  return Object.keys(questionnaire.marks[fact] ?? {});
}

/** Answers taken on to an outcome, by the first of the answers that lead on at each question. */
function toTheEnd(reading: Reading, from: Point, answers: Answers): Answers {
  const keep = factsAhead(reading.questionnaire);
  let given = answers;
  for (let point = from; !reading.isOutcome(point.question);) {
    const place = new Place(reading, point, given, keep);
    const answer = place.classes[0]?.answer;
    if (answer === undefined) throw new Error(`Question ${point.question} has no answer that leads on.`);
    given = { ...given, [point.question]: answer };
    const { facts, to } = reading.onward(point, answer);
    point = { question: to, facts };
  }
  return given;
}

/**
 * What an addition adds and a later answer on the journey loses again, a to-do that gives way to a stronger one on
 * the list aside. Walked through the machine, one answer after the other, from the last that the rule reads on.
 */
export function lostOn(reading: Reading, addition: TodoAddition, answers: Answers): string[] {
  const { questionnaire } = reading;
  const whole = reading.replay(answers);
  if (whole.outcome === undefined) return [`the journey stops at ${whole.next ?? ''}`];
  const behind = (questionnaire.rules[addition.when]?.reads ?? []).flatMap((fact) =>
    questionsBehind(questionnaire, fact),
  );
  const stops = questionnaire.outcomes[whole.outcome]?.verdict === 'stop';
  const ahead = stops ? [] : (addition.ahead ?? []);
  const from = whole.path.findLastIndex((id) => behind.includes(id)) + 1;
  const lost: string[] = [];
  for (let length = from; length <= whole.path.length; length += 1) {
    const { todos } = new Replay(reading, answers, whole.steps.slice(0, length), false);
    for (const todo of [...addition.add, ...ahead]) {
      const stronger = questionnaire.givesWay[todo] ?? [];
      if (!todos.includes(todo) && !stronger.some((one) => todos.includes(one))) {
        lost.push(`${todo} is not on the list after ${whole.path[length - 1] ?? 'the start'}`);
      }
    }
  }
  return lost;
}
