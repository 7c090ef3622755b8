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
    // Some bundle a script or walk a whole graph, which takes a busy machine longer than the usual five seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    typecheck: {
      enabled: true,
      include: ['tests/**/*.test-d.ts'],
      // The types layer of `npm test` reports errors elsewhere.
      ignoreSourceErrors: true,
    },
  },
});
