import { defineConfig, devices } from '@playwright/test';

import { chromiumOptions, findChromium, findHeadlessShell } from '../src/commands/browser.ts';
import { fontEnvironment, type FontSetName } from './fonts.ts';
import { site } from './site-under-test.ts';

const shell = await findHeadlessShell();
const whole = await findChromium();
const executablePath = shell ?? whole;
// Workers load this file too, and need not look for the browsers again.
if (shell !== undefined) process.env.CLEAR_CANVASS_HEADLESS_SHELL = shell;
if (whole !== undefined) process.env.CLEAR_CANVASS_CHROMIUM = whole;

/** Chromium with the fonts of one set and no others. */
const inFonts = (name: FontSetName) => ({
  name,
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: {
      ...chromiumOptions(executablePath),
      env: { ...process.env, ...fontEnvironment(name) },
    },
  },
});

export default defineConfig({
  testDir: '.',
  testMatch: ['e2e/**/*.spec.ts', 'a11y/**/*.spec.ts'],
  outputDir: '../test-results',
  globalSetup: './site-under-test.ts',
  // A test that passes at the second try hides a fault, in the site or in the test. `npm test` looks again at one or
  // two that failed, by themselves, and tells of them (src/commands/look-again.ts).
  retries: 0,
  // No test is about how quick this machine is, and one that has ten other things to do is no fault of the site. So
  // whatever is waited for may take long; a wait that fails costs time only where something is broken.
  timeout: 600_000,
  expect: { timeout: 30_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env.CI === 'true',
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.CLEAR_CANVASS_REPORT ?? '../.cache/playwright.json' }],
  ],
  use: {
    baseURL: site,
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    // Taking a trace of every test doubles the time of them all.
    trace: 'off',
  },
  // What depends on how much room text takes is seen in other fonts as well.
  projects: [
    { ...inFonts('wide'), grepInvert: /@alone|@narrow-only/ },
    { ...inFonts('narrow'), grep: /@every-font|@narrow-too|@narrow-only/ },
    { ...inFonts('middling'), grep: /@every-font/ },
    // What is measured by the clock: `npm test` runs it when nothing else runs.
    { ...inFonts('wide'), name: 'alone', grep: /@alone/ },
  ],
});
