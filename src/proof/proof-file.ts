/**
 * What is proven of a questionnaire, as the site publishes it: counts, and one of the shortest ways to each outcome
 * with the rules that decide on it. Ids only, so that new words make no file stale.
 */
import { classKeyOf } from '../engine/answer-classes.ts';
import type { Answer, Answers, Questionnaire } from '../engine/define.ts';
import { keptAt } from '../engine/facts-ahead.ts';
import { exploreJourneys, shortestJourneys, type JourneyGraph } from '../engine/journeys.ts';
import { countJourneys, mergeJourneys } from '../engine/merged-journeys.ts';
import { under, type Point, type Reading } from '../engine/reading.ts';
import { branchesOf } from '../engine/ways.ts';
import type { Proof, ProofLimits, ProofStep } from '../schemas/proof.ts';

/** A proof that reaches as far as it can and makes no exception. */
export const NO_LIMITS: ProofLimits = { unreached: [], betterWhenUnknown: [], unfolded: 'whole' };

/** How many lists of random answers a questionnaire is held against in each edition: 10,000 over all of them. */
export function randomListsOf(questionnaire: Questionnaire): number {
  return Math.ceil(10_000 / questionnaire.editions.length);
}

/** The proof of one questionnaire as JSON. The same questionnaire and limits give the same bytes. */
export function proofFile(
  questionnaire: Questionnaire,
  hash: string,
  versions: Readonly<Record<string, string>>,
  limits: ProofLimits,
): string {
  const tables: Proof['tables'] = [];
  const known = new Map<string, Proof['tables'][number]>();
  for (const edition of questionnaire.editions) {
    const table = tableUnder(under(questionnaire, edition));
    const same = known.get(JSON.stringify(table));
    if (same === undefined) {
      const made = { editions: [edition], ...table };
      known.set(JSON.stringify(table), made);
      tables.push(made);
    } else same.editions.push(edition);
  }
  const proof: Proof = {
    questionnaire: questionnaire.id,
    version: questionnaire.version,
    hash,
    versions: { ...versions },
    limits,
    randomLists: randomListsOf(questionnaire),
    tables,
  };
  return `${JSON.stringify(proof, null, 2)}\n`;
}

function tableUnder(reading: Reading): Omit<Proof['tables'][number], 'editions'> {
  const graph = exploreJourneys(reading);
  const merged = mergeJourneys(graph);
  const shortest = shortestJourneys(graph);
  const ids = Object.keys(reading.questionnaire.outcomes);
  return {
    journeys: countJourneys(merged),
    lines: merged.nodes.reduce((sum, node) => sum + node.edges.length, 0),
    outcomes: ids.flatMap((outcome) => {
      const answers = shortest.get(outcome);
      return answers === undefined ? [] : [{ outcome, steps: stepsOf(graph, answers) }];
    }),
    unreached: ids.filter((outcome) => !shortest.has(outcome)),
  };
}

/** A way with what was tried on leaving each question. Its answers stand in the order in which they were given. */
function stepsOf(graph: JourneyGraph, answers: Answers): ProofStep[] {
  const { reading } = graph;
  const { questionnaire } = reading;
  let { facts } = reading.start;
  return Object.entries(answers).map(([question, found]) => {
    const answer = plainest(graph, { question, facts }, found);
    facts = reading.factsAfter({ question, facts }, answer);
    const holds = (rule: string): boolean => reading.holds(rule, facts);
    const rules: ProofStep['rules'] = [];
    for (const branch of branchesOf(questionnaire, question, answer)) {
      if ('otherwise' in branch) break;
      const held = holds(branch.when);
      rules.push({ rule: branch.when, held });
      if (held) break;
    }
    for (const byQuestion of Object.values(questionnaire.marks)) {
      for (const rule of byQuestion[question] ?? []) if (holds(rule)) rules.push({ rule, held: true });
    }
    return { question, answer: answer as ProofStep['answer'], rules };
  });
}

/** Of the answers that lead on alike, "none of these" where it is one: no reader takes the first box for a condition. */
function plainest({ reading, keep }: JourneyGraph, point: Point, found: Answer): Answer {
  const id = point.question;
  const question = reading.question(id);
  if (question.kind !== 'choices' || question.none === undefined) return found;
  const none = [question.none];
  const keyOf = (answer: Answer) => classKeyOf(reading.questionnaire, id, answer, keptAt(keep, id));
  return keyOf(none) === keyOf(found) && reading.takes(point, none) ? none : found;
}
