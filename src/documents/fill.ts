/**
 * A text filled with what is known and with what was put in by hand. What nothing says stays open: a gap is a gap, and
 * what stands under a condition that is not known stands under it still.
 */
import type { Known } from './known.ts';
import { SHARED_RULES } from './facts.ts';
import {
  COLLECTIONS,
  type Collection,
  type DocumentRules,
  type Found,
  type RowRules,
  type Settled,
  type Source,
} from './rules.ts';
import type { GapWords, Line, Piece, RestsOn, SharedTextWords, TextBlock, TextWords } from './words.ts';

/** What somebody put in by hand, by `keyOf`. */
export interface ByHand {
  readonly gaps: Readonly<Record<string, string>>;
  readonly conditions: Readonly<Record<string, 'yes' | 'no'>>;
}

/** A gap in its place. */
export interface FilledGap {
  readonly key: string;
  readonly words: GapWords;
  /** Absent while it is open. */
  readonly text?: string;
  /** True where a person typed the words, here or in a questionnaire. */
  readonly typed: boolean;
  /** True where it was put in by hand, here. */
  readonly byHand: boolean;
  /** True where it stands for the first time in the text. */
  readonly first: boolean;
  /** What the records say, where they say anything; something else may have been put in by hand. */
  readonly found?: Found;
}

export type FilledPiece = string | FilledGap;

/** Why a line stands there: a condition that holds, or does not, and where that is known from. */
export interface Because {
  readonly sentence: string;
  readonly is: boolean;
  readonly sources: readonly Source[];
}

export interface FilledLine extends RestsOn {
  readonly pieces: readonly FilledPiece[];
  readonly because: readonly Because[];
}

export interface FilledRow extends RestsOn {
  readonly cells: readonly (readonly FilledPiece[])[];
  readonly because: readonly Because[];
  /** Present where it stands there only if a condition holds that is not known. */
  readonly open?: OpenCondition;
}

/** A condition that is not known: to be settled in a use, or by hand. */
export interface OpenCondition {
  readonly key: string;
  /** “some of the data comes from the electoral register” */
  readonly sentence: string;
  /** Whether what stands under it stands there if that is so, or if it is not. */
  readonly is: boolean;
}

export type FilledBlock =
  | { readonly kind: 'heading'; readonly depth: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly lines: readonly FilledLine[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly FilledLine[])[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly FilledRow[];
    }
  /** What stands there only if a condition holds that is not known. */
  | { readonly kind: 'open'; readonly condition: OpenCondition; readonly blocks: readonly FilledBlock[] };

/** Something from the records that the text rests on, as it is now. */
export interface Rest {
  /** The gap, condition or row. */
  readonly place: string;
  /** What it is, in words. */
  readonly what: string;
  readonly said: string;
  /** Where it is from, in words. */
  readonly from: readonly string[];
}

export interface FilledText {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly FilledBlock[];
  /** Every gap once, in reading order. */
  readonly gaps: readonly FilledGap[];
  /** Every condition that is not known, once. */
  readonly open: readonly OpenCondition[];
  /** Every condition that was settled by hand, once; `is` says how. */
  readonly settledByHand: readonly OpenCondition[];
  /** What of it comes from the records, whatever was put in by hand. */
  readonly rests: readonly Rest[];
  /** Uses that are planned and not answered: a text that goes over the uses says nothing of them. */
  readonly notIn: readonly string[];
}

/** One entry of a collection that is gone over. `id` is `blank` where the collection is empty. */
interface RowAt {
  readonly of: Collection;
  readonly id: string;
  readonly entry: object | undefined;
  readonly name: string;
}

/** What a gap or condition of a text is kept by: shared ones the same in every text, those of a row by their row. */
export function keyOf(text: TextWords, what: 'gaps' | 'conditions', id: string, row?: string): string {
  const own = Object.hasOwn(text[what], id);
  return `${own ? `${text.id}/` : ''}${id}${row === undefined ? '' : `@${row}`}`;
}

/** @param rules those of the text; the shared ones are known here */
export function fill(
  text: TextWords,
  rules: DocumentRules,
  known: Known,
  byHand: ByHand,
  shared: Pick<SharedTextWords, 'gaps' | 'conditions'>,
): FilledText {
  return new Filling(text, rules, known, byHand, shared).filled();
}

class Filling {
  readonly #gaps = new Map<string, FilledGap>();
  readonly #open = new Map<string, OpenCondition>();
  readonly #settledByHand = new Map<string, OpenCondition>();
  readonly #rests = new Map<string, Rest>();
  readonly #text: TextWords;
  readonly #rules: DocumentRules;
  readonly #known: Known;
  readonly #byHand: ByHand;
  readonly #shared: Pick<SharedTextWords, 'gaps' | 'conditions'>;
  #overUses = false;

  constructor(
    text: TextWords,
    rules: DocumentRules,
    known: Known,
    byHand: ByHand,
    shared: Pick<SharedTextWords, 'gaps' | 'conditions'>,
  ) {
    this.#text = text;
    this.#rules = rules;
    this.#known = known;
    this.#byHand = byHand;
    this.#shared = shared;
  }

  filled(): FilledText {
    const { id, title } = this.#text;
    const blocks = this.#blocks(this.#text.blocks, [], undefined);
    return {
      id,
      title,
      blocks,
      gaps: [...this.#gaps.values()],
      open: [...this.#open.values()],
      settledByHand: [...this.#settledByHand.values()],
      rests: [...this.#rests.values()],
      notIn: this.#overUses ? this.#known.unanswered : [],
    };
  }

  /** Lists that follow each other are one. */
  #blocks(
    blocks: readonly TextBlock[],
    because: readonly Because[],
    row: RowAt | undefined,
  ): readonly FilledBlock[] {
    return blocks
      .flatMap((block) => this.#block(block, because, row))
      .reduce<readonly FilledBlock[]>((so, block) => {
        const last = so.at(-1);
        return block.kind === 'list' && last?.kind === 'list'
          ? [...so.slice(0, -1), { kind: 'list', items: [...last.items, ...block.items] }]
          : [...so, block];
      }, []);
  }

  #block(block: TextBlock, because: readonly Because[], row: RowAt | undefined): readonly FilledBlock[] {
    switch (block.kind) {
      case 'heading':
        return [block];
      case 'paragraph':
        return [{ kind: 'paragraph', lines: block.lines.map((line) => this.#line(line, because, row)) }];
      case 'list':
        return [
          {
            kind: 'list',
            items: block.items.map((lines) => lines.map((line) => this.#line(line, because, row))),
          },
        ];
      case 'when': {
        const condition = this.#condition(block.condition, row);
        if (condition.settled === undefined) {
          const open = { key: condition.key, sentence: condition.sentence, is: block.is };
          this.#open.set(open.key, this.#open.get(open.key) ?? open);
          return [{ kind: 'open', condition: open, blocks: this.#blocks(block.blocks, because, row) }];
        }
        const { is, sources } = condition.settled;
        return is === block.is
          ? this.#blocks(block.blocks, [...because, { sentence: condition.sentence, is, sources }], row)
          : [];
      }
      case 'each':
        return this.#rows(block.of).flatMap((one) => this.#blocks(block.blocks, because, one));
      case 'table':
        return [
          {
            kind: 'table',
            caption: block.caption,
            columns: block.columns,
            rows:
              block.of === undefined
                ? block.rows.flatMap((one) => this.#row(one, because, row))
                : this.#rows(block.of).flatMap((entry) =>
                    block.rows.flatMap((one) => this.#row(one, because, entry)),
                  ),
          },
        ];
    }
  }

  #row(
    { cells, when, clauses, law, authority, project }: Extract<TextBlock, { kind: 'table' }>['rows'][number],
    because: readonly Because[],
    row: RowAt | undefined,
  ): readonly FilledRow[] {
    const condition = when === undefined ? undefined : this.#condition(when, row);
    if (condition?.settled?.is === false) return [];
    const open =
      condition === undefined || condition.settled !== undefined
        ? undefined
        : { key: condition.key, sentence: condition.sentence, is: true };
    if (open !== undefined) this.#open.set(open.key, this.#open.get(open.key) ?? open);
    return [
      {
        clauses,
        law,
        authority,
        project,
        cells: cells.map((pieces) => this.#pieces(pieces, row)),
        because:
          condition?.settled === undefined
            ? because
            : [...because, { sentence: condition.sentence, is: true, sources: condition.settled.sources }],
        ...(open === undefined ? {} : { open }),
      },
    ];
  }

  #line(
    { clauses, law, authority, project, pieces }: Line,
    because: readonly Because[],
    row: RowAt | undefined,
  ): FilledLine {
    return { clauses, law, authority, project, pieces: this.#pieces(pieces, row), because };
  }

  #pieces(pieces: readonly Piece[], row: RowAt | undefined): readonly FilledPiece[] {
    return pieces.map((piece) => (typeof piece === 'string' ? piece : this.#gap(piece.gap, row)));
  }

  #gap(id: string, row: RowAt | undefined): FilledGap {
    const ofRow = rowOf(id) === undefined ? undefined : row;
    const key = keyOf(this.#text, 'gaps', id, ofRow?.id);
    const before = this.#gaps.get(key);
    if (before !== undefined) return { ...before, first: false };
    const words = this.#text.gaps[id] ?? this.#shared.gaps[id] ?? { label: id };
    const named = ofRow === undefined || ofRow.name === '' ? words : { ...words, of: ofRow.name };
    const found =
      ofRow === undefined
        ? (this.#rules.gaps?.[id] ?? SHARED_RULES.gaps[id])?.(this.#known)
        : ofRow.entry === undefined
          ? undefined
          : ((rowRules(this.#rules, ofRow.of)?.gaps?.[id] ?? rowRules(SHARED_RULES, ofRow.of)?.gaps?.[id])?.(
              ofRow.entry as never,
              this.#known,
            ) ?? undefined);
    const typed = this.#byHand.gaps[key] ?? '';
    const byHand = typed.trim() !== '';
    const gap: FilledGap = {
      key,
      words: named,
      ...(byHand ? { text: typed.trim() } : found === undefined ? {} : { text: found.text }),
      typed: byHand || found?.typed === true,
      byHand,
      first: true,
      ...(found === undefined ? {} : { found }),
    };
    this.#gaps.set(key, gap);
    if (found !== undefined) this.#rest(key, nameOf(words.label, ofRow), found.text, found.sources);
    return gap;
  }

  #condition(
    id: string,
    row: RowAt | undefined,
  ): { readonly key: string; readonly sentence: string; readonly settled: Settled | undefined } {
    const ofRow = rowOf(id) === undefined ? undefined : row;
    const key = keyOf(this.#text, 'conditions', id, ofRow?.id);
    const words = this.#text.conditions[id] ?? this.#shared.conditions[id] ?? id;
    const sentence = ofRow === undefined || ofRow.name === '' ? words : `${words} (${ofRow.name})`;
    const ruled =
      ofRow === undefined
        ? (this.#rules.conditions?.[id] ?? SHARED_RULES.conditions[id])?.(this.#known)
        : ofRow.entry === undefined
          ? undefined
          : (
              rowRules(this.#rules, ofRow.of)?.conditions?.[id] ??
              rowRules(SHARED_RULES, ofRow.of)?.conditions?.[id]
            )?.(ofRow.entry as never, this.#known);
    if (ruled !== undefined) {
      this.#rest(key, `Whether ${sentence}`, ruled.is ? 'Yes' : 'No', ruled.sources);
      return { key, sentence, settled: ruled };
    }
    const said = this.#byHand.conditions[key];
    if (said !== undefined) this.#settledByHand.set(key, { key, sentence, is: said === 'yes' });
    return {
      key,
      sentence,
      settled:
        said === undefined
          ? undefined
          : {
              is: said === 'yes',
              sources: [
                {
                  from: 'typed',
                  where: 'You said so here',
                  asked: `Is it so that ${sentence}?`,
                  said: [said === 'yes' ? 'Yes' : 'No'],
                },
              ],
            },
    };
  }

  #rest(place: string, what: string, said: string, sources: readonly Source[]): void {
    const from = [...new Set(sources.map(({ where, asked }) => `${where}: ${asked}`))];
    this.#rests.set(place, { place, what, said, from });
  }

  /** The entries of a collection; one blank one where there is none. */
  #rows(of: Collection): readonly RowAt[] {
    if (of === 'uses') this.#overUses = true;
    const { uses, lists, suppliers } = this.#known;
    const rows: RowAt[] =
      of === 'uses'
        ? uses
            .filter((use) => this.#rules.uses?.(use) ?? true)
            .map((entry) => ({ of, id: entry.id, entry, name: entry.title }))
        : (of === 'lists' ? lists : suppliers).map((entry) => ({
            of,
            id: entry.id,
            entry,
            name: entry.name,
          }));
    for (const { id, name } of rows) this.#rest(`${of}@${id}`, ROW_NAMES[of], name, []);
    return rows.length > 0 ? rows : [{ of, id: 'blank', entry: undefined, name: '' }];
  }
}

/** What an entry of a collection is called, where one is new or gone. */
const ROW_NAMES: Readonly<Record<Collection, string>> = {
  uses: 'A use that it speaks of',
  lists: 'A list that it speaks of',
  suppliers: 'A supplier that it speaks of',
};

const nameOf = (label: string, row: RowAt | undefined): string =>
  row === undefined || row.name === '' ? label : `${label} (${row.name})`;

const rowOf = (id: string): string | undefined => /^(use|list|supplier)\./.exec(id)?.[1];

/** The rules for one row of a collection; what they take is the collection’s own. */
function rowRules(rules: DocumentRules, of: Collection): RowRules<never> | undefined {
  return rules[COLLECTIONS[of]] as RowRules<never> | undefined;
}
