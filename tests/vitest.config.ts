/// <reference types="vitest/config" />

import { getViteConfig } from 'astro/config';

/**
 * Every test that needs no browser. Astro's own configuration is used, so that content collections,
 * Svelte's runes and `#questionnaires` mean in a test what they mean in the site.
 */
export default getViteConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts'],
    // Content, questionnaires and what is worked out of them are loaded once for a worker, not once for a file.
    isolate: false,
    // Some bundle a script or walk a whole graph, which takes a machine with ten other things to do some minutes. What
    // must be quick is measured as computing; this only ends a test that would never end.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    typecheck: {
      enabled: true,
      include: ['tests/**/*.test-d.ts'],
      // The types layer of `npm test` reports errors elsewhere.
      ignoreSourceErrors: true,
    },
  },
});
