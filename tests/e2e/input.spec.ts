/** What people type and do that a page could stumble over: on the small questionnaire that only the tests have. */
import { readFile } from 'node:fs/promises';

import type { Locator, Page } from '@playwright/test';

import { restoreDraft } from '../../src/records/restore-draft.ts';
import { draftKey } from '../../src/storage/presence.ts';
import { everyKind } from '../fixtures/site/every-kind/flow.ts';
import { fixtureSite, site } from '../site-under-test.ts';
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
    await driver.asked('first-name-at');

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
    const driver = fixture(page);
    await driver.openWith(answers, 'outcome');
    const todo = page.locator('.todo').first();
    await todo.getByRole('checkbox').first().check();
    await todo.locator('summary').click();
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
    await todo.locator('summary').click();
    await expect(todo.getByLabel('Done on')).toHaveValue(today);

    await driver.toRecord();
    await driver.giveDetails({ title: 'ok', decidedBy: 'Jo', role: 'Agent', reviewOn: '20277-05-10' });
    await page.locator('#details-reviewOn').blur();
    const year = `Enter the year in four figures, such as ${today.slice(0, 4)}`;
    await saysWhatIsWrong(page.locator('#details-reviewOn'), year);
    await page.getByText('More for the record, if you like').click();
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

/** The main part of a page as it reads. */
const readsAs = async (page: Page): Promise<string> =>
  (await page.getByRole('main').innerText()).replace(/\s+/g, ' ').trim();

/** Does to the page what a browser’s translation does, now and to all that comes: each text gives way to two elements. */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const translateIn = (root: Node): void => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = root instanceof Text ? [root] : [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        if (text.data.trim() === '' || text.parentElement?.closest('font, script, style, textarea')) continue;
        const outer = document.createElement('font');
        const inner = document.createElement('font');
        inner.textContent = text.data;
        outer.append(inner);
        text.replaceWith(outer);
      }
    };
    translateIn(document.body);
    new MutationObserver((records) => {
      for (const { type, target, addedNodes } of records) {
        if (type === 'characterData') translateIn(target);
        for (const node of addedNodes) if (node.isConnected) translateIn(node);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

test.describe('what a page says', () => {
  test('someone who has it translated reads what is true now, not what was true when it was translated', async ({
    page,
    context,
  }) => {
    /** Answers, ticks what is to be done, changes an answer, and writes down what the page says at each step. */
    const journey = async (driver: Driver, translated: boolean): Promise<string[]> => {
      const said: string[] = [];
      const note = async () => said.push(await readsAs(driver.page));
      await driver.openWith(before(answers, 'looking-after'), 'looking-after');
      if (translated) await translate(driver.page);
      await driver.asked('looking-after');
      await note();
      await driver.press();
      await expect(driver.errorSummary).toBeFocused();
      await note();
      await driver.answer('looking-after', answers['looking-after']);
      await driver.answer('complaints-route', 'yes');
      await note();
      await driver.confirm();
      await note();
      await driver.page.locator('.todo > input:not(:checked)').evaluateAll((boxes) => {
        for (const box of boxes) (box as HTMLInputElement).click();
      });
      await note();
      await driver.page.getByRole('button', { name: 'Change an answer' }).click();
      await driver.change('looking-after');
      await driver.control('looking-after', 'one-keeper-yes').check();
      await driver.press();
      await expect(driver.heading).toHaveText(/^Check your answers/);
      await note();
      await driver.confirm();
      await note();
      return said;
    };
    const plain = await journey(fixture(await context.newPage()), false);
    const seen = await journey(fixture(page), true);
    expect(await page.locator('main font').count()).toBeGreaterThan(20);
    expect(new Set(plain).size).toBe(plain.length);
    expect(seen).toEqual(plain);

    await page.goto(new URL('checklists/at-the-door/', fixtureSite).href);
    await page.locator('html[data-ticks="kept"]').waitFor({ state: 'attached' });
    await translate(page);
    const keep = page.locator('#keep');
    await expect(keep).toContainText('Ticked: 0 of');
    await page.locator('#ticklist input').first().check();
    await expect(keep).toContainText('Ticked: 1 of');
    await expect(keep).not.toContainText('Ticked: 0 of');
    await page.getByRole('button', { name: 'Untick every box' }).click();
    await expect(keep).toContainText('Ticked: 0 of');
    await expect(keep).toContainText('Every box is empty again.');
  });

  test('someone whose answers come back after being set aside is told which, and confirms them before they count', async ({
    page,
  }) => {
    const driver = fixture(page);
    await driver.openWith(answers, 'check-answers');
    await driver.change('taking');
    await driver.choose('taking', ['nothing']);
    await driver.press();
    await page.getByRole('button', { name: 'Change my answer' }).click();
    await expect(driver.heading).toHaveText(/^Check your answers/);
    await driver.change('taking');
    await driver.choose('taking', answers.taking);
    await driver.press();
    const told = page.locator('.notice').filter({ hasText: 'have come back' });
    await expect(told.getByRole('listitem')).toHaveCount(8);
    await expect(driver.row('helpers')).toContainText('You gave this answer earlier. It has come back.');
    await expect(driver.row('who')).not.toContainText('It has come back.');
    await driver.reload();
    await expect(told).toBeVisible();
    await driver.change('helpers');
    await driver.press();
    await expect(told.getByRole('listitem')).toHaveCount(7);
    await driver.open('record');
    await expect(told).toBeVisible();
    await driver.confirm();
    await page.getByRole('button', { name: 'Change an answer' }).click();
    await expect(driver.heading).toHaveText(/^Check your answers/);
    await expect(told).toHaveCount(0);
  });

  test('someone who prints the result has every answer that carries it on paper', async ({ page }) => {
    const driver = fixture(page);
    await driver.openWith(answers, 'outcome');
    const reasons = page.locator('.outcome .reasons > li');
    const all = await reasons.count();
    expect(all).toBeGreaterThan(3);
    await expect(reasons.filter({ visible: true })).toHaveCount(3);
    await page.emulateMedia({ media: 'print' });
    await expect(reasons.filter({ visible: true })).toHaveCount(all);
  });
});

test.describe('what a browser refuses', () => {
  test('someone whose page came over plain http is told that this is why there is no record, and takes her answers elsewhere', async ({
    page,
  }) => {
    // What plain http takes away.
    await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
    const driver = fixture(page);
    await driver.openWith(answers, 'record');
    await driver.giveDetails();
    await page.getByRole('button', { name: 'Download the record' }).click();
    const told = page.getByRole('status').filter({ hasText: 'plain http' });
    await expect(told).toContainText('begins with https');
    await expect(told).not.toContainText('connection');
    const coming = page.waitForEvent('download');
    await told.getByRole('button', { name: 'Download your answers' }).click();
    const kept = restoreDraft(await readFile(await (await coming).path(), 'utf8'));
    expect(kept).toMatchObject({ draft: { answers }, leftOut: [] });
  });

  for (const [what, refuses, seen] of [
    ['takes', false, 'copied'],
    ['refuses', true, 'not copied'],
  ] as const) {
    test(`someone whose clipboard ${what} the citation of a statement sees that and hears it`, async ({
      page,
    }) => {
      await page.addInitScript((fails) => {
        navigator.clipboard.writeText = () =>
          fails ? Promise.reject(new DOMException('Refused.', 'NotAllowedError')) : Promise.resolve();
      }, refuses);
      await page.setViewportSize({ width: 360, height: 760 });
      await page.goto(new URL('code/lawful-bases/', site).href);
      const strength = page.locator('main a.strength').first();
      await strength.click();
      await expect(page.getByRole('status').filter({ hasText: new RegExp(`^ *${seen}$`) })).toBeAttached();
      const added = () =>
        strength.evaluate((link) => {
          const { content } = getComputedStyle(link, '::after');
          return content.includes('attr(') ? link.dataset['copied'] : content;
        });
      expect(await added()).toContain(seen);
      await expect.poll(added).toBe('none');
    });
  }

  test('someone whose browser refuses the clipboard is told so, and finds the message selected', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('Refused.', 'NotAllowedError'));
    });
    const driver = fixture(page);
    await driver.openWith(
      {
        ...before(answers, 'helpers'),
        helpers: 'not-known',
        'first-name-at': 'not-known',
        'loss-harm': 'not-known',
        'easily-read': 'not-known',
      },
      'outcome',
    );
    await page.getByText('A message to whoever knows it').first().click();
    await page.getByRole('button', { name: 'Copy the message' }).first().click();
    await expect(page.getByRole('status').filter({ hasText: 'did not let it be copied' })).toBeVisible();
    const message = await page.locator('textarea[id^="message-"]').first().inputValue();
    expect(
      await page.evaluate(() => {
        const box = document.activeElement as HTMLTextAreaElement;
        return box.value.slice(box.selectionStart, box.selectionEnd);
      }),
    ).toBe(message);
  });

  test('someone who drops a file beside the box opens it all the same', async ({ page }) => {
    await page.goto(new URL('records/open/', fixtureSite).href);
    await page.locator('astro-island:not([ssr])').first().waitFor({ state: 'attached' });
    const taken = await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['milk, eggs'], 'list.txt'));
      const over = new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer });
      const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
      document.querySelector('footer, h1')?.dispatchEvent(over);
      document.querySelector('footer, h1')?.dispatchEvent(drop);
      return [over.defaultPrevented, drop.defaultPrevented];
    });
    expect(taken).toEqual([true, true]);
    await expect(page.getByRole('alert')).toContainText('do not carry the record itself');
  });
});
