/**
 * Finds a Chromium for the browser tests or, where the machine has none, tries to install one.
 *
 * Each attempt is ended after a minute, so that a machine without a network is told so soon.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium, type LaunchOptions } from '@playwright/test';

/** Milliseconds after which an attempt is asked to end, and those after which it is made to. */
const askToEndAfter = 55_000;
const makeEndAfter = 59_000;

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
 * As `findChromium`, but tries to install one where there is none: Playwright's own download first,
 * then, for root on Debian and its relatives, the system's package. The package's download is an
 * attempt apart from its installation, so that the minute's limit rarely falls between unpacking
 * and setting up.
 *
 * @param report is given one line for each attempt
 */
export async function findOrInstallChromium(report: (line: string) => void): Promise<string | undefined> {
  const found = await findChromium();
  if (found !== undefined) return found;

  report('No Chromium on this machine: trying Playwright’s download.');
  // Five tries of five seconds: where the network drops packets silently, this ends in half a minute.
  const download = await attempt('playwright', ['install', '--no-shell', 'chromium'], {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000',
  });
  report(`Playwright’s download ${download}.`);
  const downloaded = await findChromium();
  if (downloaded !== undefined) return downloaded;

  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const install = ['install', '-y', '--no-install-recommends', 'chromium'];
  for (const args of [['update'], [...install, '--download-only'], install]) {
    const outcome = await attempt('apt-get', args, { DEBIAN_FRONTEND: 'noninteractive' });
    report(`apt-get ${args.join(' ')} ${outcome}.`);
  }
  return findChromium();
}

/** Whether a program answers to `--version`: it does not where a library of its own is missing. */
async function starts(program: string): Promise<boolean> {
  return (await attempt(program, ['--version', '--no-sandbox'])).startsWith('worked');
}

/** Runs a program with its output hidden, and says in words how that went and how long it took. */
export function attempt(
  program: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<string> {
  const begun = Date.now();
  const child = spawn(program, args, {
    stdio: 'ignore',
    // A process group of its own, so that whatever the program has started ends with it.
    detached: true,
    env: { ...process.env, ...environment },
  });
  const signalGroup = (signal: NodeJS.Signals): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, signal);
    } catch {
      // The group is gone already.
    }
  };
  const asking = setTimeout(signalGroup, askToEndAfter, 'SIGTERM');
  const making = setTimeout(signalGroup, makeEndAfter, 'SIGKILL');
  return new Promise((resolve) => {
    const settle = (result: string): void => {
      clearTimeout(asking);
      clearTimeout(making);
      resolve(`${result} after ${((Date.now() - begun) / 1000).toFixed(1)} s`);
    };
    child.on('error', (error) => settle(`did not start (${error.message})`));
    child.on('exit', (code, signal) => {
      if (signal) settle('was ended');
      else settle(code === 0 ? 'worked' : `failed with code ${code}`);
    });
  });
}
