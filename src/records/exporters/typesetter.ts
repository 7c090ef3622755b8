/**
 * Sets words on the sides of a tagged PDF. It breaks lines, turns to the next column or side where one is full, and
 * puts every line under the element of the structure tree that it belongs to, so that what is read aloud or copied
 * comes in the order of the document. What is only drawn, such as a rule or a page number, is marked as such.
 */
import LineBreaker from 'linebreak';
import PDFDocument from 'pdfkit';

import { canShow } from './letters.ts';
import { joinBytes } from '../join-bytes.ts';

/** TrueType files: for reading, for headings, for labels. */
export interface PdfFonts {
  readonly serif: Uint8Array;
  readonly strong: Uint8Array;
  readonly label: Uint8Array;
}

export interface Style {
  readonly font: keyof PdfFonts;
  /** In points. */
  readonly size: number;
  /** From one line to the next, in sizes. */
  readonly leading: number;
  readonly colour: string;
}

/** Words in one style. */
export interface Run {
  readonly text: string;
  readonly style: Style;
  /** The destination that they lead to. */
  readonly to?: string;
}

/** A run that the fonts can show. */
interface Shown extends Run {
  /** The words as they are, where the fonts lack some of their letters. */
  readonly actual?: string;
}

/** A piece of a line, out of one run. */
interface Piece {
  readonly run: number;
  readonly text: string;
  readonly width: number;
}

/** Words broken into lines for a width. */
export interface SetText {
  readonly runs: readonly Shown[];
  readonly lines: readonly (readonly Piece[])[];
  /** Of one line. */
  readonly step: number;
  readonly height: number;
}

/** An element of the structure tree. */
export type Element = PDFKit.PDFStructureElement;

/** Where words are set: a column, or the whole width. Points from the left and the upper edge. */
export interface Box {
  readonly x: number;
  readonly width: number;
}

/** A4, in points. */
const PAGE = { width: 595.28, height: 841.89 } as const;
const SIDE = 46;
const TOP = 40;
const FOOT = 52;

/** What stands for a letter that the fonts lack. */
export const LACKING = '\ufffd';

/** A word of so many letters is broken within, so that no line needs to be measured letter by letter for long. */
const LONGEST_WORD = 40;

/** Text that every font has, which is nearly all. */
const PLAIN = /^[\n -~\u00a0-\u017f\u2010-\u2026]*$/;

/** What structure elements and link annotations take besides, which the types of the library do not know. */
type ElementOptions = PDFKit.Mixins.StructureElementOptions & { readonly scope?: 'Row' | 'Column' };

export class Typesetter {
  readonly doc: PDFKit.PDFDocument;
  readonly root: Element;
  y = TOP;
  #left = SIDE;
  #width = PAGE.width - 2 * SIDE;
  #bottom = PAGE.height - FOOT;
  /** Goes on where a column ends; undefined where there are none. */
  #nextColumn: (() => void) | undefined;
  readonly #widths = {
    serif: new Map<string, number>(),
    strong: new Map<string, number>(),
    label: new Map<string, number>(),
  };
  readonly #segments = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });
  readonly #done: Promise<Uint8Array<ArrayBuffer>>;

  /** @param title what readers call the file */
  constructor(title: string, madeAt: Date, fonts: PdfFonts) {
    this.doc = new PDFDocument({
      size: [PAGE.width, PAGE.height],
      margins: { top: TOP, left: SIDE, right: SIDE, bottom: 0 },
      pdfVersion: '1.7',
      tagged: true,
      lang: 'en-GB',
      displayTitle: true,
      bufferPages: true,
      // Without a font named here the library would take one of the fourteen that no file has to embed.
      font: null as unknown as string,
      info: {
        Title: this.#withoutControls(title),
        Creator: 'Clear Canvass',
        Producer: 'PDFKit',
        CreationDate: madeAt,
        ModDate: madeAt,
      },
    });
    this.#done = collect(this.doc);
    for (const name of ['serif', 'strong', 'label'] as const)
      this.doc.registerFont(name, fonts[name] as unknown as ArrayBuffer);
    this.doc.font('serif');
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  get box(): Box {
    return { x: this.#left, width: this.#width };
  }

  /** The height of a side without its margins. */
  get side(): number {
    return PAGE.height - FOOT - TOP;
  }

  /** What is left below, on this side or in this column. */
  get room(): number {
    return this.#bottom - this.y;
  }

  /** A new element at the end of another. What it holds is added to it. */
  element(parent: Element, tag: string, options: ElementOptions = {}): Element {
    const element = this.doc.struct(tag, options);
    parent.add(element);
    return element;
  }

  /** Whether the fonts lack some letter of a text. */
  lacks(text: string): boolean {
    return (
      this.#show({ text, style: { font: 'serif', size: 1, leading: 1, colour: '' } }).actual !== undefined
    );
  }

  /** Breaks words into lines. */
  set(runs: readonly Run[], width: number): SetText {
    const shown = runs.map((run) => this.#show(run)).filter(({ text }) => text !== '');
    const lines = this.#break(shown, width);
    const step = Math.max(0, ...shown.map(({ style }) => style.size * style.leading));
    return { runs: shown, lines, step, height: lines.length * step };
  }

  /** Writes words at the place that was reached, on further columns and sides where they need them. */
  write(parent: Element, tag: string, text: SetText, x: number, options: ElementOptions = {}): void {
    const element = this.element(parent, tag, options);
    // Each run is one child, whatever lines it stands on, and each is drawn where it belongs.
    const offset = x - this.#left;
    let atLine = -1;
    let reached = 0;
    const pieces = text.lines.flatMap((line, number) => line.map((piece) => ({ ...piece, number })));
    const groups: (typeof pieces)[] = [];
    for (const piece of pieces) {
      const last = groups.at(-1);
      if (last !== undefined && last[0]?.run === piece.run) last.push(piece);
      else groups.push([piece]);
    }
    const turnTo = (line: number): void => {
      while (atLine < line) {
        atLine += 1;
        reached = 0;
        if (atLine > 0) this.y += text.step;
        if (this.room < text.step) this.turn();
      }
    };
    for (const group of groups) {
      const run = text.runs[group[0]?.run ?? 0];
      if (run === undefined) continue;
      const draw = (link?: Element): void => {
        for (const { text: words, width, number } of group) {
          turnTo(number);
          const at = this.#left + offset + reached;
          this.#line(words, at, this.y + text.step, run.style, text.step);
          if (link !== undefined && run.to !== undefined)
            this.#link(link, at, width, text.step, words, run.to);
          reached += width;
        }
      };
      if (run.to !== undefined) {
        const link = this.doc.struct('Link');
        link.add(() => draw(link));
        element.add(link);
        link.end();
      } else if (run.actual !== undefined) {
        element.add(this.doc.struct('Span', { actual: run.actual }, () => draw()));
      } else element.add(() => draw());
    }
    turnTo(text.lines.length - 1);
    if (text.lines.length > 0) this.y += text.step;
    element.end();
  }

  /** Turns to the next side, or column, where less than this is left. */
  need(height: number): void {
    if (this.room < height && this.y > TOP) this.turn();
  }

  /** Goes on in the next column, or on the next side. */
  turn(): void {
    if (this.#nextColumn === undefined) this.#newSide();
    else this.#nextColumn();
  }

  /** Begins a side, unless nothing stands on this one. */
  beginSide(): void {
    if (this.y > TOP) this.#newSide();
  }

  /** Draws what is no part of the text. */
  decorate(draw: (doc: PDFKit.PDFDocument) => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type });
    this.doc.save();
    draw(this.doc);
    this.doc.restore();
    this.doc.endMarkedContent();
  }

  /** A line across the column at the place that was reached. */
  line(thickness: number, colour: string): void {
    const { x, width } = this.box;
    const { y } = this;
    this.decorate((doc) =>
      doc
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(thickness)
        .stroke(colour),
    );
  }

  /** Names the place that was reached, for links to lead to. */
  name(id: string): void {
    this.doc.addNamedDestination(id, 'XYZ', this.#left, Math.max(0, this.y - 4), null);
  }

  /**
   * Lays blocks out in two columns. On the last side that they need, the columns are about as long as each other.
   *
   * @param heights of the blocks, as they are laid out in a column
   * @param lay lays one block out where `box` says
   */
  inColumns(gap: number, heights: readonly number[], lay: (block: number) => void): void {
    const outer = { left: this.#left, width: this.#width, bottom: this.#bottom };
    const width = (outer.width - gap) / 2;
    let top = this.y;
    let column = 0;
    let lowest = top;
    let next = 0;
    const begin = (): void => {
      column = 0;
      top = this.y;
      lowest = top;
      this.#left = outer.left;
      this.#bottom = top + evenColumns(heights.slice(next), outer.bottom - top);
    };
    this.#width = width;
    this.#nextColumn = () => {
      lowest = Math.max(lowest, this.y);
      if (column === 0) {
        column = 1;
        this.#left = outer.left + width + gap;
        this.y = top;
        // What does not fit into columns that are even runs on to the end of the side.
        this.#bottom = outer.bottom;
      } else {
        this.#newSide();
        begin();
      }
    };
    begin();
    for (const [block, height] of heights.entries()) {
      next = block;
      if (this.room < height && this.y > top) this.turn();
      lay(block);
    }
    this.y = Math.max(lowest, this.y);
    this.#left = outer.left;
    this.#width = outer.width;
    this.#bottom = outer.bottom;
    this.#nextColumn = undefined;
  }

  /**
   * Writes the foot of every side, and gives the whole file.
   *
   * @param foot words in the left of it
   */
  async finish(foot: string, style: Style): Promise<Uint8Array<ArrayBuffer>> {
    this.root.end();
    const [first = [], ...more] = this.set([{ text: foot, style }], this.#width - 90).lines;
    const left = `${first.map(({ text }) => text).join('')}${more.length > 0 ? '…' : ''}`;
    const { start, count } = this.doc.bufferedPageRange();
    for (let side = 0; side < count; side += 1) {
      this.doc.switchToPage(start + side);
      const number = `Page ${side + 1} of ${count}`;
      this.decorate((doc) => {
        const y = PAGE.height - 28;
        this.#line(left, SIDE, y, style, 0);
        const width = this.#measure(number, style);
        this.#line(number, PAGE.width - SIDE - width, y, style, 0);
        doc.moveTo(SIDE, y - 12).lineTo(PAGE.width - SIDE, y - 12);
        doc.lineWidth(0.5).stroke('#81776a');
      }, 'Pagination');
    }
    this.doc.end();
    return this.#done;
  }

  #newSide(): void {
    this.doc.continueOnNewPage();
    this.y = TOP;
  }

  /** Writes a piece of a line, its foot at `y`. */
  #line(text: string, x: number, y: number, { font, size, colour }: Style, step: number): void {
    const baseline = y - (step - size) / 2 - size * 0.24;
    this.doc.font(font).fontSize(size).fillColor(colour);
    // With its width the library need not measure it again.
    const options = { lineBreak: false, baseline: 'alphabetic', textWidth: 0, wordCount: 1 } as const;
    this.doc.text(text, x, baseline, options);
  }

  #link(element: Element, x: number, width: number, height: number, words: string, to: string): void {
    const options = { structParent: element, Contents: new String(words) as string };
    this.doc.goTo(x, this.y, width, height, to, options);
  }

  /** The same words come again and again; a width grows with the size. */
  #measure(text: string, { font, size }: Style): number {
    const known = this.#widths[font].get(text);
    if (known !== undefined) return known * size;
    const width = this.doc.font(font).fontSize(1000).widthOfString(text) / 1000;
    this.#widths[font].set(text, width);
    return width * size;
  }

  /** What of a text can be shown: no sign that only steers, and a mark for each letter that the fonts lack. */
  #show({ text, ...run }: Run): Shown {
    const lines = text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replaceAll('\t', '    ');
    if (PLAIN.test(lines)) return { ...run, text: lines.normalize('NFC') };
    let lacks = false;
    let shown = '';
    // A letter with all that is joined to it is one, before what joins it is left out.
    for (const { segment } of this.#segments.segment(lines)) {
      const letter = this.#withoutControls(segment).normalize('NFC');
      const found = letter === '\n' ? letter : [letter, letter.normalize('NFD')].find(canShow);
      if (found === undefined) lacks = true;
      shown += found ?? LACKING;
    }
    if (!lacks) return { ...run, text: shown };
    return { ...run, text: shown, actual: this.#withoutControls(lines) };
  }

  /** Without what steers a terminal, a direction or a joint and shows nothing. */
  #withoutControls(text: string): string {
    return text.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '');
  }

  #break(runs: readonly Shown[], width: number): readonly (readonly Piece[])[] {
    const starts: number[] = [];
    let whole = '';
    for (const { text } of runs) {
      starts.push(whole.length);
      whole += text;
    }
    const lines: (readonly Piece[])[] = [];
    let line: Piece[] = [];
    let used = 0;
    /** The pieces of a stretch of the text, each out of one run. */
    const piecesOf = (from: number, to: number): Piece[] => {
      const pieces: Piece[] = [];
      for (const [run, { text, style }] of runs.entries()) {
        const start = starts[run] ?? 0;
        if (start >= to || start + text.length <= from) continue;
        const part = text.slice(Math.max(0, from - start), to - start);
        pieces.push({ run, text: part, width: this.#measure(part, style) });
      }
      return pieces;
    };
    const end = (): void => {
      lines.push(joined(line));
      line = [];
      used = 0;
    };
    const put = (pieces: readonly Piece[], visible: number): void => {
      if (used > 0 && used + visible > width) end();
      line.push(...pieces);
      used += widthOf(pieces);
    };
    let from = 0;
    for (const { position, required } of breaksOf(whole)) {
      const word = whole.slice(from, position).replace(/\n$/, '');
      const bare = word.trimEnd().length;
      const pieces = piecesOf(from, from + word.length);
      const spaces = word.length - bare;
      // What hangs over the edge at the end of a line takes no room.
      const visible = spaces === 0 ? widthOf(pieces) : widthOf(piecesOf(from, from + bare));
      if (bare > LONGEST_WORD || visible > width) {
        // Too long for a line: letter by letter.
        let at = from;
        for (const { segment } of this.#segments.segment(word)) {
          const letter = piecesOf(at, at + segment.length);
          put(letter, segment.trim() === '' ? 0 : widthOf(letter));
          at += segment.length;
        }
      } else put(pieces, visible);
      if (required && position < whole.length) end();
      from = position;
    }
    if (line.length > 0 || lines.length > 0) lines.push(joined(line));
    return lines;
  }
}

const widthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { width }) => sum + width, 0);

/** Pieces of one run that stand beside each other, as one. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const line: Piece[] = [];
  for (const piece of pieces) {
    const last = line.at(-1);
    if (last?.run === piece.run)
      line[line.length - 1] = {
        run: last.run,
        text: last.text + piece.text,
        width: last.width + piece.width,
      };
    else line.push(piece);
  }
  return line;
}

function* breaksOf(text: string): Generator<{ readonly position: number; readonly required: boolean }> {
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) yield next;
}

/** The least height of two columns, the first filled before the second, that hold all blocks; or all that there is. */
function evenColumns(heights: readonly number[], most: number): number {
  const all = heights.reduce((sum, height) => sum + height, 0);
  if (all > 2 * most) return most;
  let first = 0;
  for (const height of heights) {
    first += height;
    if (first >= all - first) break;
  }
  return Math.min(most, first + 1);
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('error', reject);
    doc.on('end', () => resolve(joinBytes(chunks)));
  });
}
