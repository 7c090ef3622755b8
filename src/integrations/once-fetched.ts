/**
 * Lets every `import()` of the site wait until its files have come, as `importOnceFetched` says why.
 *
 * Vite’s build puts a function of its own around each `import()` and hands it the files that the import needs, to
 * have them fetched beside each other. This puts ours in its place.
 */
import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

/** The module from which Vite’s build takes that function, and what it is called there. */
const module = '\0vite/preload-helper.js';
const called = '__vitePreload';

const ours = fileURLToPath(new URL('../components/site/import-fetched.ts', import.meta.url));

export function onceFetched(): Plugin {
  return {
    name: 'once-fetched',
    enforce: 'pre',
    load: (id) =>
      id === module ? `export { importOnceFetched as ${called} } from ${JSON.stringify(ours)};` : undefined,
  };
}
