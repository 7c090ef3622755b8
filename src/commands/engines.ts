/**
 * Finds Firefox and WebKitGTK for the tests that try the site in other engines than Chromium's or, where the machine
 * has none, tries to install them.
 */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { installDebianPackages, starts, type Report } from './install.ts';

/** Debian's own, and names under which others install it; then where macOS keeps applications. */
const firefoxNames = ['firefox-esr', 'firefox'];
const firefoxPlaces = ['/Applications/Firefox.app/Contents/MacOS/firefox'];

/** The programs that WebKitGTK is driven with. */
export interface WebKitPrograms {
  /** Listens for WebDriver. */
  readonly driver: string;
  /** The smallest browser that the driver can open. */
  readonly browser: string;
  /** Draws a screen in memory. */
  readonly screen: string;
}

/**
 * The Firefox to test with: the one that CLEAR_CANVASS_FIREFOX names, or else one already on this machine.
 *
 * @throws Error where CLEAR_CANVASS_FIREFOX names something that does not start
 */
export async function findFirefox(): Promise<string | undefined> {
  const named = process.env.CLEAR_CANVASS_FIREFOX;
  if (named) {
    if (await starts(named)) return named;
    throw new Error(`CLEAR_CANVASS_FIREFOX is set to ${named}, which does not start as a browser.`);
  }
  for (const candidate of [...firefoxNames.map(onPath), ...firefoxPlaces]) {
    if (candidate !== undefined && existsSync(candidate) && (await starts(candidate))) return candidate;
  }
  return undefined;
}

/** WebKitGTK as Debian and its relatives install it, whole or not at all. */
export function findWebKit(): WebKitPrograms | undefined {
  const driver = onPath('WebKitWebDriver');
  const screen = onPath('Xvfb');
  const browser = miniBrowsers().find((place) => existsSync(place));
  return driver && screen && browser ? { driver, screen, browser } : undefined;
}

/** As `findFirefox` and `findWebKit`, but for root on Debian and its relatives installs what is missing. */
export async function findOrInstallEngines(report: Report): Promise<{
  readonly firefox: string | undefined;
  readonly webkit: WebKitPrograms | undefined;
}> {
  const missing = [
    ...((await findFirefox()) === undefined ? ['firefox-esr'] : []),
    ...(findWebKit() === undefined ? ['webkit2gtk-driver', 'xvfb'] : []),
  ];
  if (missing.length > 0) await installDebianPackages(missing, 'the tests in Firefox and WebKit', report);
  return { firefox: await findFirefox(), webkit: findWebKit() };
}

/** Libraries stand in a folder named after the processor, and the browser among them. */
function miniBrowsers(): string[] {
  if (!existsSync('/usr/lib')) return [];
  return readdirSync('/usr/lib', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.endsWith('-linux-gnu'))
    .flatMap(({ name }) =>
      ['4.1', '6.0', '4.0'].map((version) => join('/usr/lib', name, `webkit2gtk-${version}`, 'MiniBrowser')),
    );
}

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((place) => existsSync(place));
}
