/**
 * A document: headings, paragraphs, lists and tables in reading order. Every export and the page that opens a record
 * render from this, and the checker inside the HTML file compares with it, so it holds every word that is shown. It
 * imports nothing that the checker would have to carry for it.
 */
import type { Verdict } from '../engine/define.ts';

/** Some words. */
export interface Said {
  readonly text: string;
  /** True for words that a person typed: any language and direction, line breaks kept. */
  readonly typed?: boolean;
  /** The id, elsewhere in the document, of what they refer to. */
  readonly to?: string;
}

/** A term and what is said of it. References stand on one line, other words on a line each. */
export interface Fact {
  readonly term: string;
  readonly said: readonly Said[];
}

/** One item of a list of things that have facts of their own. */
export interface Entry {
  /** For references to it. */
  readonly id?: string;
  /** A word that stands in the margin, such as a strength. */
  readonly mark?: string;
  readonly text: Said;
  readonly facts: readonly Fact[];
}

export type DocumentBlock =
  | { readonly kind: 'title'; readonly over: string; readonly text: Said }
  | {
      readonly kind: 'verdict';
      readonly verdict: Verdict;
      readonly word: string;
      readonly headline: string;
      /** What to do with this plan, in one plain sentence. It stands above the headline. */
      readonly plain?: string;
      /** The last days for what the outcome asks. */
      readonly lastDays: readonly string[];
      readonly note?: string;
    }
  | {
      readonly kind: 'section';
      readonly id: string;
      readonly heading: string;
      readonly blocks: readonly DocumentBlock[];
    }
  /** A part that begins on a side of its own, and that a screen shows folded. */
  | {
      readonly kind: 'annex';
      readonly id: string;
      readonly heading: string;
      readonly blocks: readonly DocumentBlock[];
    }
  /** A box to tick on a screen: print then leaves the annexes out. It is no part of what is printed. */
  | { readonly kind: 'print-choice'; readonly label: string }
  /** A part of a section, which print keeps in one piece where it fits on a page. */
  | { readonly kind: 'part'; readonly heading: Said; readonly blocks: readonly DocumentBlock[] }
  | { readonly kind: 'paragraph'; readonly said: Said; readonly quiet?: boolean }
  | { readonly kind: 'list'; readonly items: readonly Said[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** The first cell of a row is its header. */
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'fingerprint'; readonly groups: readonly string[] };

export const own = (text: string): Said => ({ text });
export const typed = (text: string): Said => ({ text, typed: true });

/** A fact, unless there is nothing to say. */
export const fact = (term: string, said: readonly Said[]): Fact[] =>
  said.length === 0 ? [] : [{ term, said }];

/** A part of a section, unless there is nothing in it. */
export const part = (heading: string, blocks: readonly DocumentBlock[]): DocumentBlock[] =>
  blocks.length === 0 ? [] : [{ kind: 'part', heading: own(heading), blocks }];

/** A list of our own words, unless it is empty. */
export const list = (items: readonly string[]): DocumentBlock[] =>
  items.length === 0 ? [] : [{ kind: 'list', items: items.map(own) }];

/** Facts, unless there are none. */
export const facts = (all: readonly Fact[]): DocumentBlock[] =>
  all.length === 0 ? [] : [{ kind: 'facts', facts: all }];

/** Entries, unless there are none. */
export const entries = (all: readonly Entry[]): DocumentBlock[] =>
  all.length === 0 ? [] : [{ kind: 'entries', entries: all }];

function wordsIn(block: DocumentBlock): readonly string[] {
  const inFact = ({ term, said }: Fact) => [term, ...said.map(({ text }) => text)];
  switch (block.kind) {
    case 'title':
      return [block.over, block.text.text];
    case 'verdict':
      return [
        block.word,
        ...(block.plain === undefined ? [] : [block.plain]),
        block.headline,
        ...block.lastDays,
        ...(block.note === undefined ? [] : [block.note]),
      ];
    case 'print-choice':
      return [block.label];
    case 'section':
    case 'annex':
      return [block.heading, ...block.blocks.flatMap(wordsIn)];
    case 'part':
      return [block.heading.text, ...block.blocks.flatMap(wordsIn)];
    case 'paragraph':
      return [block.said.text];
    case 'list':
      return block.items.map(({ text }) => text);
    case 'facts':
      return block.facts.flatMap(inFact);
    case 'table':
      return [block.caption, ...block.columns, ...block.rows.flat()];
    case 'entries':
      return block.entries.flatMap(({ mark, text, facts }) => [
        ...(mark === undefined ? [] : [mark]),
        text.text,
        ...facts.flatMap(inFact),
      ]);
    case 'fingerprint':
      return block.groups;
  }
}

/** Text with every run of white space as one space: how texts are compared across formats. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Every word of a document in reading order, squeezed. What an export shows must come to the same. */
export function textOf(blocks: readonly DocumentBlock[]): string {
  return squeeze(blocks.flatMap(wordsIn).join(' '));
}

/** A document without what only a screen has: what a file shows that is no page. */
export function withoutScreen(blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  return blocks
    .filter(({ kind }) => kind !== 'print-choice')
    .map((block) => ('blocks' in block ? { ...block, blocks: withoutScreen(block.blocks) } : block));
}

/** How much of a shown text is quoted where it parts from the data. */
const QUOTED = 60;

/** The few words of `shown` at which it parts from `expected`. */
export function firstDifference(shown: string, expected: string): string {
  let at = 0;
  while (at < shown.length && shown[at] === expected[at]) at += 1;
  const start = shown.lastIndexOf(' ', Math.max(0, at - QUOTED / 3)) + 1;
  return shown.slice(start, start + QUOTED);
}
