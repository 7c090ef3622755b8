/** The village hall with no signal: one visit beforehand is enough. */
import { expect, test } from './test.ts';
import { dist, pagesIn } from './built.ts';
import { DETAILS } from './driver.ts';
import { letters } from './people.ts';
import type { Page } from '@playwright/test';

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
  test.setTimeout(90_000);
  await page.goto('');
  await kept(page);
  await context.setOffline(true);
  for (const address of pagesIn(dist)) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(200);
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

test('A newer version of the site does not reload the page under someone who is answering', async ({
  page,
  driver,
}) => {
  await driver.open();
  await kept(page);
  await driver.answer('who', 'independent-candidate');
  await driver.asked('purpose');
  await driver.control('purpose', 'text').fill('Half a sentence');
  await page.evaluate(() => {
    document.documentElement.dataset['sameDocument'] = 'yes';
  });
  // A worker that differs by one byte is a new version: it must wait.
  await page.route('**/sw.js', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `${await answer.text()}\n// newer` });
  });
  const state = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const controller = navigator.serviceWorker.controller;
    await registration.update();
    return { same: navigator.serviceWorker.controller === controller };
  });
  expect(state.same).toBe(true);
  await expect(page.locator('html')).toHaveAttribute('data-same-document', 'yes');
  await expect(driver.control('purpose', 'text')).toHaveValue('Half a sentence');
});
