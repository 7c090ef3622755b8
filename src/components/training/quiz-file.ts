/** Gathers the statements of the quiz when the site is built: the same for everybody, in an order that is always the same. */
import { readContent, type Clause, type Content, type Strength } from '../../schemas/read-content.ts';

export interface QuizStatement {
  readonly id: string;
  /** What stands before the word that says how strong it is, and after it. */
  readonly before: string;
  readonly after: string;
  /** The word itself, as the statement has it. */
  readonly verb: string;
  readonly strength: Strength;
  /** The title of its section. */
  readonly section: string;
  /** From the root of the site. */
  readonly href: string;
}

export interface QuizFile {
  readonly statements: readonly QuizStatement[];
}

/** The words by which each strength is put. */
const VERBS: Readonly<Record<Strength, RegExp>> = {
  must: /\bmust\b(?! not)/,
  'must-not': /\bmust not\b/,
  should: /\bshould\b(?! not)/,
  'should-not': /\bshould not\b/,
  // Not “you may want” nor “you may be”, which allow nothing.
  may: /(?<=\b[Yy]ou )(?:may|can)\b(?! (?:not|want|be)\b)/,
};
/** Any word that could be taken for one of them. */
const ANY = /\b(?:must|should|may|might|can|cannot|could|(?:has|have|need) to)\b/g;

/** Of one strength no more than this many, or nearly all would be musts. */
const MOST = 40;

/** The statements that can be asked about, the strengths mixed as evenly as their numbers allow. */
export function quizFile({ clauses }: Pick<Content, 'clauses'> = readContent()): QuizFile {
  const groups = Map.groupBy(clauses.flatMap(asked), ({ strength }) => strength);
  return {
    statements: [...groups.values()]
      .map((group) => spread(group))
      .flatMap((group) => group.map((one, place) => ({ one, at: (place + 0.5) / group.length })))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one),
  };
}

/** As many as are asked, from all parts of the edition, and no two neighbours of it after each other. */
function spread(group: readonly QuizStatement[]): QuizStatement[] {
  const step = Math.max(1, group.length / MOST);
  const some = Array.from(
    { length: Math.min(group.length, MOST) },
    (_none, place) => group[Math.floor(place * step)],
  ).flatMap((one) => one ?? []);
  const columns = Math.ceil(Math.sqrt(some.length));
  return Array.from({ length: columns }, (_none, column) =>
    some.filter((_one, place) => place % columns === column),
  ).flat();
}

/** One that has the word once and no other like it. None that the law has touched since, lest somebody learn it by heart. */
function asked({ id, strength, text, sectionTitle: section, href, law }: Clause): QuizStatement[] {
  const found = VERBS[strength].exec(text);
  if (found === null || law.length > 0 || text.match(ANY)?.length !== 1) return [];
  const [verb] = found;
  return [
    {
      id,
      before: text.slice(0, found.index),
      after: text.slice(found.index + verb.length),
      verb,
      strength,
      section,
      href,
    },
  ];
}
