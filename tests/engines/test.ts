/**
 * Playwright's `test` with a tab of the engine that the project is named after. Whatever a test is about, it fails
 * where a page reports an error or a breach of its security policy.
 */
import { expect, test as base } from '@playwright/test';

import { chromiumOptions, findChromium } from '../../src/commands/browser.ts';
import { findFirefox, findWebKit } from '../../src/commands/engines.ts';
import { startPuppeteer } from './puppeteer.ts';
import type { Engine, EngineName, Tab } from './tab.ts';
import { startWebKit } from './webkit.ts';

/** What an engine reports and nobody can mend, each with its reason. */
const harmless: Readonly<Record<EngineName, readonly RegExp[]>> = {
  chromium: [],
  firefox: [],
  webkit: [
    // WebKitGTK is built without web app manifests and does not know their directive. Without it, Chromium
    // would fetch none under `default-src 'none'`.
    /Unrecognized Content-Security-Policy directive 'manifest-src'/,
  ],
};

async function start(name: EngineName): Promise<Engine> {
  const absent = (): never => {
    throw new Error(`There is no ${name} on this machine.`);
  };
  if (name === 'webkit') return startWebKit(findWebKit() ?? absent());
  if (name === 'firefox') return startPuppeteer(name, (await findFirefox()) ?? absent());
  const { args = [] } = chromiumOptions(undefined);
  return startPuppeteer(name, (await findChromium()) ?? absent(), ['--no-sandbox', ...args]);
}

export const test = base.extend<{ tab: Tab; expected: RegExp | undefined }, { engine: Engine }>({
  // What the tests of a file bring about themselves, and engines report.
  expected: [undefined, { option: true }],
  engine: [
    async ({}, use, { project }) => {
      const engine = await start(project.name as EngineName);
      await use(engine);
      await engine.close();
    },
    { scope: 'worker' },
  ],
  tab: async ({ engine, expected }, use) => {
    const tab = await engine.newTab();
    await use(tab);
    const faults = await tab.faults();
    await tab.close();
    expect(
      faults.filter(
        (fault) =>
          !harmless[engine.name].some((known) => known.test(fault)) && expected?.test(fault) !== true,
      ),
      'errors and breaches of the policy',
    ).toEqual([]);
  },
});

export { expect };
