/** Every kind of question, on a small questionnaire that only the tests have: no page of the site knows it by name. */
import { readFile } from 'node:fs/promises';

import { everyKind } from '../fixtures/site/every-kind/flow.ts';
import { fixtureSite } from '../site-under-test.ts';
import { readWords, fixtureDist } from './built.ts';
import { Driver } from './driver.ts';
import { before } from './people.ts';
import { question } from './screens.ts';
import { expect, test } from './test.ts';

const answers = {
  stall: 'We run a raffle for the roof.',
  who: 'trader',
  taking: ['names', 'phone-numbers', 'allergies'],
  'held-on': '2028-02-29',
  helpers: 12,
  'first-name-at': '2026-05-01T14:30',
  'loss-harm': 'low',
  'easily-read': 'medium',
  told: 'yes',
  'looking-after': {
    'locked-box': 'yes',
    'one-keeper': 'no',
    'day-to-destroy': 'yes',
    'allergy-agreement': 'yes',
  },
  'complaints-route': 'yes',
} as const;

const words = readWords('every-kind', fixtureDist);

test('Someone answers every kind of question and leaves with a record of each', async ({ page }) => {
  const driver = new Driver(page, everyKind, fixtureSite);
  await driver.open();
  await driver.answerAll(answers);
  await driver.confirm();
  await expect(driver.heading).toHaveText(/^Take the names down, once/);
  await expect(page.locator('.outcome .headline')).toHaveText(words.outcomes['fix-first']?.headline ?? '');
  await driver.toRecord();
  await driver.giveDetails();
  const path = await (await driver.download('json')).path();
  const record = JSON.parse(await readFile(path, 'utf8')) as {
    steps: { question: string; answer: unknown; said: string[] }[];
  };
  expect(Object.fromEntries(record.steps.map((step) => [step.question, step.answer]))).toEqual(answers);
  expect(record.steps.find((step) => step.question === 'held-on')?.said).toEqual(['29 February 2028']);
});

test('Someone who knows the hour is told by when each thing is due, to the minute where hours count', async ({
  page,
}) => {
  const driver = new Driver(page, everyKind, fixtureSite);
  const [time, day] = [driver.control('first-name-at', 'time'), driver.control('first-name-at', 'day')];
  await driver.openWith(before(answers, 'first-name-at'), 'first-name-at');
  await driver.asked('first-name-at');
  await day.fill('23 October 2026');
  await time.fill('half past two');
  await driver.press();
  await expect(driver.errorSummary).toContainText('Enter the time in hours and minutes');
  await driver.errorSummary.getByRole('link').click();
  await expect(time).toBeFocused();
  await time.fill('2.30 pm');
  await expect(page.getByRole('status').filter({ hasText: 'Read as' })).toHaveText(
    'Read as 14:30 on 23 October 2026 (UK time)',
  );
  await expect
    .poll(async () => (await driver.keptInTab())?.pending?.['first-name-at']?.answer)
    .toBe('2026-10-23T14:30');
  await driver.reload();
  await expect(day).toHaveValue('23 October 2026');
  await expect(time).toHaveValue('2.30 pm');
  await driver.press();
  await driver.answerAll({ 'loss-harm': 'low', 'easily-read': 'low', told: 'no' });
  await expect(driver.row('first-name-at')).toContainText('14:30 on 23 October 2026 (UK time)');
  await driver.change('first-name-at');
  await driver.shows('first-name-at', '2026-10-23T14:30');
  await driver.press();
  await driver.confirm();
  // Clocks went back on the 25th, so 72 hours end an hour earlier by the clock.
  await expect(page.locator('.last-day')).toHaveText([
    /^Tell the fête committee about the allergies by 13:30 on 26 October 2026 \(UK time\)\..* That time has passed\./,
    /^Answer whoever complained about a call by 21 November 2026\..* That day has passed\./,
    /^Tell everyone whose name you have by 23 November 2026 at the latest\. That day has passed\./,
  ]);
  await driver.toRecord();
  await driver.giveDetails();
  const record = await readFile(await (await driver.download('html')).path(), 'utf8');
  expect(record).toContain('14:30 on 23 October 2026 (UK time)');
  expect(record).toContain('by 13:30 on 26 October 2026 (UK time)');
});

test('Someone can say “I don’t know yet” in every kind that takes it', async ({ page }) => {
  const driver = new Driver(page, everyKind, fixtureSite);
  await driver.open();
  const { stall, who, 'held-on': heldOn } = answers;
  await driver.answerAll({
    stall,
    who,
    taking: ['not-known'],
    'held-on': heldOn,
    helpers: 'not-known',
    'first-name-at': 'not-known',
    'loss-harm': 'not-known',
    'easily-read': 'not-known',
  });
  await expect(driver.heading).toHaveText('Check your answers, then see what they point to');
  await expect(driver.row('helpers')).toContainText('I don’t know yet');
  await driver.confirm();
  await expect(page.locator('.open-point')).not.toHaveCount(0);
});

test('Someone who writes nothing that can be an answer is told what to enter, each time', async ({
  page,
}) => {
  const driver = new Driver(page, everyKind, fixtureSite);
  const number = 'Enter a whole number from 0 to 50';
  for (const [question, refused] of Object.entries({
    stall: { '   ': words.questions['stall']?.error },
    helpers: {
      '-1': number,
      '2.5': number,
      '99999999999999999999': number,
      'a few': number,
      '': words.questions['helpers']?.error,
    },
  })) {
    await driver.openWith(before(answers, question), question);
    await driver.asked(question);
    for (const [write, message] of Object.entries(refused)) {
      await page.locator(`[id="${question}-text"], [id="${question}-number"]`).fill(write);
      await driver.press();
      await expect(driver.errorSummary, write).toBeFocused();
      await expect(driver.errorSummary, write).toContainText(message ?? 'no words');
      await expect(page).toHaveTitle(/^Error: /);
    }
  }
});

test('Someone who leaves points unanswered is told which', async ({ page }) => {
  const driver = new Driver(page, everyKind, fixtureSite);
  await driver.openWith(before(answers, 'looking-after'), 'looking-after');
  await driver.asked('looking-after');
  await driver.control('looking-after', 'locked-box-yes').check();
  await driver.press();
  await expect(driver.errorSummary.getByRole('link')).toHaveCount(3);
  await driver.errorSummary.getByRole('link').first().click();
  await expect(driver.control('looking-after', 'one-keeper-yes')).toBeFocused();
  await expect(driver.control('looking-after', 'locked-box-yes')).toBeChecked();
});

test('Someone’s words, typed before the page has come alive, are still there after', async ({ page }) => {
  const driver = new Driver(page, everyKind, fixtureSite);
  await page.route('**/_astro/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 900));
    await route.continue();
  });
  await page.goto(driver.address, { waitUntil: 'commit' });
  await driver.control('stall', 'text').fill(answers.stall);
  await expect(page.locator('html')).not.toHaveAttribute('data-asks', 'yes');
  await driver.alive();
  await expect(driver.control('stall', 'text')).toHaveValue(answers.stall);
  await driver.press();
  await driver.asked('who');
  expect((await driver.keptInTab())?.answers).toEqual({ stall: answers.stall });
});

test('Someone who refreshes with half an answer of any kind finds it again', async ({ page }) => {
  const driver = new Driver(page, everyKind, fixtureSite);
  await driver.open();
  for (const [question, answer] of Object.entries(answers)) {
    await driver.asked(question);
    await driver.choose(question, answer);
    await expect.poll(async () => (await driver.keptInTab())?.pending?.[question]?.answer).toEqual(answer);
    await driver.reload();
    await driver.shows(question, answer);
    await driver.giveReasons();
    await driver.press();
    await page.locator(`[id="${question}-why"]`).waitFor({ state: 'detached' });
  }
  await expect(driver.heading).toHaveText(/^Check your answers/);
});

test('Someone finds many options under short headings, most usual first, and her record keeps them in the asking order', async ({
  page,
}) => {
  const driver = new Driver(page, everyKind, fixtureSite);
  await driver.openWith(before(answers, 'taking'), 'taking');
  await driver.asked('taking');
  const shown = () =>
    page
      .locator('.options input')
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
  expect(await shown()).toEqual(['allergies', 'names', 'phone-numbers', 'nothing', 'not-known']);
  for (const [heading, label] of [
    ['What keeps them safe', 'Allergies'],
    ['Who they are', 'Names'],
  ] as const)
    await expect(
      page.getByRole('group', { name: heading, exact: true }).getByRole('checkbox', { name: label }),
    ).toBeVisible();

  // What is missing is looked for where the boxes begin.
  await driver.press();
  await driver.errorSummary.getByRole('link').click();
  await expect(driver.control('taking', 'allergies')).toBeFocused();
  await driver.control('taking', 'allergies').check();
  await driver.control('taking', 'nothing').check();
  await expect(driver.control('taking', 'allergies')).not.toBeChecked();
  await driver.control('taking', 'allergies').check();
  await driver.control('taking', 'names').check();
  await expect(driver.control('taking', 'nothing')).not.toBeChecked();
  await driver.press();
  await driver.asked('held-on');
  expect((await driver.keptInTab())?.answers).toMatchObject({ taking: ['names', 'allergies'] });
});

test('Someone who prints the worksheet finds the same headings there', async ({ page }) => {
  await page.goto(new URL('questionnaires/every-kind/worksheet/', fixtureSite).href);
  const lines = await page.locator('#taking').innerText();
  const place = (text: string) => lines.indexOf(text);
  const inOrder = ['What keeps them safe', 'Allergies', 'Who they are', 'Names', 'Nothing about anyone'];
  expect(inOrder.map(place)).toEqual(inOrder.map(place).toSorted((one, other) => one - other));
  expect(place('What keeps them safe')).toBeGreaterThan(0);
  await expect(page.locator('#taking').getByRole('heading', { name: 'Who they are' })).toBeVisible();
});

test('Someone who fills in the worksheet with a pen has boxes for the hour too, where it counts', async ({
  page,
}) => {
  await page.goto(new URL('questionnaires/every-kind/worksheet/', fixtureSite).href);
  const boxes = (question: string) => page.locator(`#${question} .write-figures > li`);
  await expect(boxes('held-on')).toHaveText([/^Day/, /^Month/, /^Year/]);
  await expect(boxes('first-name-at')).toHaveText([
    /^Day/,
    /^Month/,
    /^Year/,
    /^Hour in the UK, 00 to 23, if you know it/,
    /^Minute/,
  ]);
});

test('Someone with a phone finds where data comes from and how people are reached under few headings', async ({
  page,
  driver,
}) => {
  await page.setViewportSize({ width: 360, height: 760 });
  for (const [id, headings] of [
    ['sources', 5],
    ['channel', 5],
  ] as const) {
    await question(id)(driver);
    const groups = page.locator('.options fieldset');
    await expect(groups).toHaveCount(headings);
    for (const group of await groups.all()) await expect(group.locator('legend')).toBeVisible();
    await expect(groups.first().locator('input').first()).toBeVisible();
  }
});
