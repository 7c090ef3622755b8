/**
 * What is proven of a questionnaire, as the site publishes it: counts, and one of the shortest ways to each outcome
 * with the rules that decide on it. Ids only, so that new words make no file stale.
 */
import type { Answer, Answers, FactValues, Questionnaire } from '../engine/define.ts';
import {
  classKeyOf,
  countJourneys,
  exploreJourneys,
  mergeJourneys,
  shortestJourneys,
  type JourneyGraph,
} from '../engine/journeys.ts';
import { branchesOf, factsAfter, factsAtStart, isOffered, questionOf, ruleHolds } from '../engine/walk.ts';
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
    const table = tableUnder(questionnaire, edition);
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

function tableUnder(
  questionnaire: Questionnaire,
  edition: string,
): Omit<Proof['tables'][number], 'editions'> {
  const graph = exploreJourneys(questionnaire, edition);
  const merged = mergeJourneys(graph);
  const shortest = shortestJourneys(graph);
  const ids = Object.keys(questionnaire.outcomes);
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
  const { questionnaire, edition } = graph;
  let facts = factsAtStart(questionnaire);
  return Object.entries(answers).map(([question, found]) => {
    const answer = plainest(graph, facts, question, found);
    facts = factsAfter(questionnaire, edition, facts, question, answer);
    const holds = (rule: string): boolean => ruleHolds(questionnaire, rule, facts, edition);
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
function plainest(graph: JourneyGraph, facts: FactValues, id: string, found: Answer): Answer {
  const { questionnaire, edition, keep } = graph;
  const question = questionOf(questionnaire, id);
  if (question.kind !== 'choices' || question.none === undefined) return found;
  const none = [question.none];
  const apart = keep.get(id) ?? new Set<string>();
  const isAlike = classKeyOf(questionnaire, id, none, apart) === classKeyOf(questionnaire, id, found, apart);
  return isAlike && isOffered(questionnaire, edition, facts, id, none) ? none : found;
}
