/** Two answers that cannot both be true, on the questionnaire that only the tests have. */
import { everyKind } from '../fixtures/site/every-kind/flow.ts';
import { fixtureSite } from '../site-under-test.ts';
import { fixtureDist, readWords } from './built.ts';
import { CLASH, Driver } from './driver.ts';
import { expect, test } from './test.ts';

const words = readWords('every-kind', fixtureDist);
const said = words.clashes['club-of-one'] ?? 'nothing is said of it';
const answers = {
  stall: 'We take names for a lucky dip.',
  who: 'club',
  taking: ['names'],
  'held-on': '2026-07-04',
} as const;
const rest = {
  'first-name-at': 'not-yet',
  'loss-harm': 'low',
  'easily-read': 'low',
  'looking-after': { 'locked-box': 'yes', 'one-keeper': 'yes', 'day-to-destroy': 'yes' },
  'complaints-route': 'yes',
} as const;

test.beforeEach(async ({ page }) => {
  const driver = new Driver(page, everyKind, fixtureSite);
  await driver.open();
  await driver.answerAll(answers);
  await driver.give('helpers', 0);
  await expect(driver.heading).toHaveText(CLASH);
});

test('Someone whose second answer does not fit the first is told, keeps both, and is told again before the result', async ({
  page,
}) => {
  const driver = new Driver(page, everyKind, fixtureSite);
  await expect(page.getByText(said)).toBeVisible();
  await expect(page).toHaveTitle(/^Two answers do not fit together/);
  await driver.keepBoth();
  await driver.answerAll(rest);
  await expect(page.getByText(said)).toBeVisible();
  // What was kept stays kept: another answer that has nothing to do with it brings nothing up.
  await driver.change('loss-harm');
  await driver.answer('loss-harm', 'medium');
  await expect(driver.heading).toHaveText(/^Check your answers/);
  await driver.confirm();
  expect((await driver.keptInTab())?.clashesKept).toEqual(['club-of-one']);
});

test('Someone who sees it changes the first answer, and is led back to where the questions stood', async ({
  page,
}) => {
  const driver = new Driver(page, everyKind, fixtureSite);
  await page.locator('.summary-list a[href="#who"]').click();
  await driver.give('who', 'family');
  await driver.asked('first-name-at');
  await driver.back.click();
  await driver.shows('who', 'family');
});

test('Someone who sees it changes the second answer, and finds what they chose still there', async ({
  page,
}) => {
  const driver = new Driver(page, everyKind, fixtureSite);
  await page.locator('.summary-list a[href="#helpers"]').click();
  await driver.shows('helpers', 0);
  await driver.control('helpers', 'number').fill('3');
  await driver.press();
  await driver.asked('first-name-at');
  expect((await driver.keptInTab())?.answers['helpers']).toBe(3);
});

test('Someone who goes back from it is at the second question, and a reload loses neither answer', async ({
  page,
}) => {
  const driver = new Driver(page, everyKind, fixtureSite);
  await driver.back.click();
  await driver.shows('helpers', 0);
  await driver.reload();
  await driver.shows('helpers', 0);
  await driver.give('helpers', 0);
  await expect(driver.heading).toHaveText(CLASH);
});
