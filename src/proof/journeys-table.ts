/**
 * The table of every journey through a questionnaire and of what there is to do, as a lawyer reviews it. It is committed, so that a change of
 * the logic shows in review as a change of lines; and one version of a questionnaire has one table, for good.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { classKeyOf } from '../engine/answer-classes.ts';
import type { Answers, Questionnaire } from '../engine/define.ts';
import { factsAhead, keptAt } from '../engine/facts-ahead.ts';
import { exploreJourneys, shortestJourneys } from '../engine/journeys.ts';
import { countJourneys, mergeJourneys, type MergedNode } from '../engine/merged-journeys.ts';
import { under, type Reading } from '../engine/reading.ts';
import type { ProofLimits } from '../schemas/proof.ts';
import { NO_LIMITS, proofFile } from './proof-file.ts';
import { factsInWords, todosInWords, type TodoRules } from './todos-table.ts';

/** The table of one questionnaire as Markdown. The same questionnaire and to-dos give the same bytes. */
export function journeysTable(questionnaire: Questionnaire, todos: readonly TodoRules[]): string {
  const byEdition = (bodyUnder: (reading: Reading) => string): string[] => {
    const editionsByBody = new Map<string, string[]>();
    for (const edition of questionnaire.editions) {
      const body = bodyUnder(under(questionnaire, edition));
      editionsByBody.set(body, [...(editionsByBody.get(body) ?? []), edition]);
    }
    return [...editionsByBody].map(([body, editions]) => `${editions.join(', ')}\n\n${body}`);
  };
  const head = [
    `# Every journey through \`${questionnaire.id}\``,
    `Version ${questionnaire.version}. Written by \`npm run journeys\` from the questionnaire’s logic, and proven by its tests: change the logic, not this file.`,
    'Each line of a question gives answers that lead on alike, and where they lead. A question that leads on in more than one way has variants, numbered; the earlier answers decide which one comes up. For questions with several boxes, dates or numbers, the answers are named by what the rules read in them; “anything else” is what no rule tells apart. After the journeys stands what there is to do, how strongly, when and with which answers.',
  ];

  return `${[
    ...head,
    ...byEdition(journeysUnder).map((part) => `## ${part}`),
    '# What there is to do',
    ...byEdition((reading) => todosInWords(reading, todos)).map((part) => `### Under ${part}`),
    '# What the facts read',
    factsInWords(questionnaire),
  ].join('\n\n')}\n`;
}

function journeysUnder(reading: Reading): string {
  const { questionnaire } = reading;
  const graph = exploreJourneys(reading);
  const merged = mergeJourneys(graph);
  const order = Object.keys(questionnaire.questions);
  const variants = new Map<string, number>();
  for (const node of merged.nodes)
    variants.set(node.question, Math.max(node.variant, variants.get(node.question) ?? 0));

  const nameOf = (to: MergedNode | string): string => {
    if (typeof to === 'string') return `**${to}** (${questionnaire.outcomes[to]?.verdict ?? ''})`;
    return (variants.get(to.question) ?? 1) > 1 ? `${to.question} ${to.variant}` : to.question;
  };
  const lines = merged.nodes.reduce((sum, node) => sum + node.edges.length, 0);
  const nodes = [...merged.nodes].sort(
    (a, b) => order.indexOf(a.question) - order.indexOf(b.question) || a.variant - b.variant,
  );

  const tables = nodes.map((node) => {
    const edges = node.edges.map(
      (edge) =>
        `- ${edge.answers.map((key) => key.replaceAll(', ', ' + ')).join(' · ')} → ${nameOf(edge.to)}`,
    );
    return [`#### ${nameOf(node)}`, '', ...edges].join('\n');
  });

  const shortest = shortestJourneys(graph);
  const outcomes = Object.entries(questionnaire.outcomes).flatMap(([id, { verdict }]) => {
    const answers = shortest.get(id);
    return answers === undefined ? [] : [`- **${id}** (${verdict}): ${inWords(questionnaire, answers)}`];
  });

  return [
    `${countJourneys(merged).toLocaleString('en-GB')} journeys over ${lines.toLocaleString('en-GB')} lines.`,
    '### Outcomes, each with its shortest way',
    outcomes.join('\n'),
    '### Questions, in asking order',
    tables.join('\n\n'),
  ].join('\n\n');
}

function inWords(questionnaire: Questionnaire, answers: Answers): string {
  const ahead = factsAhead(questionnaire);
  return Object.entries(answers)
    .map(
      ([id, answer]) =>
        `${id}: ${classKeyOf(questionnaire, id, answer, keptAt(ahead, id)).replaceAll(', ', ' + ')}`,
    )
    .join('; ');
}

/** SHA-256 of a table, in hex. The version in its head is left out: a new version alone changes no journey. */
export function hashOfTable(table: string): string {
  return createHash('sha256')
    .update(table.replace(/^Version \S+\. /m, ''))
    .digest('hex');
}

/** Where a questionnaire's table, the hashes of its versions and its published proof are kept. */
export interface JourneysFiles {
  readonly table: string;
  readonly versions: string;
  readonly proof: string;
}

/** The files of a questionnaire below the root of the project. */
export function journeysFiles(root: string, id: string): JourneysFiles {
  const folder = join(root, 'tests', 'flows', 'journeys');
  return {
    table: join(folder, `${id}.md`),
    versions: join(folder, `${id}.versions.json`),
    proof: join(root, 'content', 'proof', `${id}.json`),
  };
}

/** Version → hash of its table, as kept; none where nothing was written yet. */
export function readVersions(files: JourneysFiles): Readonly<Record<string, string>> {
  if (!existsSync(files.versions)) return {};
  return JSON.parse(readFileSync(files.versions, 'utf8')) as Record<string, string>;
}

/** Whether a version is one that people have records of. Below 1.0.0 it is a draft, whose journeys may change freely. */
export function isReleased(version: string): boolean {
  return !version.startsWith('0.');
}

/**
 * What is wrong with a questionnaire's committed table or published proof, in one sentence that says how to mend it;
 * undefined where both are as they should be.
 */
export function faultInJourneys(
  questionnaire: Questionnaire,
  todos: readonly TodoRules[],
  files: JourneysFiles,
  limits: ProofLimits = NO_LIMITS,
): string | undefined {
  const { id, version } = questionnaire;
  const table = journeysTable(questionnaire, todos);
  const versions = readVersions(files);
  const known = versions[version];
  if (isReleased(version) && known !== undefined && known !== hashOfTable(table)) {
    return `The journeys or to-dos of ${id} are no longer those of version ${version}: give it a new version in src/questionnaires/${id}/flow.ts, then run "npm run journeys".`;
  }
  if (!existsSync(files.table) || readFileSync(files.table, 'utf8') !== table) {
    return `The table of the journeys of ${id} is missing or stale: run "npm run journeys" and review what changes in tests/flows/journeys/${id}.md.`;
  }
  if (isReleased(version) && known === undefined) {
    return `Version ${version} of ${id} has no hash in tests/flows/journeys/${id}.versions.json: run "npm run journeys".`;
  }
  const proof = proofFile(questionnaire, hashOfTable(table), versions, limits);
  if (!existsSync(files.proof) || readFileSync(files.proof, 'utf8') !== proof) {
    return `The published proof of ${id} is missing or stale: run "npm run journeys", which writes content/proof/${id}.json.`;
  }
  return undefined;
}

/**
 * Writes a questionnaire's table and its published proof, and keeps the hash of the table under its version.
 *
 * @throws Error where the version already stands for other journeys; nothing is written then
 */
export function writeJourneys(
  questionnaire: Questionnaire,
  todos: readonly TodoRules[],
  files: JourneysFiles,
  limits: ProofLimits = NO_LIMITS,
): void {
  const { id, version } = questionnaire;
  const table = journeysTable(questionnaire, todos);
  const versions = readVersions(files);
  const hash = hashOfTable(table);
  if (isReleased(version) && versions[version] !== undefined && versions[version] !== hash) {
    throw new Error(
      `Version ${version} of ${id} stands for other journeys or to-dos than these: give it a new version in src/questionnaires/${id}/flow.ts, then run "npm run journeys" again.`,
    );
  }
  mkdirSync(join(files.table, '..'), { recursive: true });
  writeFileSync(files.table, table);
  const kept = isReleased(version) ? { ...versions, [version]: hash } : versions;
  writeFileSync(files.versions, `${JSON.stringify(kept, null, 2)}\n`);
  mkdirSync(join(files.proof, '..'), { recursive: true });
  writeFileSync(files.proof, proofFile(questionnaire, hash, kept, limits));
}
