/**
 * A document as Markdown, with the record in a fenced block at its end. Every text is escaped, our own as well, so that
 * it stays text in any reader: none becomes a heading, a link, HTML, a formula or a template.
 */
import type { DocumentBlock, Entry, Fact, Said } from '../document.ts';
import type { FileContent } from '../file-content.ts';
import { RECORD_FENCE } from '../record-part.ts';
import { escapeInJson } from './json.ts';
import { labelled } from './labelled.ts';

/** The whole file. */
export function toMarkdown({ blocks, data }: Pick<FileContent, 'blocks' | 'data'>): string {
  return `${[
    ...blocks.flatMap((block) => piecesOf(block)),
    '---',
    '## The record itself',
    'The block below is the record. What stands above only shows it. To check or go on with it, open this file on Clear Canvass, under “Open a record”.',
    `${RECORD_FENCE}\n${legibleJson(data)}\n\`\`\``,
  ].join('\n\n')}\n`;
}

/**
 * Indented JSON, so that a repository shows which line has changed. Characters that nobody sees, and what a program on
 * the way could take for a tag or a template, are written as escapes.
 */
const legibleJson = (data: object): string =>
  JSON.stringify(data, null, 2).replace(/<|\{(?=[{%])|(?![ \n])[\p{C}\p{Z}]/gu, escapeInJson);

const LINE_END = /\r\n|\r|\n/;

/** One line of text that stays text wherever in a line it stands. */
function escapeLine(line: string): string {
  return (
    line
      .trim()
      .replace(/[\\`*_[\]{}|~$]/g, '\\$&')
      // A named character; a tag, a comment, an address in angle brackets.
      .replace(/&(?=#?\w)/g, '&amp;')
      .replaceAll('<', '&lt;')
      // Addresses that some readers make links of, and pictures that some make of names between colons.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/\b(www)\./gi, '$1\\.')
      .replace(/:(?=[\w+-]+:)/g, '\\:')
      // Headings, also their end.
      .replace(/(^|\s)#/g, '$1\\#')
      // What makes a line a list, a quotation, a rule or the heading of the line above it.
      .replace(/^([-+=>:%!])/, '\\$1')
      .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
  );
}

/** Text with its line breaks kept; further lines stand as far in as the piece they belong to. */
const escapeText = (text: string, by = ''): string =>
  text.trim().split(LINE_END).map(escapeLine).join(`\\\n${by}`);

/** Text on one line, for headings and cells. */
const onOneLine = (text: string): string => escapeLine(text.split(LINE_END).join(' '));

const saidMarkdown = ({ text }: Said, by = ''): string => escapeText(text, by);

function factMarkdown({ term, said }: Fact, by: string): string {
  const label = `${by}- **${onOneLine(labelled(term))}**`;
  if (said.every(({ to }) => to !== undefined))
    return `${label} ${said.map(({ text }) => onOneLine(text)).join(', ')}`;
  const [only, ...others] = said;
  if (only !== undefined && others.length === 0) return `${label} ${saidMarkdown(only, `${by}  `)}`;
  return [label, ...said.map((one) => `${by}  - ${saidMarkdown(one, `${by}    `)}`)].join('\n');
}

const factsMarkdown = (facts: readonly Fact[], by = ''): string =>
  facts.map((fact) => factMarkdown(fact, by)).join('\n');

function entryMarkdown({ mark, text, facts }: Entry): string {
  const first = `- ${mark === undefined ? '' : `**${onOneLine(mark)}** `}${saidMarkdown(text, '  ')}`;
  return facts.length === 0 ? first : `${first}\n${factsMarkdown(facts, '  ')}`;
}

const row = (cells: readonly string[]): string => `| ${cells.map(onOneLine).join(' | ')} |`;

/** The pieces of a block, each to stand apart from the next. */
function piecesOf(block: DocumentBlock): readonly string[] {
  switch (block.kind) {
    case 'title':
      return [escapeText(block.over), `# ${onOneLine(block.text.text)}`];
    case 'verdict':
      return [
        `**${onOneLine(block.word)}**`,
        ...[block.plain ?? '', block.headline, ...block.lastDays, block.note ?? '']
          .filter((text) => text !== '')
          .map((text) => escapeText(text)),
      ];
    case 'section':
      return [`## ${onOneLine(block.heading)}`, ...block.blocks.flatMap(piecesOf)];
    // Markdown knows no sides: a rule stands where one would begin.
    case 'annex':
      return ['---', `## ${onOneLine(block.heading)}`, ...block.blocks.flatMap(piecesOf)];
    case 'print-choice':
      return [];
    case 'part':
      return [`### ${onOneLine(block.heading.text)}`, ...block.blocks.flatMap(piecesOf)];
    case 'paragraph':
      return [saidMarkdown(block.said)];
    case 'list':
      return [block.items.map((item) => `- ${saidMarkdown(item, '  ')}`).join('\n')];
    case 'facts':
      return [factsMarkdown(block.facts)];
    case 'table':
      return [
        escapeText(block.caption),
        [row(block.columns), `|${' --- |'.repeat(block.columns.length)}`, ...block.rows.map(row)].join('\n'),
      ];
    case 'entries':
      return [block.entries.map(entryMarkdown).join('\n')];
    case 'fingerprint':
      return [`\`${block.groups.join(' ')}\``];
  }
}
