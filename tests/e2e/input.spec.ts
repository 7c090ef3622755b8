/** What people type and do that a page could stumble over: on the small questionnaire that only the tests have. */
import { readFile } from 'node:fs/promises';

import type { Locator, Page } from '@playwright/test';

import { restoreDraft } from '../../src/records/restore-draft.ts';
import { draftKey } from '../../src/storage/presence.ts';
import { everyKind } from '../fixtures/site/every-kind/flow.ts';
import { fixtureSite } from '../site-under-test.ts';
import { Driver } from './driver.ts';
import { before } from './people.ts';
import { expect, test } from './test.ts';

/** Answers that end with something to do, and every kind of question among them. */
const answers = {
  stall: 'We run a raffle for the roof.',
  who: 'trader',
  taking: ['names', 'phone-numbers', 'allergies'],
  'held-on': '2028-02-29',
  helpers: 12,
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

const FAR_TOO_LONG = 'x'.repeat(210_000);
const SHORTEN = 'Shorten this to 200,000 characters. It has 210,000, and is not kept until then';

const fixture = (page: Page) => new Driver(page, everyKind, fixtureSite);

/** A field is marked as wrong, and says why to whoever sees it and to whoever hears it. */
async function saysWhatIsWrong(field: Locator, message: string): Promise<void> {
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(new RegExp(`Error:\\s*${RegExp.escape(message)}$`));
}

test.describe('what is typed wrong', () => {
  test('someone who types what could not be read again is told at once, and loses nothing by it', async ({
    page,
  }) => {
    const driver = fixture(page);
    const kept = async () => {
      const text = await page.evaluate((key) => sessionStorage.getItem(key) ?? '', draftKey('every-kind'));
      return restoreDraft(text);
    };
    await driver.openWith(before(answers, 'helpers'), 'helpers');
    await driver.asked('helpers');
    await driver.control('helpers', 'number').fill('about 300');
    await driver.control('helpers', 'number').blur();
    const whole = 'Enter a whole number from 0 to 50, in figures';
    await saysWhatIsWrong(driver.control('helpers', 'number'), whole);
    await expect(page.locator('.field-error')).toHaveRole('alert');
    await expect.poll(async () => kept()).toMatchObject({ leftOut: [] });
    await driver.reload();
    await driver.asked('helpers');
    await expect(driver.control('helpers', 'number')).toHaveValue('about 300');
    await saysWhatIsWrong(driver.control('helpers', 'number'), whole);
    await driver.press();
    await expect(driver.errorSummary.getByRole('link')).toHaveText(whole);
    await driver.control('helpers', 'number').fill('3');
    await driver.press();
    await driver.asked('loss-harm');

    await driver.open('stall');
    await driver.control('stall', 'text').fill(FAR_TOO_LONG);
    await saysWhatIsWrong(driver.control('stall', 'text'), SHORTEN);
    await driver.press();
    await expect(driver.errorSummary.getByRole('link')).toHaveText(SHORTEN);
    await driver.reload();
    await driver.shows('stall', answers.stall);
  });

  test('someone who gives days and texts that no record holds is told beside each, and the record opens again', async ({
    page,
  }) => {
    test.slow();
    const driver = fixture(page);
    await driver.openWith(answers, 'outcome');
    const todo = page.locator('.todo').first();
    await todo.getByRole('checkbox').first().check();
    await todo.getByText('How, why, notes').click();
    const today = await todo.getByLabel('Done on').inputValue();
    await todo.getByLabel('Done on').fill('20266-05-10');
    await todo.getByLabel('Done on').blur();
    await saysWhatIsWrong(
      todo.getByLabel('Done on'),
      `Enter the year in four figures, such as ${today.slice(0, 4)}`,
    );
    await todo.getByLabel('Note (optional)').fill(FAR_TOO_LONG);
    await saysWhatIsWrong(todo.getByLabel('Note (optional)'), SHORTEN);
    await driver.reload();
    await todo.getByText('How, why, notes').click();
    await expect(todo.getByLabel('Done on')).toHaveValue(today);

    await driver.toRecord();
    await driver.giveDetails({ title: 'ok', decidedBy: 'Jo', role: 'Agent', reviewOn: '20277-05-10' });
    await page.locator('#details-reviewOn').blur();
    const year = `Enter the year in four figures, such as ${today.slice(0, 4)}`;
    await saysWhatIsWrong(page.locator('#details-reviewOn'), year);
    await page.locator('#details-campaign').fill(FAR_TOO_LONG);
    await saysWhatIsWrong(page.locator('#details-campaign'), SHORTEN);
    await page.getByRole('button', { name: 'Download the record' }).click();
    await expect(driver.errorSummary.getByRole('link')).toHaveText([year, SHORTEN]);
    await page.locator('#details-campaign').fill('Elm ward');
    await page.locator('#details-reviewOn').fill('2028-05-10');
    const file = await (await driver.download()).path();
    await page.goto(new URL('records/open/', fixtureSite).href);
    await page.locator('#open-file').setInputFiles({
      name: 'record.html',
      mimeType: 'text/html',
      buffer: await readFile(file),
    });
    await expect(page.getByRole('heading', { name: 'The record is open' })).toBeVisible();
  });

  test('someone writes a date in her own way, sees how it is read, and is told what is wrong with one that is none', async ({
    page,
  }) => {
    const driver = fixture(page);
    await driver.openWith(before(answers, 'held-on'), 'held-on');
    await driver.asked('held-on');
    const [day, month, year] = (['day', 'month', 'year'] as const).map((part) =>
      driver.control('held-on', part),
    ) as [Locator, Locator, Locator];
    await day.fill('3');
    await month.fill('27');
    await year.fill('26');
    await year.blur();
    await saysWhatIsWrong(month, 'Enter the day first, then the month: there is no month 27');
    await driver.press();
    await driver.errorSummary.getByRole('link').click();
    await expect(month).toBeFocused();
    await day.fill('27');
    await month.fill('march');
    await expect(page.getByText('Read as 27 March 2026')).toBeVisible();
    await month.fill('');
    await year.fill('');
    await day.fill('1 May 28');
    await expect(page.getByText('Read as 1 May 2028')).toBeVisible();
    await driver.press();
    await driver.asked('helpers');
    expect((await driver.keptInTab())?.answers['held-on']).toBe('2028-05-01');
    await driver.back.click();
    await driver.shows('held-on', '2028-05-01');
  });
});
