/** Chromium over its own protocol and Firefox over WebDriver BiDi, both by puppeteer. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import puppeteer, {
  TimeoutError,
  type Browser,
  type ElementHandle,
  type LaunchOptions,
  type Page,
} from 'puppeteer-core';

import type { Engine, Tab } from './tab.ts';

/** Milliseconds after which a page that does not load is a fault. */
const PATIENCE = 60_000;

/** Starts one of the two and leaves it running without a window. */
export async function startPuppeteer(
  name: 'chromium' | 'firefox',
  executablePath: string,
  args: readonly string[] = [],
): Promise<Engine> {
  const downloads = await mkdtemp(join(tmpdir(), `clear-canvass-${name}-`));
  const options: LaunchOptions = {
    browser: name === 'chromium' ? 'chrome' : 'firefox',
    executablePath,
    headless: true,
    args: [...args],
    defaultViewport: { width: 1280, height: 900 },
    downloadBehavior: { policy: 'allow', downloadPath: downloads },
    ...(name === 'firefox' && {
      extraPrefsFirefox: {
        'browser.download.dir': downloads,
        'browser.download.folderList': 2,
        'browser.download.alwaysOpenPanel': false,
        // A window that is not in front has its focus all the same.
        'focusmanager.testmode': true,
      },
    }),
  };
  const browser = await puppeteer.launch(options);
  return {
    name,
    newTab: () => newTab(browser, downloads),
    close: async () => {
      await browser.close();
      await rm(downloads, { recursive: true, force: true });
    },
  };
}

async function newTab(browser: Browser, downloads: string): Promise<Tab> {
  const context = await browser.createBrowserContext({
    downloadBehavior: { policy: 'allow', downloadPath: downloads },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const seen: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) =>
    seen.push(`exception: ${error instanceof Error ? error.message : String(error)}`),
  );
  // Firefox tells a driver nothing of a breach, so the page has to.
  await page.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`breach of ${violatedDirective}: ${blockedURI}`),
    );
  });

  const find = async (selector: string): Promise<ElementHandle> => {
    const found = await page.waitForSelector(selector);
    if (found === null) throw new Error(`Nothing on the page is ${selector}.`);
    return found;
  };
  return {
    downloads,
    open: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    // A page that Firefox had in its memory comes back without being loaded, and no load is reported.
    back: async () =>
      void (await page.goBack({ waitUntil: 'load', timeout: 5000 }).catch((error: unknown) => {
        if (!(error instanceof TimeoutError)) throw error;
      })),
    run: (look, ...args) => run(page, look, args),
    click: async (selector) => {
      const found = await find(selector);
      await found.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await found.click();
    },
    type: async (selector, text) => {
      await find(selector);
      await page.locator(selector).fill(text);
    },
    pressTab: () => page.keyboard.press('Tab'),
    choose: async (selector, path) => {
      const field = await find(selector);
      await (field as ElementHandle<HTMLInputElement>).uploadFile(path);
    },
    resize: (width, height) => page.setViewport({ width, height }),
    picture: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
    faults: () => Promise.resolve(seen),
    close: () => context.close(),
  };
}

/** Puppeteer takes the arguments of a function apart by type, which a function that is handed on cannot follow. */
async function run<Args extends readonly unknown[], Result>(
  page: Page,
  look: (...args: Args) => Result | Promise<Result>,
  args: Args,
): Promise<Result> {
  return (await page.evaluate(`(${String(look)})(...${JSON.stringify(args)})`)) as Result;
}
