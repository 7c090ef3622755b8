/**
 * A document as a tagged PDF: a structure tree, one language, a title, fonts of its own and page numbers, with the record
 * attached. It is the same to the byte for the same record.
 */
import { Breather } from '../breather.ts';
import { textOf, type DocumentBlock, type Entry, type Fact, type Said } from '../document.ts';
import { canonicalJson } from '../fingerprint.ts';
import { verdictMarks } from '../verdict-marks.ts';
import type { FileContent } from '../file-content.ts';
import {
  LACKING,
  Typesetter,
  type Element,
  type PdfFonts,
  type Run,
  type SetText,
  type Style,
} from './typesetter.ts';

export type { PdfFonts } from './typesetter.ts';

/** What the attached record is called. */
export const ATTACHED = 'record.json';

const INK = '#1f1c17';
const PAPER = '#ffffff';
const GRAPHITE = '#544d43';
const RULE = '#d9d1c0';
const EDGE = '#81776a';
const MANILA = '#f0dfb8';

const style = (font: Style['font'], size: number, leading: number, colour = INK): Style => ({
  font,
  size,
  leading,
  colour,
});

const STYLES = {
  over: style('label', 8.5, 1.4, GRAPHITE),
  title: style('strong', 17, 1.25),
  word: style('label', 10.5, 1.4),
  plain: style('strong', 12, 1.3),
  headline: style('serif', 10, 1.35),
  section: style('strong', 12, 1.3),
  part: style('strong', 9.5, 1.35),
  body: style('serif', 8.6, 1.42),
  small: style('serif', 7.8, 1.4),
  quiet: style('serif', 7.6, 1.4, GRAPHITE),
  term: style('label', 7.6, 1.6, GRAPHITE),
  mark: style('label', 7.6, 1.4),
  markOfEntry: style('label', 7.8, 1.4),
  foot: style('label', 7, 1.4, GRAPHITE),
} satisfies Record<string, Style>;

/** The width of a term that stands beside what is said of it, and the gap after it. Points. */
const TERM = 104;
const GAP = 12;
/** Between two things said of one term. Points. */
const BETWEEN = 1.6;
/** Between two columns. Points. */
const GUTTER = 20;
const MARK = 36;

/** What is said of letters that are not shown. */
export const LACKING_SAID = `${LACKING} stands for a letter or sign that this file has no type for. The record that is attached to it has every word whole.`;
/** What is said below the fingerprint. */
export const ATTACHED_SAID =
  'The record itself is attached to this file. Open the file on Clear Canvass, under “Open a record”, to check it or to carry on from it.';

/** A whole PDF. What is attached is the canonical JSON of the data, and the file names no time but that of the record. */
export async function toPdfFile(
  { title, blocks, madeAt, data }: FileContent,
  fonts: PdfFonts,
): Promise<Uint8Array<ArrayBuffer>> {
  const made = new Date(madeAt);
  const setter = new Typesetter(title, made, fonts);
  await new Pdf(setter, blocks).all(blocks);
  const options = {
    name: ATTACHED,
    type: 'application/json',
    description: title.slice(0, 200),
    relationship: 'Source',
    creationDate: made,
    modifiedDate: made,
  };
  setter.doc.file(new TextEncoder().encode(canonicalJson(data)) as unknown as ArrayBuffer, options);
  return setter.finish(title, STYLES.foot);
}

/** The ids that something in the document has. */
function idsIn(blocks: readonly DocumentBlock[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'section' || block.kind === 'annex') return [block.id, ...idsIn(block.blocks)];
    if (block.kind === 'part') return idsIn(block.blocks);
    if (block.kind === 'entries') return block.entries.flatMap(({ id }) => (id === undefined ? [] : [id]));
    return [];
  });
}

class Pdf {
  readonly #set: Typesetter;
  readonly #ids: ReadonlySet<string>;
  readonly #breather = new Breather();
  /** True in an annex, where things are looked up and not read through. */
  #annex = false;
  /** Whether letters are lacking anywhere, which is said below the title. */
  #lacking = false;

  constructor(setter: Typesetter, blocks: readonly DocumentBlock[]) {
    this.#set = setter;
    this.#ids = new Set(idsIn(blocks));
  }

  /** In slices: a record of twenty sides takes an old phone some seconds. */
  async all(blocks: readonly DocumentBlock[]): Promise<void> {
    this.#lacking = this.#set.lacks(textOf(blocks));
    for (const block of blocks) await this.#block(this.#set.root, block);
  }

  get #body(): Style {
    return this.#annex ? STYLES.small : STYLES.body;
  }

  async #block(parent: Element, block: DocumentBlock): Promise<void> {
    await this.#breather.pause();
    const set = this.#set;
    switch (block.kind) {
      case 'title':
        this.#paragraph(parent, 'P', [own(block.over, STYLES.over)]);
        this.#heading(parent, 'H1', block.text.text, STYLES.title, 0);
        if (this.#lacking) this.#paragraph(parent, 'P', [own(LACKING_SAID, STYLES.quiet)], 3);
        break;
      case 'verdict':
        this.#verdict(parent, block);
        break;
      case 'section':
      case 'annex': {
        if (block.kind === 'annex') set.beginSide();
        this.#annex = block.kind === 'annex';
        const section = set.element(parent, 'Sect');
        this.#rule(section, block);
        for (const inner of block.blocks) await this.#block(section, inner);
        section.end();
        this.#annex = false;
        break;
      }
      case 'print-choice':
        break;
      case 'part': {
        const section = set.element(parent, 'Sect');
        set.y += this.#annex ? 6 : 3;
        this.#heading(section, 'H3', block.heading.text, STYLES.part, 2);
        for (const inner of block.blocks) await this.#block(section, inner);
        section.end();
        break;
      }
      case 'paragraph':
        this.#paragraph(
          parent,
          'P',
          [this.#run(block.said, block.quiet === true ? STYLES.quiet : this.#body)],
          2,
        );
        break;
      case 'list':
        this.#list(parent, block.items);
        break;
      case 'facts':
        this.#facts(parent, block.facts);
        break;
      case 'table':
        this.#table(parent, block);
        break;
      case 'entries':
        this.#entries(parent, block.entries);
        break;
      case 'fingerprint':
        this.#paragraph(parent, 'P', [own(block.groups.join(' '), STYLES.word)], 1);
        this.#paragraph(parent, 'P', [own(ATTACHED_SAID, STYLES.quiet)], 2);
        break;
    }
  }

  #run({ text, to }: Said, style: Style): Run {
    return { text, style, ...(to === undefined || !this.#ids.has(to) ? {} : { to }) };
  }

  /** Sets a paragraph over the whole width, and leaves so much room below it. */
  #paragraph(
    parent: Element,
    tag: string,
    runs: readonly Run[],
    after = 0,
    x?: number,
    width?: number,
  ): void {
    const { box } = this.#set;
    this.#set.write(parent, tag, this.#set.set(runs, width ?? box.width), x ?? box.x);
    this.#set.y += after;
  }

  /** A heading stays with the lines after it, and stands in the outline. */
  #heading(parent: Element, tag: string, text: string, style: Style, after: number): void {
    const set = this.#set.set([own(text, style)], this.#set.box.width);
    this.#set.need(Math.min(set.height + 36, this.#set.side));
    this.#set.write(parent, tag, set, this.#set.box.x);
    this.#set.y += after;
  }

  #rule(parent: Element, { id, heading }: { readonly id: string; readonly heading: string }): void {
    const set = this.#set;
    if (!this.#annex) {
      set.y += 7;
      set.need(52);
      set.line(1.2, INK);
      set.y += 3;
    }
    set.name(id);
    set.doc.outline.addItem(heading);
    this.#heading(parent, 'H2', heading, STYLES.section, this.#annex ? 6 : 2);
  }

  /** A frame with the mark and the word; the mark is drawn, and says nothing that the word does not. */
  #verdict(parent: Element, block: Extract<DocumentBlock, { kind: 'verdict' }>): void {
    const set = this.#set;
    const stop = block.verdict === 'stop';
    const inked = (style: Style): Style => (stop ? { ...style, colour: PAPER } : style);
    const { box } = set;
    const inner = { x: box.x + MARK + 26, width: box.width - MARK - 40 };
    const headline = block.plain === undefined ? STYLES.plain : STYLES.headline;
    const lines: readonly (readonly [string, Style])[] = [
      [block.word, STYLES.word],
      ...(block.plain === undefined ? [] : [[block.plain, STYLES.plain] as const]),
      [block.headline, headline],
      ...block.lastDays.map((day) => [day, STYLES.body] as const),
      ...(block.note === undefined ? [] : [[block.note, STYLES.body] as const]),
    ];
    const texts = lines.map(([text, style]) => set.set([own(text, inked(style))], inner.width));
    const height = texts.reduce((sum, text) => sum + text.height + 2, 0) + 18;
    set.y += 6;
    const framed = height < set.side;
    if (framed) {
      set.need(height);
      this.#frame(block.verdict, set.y, height);
      set.y += 9;
    }
    const section = set.element(parent, 'Sect');
    for (const text of texts) {
      set.write(section, 'P', text, inner.x);
      set.y += 2;
    }
    section.end();
    set.y += framed ? 9 : 0;
  }

  #frame(verdict: Extract<DocumentBlock, { kind: 'verdict' }>['verdict'], y: number, height: number): void {
    const { x, width } = this.#set.box;
    this.#set.decorate((doc) => {
      doc.lineWidth(verdict === 'not-needed' ? 1.2 : 2);
      if (verdict === 'not-needed') doc.dash(4, { space: 4 });
      const frame = doc.rect(x + 1, y, width - 2, height);
      if (verdict === 'stop') frame.fillAndStroke(INK, INK);
      else if (verdict === 'proceed-if') frame.fillAndStroke(MANILA, INK);
      else frame.stroke(verdict === 'not-needed' ? EDGE : INK);
      doc.undash();
      if (verdict === 'proceed')
        doc
          .rect(x + 4, y + 3, width - 8, height - 6)
          .lineWidth(0.8)
          .stroke(INK);
      const colour = verdict === 'stop' ? PAPER : INK;
      doc.translate(x + 13, y + 10).scale(MARK / 48);
      for (const shape of verdictMarks[verdict].shapes) {
        doc.path(shape.d);
        if (shape.fill === true) {
          doc.fill(colour, 'even-odd');
          continue;
        }
        doc
          .lineWidth(shape.width ?? 3)
          .lineCap('round')
          .lineJoin('round');
        const [dash = 0, space = 0] = (shape.dash ?? '').split(' ').map(Number);
        if (space > 0) doc.dash(dash, { space });
        doc.stroke(colour);
        doc.undash();
      }
    });
  }

  #list(parent: Element, items: readonly Said[]): void {
    const set = this.#set;
    const list = set.element(parent, 'L');
    const bullet = set.set([own('•', this.#body)], 20);
    for (const said of items) {
      const { box } = set;
      const text = set.set([this.#run(said, this.#body)], box.width - 12);
      set.need(Math.min(text.height, set.side));
      const item = set.element(list, 'LI');
      const { y } = set;
      set.write(item, 'Lbl', bullet, box.x + 2);
      set.y = y;
      const body = set.element(item, 'LBody');
      set.write(body, 'P', text, set.box.x + 12);
      body.end();
      item.end();
      set.y += 1;
    }
    list.end();
    set.y += 2;
  }

  /** Each fact an item, its term the label: PDF 1.7 has no list of terms. */
  #facts(parent: Element, facts: readonly Fact[]): void {
    const set = this.#set;
    const list = set.element(parent, 'L');
    for (const fact of facts) {
      if (isReferences(fact)) this.#inlineFact(list, this.#inline(fact, STYLES.small, set.box.width));
      else this.#fact(list, fact);
      if (!this.#annex) set.line(0.4, RULE);
      set.y += 1.5;
    }
    list.end();
    set.y += 2;
  }

  /** A term, and beside it what is said of it. */
  #fact(parent: Element, { term, said }: Fact): void {
    const set = this.#set;
    const { box } = set;
    const label = set.set([own(term, STYLES.term)], TERM);
    const texts = said.map((one) => set.set([this.#run(one, this.#body)], box.width - TERM - GAP));
    const height = Math.max(label.height, heightOf(texts) + (texts.length - 1) * BETWEEN);
    // One that is longer than half a side has to break somewhere.
    set.need(height < set.side / 2 ? height : 40);
    const beside = label.height < set.side / 3;
    const item = set.element(parent, 'LI');
    const { y } = set;
    set.write(item, 'Lbl', label, set.box.x);
    const below = set.y;
    const body = set.element(item, 'LBody');
    if (beside) set.y = y;
    for (const [place, text] of texts.entries()) {
      set.y += place === 0 ? 0 : BETWEEN;
      set.write(body, 'P', text, set.box.x + TERM + GAP);
    }
    body.end();
    item.end();
    // The label is the longer one only where all of both stands on one side.
    if (beside && height === label.height && texts.length > 0) set.y = Math.max(set.y, below);
    set.y += 1;
  }

  #inlineFact(parent: Element, text: SetText): void {
    const set = this.#set;
    const item = set.element(parent, 'LI');
    const body = set.element(item, 'LBody');
    set.need(Math.min(text.height, set.side));
    set.write(body, 'P', text, set.box.x);
    body.end();
    item.end();
  }

  /** A term and what is said of it on one line, as it stands below an entry. */
  #inline({ term, said }: Fact, style: Style, width: number): SetText {
    const gap = isReferences({ term, said }) ? '  ' : '; ';
    const runs = said.flatMap((one, place): Run[] => [
      ...(place === 0 ? [] : [own(gap, style)]),
      this.#run(one, style),
    ]);
    return this.#set.set([own(`${term}: `, { ...STYLES.mark, colour: GRAPHITE }), ...runs], width);
  }

  #entries(parent: Element, entries: readonly Entry[]): void {
    const set = this.#set;
    const list = set.element(parent, 'L');
    const columns = this.#annex && entries.length > 1;
    const style = this.#body;
    const width = columns ? (set.box.width - GUTTER) / 2 : set.box.width;
    const prepared = entries.map(({ id, mark, text, facts }) => {
      const runs = [
        ...(mark === undefined ? [] : [own(`${mark}  `, STYLES.markOfEntry)]),
        this.#run(text, style),
      ];
      const texts = [set.set(runs, width), ...facts.map((fact) => this.#inline(fact, STYLES.small, width))];
      return { id, texts, height: 7 + heightOf(texts) };
    });
    const heights = prepared.map(({ height }) => height);
    const lay = (place: number): void => {
      const { id, texts: [text, ...facts] = [] } = prepared[place] ?? {};
      if (text === undefined) return;
      const item = set.element(list, 'LI');
      set.line(0.4, EDGE);
      set.y += 3;
      if (id !== undefined) set.name(id);
      const body = set.element(item, 'LBody');
      set.write(body, 'P', text, set.box.x);
      if (facts.length > 0) {
        const inner = set.element(body, 'L');
        for (const fact of facts) this.#inlineFact(inner, fact);
        inner.end();
      }
      body.end();
      item.end();
      set.y += 4;
    };
    if (columns) {
      set.need(Math.min(set.side, Math.min(...heights.slice(0, 2)) + 4));
      set.inColumns(GUTTER, heights, lay);
    } else {
      for (const [place, height] of heights.entries()) {
        set.need(Math.min(height, set.side / 2));
        lay(place);
      }
    }
    list.end();
    set.y += 2;
  }

  #table(parent: Element, { caption, columns, rows }: Extract<DocumentBlock, { kind: 'table' }>): void {
    const set = this.#set;
    const table = set.element(parent, 'Table');
    this.#heading(table, 'Caption', caption, STYLES.part, 3);
    const gap = 10;
    const width = (set.box.width - gap * (columns.length - 1)) / Math.max(1, columns.length);
    const row = (cells: readonly string[], head: boolean): void => {
      const texts = cells.map((cell, place) =>
        set.set([own(cell, head || place === 0 ? STYLES.mark : STYLES.small)], width),
      );
      const height = Math.max(0, ...texts.map((text) => text.height));
      set.need(Math.min(height + 6, set.side));
      // A row that is longer than a side is set cell below cell.
      const beside = height + 6 <= set.side;
      const element = set.element(table, 'TR');
      const { y } = set;
      for (const [place, text] of texts.entries()) {
        if (beside) set.y = y + 2;
        const scope = head ? 'Column' : place === 0 ? 'Row' : undefined;
        set.write(
          element,
          scope === undefined ? 'TD' : 'TH',
          text,
          set.box.x + (beside ? place * (width + gap) : 0),
          scope === undefined ? {} : { scope },
        );
      }
      element.end();
      if (beside) set.y = y + height + 4;
      set.line(head ? 1.2 : 0.4, head ? INK : RULE);
      set.y += 2;
    };
    row(columns, true);
    for (const cells of rows) row(cells, false);
    table.end();
    set.y += 4;
  }
}

const own = (text: string, style: Style): Run => ({ text, style });

const heightOf = (texts: readonly SetText[]): number => texts.reduce((sum, { height }) => sum + height, 0);

const isReferences = ({ said }: Fact): boolean => said.every(({ to }) => to !== undefined);
