/**
 * Back to a page that the browser kept in memory as it stood, after everything was erased elsewhere. Playwright turns
 * that memory off; here it is on, and each test makes sure that the page did come out of it. The site has browsers drop
 * such pages, where they can (`tests/engines/pages.spec.ts` goes back in each engine); here they cannot.
 */
import type { Page } from '@playwright/test';

import { chromiumOptions } from '../../src/commands/browser.ts';
import { CHOSEN } from '../../src/storage/presence.ts';
import { everyKind } from '../fixtures/site/every-kind/flow.ts';
import { fixtureSite } from '../site-under-test.ts';
import { Driver } from './driver.ts';
import { islandsAlive } from './screens.ts';
import { expect, test } from './test.ts';

test.use({
  launchOptions: {
    ...chromiumOptions(process.env.CLEAR_CANVASS_CHROMIUM),
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
});

const checklist = new URL('checklists/at-the-door/', fixtureSite).href;
const campaign = new URL('campaign/', fixtureSite).href;

const ticksAlive = (page: Page) => page.locator('html[data-ticks="kept"]').waitFor({ state: 'attached' });

/** Such a browser tells a page in its memory nothing. */
async function withoutChannels(page: Page): Promise<void> {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
}

/** Goes to another page of the site, and lets this one say later whether it came back out of memory. */
async function leaveFor(page: Page, address: string): Promise<void> {
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => {
      document.documentElement.dataset['persisted'] = String(persisted);
    }),
  );
  // A page that is left while it still reads what is on the device is dropped from memory once that is erased.
  await page.waitForTimeout(1000);
  await page.goto(address);
}

const outOfMemory = (page: Page): Promise<void> =>
  expect(page.locator('html')).toHaveAttribute('data-persisted', 'true');

async function eraseOnChecklist(page: Page): Promise<void> {
  await ticksAlive(page);
  await page.locator('#ticklist input').first().check();
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'has been erased' })).toBeVisible();
}

/** Everything of ours that this tab and this browser keep. */
const keysOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...Object.keys(sessionStorage), ...Object.keys(localStorage)]);

// What is kept beforehand is put there from a page that is no HTML and names no icon: this browser asks for one by itself.
test.beforeEach(({ faults }) => faults.allow(/favicon\.ico/));

test('someone who erases everything on a checklist finds no answer and no word of hers on going back, and keeps none', async ({
  page,
}) => {
  await withoutChannels(page);
  const driver = new Driver(page, everyKind, fixtureSite);
  await driver.open();
  await driver.answer('stall', 'A raffle for the roof');
  await driver.asked('who');
  await driver.control('who', 'trader').check();
  await expect.poll(async () => (await driver.keptInTab())?.pending).toHaveProperty('who');
  await leaveFor(page, checklist);
  await eraseOnChecklist(page);
  await page.goBack({ waitUntil: 'commit' });
  await outOfMemory(page);
  await driver.asked('stall');
  await expect(driver.control('stall', 'text')).toHaveValue('');
  await expect(page.getByRole('button', { name: 'Erase everything' })).toHaveCount(0);
  expect(await keysOf(page)).toEqual([]);
  await driver.control('stall', 'text').fill('Another stall');
  await expect.poll(async () => (await driver.keptInTab())?.pending).toHaveProperty('stall');
  expect((await driver.keptInTab())?.answers).toEqual({});
});

test('someone who erases everything among her answers finds no tick, no choice and no record on going back', async ({
  page,
}) => {
  await withoutChannels(page);
  const driver = new Driver(page, everyKind, fixtureSite);
  await page.goto(checklist);
  await ticksAlive(page);
  await page.locator('#ticklist input').first().check();
  await page.getByLabel('Who ticked it').fill('R. Penhale');
  await page.getByRole('button', { name: 'Keep them on this device' }).click();
  await expect(page.locator('.keeping')).toContainText('kept on this device');
  await leaveFor(page, campaign);
  await islandsAlive(page);
  await page.getByLabel('What kind of campaigner are you?').selectOption('independent-candidate');
  await page.getByLabel('What is the campaign called?').fill('Netherfold Independents');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Netherfold Independents, Independent candidate')).toBeVisible();
  await leaveFor(page, driver.address);
  await driver.alive();
  await driver.answer('stall', 'A raffle for the roof');
  await driver.asked('who');
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await driver.asked('stall');
  const erased = page.getByRole('status').filter({ hasText: 'has been erased' });
  await expect(erased).toBeVisible();

  // The first question and the second are two steps.
  await page.evaluate(() => history.go(-2));
  await expect(page).toHaveURL(campaign);
  await outOfMemory(page);
  await expect(page.getByLabel('What is the campaign called?')).toHaveValue('');
  await expect(page.getByLabel('What kind of campaigner are you?')).toHaveValue('');
  await page.getByText('Questionnaires, one by one').click();
  await expect(page.locator('[data-questionnaire="every-kind"]')).toHaveText('');
  await page.evaluate(() => history.back());
  await expect(page).toHaveURL(checklist);
  await outOfMemory(page);
  await expect(page.locator('#ticklist input:checked')).toHaveCount(0);
  await expect(page.getByLabel('Who ticked it')).toHaveValue('');
  await page.locator('#ticklist input').nth(1).check();
  await expect(page.locator('#keep')).toContainText('Ticked: 1 of');
  expect(await page.evaluate((key) => localStorage.getItem(key), CHOSEN)).toBeNull();
});

test('someone who erases everything in one tab is told so in another, which keeps nothing more unasked', async ({
  page,
  context,
}) => {
  const driver = new Driver(page, everyKind, fixtureSite);
  await driver.open();
  await driver.answer('stall', 'A raffle for the roof');
  await driver.asked('who');
  const reading = await context.newPage();
  const readingDriver = new Driver(reading, everyKind, fixtureSite);
  await readingDriver.keepInTab(readingDriver.draft({ stall: 'Left on a page that only tells' }));
  await reading.goto(new URL('privacy/', fixtureSite).href);
  const other = await context.newPage();
  await other.goto(checklist);
  await eraseOnChecklist(other);

  await expect.poll(() => keysOf(reading)).toEqual([]);
  const told = page.getByRole('status').filter({ hasText: 'changed or erased in another tab' });
  await expect(told).toBeVisible();
  await driver.answer('who', 'trader');
  await driver.asked('taking');
  expect(await keysOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Take what the other tab has' }).click();
  await driver.asked('stall');
  await expect(driver.control('stall', 'text')).toHaveValue('');
});

test('someone who has erased everything is not told so any more once she has gone on', async ({ page }) => {
  const driver = new Driver(page, everyKind, fixtureSite);
  await driver.openWith({ stall: 'A raffle' });
  await driver.asked('who');
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await driver.asked('stall');
  const told = page.getByText('has been erased');
  await expect(told).toBeVisible();
  await driver.answer('stall', 'Another');
  await driver.asked('who');
  await expect(told).toHaveCount(0);
});
