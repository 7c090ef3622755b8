/**
 * The words of a text as they are read from `content/documents/<id>.mdx`, and as the page gets them: plain data, the same
 * file whichever text is opened.
 */
import type { Collection } from './rules.ts';

/** The headings under which texts are offered, in order. */
export const GROUPS = ['tell', 'speak', 'promise', 'answer', 'assess', 'agree', 'show'] as const;
export type Group = (typeof GROUPS)[number];

/** Something that can be filled in. */
export interface GapWords {
  /** What it is called: its field’s label, and what stands in its place while it is open. */
  readonly label: string;
  /** One short line under the field. */
  readonly hint?: string | undefined;
  /** True where a line would be too short. */
  readonly long?: boolean | undefined;
  /** The use, list or supplier of whose row it is; where a text is filled. */
  readonly of?: string | undefined;
}

/** What stands behind a sentence: at least one of these. */
export interface RestsOn {
  /** Ids of clauses. */
  readonly clauses: readonly string[];
  /** Ids of entries of the law list. */
  readonly law: readonly string[];
  /** Statutes and guidelines, each `<authority-id> <place>`. */
  readonly authority: readonly string[];
  /** True for this project’s own advice. */
  readonly project: boolean;
}

/** A run of words, or a gap by its id. */
export type Piece = string | { readonly gap: string };

/** One to three sentences for publication, and what they rest on. */
export interface Line extends RestsOn {
  readonly pieces: readonly Piece[];
  /** Which points of the list of what the text has to hold it meets. */
  readonly holds: readonly string[];
}

export interface Row extends RestsOn {
  /** Cells with nothing in them are blank rows of a log, which people fill in by hand. */
  readonly cells: readonly (readonly Piece[])[];
  readonly holds: readonly string[];
  /** A condition under which it stands there. */
  readonly when?: string | undefined;
}

export type TextBlock =
  | { readonly kind: 'heading'; readonly depth: 2 | 3; readonly text: string }
  /** Lines that stand in one paragraph. */
  | { readonly kind: 'paragraph'; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Line[])[] }
  /** Blocks that stand there where a condition holds, or where it does not. */
  | {
      readonly kind: 'when';
      readonly condition: string;
      readonly is: boolean;
      readonly blocks: readonly TextBlock[];
    }
  /** Blocks that stand there once for each entry of a collection. */
  | { readonly kind: 'each'; readonly of: Collection; readonly blocks: readonly TextBlock[] }
  /** A table with a row for each entry of a collection, or with rows of its own. */
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly of?: Collection | undefined;
      readonly rows: readonly Row[];
    };

/** One point of what the statute or the code says that such a text has to hold. */
export interface Holds {
  readonly id: string;
  readonly text: string;
  readonly authority: string;
}

/** A text: its words, gaps and conditions. */
export interface TextWords {
  readonly id: string;
  readonly title: string;
  readonly group: Group;
  /** What it is for, and who uses it when. */
  readonly purpose: string;
  /** What it is not. */
  readonly isNot: string;
  /** To-dos that it helps to meet. */
  readonly meets: readonly string[];
  readonly holds: readonly Holds[];
  /** Gaps of its own by id; the others that it uses are shared by all texts. */
  readonly gaps: Readonly<Record<string, GapWords>>;
  /** Conditions of its own by id → the plain sentence that each means. */
  readonly conditions: Readonly<Record<string, string>>;
  readonly blocks: readonly TextBlock[];
}

/** What texts share: `content/documents/shared.yaml`. */
export interface SharedTextWords {
  readonly gaps: Readonly<Record<string, GapWords>>;
  readonly conditions: Readonly<Record<string, string>>;
  /** What an option of a question is called in a text for others: `sources` → `full-register` → words. */
  readonly phrases: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
