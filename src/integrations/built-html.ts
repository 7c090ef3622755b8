/**
 * The pages of a finished build as trees, for the integrations that check them, rewrite them, or make a book of them.
 * Attributes keep their case, since SVG tells `viewBox` from `viewbox`; text and attributes have their character
 * references resolved.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { render } from 'dom-serializer';
import { DomHandler, type AnyNode, type Document, type Element } from 'domhandler';
import { DomUtils, Parser } from 'htmlparser2';

/** Elements that HTML never closes. */
const voidElements = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/**
 * Refuses an element that is not closed in its turn. What Astro writes is well formed, so that is a fault of ours, and
 * a page put right by guessing might not be the one that browsers show.
 */
class WellFormed extends DomHandler {
  readonly #html: string;
  #at: { readonly endIndex: number | null } = { endIndex: 0 };

  constructor(html: string) {
    super();
    this.#html = html;
  }

  override onparserinit(parser: Parameters<DomHandler['onparserinit']>[0]): void {
    super.onparserinit(parser);
    this.#at = parser;
  }

  override onopentag(name: string, attributes: Record<string, string>, implied = false): void {
    if (implied) throw new Error(`<${name}> is closed and was never opened.`);
    super.onopentag(name, attributes);
  }

  override onclosetag(name = '', implied = false): void {
    const end = this.#at.endIndex ?? 0;
    const closesItself = this.#html[end - 1] === '/';
    if (implied && !voidElements.has(name) && !closesItself)
      throw new Error(
        `<${name}> is not closed in its turn: ${this.#html.slice(Math.max(0, end - 80), end + 1)}`,
      );
    super.onclosetag();
  }
}

/** Reads a page or a part of one. @throws Error where an element is not closed in its turn. */
export function readHtml(html: string): Document {
  const handler = new WellFormed(html);
  new Parser(handler, { lowerCaseAttributeNames: false }).end(html);
  return handler.root;
}

/** The HTML of a tree. */
export function writeHtml(tree: AnyNode | AnyNode[]): string {
  return render(tree, { encodeEntities: 'utf8' });
}

/** All elements of a tree, in order. */
export function elementsOf(tree: Document): Element[] {
  return DomUtils.findAll(() => true, tree.children);
}

/**
 * Rewrites every page of a build, in a fixed order.
 *
 * @param change is given the tree of a page and its path in the build, such as `code/consent/index.html`
 */
export function changePages(folder: string, change: (tree: Document, page: string) => void): void {
  const pages = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  for (const page of pages) {
    const file = join(folder, page);
    const tree = readHtml(readFileSync(file, 'utf8'));
    change(tree, page);
    writeFileSync(file, writeHtml(tree));
  }
}
