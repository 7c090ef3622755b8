/** A document as plain text. It carries no record that could be opened here again. */
import type { DocumentBlock, Entry, Fact, Said } from '../document.ts';
import type { FileContent } from '../file-content.ts';
import { labelled } from './labelled.ts';

/** Where printers begin a side. */
const NEW_SIDE = '\f';

const LINE_END = /\r\n|\r|\n/;

/** The whole file. A blank line parts what stands apart; what somebody typed never begins a line at the margin. */
export function toText({ blocks }: Pick<FileContent, 'blocks'>): string {
  return `${blocks.flatMap(piecesOf).join('\n\n')}\n`;
}

/** Text whose second line and those after it stand further in. */
const hung = (text: string, by = '  '): string => text.split(LINE_END).join(`\n${by}`);

const shifted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');

/** A heading, with a line of marks below it. */
function headed(text: string, mark: string): string {
  const line = text.split(LINE_END).join(' ');
  return `${line}\n${mark.repeat(Math.min(Math.max([...line].length, 3), 72))}`;
}

function factText({ term, said }: Fact): string {
  const label = labelled(term);
  if (said.every(({ to }) => to !== undefined)) return `${label} ${said.map(({ text }) => text).join(', ')}`;
  const [only, ...others] = said;
  if (only !== undefined && others.length === 0) return `${label} ${hung(only.text, '    ')}`;
  return [label, ...said.map(({ text }) => `  ${hung(text, '    ')}`)].join('\n');
}

const factTexts = (facts: readonly Fact[]): string => facts.map(factText).join('\n');

function entryText({ mark, text, facts }: Entry): string {
  const first = `- ${mark === undefined ? '' : `[${mark}] `}${hung(text.text, '    ')}`;
  return facts.length === 0 ? first : `${first}\n${shifted(factTexts(facts))}`;
}

const saidText = ({ text }: Said): string => hung(text);

/** The pieces of a block, each to stand apart from the next. */
function piecesOf(block: DocumentBlock): readonly string[] {
  switch (block.kind) {
    case 'title':
      return [block.over, headed(block.text.text, '=')];
    case 'verdict':
      return [
        [
          block.word,
          ...(block.plain === undefined ? [] : [block.plain]),
          block.headline,
          ...block.lastDays,
          ...(block.note === undefined ? [] : [block.note]),
        ].join('\n'),
      ];
    case 'section':
      return [headed(block.heading, '-'), ...block.blocks.flatMap(piecesOf)];
    case 'annex':
      return [`${NEW_SIDE}\n${headed(block.heading, '=')}`, ...block.blocks.flatMap(piecesOf)];
    case 'print-choice':
      return [];
    case 'part':
      return [headed(block.heading.text, '.'), ...block.blocks.flatMap(piecesOf)];
    case 'paragraph':
      return [saidText(block.said)];
    case 'list':
      return [block.items.map((item) => `- ${saidText(item)}`).join('\n')];
    case 'facts':
      return [factTexts(block.facts)];
    case 'table':
      return [
        block.caption,
        ...block.rows.map((row) =>
          row
            .map(
              (cell, place) =>
                `${place === 0 ? '' : '  '}${labelled(block.columns[place] ?? '')} ${hung(cell, '    ')}`,
            )
            .join('\n'),
        ),
      ];
    case 'entries':
      return [block.entries.map(entryText).join('\n\n')];
    case 'fingerprint':
      return [block.groups.join(' ')];
  }
}
