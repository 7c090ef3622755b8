/**
 * A document as a Word file, with real styles, headings, lists and tables. It carries the record as a custom XML part,
 * which Word and LibreOffice keep when they save the file, and show nowhere. The `docx` library makes the document; it
 * cannot add such a part, so the file is packed here, with dates that follow from the content.
 */
import {
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

import type { DocumentBlock, Entry, Fact, Said } from '../document.ts';
import type { FileContent } from '../file-content.ts';
import { RECORD_NAMESPACE } from '../record-part.ts';
import { escapeInJson } from './json.ts';

/** The whole file; the same content gives the same bytes. */
export async function toDocx(content: FileContent): Promise<Uint8Array<ArrayBuffer>> {
  const parts = unzipSync(new Uint8Array(await Packer.toArrayBuffer(documentFrom(content))));
  const files = { ...parts, ...withRecord(parts, content) };
  const [types, ...others] = Object.keys(files).sort();
  return zipSync(
    Object.fromEntries([types, ...others].map((name = '') => [name, files[name]])) as Zippable,
    // The first day that a ZIP can name, on whatever clock.
    { mtime: new Date(1980, 0, 1) },
  );
}

const PART = 'customXml/item1.xml';
const PROPERTIES = 'customXml/itemProps1.xml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org';

/** The parts that carry the record, and those of the library’s that have to name them or a date. */
function withRecord(
  parts: Readonly<Record<string, Uint8Array>>,
  { data, madeAt }: FileContent,
): Record<string, Uint8Array> {
  const changed = (name: string, change: (xml: string) => string): Record<string, Uint8Array> => {
    const [before, after] = [parts[name], parts[name] && change(strFromU8(parts[name]))];
    if (before === undefined || after === undefined)
      throw new Error(`The library made no ${name} of the kind that is known here.`);
    return { [name]: strToU8(after) };
  };
  const part = (name: string, xml: string) => ({ [name]: strToU8(`${DECLARATION}${xml}`) });
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  return {
    ...changed('[Content_Types].xml', (xml) =>
      xml.replace(
        '</Types>',
        `<Override PartName="/${PROPERTIES}" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>`,
      ),
    ),
    ...changed('word/_rels/document.xml.rels', (xml) =>
      xml.replace('</Relationships>', `${relationship('record', 'customXml', `../${PART}`)}</Relationships>`),
    ),
    ...changed('docProps/core.xml', (xml) =>
      xml.replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g, `$1${utc(madeAt)}`),
    ),
    ...changed('word/document.xml', renumbered),
    ...part(PART, `<record xmlns="${RECORD_NAMESPACE}">${plainJson(data)}</record>`),
    ...part(
      'customXml/_rels/item1.xml.rels',
      `<Relationships xmlns="${OFFICE}/package/2006/relationships">${relationship('properties', 'customXmlProps', 'itemProps1.xml')}</Relationships>`,
    ),
    ...part(
      PROPERTIES,
      `<ds:datastoreItem ds:itemID="{B1E4B0B8-5A1C-4C0B-9D0C-6E2B4C3A9F71}" xmlns:ds="${OFFICE}/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${RECORD_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    ),
  };
}

/** Bookmarks numbered from one: the library counts on from the document that it made before. */
function renumbered(xml: string): string {
  const numbers = new Map<string, number>();
  return xml.replace(
    /(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)/g,
    (_found, before: string, id: string) => {
      numbers.set(id, numbers.get(id) ?? numbers.size + 1);
      return `${before}${numbers.get(id)}`;
    },
  );
}

/** JSON in letters that no program on the way changes: ASCII without what XML gives a meaning. */
const plainJson = (data: object): string => JSON.stringify(data).replace(/[^ -~]|[<>&]/g, escapeInJson);

const utc = (madeAt: string): string => new Date(madeAt).toISOString().replace(/\.\d+Z$/, 'Z');

const FONT = 'Arial';
/** Twentieths of a point. */
const TERM_WIDTH = 2750;
const STEP = 360;
const MARK_WIDTH = 1250;
/** The longest term that has its words beside it, and not below. UTF-16 units. */
const SHORT_TERM = 24;

/** The name of a bookmark: Word takes 40 letters, figures and low lines. */
const bookmarkOf = (id: string): string => `at_${id.replace(/\W/g, '_')}`.slice(0, 40);

function documentFrom({ title, blocks }: FileContent): Document {
  const heading = (size: number, before: number) => ({
    run: { size, bold: true, color: '1A1A1A', font: FONT },
    paragraph: { spacing: { before, after: 80 }, keepNext: true, keepLines: true },
  });
  const style = (id: string, name: string, rest: object) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    ...rest,
  });
  return new Document({
    title,
    creator: 'Clear Canvass',
    lastModifiedBy: 'Clear Canvass',
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 20, language: { value: 'en-GB' } },
          paragraph: { spacing: { after: 60, line: 259 } },
        },
        title: {
          run: { size: 36, bold: true, color: '1A1A1A', font: FONT },
          paragraph: { spacing: { after: 120 } },
        },
        heading1: heading(26, 240),
        heading2: heading(22, 160),
        heading3: heading(20, 120),
      },
      paragraphStyles: [
        style('Over', 'Over the title', { run: { color: '444444' } }),
        style('Verdict', 'Verdict', {
          run: { size: 26, bold: true },
          paragraph: {
            keepNext: true,
            border: {
              left: { style: BorderStyle.SINGLE, size: 36, color: '1A1A1A', space: 8 },
            },
          },
        }),
        style('Answer', 'Answer', {
          run: { size: 22 },
          paragraph: {
            border: { left: { style: BorderStyle.SINGLE, size: 36, color: '1A1A1A', space: 8 } },
          },
        }),
        style('Fact', 'Fact', {
          paragraph: {
            indent: { left: TERM_WIDTH, hanging: TERM_WIDTH },
            tabStops: [{ type: 'left', position: TERM_WIDTH }],
          },
        }),
        style('FactOfEntry', 'Fact of an entry', {
          paragraph: {
            indent: { left: MARK_WIDTH + TERM_WIDTH, hanging: TERM_WIDTH },
            tabStops: [{ type: 'left', position: MARK_WIDTH + TERM_WIDTH }],
          },
        }),
        style('Entry', 'Entry', {
          paragraph: {
            spacing: { before: 100 },
            indent: { left: MARK_WIDTH, hanging: MARK_WIDTH },
            tabStops: [
              { type: 'left', position: STEP },
              { type: 'left', position: MARK_WIDTH },
            ],
          },
        }),
        style('Quiet', 'Quiet', { run: { color: '444444', size: 18 } }),
        style('TableCaption', 'Caption of a table', { run: { bold: true }, paragraph: { keepNext: true } }),
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1000, bottom: 1000, left: 1134, right: 1134 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                style: 'Quiet',
                children: [
                  new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
                ],
              }),
            ],
          }),
        },
        children: blocks.flatMap(render),
      },
    ],
  });
}

/** Letters that are written from right to left: Hebrew, Arabic and their kin. */
const RIGHT = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}';
const RIGHT_LETTER = new RegExp(`[${RIGHT}]`, 'u');
/** A stretch in one direction, with the marks and spaces inside it. */
const RIGHT_STRETCH = new RegExp(`[${RIGHT}](?:[${RIGHT}\\p{M}\\p{P}\\s]*[${RIGHT}\\p{M}])?`, 'gu');
const LEFT_STRETCH = new RegExp(`(?![${RIGHT}])\\p{L}(?:(?:(?![${RIGHT}])[^])*(?![${RIGHT}])\\p{L})?`, 'gu');

/** Whether a text is read from right to left: its first letter says. */
const runsRight = (text: string): boolean => RIGHT_LETTER.test(/\p{L}/u.exec(text)?.[0] ?? '');

/** A text as runs: one for each line, and for each stretch that runs against the rest. */
function runsOf(said: Said | string, options: IRunOptions = {}): TextRun[] {
  const { text, typed = false } = typeof said === 'string' ? { text: said } : said;
  return text.split(/\r\n|\r|\n/).flatMap((line, place) => {
    const stretches = typed ? stretchesOf(line, runsRight(text)) : [{ text: line, right: false }];
    return stretches.map(
      (stretch, at) =>
        new TextRun({
          ...options,
          ...(stretch.right ? { rightToLeft: true } : {}),
          ...(place > 0 && at === 0 ? { break: 1 } : {}),
          children: stretch.text
            .split('\t')
            .flatMap((piece, tab) => (tab === 0 ? [piece] : [new Tab(), piece])),
        }),
    );
  });
}

function stretchesOf(
  line: string,
  right: boolean,
): readonly { readonly text: string; readonly right: boolean }[] {
  const stretches: { text: string; right: boolean }[] = [];
  let from = 0;
  for (const { 0: found, index } of line.matchAll(right ? LEFT_STRETCH : RIGHT_STRETCH)) {
    if (index > from) stretches.push({ text: line.slice(from, index), right });
    stretches.push({ text: found, right: !right });
    from = index + found.length;
  }
  if (from < line.length || stretches.length === 0) stretches.push({ text: line.slice(from), right });
  return stretches;
}

/** A paragraph of one text, in the direction of what was typed. */
const paragraphOf = (said: Said | string, options: IParagraphOptions = {}, run?: IRunOptions): Paragraph =>
  new Paragraph({
    ...options,
    ...(typeof said !== 'string' && said.typed === true && runsRight(said.text)
      ? { bidirectional: true }
      : {}),
    children: [...(options.children ?? []), ...runsOf(said, run)],
  });

const BOLD: IRunOptions = { bold: true };
const INDENT = { Fact: STEP, FactOfEntry: MARK_WIDTH } as const;

function renderFact({ term, said }: Fact, style: 'Fact' | 'FactOfEntry'): Paragraph[] {
  const label = runsOf(term, BOLD);
  if (said.every(({ to }) => to !== undefined)) {
    const references = said.flatMap(({ text, to = '' }, place) => [
      ...(place === 0 ? [] : [new TextRun(' ')]),
      new InternalHyperlink({
        anchor: bookmarkOf(to),
        children: [new TextRun({ text, style: 'Hyperlink' })],
      }),
    ]);
    return [
      new Paragraph({ style, children: [...label, new TextRun({ children: [new Tab()] }), ...references] }),
    ];
  }
  // What runs from right to left has a paragraph of its own: that is where a direction is set.
  if (said.some((one) => one.typed === true && runsRight(one.text)))
    return [
      new Paragraph({ style, keepNext: true, children: label }),
      ...said.map((one) => paragraphOf(one, { indent: { start: INDENT[style] } })),
    ];
  if (said.length > 1)
    return [
      new Paragraph({ style, keepNext: true, children: label }),
      ...said.map((one) =>
        paragraphOf(one, { bullet: { level: 0 }, indent: { left: INDENT[style] + STEP, hanging: STEP } }),
      ),
    ];
  const gap = term.length > SHORT_TERM ? { break: 1 } : { children: [new Tab()] };
  return [
    new Paragraph({ style, children: [...label, new TextRun(gap), ...said.flatMap((one) => runsOf(one))] }),
  ];
}

function renderEntry({ id, mark, text, facts }: Entry): Paragraph[] {
  const words = [
    ...(mark === undefined ? [] : [...runsOf(mark, BOLD), new TextRun({ children: [new Tab()] })]),
    ...runsOf(text),
  ];
  return [
    new Paragraph({
      style: 'Entry',
      ...(mark === undefined ? { bullet: { level: 0 } } : {}),
      ...(text.typed === true && runsRight(text.text) ? { bidirectional: true } : {}),
      children: id === undefined ? words : [new Bookmark({ id: bookmarkOf(id), children: words })],
    }),
    ...facts.flatMap((fact) => renderFact(fact, 'FactOfEntry')),
  ];
}

function renderTable({ columns, rows }: Extract<DocumentBlock, { readonly kind: 'table' }>): Table {
  const cell = (text: string, isHead: boolean) =>
    new TableCell({
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      ...(isHead ? { shading: { fill: 'EFECE4' } } : {}),
      children: [paragraphOf(text, {}, isHead ? BOLD : {})],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((text) => cell(text, true)) }),
      ...rows.map(
        (cells) =>
          new TableRow({ cantSplit: true, children: cells.map((text, place) => cell(text, place === 0)) }),
      ),
    ],
  });
}

function render(block: DocumentBlock): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [
        paragraphOf(block.over, { style: 'Over' }),
        paragraphOf(block.text, { heading: HeadingLevel.TITLE }),
      ];
    case 'verdict':
      return [
        paragraphOf(block.word, { style: 'Verdict' }),
        ...[block.plain ?? '', block.headline, ...block.lastDays, block.note ?? '']
          .filter((text) => text !== '')
          .map((text) => paragraphOf(text, { style: 'Answer' })),
      ];
    case 'section':
      return [
        paragraphOf(block.heading, { heading: HeadingLevel.HEADING_1 }),
        ...block.blocks.flatMap(render),
      ];
    case 'annex':
      return [
        paragraphOf(block.heading, { heading: HeadingLevel.HEADING_1, pageBreakBefore: true }),
        ...block.blocks.flatMap(render),
      ];
    case 'print-choice':
      return [];
    case 'part':
      return [
        paragraphOf(block.heading, { heading: HeadingLevel.HEADING_2 }),
        ...block.blocks.flatMap(render),
      ];
    case 'paragraph':
      return [paragraphOf(block.said, block.quiet === true ? { style: 'Quiet' } : {})];
    case 'list':
      return block.items.map((item) => paragraphOf(item, { bullet: { level: 0 } }));
    case 'facts':
      return block.facts.flatMap((fact) => renderFact(fact, 'Fact'));
    case 'table':
      return [paragraphOf(block.caption, { style: 'TableCaption' }), renderTable(block), paragraphOf('')];
    case 'entries':
      return block.entries.flatMap(renderEntry);
    case 'fingerprint':
      return [paragraphOf(block.groups.join(' '), {}, { font: 'Courier New', bold: true })];
  }
}
