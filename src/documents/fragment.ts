/**
 * A text as a piece of HTML for somebody’s own web page: headings, paragraphs, lists and tables, with no style, script or
 * id in it. Every word is escaped: what was typed stays text wherever it is pasted.
 */
import type { DocumentBlock, Said } from '../records/document.ts';
import { escapeHtml } from '../records/exporters/html.ts';

const textOf = ({ text }: Said): string => escapeHtml(text).replace(/\n/g, '<br>\n');

const direction = ({ typed }: Said): string => (typed === true ? ' dir="auto"' : '');

function piecesOf(block: DocumentBlock): string[] {
  switch (block.kind) {
    case 'title':
      return [`<h1>${textOf(block.text)}</h1>`];
    case 'section':
      return [`<h2>${escapeHtml(block.heading)}</h2>`, ...block.blocks.flatMap(piecesOf)];
    case 'part':
      return [`<h3>${textOf(block.heading)}</h3>`, ...block.blocks.flatMap(piecesOf)];
    case 'paragraph':
      return [`<p${direction(block.said)}>${textOf(block.said)}</p>`];
    case 'list':
      return ['<ul>', ...block.items.map((item) => `<li${direction(item)}>${textOf(item)}</li>`), '</ul>'];
    case 'table':
      return [
        '<table>',
        `<caption>${escapeHtml(block.caption)}</caption>`,
        `<thead><tr>${block.columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('')}</tr></thead>`,
        '<tbody>',
        ...block.rows.map(
          ([head = '', ...cells]) =>
            `<tr><th scope="row" dir="auto">${textOf({ text: head })}</th>${cells.map((cell) => `<td dir="auto">${textOf({ text: cell })}</td>`).join('')}</tr>`,
        ),
        '</tbody>',
        '</table>',
      ];
    // A text has none of these: they are of records.
    case 'verdict':
    case 'annex':
    case 'print-choice':
    case 'facts':
    case 'entries':
    case 'fingerprint':
      return [];
  }
}

export const toFragment = (blocks: readonly DocumentBlock[]): string => blocks.flatMap(piecesOf).join('\n');

function plainPieces(block: DocumentBlock): string[] {
  switch (block.kind) {
    case 'title':
      return [block.text.text];
    case 'section':
      return [block.heading, ...block.blocks.flatMap(plainPieces)];
    case 'part':
      return [block.heading.text, ...block.blocks.flatMap(plainPieces)];
    case 'paragraph':
      return [block.said.text];
    case 'list':
      return [block.items.map(({ text }) => `- ${text}`).join('\n')];
    case 'table':
      return [
        block.caption,
        ...block.rows.map((row) =>
          row.map((cell, place) => `${block.columns[place] ?? ''}: ${cell}`).join('\n'),
        ),
      ];
    case 'verdict':
    case 'annex':
    case 'print-choice':
    case 'facts':
    case 'entries':
    case 'fingerprint':
      return [];
  }
}

/** The same as plain words, an empty line between what stands apart. */
export const toPlain = (blocks: readonly DocumentBlock[]): string => blocks.flatMap(plainPieces).join('\n\n');
