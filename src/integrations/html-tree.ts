/**
 * The HTML of a built page as a tree, and a tree as XML. For what Astro writes, which closes every element that can be
 * closed: anything else is an error here, and never guessed at.
 */
import { attributeOf, readTags } from './built-html.ts';

/** An element, with names in lower case but inside SVG, where they keep their case. */
export interface Element {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: readonly Node[];
}

/** An element, or text with its character references resolved. */
export type Node = Element | string;

const voidElements = new Set([
  'area',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'wbr',
]);
/** What they hold is no text of the page. */
const codeElements = new Set(['script', 'style']);

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/**
 * Reads a page or a part of one.
 *
 * @throws Error where an element is not closed in its turn, or a character reference is unknown
 */
export function readTree(html: string): Node[] {
  const top: Node[] = [];
  const open: { name: string; children: Node[] }[] = [];
  const within = (): Node[] => open.at(-1)?.children ?? top;

  /** Text and closing tags between two opening tags. */
  const readBetween = (text: string): void => {
    for (const part of text.replace(/<!--[\s\S]*?-->|<!doctype[^>]*>/gi, '').split(/(<\/[a-z][^>]*>)/gi)) {
      const closed = /^<\/([a-z][^\s>]*)/i.exec(part)?.[1]?.toLowerCase();
      if (closed === undefined) {
        if (part !== '') within().push(resolve(part));
        continue;
      }
      const last = open.pop();
      if (last?.name.toLowerCase() !== closed)
        throw new Error(`</${closed}> closes <${last?.name ?? 'nothing'}>: ${text.slice(0, 80)}`);
    }
  };

  let done = 0;
  for (const tag of readTags(html)) {
    readBetween(html.slice(done, tag.start));
    const inSvg = tag.name === 'svg' || open.some(({ name }) => name === 'svg');
    const written = html.slice(tag.start + 1, tag.start + 1 + tag.name.length);
    const children: Node[] = [];
    const element: Element = {
      name: inSvg ? written : tag.name,
      attributes: new Map(
        tag.attributes.map(({ name, start }) => [
          inSvg ? nameAsWritten(html, name, start) : name,
          attributeOf(tag, name) ?? '',
        ]),
      ),
      children,
    };
    within().push(element);
    done = tag.end;
    if (codeElements.has(tag.name)) done += tag.text.length;
    const closedHere = voidElements.has(tag.name) || (inSvg && html[tag.end - 2] === '/');
    if (!closedHere) open.push({ name: element.name, children });
  }
  readBetween(html.slice(done));
  const left = open.at(-1);
  if (left) throw new Error(`<${left.name}> is never closed.`);
  return top;
}

/** An attribute’s name in its own case: it stands before its value. */
function nameAsWritten(html: string, name: string, valueStart: number): string {
  const before = html.slice(Math.max(0, valueStart - name.length - 4), valueStart);
  const at = before.toLowerCase().lastIndexOf(name);
  return at < 0 ? name : before.slice(at, at + name.length);
}

function resolve(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    const character = entities[String(name)];
    if (character === undefined) throw new Error(`${whole} is a character reference that is not known here.`);
    return character;
  });
}

/** Makes text fit to stand in XML. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A tree as XML: every element closed, every attribute with a value. */
export function writeXml(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return escapeXml(node);
      const attributes = [...node.attributes]
        .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
        .join('');
      return node.children.length === 0 && voidElements.has(node.name)
        ? `<${node.name}${attributes}/>`
        : `<${node.name}${attributes}>${writeXml(node.children)}</${node.name}>`;
    })
    .join('');
}

/** The first element that fits, at any depth; undefined where there is none. */
export function findElement(
  nodes: readonly Node[],
  fits: (element: Element) => boolean,
): Element | undefined {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    const found = fits(node) ? node : findElement(node.children, fits);
    if (found) return found;
  }
  return undefined;
}

/** All text of a tree, in order. */
export function textOf(nodes: readonly Node[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('');
}

export function hasClass({ attributes }: Element, name: string): boolean {
  return (attributes.get('class') ?? '').split(/\s+/).includes(name);
}
