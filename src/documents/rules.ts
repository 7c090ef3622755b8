/**
 * What fills a text: the contract between the words of `content/documents/<id>.mdx` and the rules of
 * `src/documents/<id>.ts`.
 *
 * A text has named gaps and named conditions, and no logic. A rule of the same name says what a gap is filled with, or
 * whether a condition holds, from what is known; each says where it has that from. Whatever no rule answers is not
 * known: a gap stays a gap and is asked for in place; a line under a condition is shown as “if this is so”. A rule
 * never guesses: where one use is not known, “none of the uses” is not known either (see `someUse` in `facts.ts`).
 *
 * Which rule fills a gap: the text’s own, then the shared one of that name in `facts.ts`, then none. To add a text, see
 * “Add a text to use” in `content/README.md`. A rule file looks like this, and stands in the list of `index.ts`:
 *
 * ```ts
 * export const rules: DocumentRules = {
 *   gaps: { 'reply-by': (known) => found('one month', fromWho(known, 'evidence')) },
 *   conditions: { 'uses-doorstep': (known) => someUse(known, (use) => chose(use, 'channel', ['doorstep'])) },
 *   use: { gaps: { 'use.purpose': (use) => said(use, 'purpose') } },
 * };
 * ```
 */
import type { List, Supplier } from '../campaign/campaign.ts';
import type { Known, KnownUse } from './known.ts';

/** Where something is known from, in words for the person: “Polling-day letters: How do you reach people? By post.” */
export interface Source {
  /** `campaign`: said of the campaign itself. `use`: answered in a use. `typed`: put in this text by hand. */
  readonly from: 'campaign' | 'use' | 'typed';
  /** The use’s id, where it is from one. */
  readonly use?: string;
  /** Where it stands, as people know it: “Your campaign”, or what the use is called. */
  readonly where: string;
  /** What was asked: the question as it was shown, or the name of the field. */
  readonly asked: string;
  /** What was said, as it was shown, one line an option. */
  readonly said: readonly string[];
}

/** What a gap is filled with. */
export interface Found {
  readonly text: string;
  /** True for words that a person typed: any language and direction, line breaks kept. */
  readonly typed?: boolean;
  /** Never empty: what has no source is not known. */
  readonly sources: readonly Source[];
}

/** Whether a condition holds. */
export interface Settled {
  readonly is: boolean;
  /** Never empty: what has no source is not known. */
  readonly sources: readonly Source[];
}

/** What is known of a gap or a condition; undefined where it is not known. */
export type GapRule = (known: Known) => Found | undefined;
export type ConditionRule = (known: Known) => Settled | undefined;

/** The same for one row of a collection. Ids of these begin with `use.`, `list.` or `supplier.`. */
export interface RowRules<Row> {
  readonly gaps?: Readonly<Record<string, (row: Row, known: Known) => Found | undefined>>;
  readonly conditions?: Readonly<Record<string, (row: Row, known: Known) => Settled | undefined>>;
}

/** The rules of one text. Every name stands in its words; a test holds that. */
export interface DocumentRules {
  readonly gaps?: Readonly<Record<string, GapRule>>;
  readonly conditions?: Readonly<Record<string, ConditionRule>>;
  /** For `<Each of="uses">` and tables of uses. */
  readonly use?: RowRules<KnownUse>;
  readonly list?: RowRules<List>;
  readonly supplier?: RowRules<Supplier>;
  /** Which uses a text is about; all of them if left out. */
  readonly uses?: (use: KnownUse) => boolean;
}

/** The collections that a text can go over, and what ids of their rows begin with. */
export const COLLECTIONS = { uses: 'use', lists: 'list', suppliers: 'supplier' } as const;
export type Collection = keyof typeof COLLECTIONS;

/** What was found, unless nothing says so or nothing was said. */
export function found(text: string, sources: readonly Source[], typed = false): Found | undefined {
  return text.trim() === '' || sources.length === 0
    ? undefined
    : { text: text.trim(), sources, ...(typed ? { typed } : {}) };
}

/** That something is so, or is not, unless nothing says so. */
export function settled(is: boolean, sources: readonly Source[]): Settled | undefined {
  return sources.length === 0 ? undefined : { is, sources };
}
