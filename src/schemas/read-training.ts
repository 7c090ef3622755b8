/** Reads what the training is made of, and holds it against the clauses and the sections that it names. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { orPerhaps } from './nearest-id.ts';
import type { Content } from './read-content.ts';
import { readPlainFile } from './read-front-matter.ts';
import { optionLetters, scenario as scenarioSchema, type ScenarioFrontMatter } from './scenario.ts';
import { session as sessionSchema, type SessionFrontMatter } from './session.ts';

const SCENARIOS = 'content/training/scenarios';
const SESSIONS = 'content/training/sessions';
/** A situation is read out in a hall: it has no more words than this. */
export const MOST_WORDS = 120;

/** One scenario, read and checked. */
export interface Scenario extends ScenarioFrontMatter {
  /** The name of its file: it stands in addresses and in training records. */
  readonly id: string;
  /** The situation, a paragraph each. */
  readonly situation: readonly string[];
}

/** One session, read and checked. */
export interface Session extends Omit<SessionFrontMatter, 'steps'> {
  readonly id: string;
  /** The text that invites people, a paragraph each. */
  readonly invitation: readonly string[];
  readonly steps: readonly (Omit<SessionFrontMatter['steps'][number], 'scenario'> & {
    readonly scenario?: Scenario;
  })[];
}

export interface Training {
  /** By grade and then by id. */
  readonly scenarios: readonly Scenario[];
  /** The shortest first. */
  readonly sessions: readonly Session[];
}

const filesIn = (root: string, folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((name) => name.endsWith('.mdx'))
        .sort()
        .map((name) => `${folder}/${name}`)
    : [];

/** @throws ContentError for the first file that is not written as it should be. */
export function readTraining(content: Pick<Content, 'root' | 'clauses' | 'sections'>): Training {
  const scenarios = filesIn(content.root, SCENARIOS)
    .map((file) => readScenario(file, content))
    .sort((a, b) => a.grade - b.grade || a.id.localeCompare(b.id));
  const sessions = filesIn(content.root, SESSIONS)
    .map((file) => readSession(file, content.root, scenarios))
    .sort((a, b) => a.minutes - b.minutes || a.id.localeCompare(b.id));
  return { scenarios, sessions };
}

function readScenario(file: string, content: Pick<Content, 'root' | 'clauses' | 'sections'>): Scenario {
  const { data, paragraphs, fail } = readPlainFile(
    content.root,
    file,
    scenarioSchema,
    'src/schemas/scenario.ts',
  );
  const length = paragraphs.join(' ').split(/\s+/).length;
  if (length > MOST_WORDS) fail(`its situation has ${length} words`, `tell it in ${MOST_WORDS} or fewer`);
  const clauses = new Set(content.clauses.map((clause) => clause.id));
  const cited = [
    ...optionLetters.flatMap((letter) => data.options[letter].clauses),
    ...('clause' in data.rests ? [data.rests.clause] : []),
  ];
  for (const clause of cited) {
    if (!clauses.has(clause))
      fail(`there is no clause ${clause}`, `name one that a section has${orPerhaps(clause, clauses)}`);
  }
  const sections = new Set(content.sections.map(({ slug }) => slug));
  for (const section of data.met) {
    if (!sections.has(section))
      fail(`there is no section ${section}`, `name one by its slug${orPerhaps(section, sections)}`);
  }
  return { ...data, id: basename(file, '.mdx'), situation: paragraphs };
}

function readSession(file: string, root: string, scenarios: readonly Scenario[]): Session {
  const { data, paragraphs, fail } = readPlainFile(root, file, sessionSchema, 'src/schemas/session.ts');
  const known = scenarios.map(({ id }) => id);
  let before = -1;
  const steps = data.steps.map(({ scenario: id, ...step }) => {
    if (step.at <= before || step.at >= data.minutes)
      fail(
        `the step at minute ${step.at} does not follow on`,
        'give each step a later minute than the one above it, and all of them fewer than the session has',
      );
    before = step.at;
    if (id === undefined) return step;
    const scenario = scenarios.find((one) => one.id === id);
    return scenario === undefined
      ? fail(`there is no scenario ${id}`, `name one by its file${orPerhaps(id, known)}`)
      : { ...step, scenario };
  });
  return { ...data, steps, id: basename(file, '.mdx'), invitation: paragraphs };
}
