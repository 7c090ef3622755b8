/** A record as one HTML file that opens anywhere, prints well and needs no script to be read. */
import type { DocumentBlock, Entry, Fact, Said } from '../document.ts';
import type { FileContent } from '../file-content.ts';
import { canonicalJson } from '../fingerprint.ts';
import { drawVerdictMark } from '../verdict-marks.ts';

/** What goes into the file besides the record: `virtual:record-checker` provides it. */
export interface RecordChecker {
  /** A classic script. */
  readonly code: string;
  /** Its hash for the file’s security policy, `sha256-…`. */
  readonly hash: string;
  /** The style sheet. */
  readonly style: string;
  readonly styleHash: string;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
};

/** Text as HTML text or attribute. A carriage return is written as a reference: a bare one would be read as a line feed. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\r]/g, (found) => ESCAPES[found] ?? '');
}

/**
 * The whole file. The data stands in it as JSON that no browser runs; the script only reads it, takes the
 * fingerprint again and compares what is shown.
 */
export function toHtmlFile(
  { title, blocks, data }: Omit<FileContent, 'madeAt'>,
  checker: RecordChecker,
): string {
  const policy = [
    "default-src 'none'",
    `style-src '${checker.styleHash}'`,
    `script-src '${checker.hash}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Clear Canvass">
<title>${escapeHtml(title)}</title>
<style>${checker.style}</style>
</head>
<body>
<main class="record">
${blocks.map((block) => renderBlock(block)).join('\n')}
</main>
<footer>
<p id="check" class="check" role="status">This file can check itself. Open it in a browser that runs scripts, and this line says whether it has been changed.</p>
</footer>
<script type="application/json" id="record">${canonicalJson(data).replaceAll('<', '\\u003c')}</script>
<script>${checker.code}</script>
</body>
</html>
`;
}

function renderSaid(said: Said, tag: string, className?: string): string {
  const attributes = [
    said.typed === true
      ? ` dir="auto" class="${className === undefined ? 'typed' : `${className} typed`}"`
      : className === undefined
        ? ''
        : ` class="${className}"`,
  ].join('');
  const text = escapeHtml(said.text);
  return `<${tag}${attributes}>${said.to === undefined ? text : `<a href="#${escapeHtml(said.to)}">${text}</a>`}</${tag}>`;
}

function renderFacts(facts: readonly Fact[]): string {
  const rows = facts.map(({ term, said }) => {
    const references = said.every((one) => one.to !== undefined);
    return `<div${references ? ' class="references"' : ''}>\n<dt>${escapeHtml(term)}</dt>\n${said.map((one) => renderSaid(one, 'dd')).join('\n')}\n</div>`;
  });
  return `<dl class="facts">\n${rows.join('\n')}\n</dl>`;
}

function renderEntry({ id, mark, text, facts }: Entry): string {
  return [
    `<li${id === undefined ? '' : ` id="${escapeHtml(id)}"`} class="entry">`,
    ...(mark === undefined ? [] : [`<p class="mark">${escapeHtml(mark)}</p>`]),
    renderSaid(text, 'p', 'entry-text'),
    ...(facts.length === 0 ? [] : [renderFacts(facts)]),
    '</li>',
  ].join('\n');
}

function renderBlock(block: DocumentBlock): string {
  switch (block.kind) {
    case 'title':
      return `<p class="over">${escapeHtml(block.over)}</p>\n${renderSaid(block.text, 'h1', 'record-title')}`;
    case 'verdict':
      return [
        `<div class="verdict verdict--${block.verdict}">`,
        drawVerdictMark(block.verdict),
        '<div>',
        `<p class="verdict-word">${escapeHtml(block.word)}</p>`,
        ...(block.plain === undefined ? [] : [`<p class="plain">${escapeHtml(block.plain)}</p>`]),
        `<p class="headline">${escapeHtml(block.headline)}</p>`,
        ...block.lastDays.map((lastDay) => `<p class="last-day">${escapeHtml(lastDay)}</p>`),
        ...(block.note === undefined ? [] : [`<p class="verdict-note">${escapeHtml(block.note)}</p>`]),
        '</div>',
        '</div>',
      ].join('\n');
    case 'section':
      return [
        `<section id="${escapeHtml(block.id)}" aria-labelledby="${escapeHtml(block.id)}-heading">`,
        `<h2 class="section-heading" id="${escapeHtml(block.id)}-heading">${escapeHtml(block.heading)}</h2>`,
        ...block.blocks.map(renderBlock),
        '</section>',
      ].join('\n');
    case 'annex':
      return [
        `<details class="annex" id="${escapeHtml(block.id)}">`,
        `<summary><h2 class="section-heading">${escapeHtml(block.heading)}</h2></summary>`,
        ...block.blocks.map(renderBlock),
        '</details>',
      ].join('\n');
    case 'print-choice':
      return `<p class="print-choice"><input type="checkbox" id="print-short">\n<label for="print-short">${escapeHtml(block.label)}</label></p>`;
    case 'part':
      return [
        '<div class="part">',
        renderSaid(block.heading, 'h3', 'part-heading'),
        ...block.blocks.map(renderBlock),
        '</div>',
      ].join('\n');
    case 'paragraph':
      return renderSaid(block.said, 'p', block.quiet === true ? 'quiet' : undefined);
    case 'list':
      return `<ul>\n${block.items.map((item) => renderSaid(item, 'li')).join('\n')}\n</ul>`;
    case 'facts':
      return renderFacts(block.facts);
    case 'table':
      // The roles stay when a narrow screen sets the cells under each other.
      return [
        '<table role="table">',
        `<caption>${escapeHtml(block.caption)}</caption>`,
        '<thead role="rowgroup">',
        `<tr role="row">${block.columns.map((column) => `\n<th role="columnheader" scope="col">${escapeHtml(column)}</th>`).join('')}\n</tr>`,
        '</thead>',
        '<tbody role="rowgroup">',
        ...block.rows.map(
          ([head = '', ...cells]) =>
            `<tr role="row">\n<th role="rowheader" scope="row">${escapeHtml(head)}</th>${cells
              .map(
                (cell, place) =>
                  `\n<td role="cell" data-column="${escapeHtml(block.columns[place + 1] ?? '')}">${escapeHtml(cell)}</td>`,
              )
              .join('')}\n</tr>`,
        ),
        '</tbody>',
        '</table>',
      ].join('\n');
    case 'entries':
      return `<ul class="entries">\n${block.entries.map(renderEntry).join('\n')}\n</ul>`;
    case 'fingerprint':
      return `<p class="fingerprint">\n${block.groups.map((group) => `<span>${escapeHtml(group)}</span>`).join('\n')}\n</p>`;
  }
}
