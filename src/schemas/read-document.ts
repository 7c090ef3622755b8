/**
 * Reads the body of a text to use. It knows a small grammar and refuses everything else, with a sentence that says what
 * to write instead: headings, `<Line>`s, alone or in lists, `<When>`, `<Each>` and `<Table>`. What stands in no `<Line>`
 * or `<Cell>` would reach people without anybody knowing what it rests on.
 */
import { mdxToMdast } from 'satteri';
import { COLLECTIONS, type Collection } from '../documents/rules.ts';
import type {
  GapWords,
  Line,
  Piece,
  RestsOn,
  Row,
  SharedTextWords,
  TextBlock,
  TextWords,
} from '../documents/words.ts';
import { ContentError } from './content-error.ts';
import type { DocumentFrontMatter } from './document.ts';
import { orPerhaps } from './nearest-id.ts';

interface Node {
  type: string;
  value?: string;
  depth?: number;
  name?: string | null;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: Node[];
  position?: { start: { line: number }; end: { line: number } };
}

type Fault = Omit<ConstructorParameters<typeof ContentError>[0], 'file'>;

const GRAMMAR =
  'write headings (## or ###), <Line>…</Line>, lists of lines, <When is="…">, <Each of="…"> and <Table>';

/** Where a gap or condition stands: what its ids may begin with. */
type Within = Collection | undefined;

const isElement = ({ type }: Node): boolean => type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement';
const isBlank = ({ type, value }: Node): boolean => type === 'text' && (value ?? '').trim() === '';
const isElementOf = (node: Node, name: string): boolean => isElement(node) && node.name === name;

const words = (attribute: string | undefined): string[] =>
  (attribute ?? '').split(/\s+/).filter((word) => word !== '');

class BodyReader {
  readonly #file: string;
  readonly #firstLine: number;
  readonly #front: DocumentFrontMatter;
  readonly #shared: Pick<SharedTextWords, 'gaps' | 'conditions'>;
  readonly faults: ContentError[] = [];
  readonly used = { gaps: new Set<string>(), conditions: new Set<string>(), holds: new Set<string>() };

  constructor(
    file: string,
    firstLine: number,
    front: DocumentFrontMatter,
    shared: Pick<SharedTextWords, 'gaps' | 'conditions'>,
  ) {
    this.#file = file;
    this.#firstLine = firstLine;
    this.#front = front;
    this.#shared = shared;
  }

  #report(node: Node, fault: Omit<Fault, 'line'>): void {
    const line = (node.position?.start.line ?? 1) + this.#firstLine - 1;
    this.faults.push(new ContentError({ file: this.#file, line, ...fault }));
  }

  #attributes(node: Node, allowed: readonly string[]): Record<string, string> {
    const read: Record<string, string> = {};
    for (const { type, name = '', value } of node.attributes ?? []) {
      if (type !== 'mdxJsxAttribute' || (value !== null && value !== undefined && typeof value !== 'string'))
        this.#report(node, {
          id: node.name ?? '',
          found: 'an attribute is computed',
          remedy: 'write it as text between double quotes',
        });
      else if (!allowed.includes(name))
        this.#report(node, {
          id: node.name ?? '',
          found: `<${node.name}> has no attribute ${name}`,
          remedy: `it takes ${allowed.join(', ')}${orPerhaps(name, allowed)}`,
        });
      else read[name] = typeof value === 'string' ? value : '';
    }
    return read;
  }

  /** Blocks between which no empty line stands are one paragraph where they are lines. */
  blocks(nodes: readonly Node[], within: Within): TextBlock[] {
    const blocks: TextBlock[] = [];
    let lastLine: Node | undefined;
    for (const node of nodes) {
      if (isBlank(node)) continue;
      // A paragraph that holds nothing but elements is how some editors’ line breaks are read.
      const inner =
        node.type === 'paragraph' && (node.children ?? []).every((one) => isElement(one) || isBlank(one))
          ? (node.children ?? []).filter((one) => !isBlank(one))
          : [node];
      for (const one of inner) {
        if (isElementOf(one, 'Line')) {
          const line = this.#line(one, within);
          const last = blocks.at(-1);
          const follows =
            lastLine !== undefined &&
            (one.position?.start.line ?? 0) <= (lastLine.position?.end.line ?? 0) + 1;
          if (follows && last?.kind === 'paragraph')
            blocks[blocks.length - 1] = { ...last, lines: [...last.lines, line] };
          else blocks.push({ kind: 'paragraph', lines: [line] });
          lastLine = one;
        } else {
          lastLine = undefined;
          blocks.push(...this.#block(one, within));
        }
      }
    }
    return blocks;
  }

  #block(node: Node, within: Within): TextBlock[] {
    if (node.type === 'heading') {
      const { depth } = node;
      const text = this.#plain(node);
      if (depth !== 2 && depth !== 3)
        this.#report(node, {
          found: `a heading of depth ${depth}`,
          remedy: 'begin it with ## or ###: the title above them is the text’s own',
        });
      return text === undefined ? [] : [{ kind: 'heading', depth: depth === 3 ? 3 : 2, text }];
    }
    if (node.type === 'list') return this.#list(node, within);
    if (isElementOf(node, 'When')) return this.#when(node, within);
    if (isElementOf(node, 'Each')) return this.#each(node, within);
    if (isElementOf(node, 'Table')) return this.#table(node, within);
    if (isElement(node))
      this.#report(node, {
        id: node.name ?? '',
        found: `<${node.name}> may not stand here`,
        remedy: GRAMMAR,
      });
    else if (node.type === 'paragraph')
      this.#report(node, {
        found: 'these words stand in no <Line>',
        remedy: 'put each sentence in a <Line> that names what it rests on',
      });
    else this.#report(node, { found: `a ${node.type} is not in the grammar of a text`, remedy: GRAMMAR });
    return [];
  }

  #list(node: Node, within: Within): TextBlock[] {
    const items = (node.children ?? []).map((item) =>
      this.blocks(item.children ?? [], within).flatMap((block) => {
        if (block.kind === 'paragraph') return block.lines;
        this.#report(item, {
          found: `an item of a list holds a ${block.kind}`,
          remedy: 'let it hold lines alone; put <When> and <Each> around the whole list',
        });
        return [];
      }),
    );
    return [{ kind: 'list', items: items.filter((lines) => lines.length > 0) }];
  }

  #when(node: Node, within: Within): TextBlock[] {
    const { is, not } = this.#attributes(node, ['is', 'not']);
    const condition = is ?? not;
    if (condition === undefined || (is !== undefined && not !== undefined)) {
      this.#report(node, {
        id: 'When',
        found: 'it names no condition, or two',
        remedy: 'write <When is="…"> or <When not="…">; one inside the other where both have to hold',
      });
      return [];
    }
    this.#knows(node, 'conditions', condition, within);
    return [
      { kind: 'when', condition, is: is !== undefined, blocks: this.blocks(node.children ?? [], within) },
    ];
  }

  #each(node: Node, within: Within): TextBlock[] {
    const of = this.#collection(node, this.#attributes(node, ['of'])['of']);
    if (within !== undefined)
      this.#report(node, {
        id: 'Each',
        found: 'it stands inside another',
        remedy: 'go over one collection at a time',
      });
    return of === undefined ? [] : [{ kind: 'each', of, blocks: this.blocks(node.children ?? [], of) }];
  }

  #table(node: Node, within: Within): TextBlock[] {
    const attributes = this.#attributes(node, [
      'caption',
      'columns',
      'of',
      'rows',
      'clauses',
      'law',
      'authority',
      'project',
      'holds',
    ]);
    const caption = (attributes['caption'] ?? '').trim();
    const columns = (attributes['columns'] ?? '')
      .split('|')
      .map((column) => column.trim())
      .filter((column) => column !== '');
    if (caption === '' || columns.length < 2)
      this.#report(node, {
        id: 'Table',
        found: 'it has no caption, or fewer than two columns',
        remedy: 'write caption="…" and columns="First | Second"',
      });
    const children = (node.children ?? []).filter((child) => !isBlank(child)).flatMap(unwrapped);
    if (attributes['rows'] !== undefined)
      return [{ kind: 'table', caption, columns, rows: this.#blankRows(node, attributes['rows'], columns) }];
    const of = 'of' in attributes ? this.#collection(node, attributes['of']) : undefined;
    const cellsOf = (cells: readonly Node[], at: Node, inside: Within): Piece[][] => {
      const read = cells.flatMap((cell) => {
        if (isElementOf(cell, 'Cell')) {
          this.#attributes(cell, []);
          return [this.#pieces(cell, inside)];
        }
        this.#report(cell, {
          id: cell.name ?? '',
          found: `a ${cell.name ?? cell.type} stands where a cell should`,
          remedy:
            'put <Cell>…</Cell> into a table that goes over a collection, and <Row>s of cells into others',
        });
        return [];
      });
      if (read.length !== columns.length)
        this.#report(at, {
          id: at.name ?? '',
          found: `there are ${read.length} cells for ${columns.length} columns`,
          remedy: 'write one <Cell> for each column',
        });
      return read;
    };
    if (of !== undefined) {
      const row: Row = {
        ...this.#restsOn(node, attributes),
        holds: this.#holds(node, attributes['holds']),
        cells: cellsOf(children, node, of),
      };
      return [{ kind: 'table', caption, columns, of, rows: [row] }];
    }
    const rows = children.flatMap((child): Row[] => {
      if (!isElementOf(child, 'Row')) {
        this.#report(child, {
          id: 'Table',
          found: 'it goes over no collection and holds something that is no <Row>',
          remedy: 'name one with of="uses", "lists" or "suppliers", or write <Row>s of <Cell>s',
        });
        return [];
      }
      const own = this.#attributes(child, ['clauses', 'law', 'authority', 'project', 'holds', 'when']);
      if (own['when'] !== undefined) this.#knows(child, 'conditions', own['when'], within);
      const cells = (child.children ?? []).filter((cell) => !isBlank(cell)).flatMap(unwrapped);
      return [
        {
          ...this.#restsOn(child, { ...attributes, ...own }),
          holds: this.#holds(child, own['holds'] ?? attributes['holds']),
          cells: cellsOf(cells, child, within),
          ...(own['when'] === undefined ? {} : { when: own['when'] }),
        },
      ];
    });
    return [{ kind: 'table', caption, columns, rows }];
  }

  /** The lines of a log, to be filled in by hand as things happen: they say nothing, and their columns are our own. */
  #blankRows(node: Node, rows: string, columns: readonly string[]): Row[] {
    if (!/^[1-9]\d?$/.test(rows) || (node.children ?? []).some((child) => !isBlank(child))) {
      this.#report(node, {
        id: 'Table',
        found: 'its blank rows are not counted, or it holds cells as well',
        remedy: 'write <Table caption="…" columns="…" rows="4" /> for four blank rows, and nothing in it',
      });
      return [];
    }
    return Array.from({ length: Number(rows) }, () => ({
      clauses: [],
      law: [],
      authority: [],
      project: true,
      holds: [],
      cells: columns.map(() => []),
    }));
  }

  #collection(node: Node, named: string | undefined): Collection | undefined {
    const names = Object.keys(COLLECTIONS) as Collection[];
    const of = names.find((name) => name === named);
    if (of === undefined)
      this.#report(node, {
        id: node.name ?? '',
        found: `there is no collection “${named ?? ''}” to go over`,
        remedy: `name one of ${names.join(', ')}`,
      });
    return of;
  }

  #line(node: Node, within: Within): Line {
    const attributes = this.#attributes(node, ['holds', 'clauses', 'law', 'authority', 'project']);
    const paragraphs = (node.children ?? []).filter(({ type }) => type === 'paragraph');
    if (paragraphs.length > 1)
      this.#report(node, {
        id: 'Line',
        found: 'it holds several paragraphs',
        remedy: 'write one <Line> for each, so that each says what it rests on',
      });
    return {
      ...this.#restsOn(node, attributes),
      pieces: this.#pieces(node, within),
      holds: this.#holds(node, attributes['holds']),
    };
  }

  #restsOn(node: Node, { clauses, law, authority, project }: Record<string, string>): RestsOn {
    const rests = {
      clauses: words(clauses),
      law: words(law),
      authority: (authority ?? '')
        .split(';')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
      project: project !== undefined,
    };
    if (!rests.project && [rests.clauses, rests.law, rests.authority].every((all) => all.length === 0))
      this.#report(node, {
        id: node.name ?? '',
        found: 'nothing says what it rests on',
        remedy: 'name clauses="…", law="…" or authority="…", or write project for this project’s own advice',
      });
    return rests;
  }

  #holds(node: Node, named: string | undefined): string[] {
    return words(named).filter((point) => {
      this.used.holds.add(point);
      const known = this.#front.holds.map(({ id }) => id);
      if (known.includes(point)) return true;
      this.#report(node, {
        id: point,
        found: 'the list of what the text has to hold has no such point',
        remedy: `name one of its ids${orPerhaps(point, known)}`,
      });
      return false;
    });
  }

  /** The words and gaps of a line or a cell. */
  #pieces(node: Node, within: Within): Piece[] {
    const pieces: Piece[] = [];
    const visit = (part: Node): void => {
      if (part.type === 'text') pieces.push((part.value ?? '').replace(/\s+/g, ' '));
      else if (part.type === 'break') pieces.push(' ');
      else if (part.type === 'paragraph') (part.children ?? []).forEach(visit);
      else if (isElementOf(part, 'Gap')) {
        const { id = '' } = this.#attributes(part, ['id']);
        this.#knows(part, 'gaps', id, within);
        pieces.push({ gap: id });
      } else
        this.#report(part, {
          id: part.name ?? '',
          found: `a ${part.name ?? part.type} stands in a line`,
          remedy: 'let it hold plain words and <Gap id="…" />; write an address out as words',
        });
    };
    (node.children ?? []).forEach(visit);
    const joined = pieces.reduce<Piece[]>((so, piece) => {
      const last = so.at(-1);
      if (typeof piece === 'string' && typeof last === 'string')
        return [...so.slice(0, -1), `${last}${piece}`.replace(/ +/g, ' ')];
      return [...so, piece];
    }, []);
    const trimmed = joined
      .map((piece, place) => {
        if (typeof piece !== 'string') return piece;
        const start = place === 0 ? piece.trimStart() : piece;
        return place === joined.length - 1 ? start.trimEnd() : start;
      })
      .filter((piece) => piece !== '');
    if (trimmed.length === 0)
      this.#report(node, {
        id: node.name ?? '',
        found: `a <${node.name}> has no words`,
        remedy: 'write the sentence between its tags',
      });
    return trimmed;
  }

  #plain(node: Node): string | undefined {
    const parts = (node.children ?? []).map((part) =>
      part.type === 'text' ? (part.value ?? '') : undefined,
    );
    if (parts.length > 0 && parts.every((part) => part !== undefined))
      return parts.join('').replace(/\s+/g, ' ').trim();
    this.#report(node, { found: 'a heading holds more than words', remedy: 'write plain words, and no gap' });
    return undefined;
  }

  /** Whether a gap or a condition has words, and stands where its row is. */
  #knows(node: Node, what: 'gaps' | 'conditions', id: string, within: Within): void {
    this.used[what].add(id);
    const one = what === 'gaps' ? 'gap' : 'condition';
    const known = [...Object.keys(this.#front[what]), ...Object.keys(this.#shared[what])];
    if (!known.includes(id))
      this.#report(node, {
        id: id === '' ? one : id,
        found: `there are no words for this ${one}`,
        remedy: `name it under ${what} between the --- lines, or in content/documents/shared.yaml${orPerhaps(id, known)}`,
      });
    const row = /^(use|list|supplier)\./.exec(id)?.[1];
    if (row !== undefined && (within === undefined || COLLECTIONS[within] !== row))
      this.#report(node, {
        id,
        found: `this ${one} is about one ${row}, and stands where none is gone over`,
        remedy: `put it inside <Each of="${row}s"> or a table of="${row}s"`,
      });
  }
}

/** Where an element stands in a paragraph by itself, the element. */
function unwrapped(node: Node): Node[] {
  return node.type === 'paragraph' ? (node.children ?? []).filter((child) => !isBlank(child)) : [node];
}

/**
 * Reads a text. What is faulty is left out and told.
 * @param firstLine the number, in the file, of the body’s first line
 */
export function readDocument(
  front: DocumentFrontMatter,
  body: string,
  file: string,
  shared: Pick<SharedTextWords, 'gaps' | 'conditions'>,
  firstLine = 1,
): { readonly text: TextWords; readonly faults: readonly ContentError[] } {
  const reader = new BodyReader(file, firstLine, front, shared);
  let tree: Node = { type: 'root' };
  try {
    tree = mdxToMdast(body, { features: { frontmatter: false } }) as unknown as Node;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    reader.faults.push(
      new ContentError({
        file,
        found: `this is not well-formed MDX (${reason})`,
        remedy: 'close every tag that was opened',
      }),
    );
  }
  const blocks = reader.blocks(tree.children ?? [], undefined);
  const own = (found: string, id: string, remedy: string): void => {
    reader.faults.push(new ContentError({ file, id, found, remedy }));
  };
  if (reader.faults.length === 0) {
    for (const { id } of front.holds)
      if (!reader.used.holds.has(id))
        own(
          'no line meets this point of what the text has to hold',
          id,
          `write holds="${id}" on the <Line> that does`,
        );
    for (const gap of Object.keys(front.gaps))
      if (!reader.used.gaps.has(gap)) own('no line has this gap', gap, 'use it, or take it out');
    for (const condition of Object.keys(front.conditions))
      if (!reader.used.conditions.has(condition))
        own('nothing stands under this condition', condition, 'use it, or take it out');
  }
  const gaps: Readonly<Record<string, GapWords>> = front.gaps;
  return { text: { ...front, gaps, blocks }, faults: reader.faults };
}
