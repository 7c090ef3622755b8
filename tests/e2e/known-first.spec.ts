/** What is painted first where the campaign, or answers that are kept, say already who is asking. */
import type { Page } from '@playwright/test';

import { before, letters } from './people.ts';
import { open, plan, sayWho, weDo } from './campaign-page.ts';
import { expect, test } from './test.ts';

const island = /\/_astro\/Questionnaire\.[^/]*\.js/;
const session = /\/_astro\/open-session\.[^/]*\.js/;

interface Seen {
  __seen: { first: boolean; shifts: number };
}

/** Notes, frame by frame, whether the first question was ever in sight, and sums what has moved. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { first: false, shifts: 0 };
    (window as unknown as Seen).__seen = seen;
    const look = () => {
      seen.first ||= document.getElementById('who-why')?.checkVisibility() ?? false;
      requestAnimationFrame(look);
    };
    look();
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        seen.shifts += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

const seen = async (page: Page) => {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  return page.evaluate(() => (window as unknown as Seen).__seen);
};

/** Holds files back until they are let go. */
async function holdBack(page: Page, files: RegExp): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(files, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

async function planLetters(page: Page): Promise<string> {
  await open(page);
  await sayWho(page);
  await plan(page, 'Post letters');
  const link = weDo(page).getByRole('link', { name: /^Answer the questions for Post letters/ });
  return new URL((await link.getAttribute('href')) ?? '', page.url()).href;
}

const row = (page: Page) => page.locator('.known:visible');

for (const [where, width] of [
  ['a phone', 360],
  ['a desk', 1280],
] as const)
  test(`someone whose campaign says who she is never sees that asked, and nothing moves, on ${where}`, async ({
    page,
    driver,
  }) => {
    await page.setViewportSize({ width, height: 740 });
    const address = await planLetters(page);
    await watch(page);
    const letIsland = await holdBack(page, island);
    const letSession = await holdBack(page, session);
    await page.goto(address, { waitUntil: 'commit' });
    await expect(row(page)).toContainText('An independent candidate');
    const painted = await row(page).boundingBox();
    await expect(page.locator('#introduction')).toBeHidden();
    await expect(driver.back).toBeVisible();
    letIsland();
    // What comes next can be answered before the session is there.
    await driver.control('purpose', 'text').fill('Letters to every voter');
    letSession();
    await driver.alive();
    await expect(row(page)).toHaveCount(1);
    expect(await row(page).boundingBox()).toEqual(painted);
    await expect(driver.control('purpose', 'text')).toHaveValue('Letters to every voter');
    expect(await seen(page)).toEqual({ first: false, shifts: 0 });
    await driver.press();
    await driver.asked('personal-data');
    await page.reload();
    await driver.alive();
    await driver.asked('personal-data');
    expect(await seen(page)).toEqual({ first: false, shifts: 0 });
  });

test('someone who keeps her campaign on the device finds it known in another tab too, before anything is read', async ({
  page,
  context,
}) => {
  const address = await planLetters(page);
  await page.getByRole('button', { name: 'Keep it on this device' }).click();
  await expect(page.getByText('This campaign is kept in this browser on this device')).toBeVisible();
  const other = await context.newPage();
  await watch(other);
  await other.goto(address);
  await other.locator('html[data-asks="yes"]').waitFor({ state: 'attached' });
  await expect(row(other)).toContainText('An independent candidate');
  expect(await seen(other)).toEqual({ first: false, shifts: 0 });
});

test('someone who presses Change before the page is alive comes to the question who she is', async ({
  page,
  driver,
}) => {
  const address = await planLetters(page);
  const release = await holdBack(page, island);
  await page.goto(address, { waitUntil: 'commit' });
  await row(page)
    .getByRole('link', { name: /^Change/ })
    .click();
  release();
  await driver.asked('who');
  await expect(driver.control('who', 'independent-candidate')).toBeChecked();
  await expect(page.locator('#introduction')).toBeVisible();
});

test('someone who comes back to answers that are kept sees where she was, and not the first question', async ({
  page,
  driver,
}) => {
  await driver.keepInTab(driver.draft(before(letters, 'register-entitled')));
  await watch(page);
  await driver.open();
  await driver.asked('register-entitled');
  expect(await seen(page)).toEqual({ first: false, shifts: 0 });
});

test('someone whose campaign is known, and whose scripts do not come, is asked the first question and told so', async ({
  page,
  driver,
  faults,
}) => {
  faults.allow(/Failed to load resource|Error hydrating/);
  test.slow();
  const address = await planLetters(page);
  await page.route(island, (route) => route.abort());
  await page.goto(address);
  await expect(page.locator('#late')).toBeVisible({ timeout: 15_000 });
  await expect(driver.control('who', 'independent-candidate')).toBeVisible();
});
