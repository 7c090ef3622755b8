import { defineConfig } from '@playwright/test';

import { ENGINES } from './tab.ts';

/** One project for each engine; Playwright is the runner here, and drives none of them. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/engines',
  globalSetup: '../site-under-test.ts',
  retries: 0,
  // The engines side by side, and in each one test after the other: an engine is started once.
  workers: ENGINES.length,
  fullyParallel: false,
  // As in the browser tests: a busy machine fails nothing.
  timeout: 600_000,
  forbidOnly: process.env.CI === 'true',
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.CLEAR_CANVASS_REPORT ?? '../../.cache/engines.json' }],
  ],
  projects: ENGINES.map((name) => ({
    name,
    workers: 1,
    ...(name === 'chromium' ? { grepInvert: /@other-engines/ } : {}),
  })),
});
