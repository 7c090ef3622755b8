/** Which pages the build makes, known from the sources before it has made them: what links in the content may lead to. */
import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

import type { Content } from '../schemas/read-content.ts';
import { moments } from '../schemas/vocabulary.ts';

const publishedIn = ({ questionnaires }: Content): string[] =>
  questionnaires.filter(({ draft }) => !draft).map(({ id }) => id);

/** What stands in the place of the brackets in a path under `src/pages`, as `getStaticPaths` of its pages says. */
const fillings: Readonly<Record<string, (content: Content) => readonly string[]>> = {
  'audits/[chapter]': ({ audits }) => audits.map(({ slug }) => slug),
  'checklists/[moment]': () => moments,
  'clauses/[section]': ({ sections, audits, clauses }) =>
    [...sections, ...audits]
      .filter(({ file }) => clauses.some((clause) => clause.file === file))
      .map(({ slug }) => slug),
  'code/[section]': ({ sections }) => sections.map(({ slug }) => slug),
  'decisions/[id]': ({ decisions }) => decisions.map(({ id }) => id),
  'law/[id]': ({ law }) => law.map(({ id }) => id.toLowerCase()),
  'proof/[id]': (content) =>
    content.proofs
      .map(({ questionnaire }) => questionnaire)
      .filter((id) => publishedIn(content).includes(id)),
  'questionnaires/[id]': publishedIn,
  'training/scenarios/[section]': ({ training }) => [
    ...new Set(training.scenarios.flatMap(({ met }) => met.slice(0, 1))),
  ],
  'training/sessions/[id]': ({ training }) => training.sessions.map(({ id }) => id),
};

/**
 * The address of every page made from `src/pages`, relative to the root of the site. The 404 page has none: hosts show
 * it elsewhere.
 *
 * @throws Error where nothing says what fills the brackets of a path
 */
export function listPages(content: Content): Set<string> {
  const folder = join(content.root, 'src', 'pages');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.astro'))
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => path !== '404.astro');
  return new Set(
    paths.flatMap((path) => {
      const address = path.replace(/(^|\/)index\.astro$/, '$1').replace(/\.astro$/, '/');
      const bracketed = /^.*\[[^\]]+\]/.exec(address)?.[0];
      if (bracketed === undefined) return [address];
      const fill = fillings[bracketed];
      if (fill === undefined) {
        throw new Error(
          `src/pages/${path}: nothing says what fills ${bracketed}; add it in src/integrations/site-pages.ts.`,
        );
      }
      const beforeBrackets = bracketed.slice(0, bracketed.indexOf('['));
      return fill(content).map((value) => `${beforeBrackets}${value}${address.slice(bracketed.length)}`);
    }),
  );
}
