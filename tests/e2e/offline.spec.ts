/** The village hall with no signal: one visit beforehand is enough. */
import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { lawfulBasis } from '../../src/questionnaires/lawful-basis/flow.ts';
import { serve } from '../../src/scaffold/serve.ts';
import { site } from '../site-under-test.ts';
import { dist, kindsOfPage, pagesIn } from './built.ts';
import { DETAILS, Driver } from './driver.ts';
import { before, letters } from './people.ts';
import { expect, test, watch } from './test.ts';

test.use({ serviceWorkers: 'allow' });

/** Waits until the site has been kept and this page is served from what was kept. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null) {
      await new Promise((resolve) =>
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
      );
    }
  });
}

test('Someone who has been here once can open every page without a network', async ({ page, context }) => {
  test.slow();
  await page.goto('');
  await kept(page);
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
  await kept(page);
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
  await kept(page);
  await driver.open();
  const [first, ...rest] = Object.entries(letters);
  await driver.answer(first?.[0] ?? '', first?.[1] ?? '');
  await context.setOffline(true);
  await driver.answerAll(Object.fromEntries(rest));
  await driver.confirm();
  await expect(page.locator('article.outcome h2').first()).toHaveText('Why');
});

test('Someone whose questions cannot be fetched is told so, and loses nothing', async ({
  page,
  context,
  driver,
  faults,
}) => {
  faults.allow(/Failed to load resource|ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  // Nothing has been kept yet: the worker is held back until the page is open.
  await page.route('**/sw.js', (route) => route.abort());
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
  await page.route('**/sw.js', (route) => route.abort());
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

test('A newer version of the site does not reload the page under someone who is answering, nor take its parts away', async ({
  browser,
}, testInfo) => {
  test.slow();
  const folder = testInfo.outputPath('site');
  cpSync(dist, folder, { recursive: true });
  const serving = await serve(folder, { base: '/elsewhere/' });
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  const faults = watch(context, [new URL(serving.address).origin]);
  const page = await context.newPage();
  const driver = new Driver(page, lawfulBasis, serving.address);
  await driver.open();
  await kept(page);
  await driver.answer('who', letters.who);
  await driver.asked('purpose');
  await driver.control('purpose', 'text').fill('Half a sentence');
  await page.evaluate(() => {
    document.documentElement.dataset['sameDocument'] = 'yes';
  });

  // A worker that differs by one byte is a new version, and a new version brings scripts of other names.
  appendFileSync(join(folder, 'sw.js'), '\n// newer');
  rmSync(join(folder, '_astro'), { recursive: true });
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
