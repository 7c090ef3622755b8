/** Where files of other formats carry the record: what writes them and what reads them have to agree. */

/** The name of the XML element in which a Word file has it. */
export const RECORD_NAMESPACE = 'urn:clear-canvass:record';

/** The line with which its block in a Markdown file begins. */
export const RECORD_FENCE = '```json clear-canvass-record';

const BLOCK = new RegExp(`(?:^|\\n)${RECORD_FENCE}[ \\t]*\\n`);

/**
 * A Markdown file as the block that holds the record, and all that stands around it. A fault where there is more than
 * one such block, or the block does not end; undefined where there is none.
 */
export function splitMarkdown(
  text: string,
): { readonly block: string; readonly around: string } | 'several' | 'cut-short' | undefined {
  const [before, inside, ...others] = text.replace(/\r\n?/g, '\n').split(BLOCK);
  if (before === undefined || inside === undefined) return undefined;
  if (others.length > 0) return 'several';
  const end = /\n```[ \t]*(?:\n|$)/.exec(inside);
  if (end === null) return 'cut-short';
  return {
    block: inside.slice(0, end.index).trim(),
    around: `${before}\n${inside.slice(end.index + end[0].length)}`,
  };
}
