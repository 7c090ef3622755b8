import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { id, moments, words } from './vocabulary.ts';

/** One entry of `content/plans.yaml`: something that a campaign may plan, and what on this site matters for it. */
const plan = z.strictObject({
  /** Stands in the page and in what a browser keeps. */
  id,
  /** What someone plans, as she would say it. */
  name: words,
  /** One short phrase under it. */
  hint: words,
  /** The questionnaires to take, the most fitting first. */
  questionnaires: z.array(id).min(1),
  /** The statements to read first. */
  clauses: z.array(id).min(1),
  /** The moments whose checklists to tick. */
  checklists: z.array(z.enum(moments)).min(1),
});
export type Plan = z.output<typeof plan>;

/** Reads the plans. @throws Error naming the file and what is wrong with it. */
export function readPlans(root: string = process.cwd()): readonly Plan[] {
  const file = 'content/plans.yaml';
  const read = z.array(plan).safeParse(parse(readFileSync(join(root, file), 'utf8')));
  if (!read.success)
    throw new Error(`${file}: ${z.prettifyError(read.error)}. Mend it as content/README.md shows.`);
  return read.data;
}
