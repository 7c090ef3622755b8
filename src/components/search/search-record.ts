/** What the search finds, as the build writes it down and the page reads it. */
import type { SearchWords } from '../../schemas/search-words.ts';
import type { Strength } from '../../schemas/vocabulary.ts';

/** The kinds of things that can be found, in the order in which they can be chosen. */
export const searchKinds = [
  'statement',
  'section',
  'example',
  'checklist',
  'law',
  'term',
  'questionnaire',
  'question',
  'outcome',
] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Each kind as the page names it: one of them beside a result, all of them where they can be chosen. */
export const searchKindNames: Readonly<Record<SearchKind, { one: string; many: string }>> = {
  statement: { one: 'statement', many: 'Statements of the code and the audits' },
  section: { one: 'section', many: 'Sections and headings' },
  example: { one: 'example', many: 'Examples' },
  checklist: { one: 'checklist', many: 'Checklists' },
  law: { one: 'law change', many: 'Law changes' },
  term: { one: 'term', many: 'Terms of the glossary' },
  questionnaire: { one: 'questionnaire', many: 'Questionnaires' },
  question: { one: 'question', many: 'Questions' },
  outcome: { one: 'outcome', many: 'Outcomes' },
};

/** One thing that can be found. Its `text` and `title` are indexed in this order: places of words count through both. */
export interface SearchRecord {
  kind: SearchKind;
  /** Address relative to the root of the site, such as `code/lawful-bases/#lb-have-basis`. */
  href: string;
  /** What it is called; a statement has no name but itself. */
  title?: string;
  /** What it says, whole. */
  text: string;
  /** The page that it stands on, in words. */
  place: string;
  /** True where it is for people in haste. */
  urgent?: true;
  /** How strongly a statement is put. */
  strength?: Strength;
}

/** Whether it belongs to a questionnaire, and not to the code, the audits or the law. */
export function isOfQuestionnaire({ href }: SearchRecord): boolean {
  return href.startsWith('questionnaires/');
}

/** The files that stand beside Pagefind’s own: what the first index holds, and what the others hold besides. */
export const STATEMENTS = 'statements.json';
export const OTHERS = 'others.json';
/** The script that runs Pagefind, and the name by which Pagefind is imported into it when it is bundled. */
export const WORKER = 'search-worker.js';
export const PAGEFIND = 'virtual:pagefind';
/** The folders of the second index and the third: all but questionnaires, and questionnaires. */
export const SOURCES = 'sources/';
export const QUESTIONNAIRES = 'questionnaires/';
/** What Pagefind puts behind the address of its entry. The folder changes with its content, so that this need not. */
export const CACHE_TAG = 'index';

/** What is in `STATEMENTS`. In `OTHERS` there are records alone. */
export interface StatementsFile {
  /** Pagefind’s id of each record to the record. */
  records: Record<string, SearchRecord>;
  /** Volunteers’ words and the law’s. */
  words: readonly SearchWords[];
}
