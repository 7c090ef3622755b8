/** Reads what the training is made of, and holds it against the clauses and the sections that it names. */
import { basename } from 'node:path';
import type { ContentFiles } from './content-files.ts';
import { orPerhaps } from './nearest-id.ts';
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

/** What scenarios may name. */
interface Known {
  readonly clauses: readonly { readonly id: string }[];
  readonly sections: readonly { readonly slug: string }[];
}

/** All of it that is written as it should be; what is not is told of by `files`. */
export function readTraining(files: ContentFiles, known: Known): Training {
  const scenarios = files
    .list(SCENARIOS, /\.mdx$/)
    .flatMap((file) => readScenario(files, file, known) ?? [])
    .sort((a, b) => a.grade - b.grade || a.id.localeCompare(b.id));
  const sessions = files
    .list(SESSIONS, /\.mdx$/)
    .flatMap((file) => readSession(files, file, scenarios) ?? [])
    .sort((a, b) => a.minutes - b.minutes || a.id.localeCompare(b.id));
  return { scenarios, sessions };
}

/** The text below a front matter, a paragraph each. */
function paragraphsOf(files: ContentFiles, file: string, body: string): string[] {
  const paragraphs = body
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll('\n', ' '))
    .filter((paragraph) => paragraph !== '');
  const mark = paragraphs.find((paragraph) => /[<{*_`]|^#|^- /.test(paragraph));
  if (paragraphs.length === 0)
    files.report({ file, found: 'it has no text', remedy: 'write it below the second “---”' });
  if (mark !== undefined)
    files.report({
      file,
      found: `“${mark.slice(0, 40)}” holds a mark of MDX`,
      remedy: 'this is plain text: leave marks out',
    });
  return paragraphs;
}

function readScenario(files: ContentFiles, file: string, known: Known): Scenario | undefined {
  const read = files.readFrontMatter(file, scenarioSchema);
  if (read === undefined) return undefined;
  const { data } = read;
  const situation = paragraphsOf(files, file, read.body);
  const length = situation.join(' ').split(/\s+/).length;
  if (length > MOST_WORDS)
    files.report({
      file,
      found: `its situation has ${length} words`,
      remedy: `tell it in ${MOST_WORDS} or fewer`,
    });
  const clauses = new Set(known.clauses.map(({ id }) => id));
  const cited = [
    ...optionLetters.flatMap((letter) => data.options[letter].clauses),
    ...('clause' in data.rests ? [data.rests.clause] : []),
  ];
  for (const clause of cited.filter((id) => !clauses.has(id)))
    files.report({
      file,
      found: `there is no clause ${clause}`,
      remedy: `name one that a section has${orPerhaps(clause, clauses)}`,
    });
  const sections = new Set(known.sections.map(({ slug }) => slug));
  for (const section of data.met.filter((slug) => !sections.has(slug)))
    files.report({
      file,
      found: `there is no section ${section}`,
      remedy: `name one by its slug${orPerhaps(section, sections)}`,
    });
  return { ...data, id: basename(file, '.mdx'), situation };
}

function readSession(files: ContentFiles, file: string, scenarios: readonly Scenario[]): Session | undefined {
  const read = files.readFrontMatter(file, sessionSchema);
  if (read === undefined) return undefined;
  const { data } = read;
  const steps = data.steps.map(({ scenario: id, ...step }, place) => {
    const before = data.steps[place - 1]?.at ?? -1;
    if (step.at <= before || step.at >= data.minutes)
      files.report({
        file,
        found: `the step at minute ${step.at} does not follow on`,
        remedy:
          'give each step a later minute than the one above it, and all of them fewer than the session has',
      });
    if (id === undefined) return step;
    const scenario = scenarios.find((one) => one.id === id);
    if (scenario !== undefined) return { ...step, scenario };
    files.report({
      file,
      found: `there is no scenario ${id}`,
      remedy: `name one by its file${orPerhaps(
        id,
        scenarios.map((one) => one.id),
      )}`,
    });
    return step;
  });
  return { ...data, steps, id: basename(file, '.mdx'), invitation: paragraphsOf(files, file, read.body) };
}
