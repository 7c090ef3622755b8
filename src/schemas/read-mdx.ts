import GithubSlugger from 'github-slugger';
import { mdxToMdast } from 'satteri';
import { ContentError } from './content-error.ts';

/** A heading of a page, with the fragment that Astro gives it. */
export interface Heading {
  depth: number;
  text: string;
  slug: string;
}

/** One component in a page: its attributes as written and what stands inside it as plain text. */
export interface Component {
  name: string;
  attributes: Record<string, string>;
  text: string;
  line: number;
  /** True where the tags stand on lines of their own. */
  block: boolean;
  /** True where another component of the page holds it. */
  inside: string | undefined;
  /** The slug of the heading above it. */
  under: string | undefined;
  /** Position in reading order. */
  order: number;
}

/** A link as written. */
export interface Link {
  href: string;
  line: number;
}

/** What the checks and the pages need to know of an MDX body. */
export interface MdxBody {
  headings: Heading[];
  components: Component[];
  links: Link[];
  /** Each paragraph and list item as plain text, in order, with the slug of the heading above it; what reading age is measured on. */
  prose: { text: string; line: number; under: string | undefined }[];
}

interface Node {
  type: string;
  value?: string;
  alt?: string;
  depth?: number;
  url?: string;
  name?: string | null;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: Node[];
  position?: { start: { line: number } };
}

const blocks = new Set([
  'paragraph',
  'list',
  'listItem',
  'heading',
  'blockquote',
  'table',
  'tableRow',
  'tableCell',
  'mdxJsxFlowElement',
]);

/** The text of a node as a reader hears it, on one line. */
function plainText(node: Node): string {
  const gather = (part: Node): string => {
    if (part.type === 'break') return ' ';
    if (part.type === 'text' || part.type === 'inlineCode') return part.value ?? '';
    const between = part.children?.some(({ type }) => blocks.has(type)) ? ' ' : '';
    return (part.children ?? []).map(gather).join(between);
  };
  return gather(node).replace(/\s+/g, ' ').trim();
}

/** Reads an MDX body. `firstLine` is the number, in the file, of its first line. */
export function readMdx(body: string, file: string, firstLine = 1): MdxBody {
  let tree: Node;
  try {
    tree = mdxToMdast(body, { features: { frontmatter: false } }) as unknown as Node;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new ContentError({
      file,
      found: `this is not well-formed MDX (${reason})`,
      remedy: 'close every tag that was opened',
    });
  }
  const slugger = new GithubSlugger();
  const found: MdxBody = { headings: [], components: [], links: [], prose: [] };

  const visit = (node: Node, inside: string | undefined): void => {
    const line = (node.position?.start.line ?? 1) + firstLine - 1;
    let within = inside;
    if (node.type === 'heading') {
      const text = plainText(node);
      found.headings.push({ depth: node.depth ?? 2, text, slug: slugger.slug(text) });
    } else if (node.type === 'paragraph' || node.type === 'tableCell') {
      const text = plainText(node);
      if (text) found.prose.push({ text, line, under: found.headings.at(-1)?.slug });
    } else if (node.type === 'link' && node.url !== undefined) {
      found.links.push({ href: node.url, line });
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const name = node.name ?? '';
      const attributes: Record<string, string> = {};
      for (const attribute of node.attributes ?? []) {
        if (
          attribute.type !== 'mdxJsxAttribute' ||
          !attribute.name ||
          (attribute.value && typeof attribute.value !== 'string')
        ) {
          throw new ContentError({
            file,
            line,
            id: name,
            found: 'an attribute is computed',
            remedy: 'write it as text between double quotes',
          });
        }
        attributes[attribute.name] = (attribute.value as string | null) ?? '';
      }
      found.components.push({
        name,
        attributes,
        text: plainText(node),
        line,
        block: node.type === 'mdxJsxFlowElement',
        inside,
        under: found.headings.at(-1)?.slug,
        order: found.components.length,
      });
      within = name;
    }
    for (const child of node.children ?? []) visit(child, within);
  };
  visit(tree, undefined);
  return found;
}
