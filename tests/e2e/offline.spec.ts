/** The village hall with no signal: one visit beforehand is enough. */
import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { lawfulBasis } from '../../src/questionnaires/lawful-basis/flow.ts';
import { serve } from '../../src/commands/serve.ts';
import { site } from '../site-under-test.ts';
import { dist, kindsOfPage, pagesIn } from './built.ts';
import { DETAILS, Driver } from './driver.ts';
import { kept, stateOf } from './keeping.ts';
import { before, letters } from './people.ts';
import { expect, test, watch } from './test.ts';

test.use({ serviceWorkers: 'allow' });

const questionnairePage = 'questionnaires/lawful-basis/';

test('Someone who has asked for every page can open every page without a network', async ({
  page,
  context,
}) => {
  await page.goto('offline/');
  await page.getByRole('button', { name: /^Keep every page/ }).click();
  await expect(page.getByText('Every page is here.')).toBeVisible({ timeout: 200_000 });
  await expect(page.getByText(/^(\d+) of \1 pages are kept on this device/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Keep/ })).toHaveCount(0);
  await context.setOffline(true);
  const answers = await page.evaluate(
    (addresses) =>
      Promise.all(
        addresses.map(async (address) => {
          const answer = await fetch(address);
          return { address, status: answer.status, heading: /<h1\b/.test(await answer.text()) };
        }),
      ),
    pagesIn(dist).map((address) => new URL(address, site).href),
  );
  expect(answers.length).toBeGreaterThan(20);
  expect(answers.filter(({ status, heading }) => status !== 200 || !heading)).toEqual([]);
  for (const address of Object.values(kindsOfPage)) {
    await page.goto(address);
    await expect(page.locator('h1').first(), address).toBeVisible();
  }
});

test('Someone without a network can answer every question and download the record', async ({
  page,
  context,
  driver,
}) => {
  await page.goto('');
  await kept(page, questionnairePage);
  await context.setOffline(true);
  await driver.open();
  await driver.answerAll(letters);
  await driver.confirm();
  await driver.toRecord();
  await driver.giveDetails();
  const file = await driver.download();
  expect(file.suggestedFilename()).toMatch(/^\d{4}-\d\d-\d\d-lawful-basis-polling-day-letters\.html$/);
  expect(DETAILS.title).toBe('Polling day letters');
});

test('Someone whose network goes in the middle can go on', async ({ page, context, driver }) => {
  await page.goto('');
  await kept(page, questionnairePage);
  await driver.open();
  const [first, ...rest] = Object.entries(letters);
  await driver.answer(first?.[0] ?? '', first?.[1] ?? '');
  await context.setOffline(true);
  await driver.answerAll(Object.fromEntries(rest));
  await driver.confirm();
  await expect(page.locator('article.outcome .verdict-word').first()).toBeVisible();
  await expect(
    page.locator('article.outcome').getByRole('heading', { name: 'Why', exact: true }),
  ).toBeVisible();
});

test('A newer version of the site does not reload the page under someone who is answering, nor take its parts away', async ({
  browser,
}, testInfo) => {
  const folder = testInfo.outputPath('site');
  cpSync(dist, folder, { recursive: true });
  const serving = await serve(folder, { base: '/elsewhere/' });
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  const faults = watch(context, [new URL(serving.address).origin]);
  const page = await context.newPage();
  const driver = new Driver(page, lawfulBasis, serving.address);
  await driver.open();
  await kept(page, questionnairePage);
  await driver.answer('who', letters.who);
  await driver.asked('purpose');
  await driver.control('purpose', 'text').fill('Half a sentence');
  await page.evaluate(() => {
    document.documentElement.dataset['sameDocument'] = 'yes';
  });

  // A worker that differs by one byte is a new version, and a new version brings scripts of other names.
  appendFileSync(join(folder, 'sw.js'), '\n// newer');
  for (const scripts of ['_astro', 'logic']) rmSync(join(folder, scripts), { recursive: true });
  rmSync(join(folder, 'questionnaires/lawful-basis/words.json'));
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null))
    .toBe(true);

  await expect(page.locator('html')).toHaveAttribute('data-same-document', 'yes');
  await expect(driver.control('purpose', 'text')).toHaveValue('Half a sentence');
  await driver.reload();
  await driver.shows('purpose', 'Half a sentence');
  await driver.answerAll(Object.fromEntries(Object.entries(letters).slice(1)));
  await driver.confirm();
  await driver.toRecord();
  await driver.giveDetails();
  await driver.download();
  expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null)).toBe(true);
  expect(faults.unexpected()).toEqual([]);
  await context.close();
  await serving.close();
});

test('Someone whose first visit was cut short is told plainly what is not kept, and has the rest at the next', async ({
  browser,
}) => {
  const base = '/cut/short/';
  let serving = await serve(dist, { base });
  const { port } = new URL(serving.address);
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  const faults = watch(context, [new URL(serving.address).origin]);
  faults.allow(/Failed to load resource/);
  const page = await context.newPage();
  await page.goto(`${serving.address}${questionnairePage}`);
  await kept(page, questionnairePage);
  await kept(page, 'questionnaires/');
  await serving.close();

  // The last thing that is kept, and two folders down: the links hold at any depth.
  await page.goto(`${serving.address}audits/areas-of-concern/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not kept on this device');
  await page.getByRole('main').getByRole('link', { name: 'The questions that help you decide' }).click();
  await expect(page).toHaveURL(`${serving.address}questionnaires/`);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/not kept/);
  await page.goto(`${serving.address}${questionnairePage}`);
  await new Driver(page, lawfulBasis, serving.address).alive();

  serving = await serve(dist, { base, port: Number(port) });
  await page.goto(`${serving.address}changes/`);
  await kept(page, 'edition/');
  const state = await stateOf(page);
  expect(state.pages).toBeGreaterThan(state.ofPages / 2);
  await serving.close();
  await page.goto(`${serving.address}audits/areas-of-concern/`);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/not kept/);
  expect(faults.unexpected()).toEqual([]);
  await context.close();
});

test('Someone whose browser saves data is asked first, and has nothing fetched until she says so', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.goto('');
  const line = page.getByText('Your browser is set to save data');
  await expect(line).toBeVisible();
  await expect.poll(async () => (await stateOf(page)).doing).toBe('waits');
  await line.getByRole('link').click();
  await expect(page.getByText('so nothing more is fetched unless you ask for it')).toBeVisible();
  expect((await stateOf(page)).pages).toBeLessThanOrEqual(1);
  await page.getByRole('button', { name: /^Keep the pages that most people need \(\d\.\d MB\)$/ }).click();
  await expect.poll(async () => (await stateOf(page)).pages).toBeGreaterThan(1);
});

test('Someone whose device is full is told so, and reads on', async ({ page, context, faults }) => {
  faults.allow(/Quota/);
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(site).origin, quotaSize: 400_000 });
  await page.goto('offline/');
  await expect(page.getByText('There is no room on this device for more')).toBeVisible({ timeout: 60_000 });
  expect((await stateOf(page)).missing).toBeGreaterThan(0);
  await page.goto('code/lawful-bases/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('Nothing is fetched for later while someone waits for a question', async ({ browser }) => {
  const asked: { path: string; at: number }[] = [];
  const held = { from: 0, to: 0 };
  const slow = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, at: Date.now() });
    void (async () => {
      const holds = path.endsWith('/words.json') && held.from === 0;
      if (holds) held.from = Date.now();
      await new Promise((resolve) => setTimeout(resolve, holds ? 4000 : 100));
      const answer = await fetch(new URL(path, site));
      const body = Buffer.from(await answer.arrayBuffer());
      if (holds) held.to = Date.now();
      response.writeHead(answer.status, { 'Content-Type': answer.headers.get('Content-Type') ?? '' });
      response.end(body);
    })();
  });
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(slow.address() as AddressInfo).port}`;
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  const page = await context.newPage();
  const driver = new Driver(page, lawfulBasis, new URL(new URL(site).pathname, origin).href);
  await driver.open();
  // Keeping has begun.
  await page.evaluate(async () => {
    while ((await (await caches.open('clear-canvass-pages')).keys()).length < 3)
      await new Promise((resolve) => setTimeout(resolve, 50));
  });
  await driver.choose('who', letters.who);
  await driver.press();
  await driver.asked('purpose');
  // What the page itself needs is asked for at once, the guidance beside the words.
  const beside = asked.filter(({ at }) => at > held.from + 500 && at < held.to);
  expect(held.to - held.from).toBeGreaterThan(3500);
  expect(beside).toEqual([]);
  const before = asked.length;
  await expect.poll(() => asked.length).toBeGreaterThan(before);
  await context.close();
  slow.closeAllConnections();
  slow.close();
});

test.describe('before anything is kept', () => {
  test.use({ serviceWorkers: 'block' });

  test('Someone whose questions cannot be fetched is told so, and loses nothing', async ({
    page,
    context,
    driver,
    faults,
  }) => {
    faults.allow(/Failed to load resource|ERR_INTERNET_DISCONNECTED|Failed to fetch/);
    await driver.open();
    await context.setOffline(true);
    await driver.choose('who', 'independent-candidate');
    await driver.press();
    await expect(page.getByText('could not be loaded')).toBeVisible();
    await expect(driver.control('who', 'independent-candidate')).toBeChecked();
    await context.setOffline(false);
    await driver.press();
    await driver.asked('purpose');
  });

  test('Someone who comes back while the questions cannot be fetched is told so, and goes on once they can', async ({
    page,
    driver,
    faults,
  }) => {
    faults.allow(/Failed to load resource/);
    await page.route('**/words.json', (route) => route.abort());
    await driver.openWith(before(letters, 'channel'));
    await expect(driver.heading).toHaveText('The questions could not be loaded');
    await expect(page.locator('form.question')).toHaveCount(0);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(driver.heading).toHaveText('The questions could not be loaded');
    await page.unroute('**/words.json');
    await page.getByRole('button', { name: 'Try again' }).click();
    await driver.asked('channel');
    await driver.answer('channel', letters.channel);
    await driver.asked('promotes');
  });

  test('Someone whose line was gone for a moment goes on in every engine: no import is begun before its files are here', async ({
    page,
    driver,
    faults,
  }) => {
    faults.allow(/Failed to load resource/);
    // Firefox and WebKit never try an import again that failed once. A script that is fetched first can be.
    const begun: string[] = [];
    await page.route(/\/(_astro\/open-session|_astro\/engine|logic\/lawful-basis)\.[^/]*\.js$/, (route) => {
      begun.push(route.request().resourceType());
      return route.abort();
    });
    await driver.open();
    await driver.choose('who', letters.who);
    await driver.press();
    await expect(page.getByText('could not be loaded')).toBeVisible();
    expect(new Set(begun)).toEqual(new Set(['fetch']));
    await page.unroute(/\/(_astro\/open-session|_astro\/engine|logic\/lawful-basis)\.[^/]*\.js$/);
    await driver.press();
    await driver.asked('purpose');
  });
});
