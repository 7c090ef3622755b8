/** Gathers the file from which people learn alone when the site is built: all scenarios, the same for everybody. */
import type { Answer } from '../../engine/define.ts';
import { saidOf } from '../../records/said.ts';
import type { Words } from '../../records/words.ts';
import { readContent, type Content, type Strength } from '../../schemas/read-content.ts';
import type { Scenario } from '../../schemas/read-training.ts';
import { optionLetters, type OptionLetter } from '../../schemas/scenario.ts';
import { publishedQuestionnaires, type Published } from '../questionnaire/published.ts';
import { scenariosBySection } from './by-section.ts';

/** A clause that a way rests on. */
export interface LearningClause {
  readonly strength: Strength;
  /** In one line; the title of its section where it has none. */
  readonly short: string;
  /** From the root of the site. */
  readonly href: string;
}

/** The first question of a questionnaire at which a way leaves that of the model. */
export interface Parting {
  readonly question: string;
  /** What the model answers, a line each. */
  readonly model: readonly string[];
  /** What this way would answer. */
  readonly here: readonly string[];
}

export interface LearningWay {
  readonly text: string;
  readonly follows: string;
  /** Ids of clauses. */
  readonly clauses: readonly string[];
  readonly mistake?: string;
  readonly parts?: Parting;
}

export interface LearningScenario {
  readonly id: string;
  readonly title: string;
  readonly grade: 1 | 2 | 3;
  /** The slug of the section under which it is listed. */
  readonly section: string;
  readonly situation: readonly string[];
  readonly decide: string;
  readonly ways: Readonly<Record<OptionLetter, LearningWay>>;
  readonly best: OptionLetter;
  readonly unsure: string;
  readonly remember: string;
  /** The questionnaire that stands behind it, and the answers with which that comes to the model’s way. */
  readonly decision?: {
    readonly questionnaire: string;
    readonly title: string;
    readonly answers: Readonly<Record<string, Answer>>;
  };
}

export interface LearningFile {
  /** In the order of the code: slug and title. */
  readonly sections: readonly { readonly slug: string; readonly title: string }[];
  readonly clauses: Readonly<Record<string, LearningClause>>;
  /** The easiest first, and among those the sections of the code in turn. */
  readonly scenarios: readonly LearningScenario[];
}

/** The file of all scenarios. */
export function learningFile(content: Content = readContent()): LearningFile {
  const sections = scenariosBySection(content);
  const published = publishedQuestionnaires();
  const cited = new Set(
    content.training.scenarios.flatMap(({ options }) =>
      optionLetters.flatMap((letter) => options[letter].clauses),
    ),
  );
  return {
    sections: sections.map(({ slug, title }) => ({ slug, title })),
    clauses: Object.fromEntries(
      content.clauses
        .filter(({ id }) => cited.has(id))
        .map(({ id, strength, short, sectionTitle, href }) => [
          id,
          { strength, short: short ?? sectionTitle, href },
        ]),
    ),
    scenarios: inTurn(
      sections.map(({ slug, scenarios }) => scenarios.map((one) => learning(one, slug, published))),
    ),
  };
}

/** By grade; within a grade, one of each section after the other, so that no two that follow on are about the same. */
function inTurn(groups: readonly (readonly LearningScenario[])[]): LearningScenario[] {
  return ([1, 2, 3] as const).flatMap((grade) => {
    const left = groups.map((group) => group.filter((one) => one.grade === grade));
    const rounds = Math.max(...left.map(({ length }) => length));
    return Array.from({ length: rounds }, (_none, round) =>
      left.flatMap((group) => group[round] ?? []),
    ).flat();
  });
}

function learning(scenario: Scenario, section: string, published: readonly Published[]): LearningScenario {
  const { id, title, grade, situation, decide, options, best, unsure, remember, rests } = scenario;
  const behind =
    'questionnaire' in rests ? published.find((one) => one.content.id === rests.questionnaire) : undefined;
  const answers =
    !('questionnaire' in rests) || behind === undefined
      ? undefined
      : 'example' in rests
        ? behind.content.examples.find((one) => one.id === rests.example)?.answers
        : rests.answers;
  const way = (letter: OptionLetter): LearningWay => {
    const { text, follows, clauses, mistake, parts } = options[letter];
    const parting =
      parts === undefined || behind === undefined || answers === undefined
        ? undefined
        : partingOf(parts, answers, behind);
    return {
      text,
      follows,
      clauses,
      ...(mistake === undefined ? {} : { mistake }),
      ...(parting === undefined ? {} : { parts: parting }),
    };
  };
  return {
    id,
    title,
    grade,
    section,
    situation,
    decide,
    ways: { a: way('a'), b: way('b'), c: way('c') },
    best,
    unsure,
    remember,
    ...(behind === undefined || answers === undefined
      ? {}
      : { decision: { questionnaire: behind.content.id, title: behind.content.title, answers } }),
  };
}

function partingOf(
  { question, answer }: { readonly question: string; readonly answer: Answer },
  answers: Readonly<Record<string, Answer>>,
  { questionnaire, words }: Pick<Published, 'questionnaire' | 'words'>,
): Parting | undefined {
  const asked = questionnaire.questions[question];
  const said: Words['questions'][string] | undefined = words.questions[question];
  const chosen = answers[question];
  if (asked === undefined || said === undefined || chosen === undefined) return undefined;
  const [model, here] = [saidOf(asked, said, chosen), saidOf(asked, said, answer)];
  // Of several points, those alone in which the two part.
  const parted = (lines: readonly string[], others: readonly string[]) =>
    asked.kind === 'points' ? lines.filter((line) => !others.includes(line)) : lines;
  return { question: said.text, model: parted(model, here), here: parted(here, model) };
}
