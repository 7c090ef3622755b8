/** A filled text as its file carries it. */
import type { SaidInText, TextRecordBlock, TextRecordBody } from '../records/text-record.ts';
import { citedBy, type CitedWords } from './cited.ts';
import type { Because, ByHand, FilledBlock, FilledGap, FilledLine, FilledPiece, FilledText } from './fill.ts';
import type { Source } from './rules.ts';
import type { RestsOn, TextWords } from './words.ts';

/** What stands in the place of a gap that nothing fills. */
export const blankOf = ({ words }: Pick<FilledGap, 'words'>): string =>
  `[${words.label}${words.of === undefined ? '' : `: ${words.of}`}]`;

/** Pieces as words, gaps that are open in square brackets. */
export const inWords = (pieces: readonly FilledPiece[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : (piece.text ?? blankOf(piece)))).join('');

const isTyped = (pieces: readonly FilledPiece[]): boolean =>
  pieces.some((piece) => typeof piece !== 'string' && piece.typed);

const saidOf = (pieces: readonly FilledPiece[]): SaidInText => ({
  text: inWords(pieces),
  ...(isTyped(pieces) ? { typed: true } : {}),
});

/** Lines of one paragraph or item. */
const saidIn = (lines: readonly FilledLine[]): SaidInText =>
  saidOf(lines.flatMap(({ pieces }, place): FilledPiece[] => [...(place === 0 ? [] : [' ']), ...pieces]));

/** In words, whether what stands under a condition stands there if it holds, or if not. */
export const sentenceOf = ({ sentence, is }: { readonly sentence: string; readonly is: boolean }): string =>
  is ? sentence : `it is not so that ${sentence}`;

function blockOf(block: FilledBlock): TextRecordBlock[] {
  switch (block.kind) {
    case 'heading':
      return [block];
    case 'paragraph':
      return [{ kind: 'paragraph', said: saidIn(block.lines) }];
    case 'list':
      return [{ kind: 'list', items: block.items.map(saidIn) }];
    case 'table':
      return [
        {
          kind: 'table',
          caption: block.caption,
          columns: [...block.columns],
          rows: block.rows.map(({ cells, open }) =>
            cells.map(
              (cell, place) =>
                `${place === 0 && open !== undefined ? `[Only if ${sentenceOf(open)}] ` : ''}${inWords(cell)}`,
            ),
          ),
        },
      ];
    case 'open':
      return [
        {
          kind: 'open',
          sentence: sentenceOf(block.condition),
          blocks: block.blocks.flatMap(blockOf),
        },
      ];
  }
}

/** A source in words. */
export const sourceInWords = ({ where, asked, said }: Source): string =>
  `${where}. ${asked}${/[?.!]$/.test(asked) ? '' : ':'} ${said.join('; ')}`;

/** Where some pieces, and the place that they have in the text, are from. */
export function sourcesOf(pieces: readonly FilledPiece[], because: readonly Because[]): readonly string[] {
  const gaps = pieces.flatMap((piece) =>
    typeof piece === 'string' || piece.text === undefined
      ? []
      : piece.byHand
        ? [`Typed here. ${piece.words.label}: ${piece.text}`]
        : (piece.found?.sources ?? []).map(sourceInWords),
  );
  const conditions = because.flatMap(({ sources }) => sources.map(sourceInWords));
  return [...new Set([...gaps, ...conditions])];
}

/** Rows that say something; blank ones of a log do not. */
export const rowsWithWords = <Row extends { readonly cells: readonly (readonly unknown[])[] }>(
  rows: readonly Row[],
): Row[] => rows.filter(({ cells }) => cells.some((pieces) => pieces.length > 0));

function originsIn(block: FilledBlock, cited: CitedWords): TextRecordBody['origins'] {
  const origin = (
    pieces: readonly FilledPiece[],
    because: readonly Because[],
    rests: RestsOn,
  ): TextRecordBody['origins'][number] => ({
    text: inWords(pieces),
    from: [...sourcesOf(pieces, because)],
    rests: citedBy(rests, cited).map(({ text }) => text),
  });
  switch (block.kind) {
    case 'heading':
      return [];
    case 'paragraph':
      return block.lines.map((line) => origin(line.pieces, line.because, line));
    case 'list':
      return block.items.flat().map((line) => origin(line.pieces, line.because, line));
    case 'table':
      return rowsWithWords(block.rows).map((row) =>
        origin(
          row.cells.flatMap((cell, place): FilledPiece[] => [...(place === 0 ? [] : ['; ']), ...cell]),
          row.because,
          row,
        ),
      );
    case 'open':
      return block.blocks.flatMap((inner) => originsIn(inner, cited));
  }
}

/** What a text is not; none is legal advice, whether its own words say so or not. */
export const noticeOf = (isNot: string): string =>
  /legal advice/i.test(isNot) ? isNot : `${isNot} It is not legal advice.`;

/** What a file carries of a filled text. Of what was put in by hand, only what stands in this text. */
export function recordBodyOf(
  filled: FilledText,
  { isNot }: Pick<TextWords, 'isNot'>,
  campaign: string,
  byHand: ByHand,
  cited: CitedWords,
): Omit<TextRecordBody, 'schema' | 'madeAt'> {
  const gaps = new Set(filled.gaps.map(({ key }) => key));
  const conditions = new Set(filled.settledByHand.map(({ key }) => key));
  const only = <Value>(all: Readonly<Record<string, Value>>, keys: ReadonlySet<string>) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => keys.has(key)));
  return {
    text: { id: filled.id, title: filled.title },
    notice: noticeOf(isNot),
    campaign,
    blocks: filled.blocks.flatMap(blockOf),
    gaps: filled.gaps.flatMap((gap) => (gap.text === undefined ? [blankOf(gap).slice(1, -1)] : [])),
    open: filled.open.map(({ sentence }) => `Is it so that ${sentence}?`),
    notIn: [...filled.notIn],
    origins: filled.blocks.flatMap((block) => originsIn(block, cited)),
    byHand: { gaps: only(byHand.gaps, gaps), conditions: only(byHand.conditions, conditions) },
  };
}
