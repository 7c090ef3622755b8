/** Everything works without a mouse: what has the focus shows it, and the focus goes where the reading goes on. */
import type { Page } from '@playwright/test';

import { lawfulBasis } from '../../src/questionnaires/lawful-basis/flow.ts';
import type { Answer } from '../../src/engine/define.ts';
import { DETAILS, REASON } from './driver.ts';
import { bought, letters } from './people.ts';
import { expect, test } from './test.ts';

/** More stops than any page has between two places. */
const MOST_STOPS = 200;

/** The id of what has the focus, and its text where it has none. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at === null || at === document.body ? '' : at.id || at.textContent.trim();
  });

/** Presses Tab until something whose id or text fits has the focus. */
async function tabTo(page: Page, fits: (at: string) => boolean): Promise<string> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (fits(at)) return at;
  }
  throw new Error('Tab never came to it.');
}

/** Chooses an answer with the keys that a radio group, boxes and text take. */
async function choose(page: Page, id: string, answer: Answer): Promise<void> {
  const { kind } = lawfulBasis.questions[id] ?? {};
  if (kind === 'text') {
    await tabTo(page, (at) => at === `${id}-text`);
    await page.keyboard.insertText(String(answer));
  } else if (kind === 'choices') {
    for (const option of answer as readonly string[]) {
      await tabTo(page, (at) => at === `${id}-${option}`);
      await page.keyboard.press('Space');
    }
  } else if (kind === 'points') {
    for (const [point, said] of Object.entries(answer)) {
      await tabTo(page, (at) => at.startsWith(`${id}-${point}-`));
      await chooseInGroup(page, `${id}-${point}-${said}`);
    }
  } else {
    await tabTo(page, (at) => at.startsWith(`${id}-`) && !at.includes('-reason-'));
    await chooseInGroup(page, `${id}-${answer as string}`);
  }
}

/** Tab comes to the first option of a group where nothing is chosen; the arrows go on from there, and choose. */
async function chooseInGroup(page: Page, option: string): Promise<void> {
  await page.keyboard.press('Space');
  for (let stop = 0; stop < MOST_STOPS && (await focused(page)) !== option; stop += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await expect(page.locator(`[id="${option}"]`)).toBeChecked();
}

for (const [who, answers] of Object.entries({ 'a proceeding': letters, 'a stopping': bought })) {
  test(`someone without a mouse answers ${who} journey and downloads the record`, async ({
    driver,
    page,
  }) => {
    await driver.open();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the main content');
    await expect(page.locator('.skip')).toBeInViewport();
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('main');

    for (const [id, answer] of Object.entries(answers)) {
      await driver.asked(id);
      if (id !== 'who') await expect(driver.heading).toBeFocused();
      await choose(page, id, answer);
      const reasons = await driver.reasonBoxes.count();
      for (let box = 0; box < reasons; box += 1) {
        await tabTo(page, (at) => at.startsWith(`${id}-reason-`));
        await page.keyboard.insertText(REASON);
      }
      await tabTo(page, (at) => at === 'Continue');
      await driver.settled();
      await page.keyboard.press('Enter');
      await page.locator(`[id="${id}-why"]`).waitFor({ state: 'detached' });
    }

    await expect(driver.heading).toHaveText(/^Check your answers/);
    await expect(driver.heading).toBeFocused();
    await tabTo(page, (at) => at === 'Confirm and see the result');
    await page.keyboard.press('Enter');
    await page.locator('article.outcome').waitFor();
    await expect(driver.heading).toBeFocused();
    await tabTo(page, (at) => at === 'Make your record');
    await page.keyboard.press('Enter');
    await expect(driver.heading).toHaveText('Make your record');
    await expect(driver.heading).toBeFocused();
    for (const [name, value] of Object.entries({
      title: DETAILS.title,
      decidedBy: DETAILS.decidedBy,
      role: DETAILS.role,
    })) {
      await tabTo(page, (at) => at === `details-${name}`);
      await page.keyboard.insertText(value);
    }
    await tabTo(page, (at) => at === 'details-reviewOn');
    // The parts of a date are typed one after the other, in the order that the browser's language gives.
    await page.keyboard.type('10102027');
    await tabTo(page, (at) => at === 'Download the record');
    const coming = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await coming).suggestedFilename()).toMatch(/polling-day-letters\.html$/);
  });
}

test('someone without a mouse goes from what is missing to where it is missing', async ({ driver, page }) => {
  await driver.open();
  await tabTo(page, (at) => at === 'Continue');
  await page.keyboard.press('Enter');
  await expect(driver.errorSummary).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('who-registered-party');
  await page.keyboard.press('Space');
  await expect(page.locator('#who-registered-party')).toBeChecked();
});

test('the focus goes to the heading of each new screen, and the page is read from there', async ({
  driver,
  page,
}) => {
  await driver.openWith(letters, 'check-answers');
  await driver.confirm();
  await expect(driver.heading).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBeLessThan(250);
  await page.goBack();
  await expect(driver.heading).toHaveText(/^Check your answers/);
  await expect(driver.heading).toBeFocused();
  await driver.back.click();
  await driver.asked('outweighs');
  await expect(driver.heading).toBeFocused();
});
