/** The searches that have to find their answer, as written down beside this file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { root } from '../../src/commands/ready.mjs';

export interface Search {
  query: string;
  /** What answers it: ids of clauses, and addresses of anything else. One of them has to be among the first results. */
  finds: string[];
  /** Who wrote it, where that is somebody who had not seen our headings. */
  author?: 'unseen';
  /** Why it is known to fail. */
  missed?: string;
}

export const searches = parse(
  readFileSync(join(root, 'tests', 'content', 'searches.yaml'), 'utf8'),
) as Search[];

/** Whether a result is what a search has to find. */
export function answers({ finds }: Search, href: string): boolean {
  return finds.some((wanted) => href === wanted || href.endsWith(`/#${wanted}`));
}
