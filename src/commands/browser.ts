/**
 * Finds a Chromium for the browser tests or, where the machine has none, tries to install one.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium, type LaunchOptions } from '@playwright/test';

import { attempt, installDebianPackages, mayInstall, starts, type Report } from './install.ts';

/** Names under which the systems' packages install it, then where macOS keeps applications. */
const namesOnPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * How every browser test starts Chromium. It talks to no server but the one under test. Chromium's
 * own sandbox is off: root cannot use it, nor can many containers, and only this site's pages are opened.
 */
export function chromiumOptions(executablePath: string | undefined): LaunchOptions {
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

/**
 * The Chromium to test with: the one that CLEAR_CANVASS_CHROMIUM names, or else one already on this
 * machine. Nothing is installed.
 *
 * @returns its absolute path, or undefined where there is none
 * @throws Error where CLEAR_CANVASS_CHROMIUM names something that does not start
 */
export async function findChromium(): Promise<string | undefined> {
  const named = process.env.CLEAR_CANVASS_CHROMIUM;
  if (named) {
    if (await starts(named)) return named;
    throw new Error(`CLEAR_CANVASS_CHROMIUM is set to ${named}, which does not start as a browser.`);
  }
  const onPath = namesOnPath.flatMap((name) =>
    (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
  );
  for (const candidate of new Set([...onPath, ...usualPlaces, chromium.executablePath()])) {
    if (existsSync(candidate) && (await starts(candidate))) return candidate;
  }
  return undefined;
}

/**
 * Chromium without windows of any kind, which lays out and prints the same and takes half the time: the one that
 * CLEAR_CANVASS_HEADLESS_SHELL names, or else one already on this machine. Nothing is installed.
 *
 * @returns its absolute path, or undefined where there is none: then the whole Chromium does its work
 * @throws Error where CLEAR_CANVASS_HEADLESS_SHELL names something that does not start
 */
export async function findHeadlessShell(): Promise<string | undefined> {
  const named = process.env.CLEAR_CANVASS_HEADLESS_SHELL;
  if (named) {
    if (await starts(named)) return named;
    throw new Error(`CLEAR_CANVASS_HEADLESS_SHELL is set to ${named}, which does not start as a browser.`);
  }
  // Whoever names a browser wants the tests to be run in that one.
  if (process.env.CLEAR_CANVASS_CHROMIUM) return undefined;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const candidate = join(folder, 'chromium-headless-shell');
    if (existsSync(candidate) && (await starts(candidate))) return candidate;
  }
  return undefined;
}

/** As `findHeadlessShell`, but asks the system's packages for one where there is none and that is allowed. */
export async function findOrInstallHeadlessShell(report: Report): Promise<string | undefined> {
  const found = await findHeadlessShell();
  if (found !== undefined || process.env.CLEAR_CANVASS_CHROMIUM) return found;
  await installDebianPackages(['chromium-headless-shell'], 'browser tests in half the time', report);
  return findHeadlessShell();
}

/**
 * As `findChromium`, but tries to install one where there is none and that is allowed: Playwright's own download
 * first, then, for root on Debian and its relatives, the system's package.
 *
 * @param report is given one line before each attempt and one after it
 */
export async function findOrInstallChromium(report: Report): Promise<string | undefined> {
  const found = await findChromium();
  if (found !== undefined) return found;

  if (mayInstall()) {
    report(
      'No Chromium on this machine: trying Playwright’s download. CLEAR_CANVASS_NO_INSTALL=1 forbids it.',
    );
    // Five tries of five seconds: where the network drops packets silently, this ends in half a minute.
    const download = await attempt('playwright', ['install', '--no-shell', 'chromium'], {
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000',
    });
    report(`Playwright’s download ${download}.`);
    const downloaded = await findChromium();
    if (downloaded !== undefined) return downloaded;
  }
  await installDebianPackages(['chromium'], 'the browser tests', report);
  return findChromium();
}
