import { defineConfig, devices } from '@playwright/test';

import { chromiumOptions, findChromium } from '../src/commands/browser.ts';
import { fontEnvironment, type FontSetName } from './fonts.ts';
import { site } from './site-under-test.ts';

const executablePath = await findChromium();
// Workers load this file too, and need not look for the browser again.
if (executablePath !== undefined) process.env.CLEAR_CANVASS_CHROMIUM = executablePath;

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
  // A test that passes at the second try hides a fault, in the site or in the test.
  retries: 0,
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env.CI === 'true',
  reporter: [['list'], ['json', { outputFile: '../.cache/playwright.json' }]],
  use: {
    baseURL: site,
    // Taking a trace of every test doubles the time of them all.
    trace: 'off',
  },
  // What depends on how much room text takes is seen in other fonts as well.
  projects: [
    inFonts('wide'),
    { ...inFonts('narrow'), grep: /@every-font|@narrow-too/ },
    { ...inFonts('middling'), grep: /@every-font/ },
  ],
});
