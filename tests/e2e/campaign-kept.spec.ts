/** What a browser keeps of a campaign, and what someone is told where it keeps nothing or something of another version. */
import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { CHOSEN, draftKey, recordKey } from '../../src/storage/presence.ts';
import { site } from '../site-under-test.ts';
import { begin, campaign, plan, section, weDo } from './campaign-page.ts';
import type { Driver } from './driver.ts';
import { letters } from './people.ts';
import { islandsAlive } from './screens.ts';
import { expect, test } from './test.ts';

/** A page that opens no database. */
const elsewhere = new URL('privacy/', site).href;
const oldRecord = readFileSync(
  new URL('../fixtures/records/v1/2026-11-21-lawful-basis-letters-to-postal-voters.json', import.meta.url),
  'utf8',
);

/** Opens the page, whatever it then shows. */
async function open(page: Page): Promise<void> {
  await page.goto(campaign);
  await islandsAlive(page);
}

async function callIt(page: Page, name: string): Promise<void> {
  const who = section(page, 'Who we are');
  if ((await who.getByLabel(/What is the campaign called/).count()) === 0)
    await who.getByRole('button', { name: /Change/ }).click();
  await who.getByLabel('What kind of campaigner are you?').selectOption('independent-candidate');
  await who.getByLabel(/What is the campaign called/).fill(name);
  await who.getByRole('button', { name: 'Save' }).click();
}

const whoWeAre = (page: Page) => section(page, 'Who we are');

async function keepOnDevice(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keep it on this device' }).click();
  await expect(page.getByText('This campaign is kept in this browser on this device')).toBeVisible();
}

test('someone who kept a record and unfinished answers before there were campaigns finds both', async ({
  page,
}) => {
  await page.goto(elsewhere);
  await page.evaluate(
    ([chosen, json]) =>
      new Promise<void>((resolve, reject) => {
        localStorage.setItem(chosen, 'yes');
        const opening = indexedDB.open('clear-canvass', 2);
        opening.onerror = () => reject(new Error('The database did not open.'));
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore('drafts', { keyPath: 'questionnaire' });
          opening.result.createObjectStore('records', { keyPath: 'fingerprint' });
          opening.result.createObjectStore('checklists', { keyPath: 'moment' });
        };
        opening.onsuccess = () => {
          const { fingerprint, madeAt } = JSON.parse(json) as { fingerprint: string; madeAt: string };
          const writing = opening.result.transaction(['drafts', 'records'], 'readwrite');
          const row = { fingerprint, title: 'The old letters', questionnaire: 'lawful-basis', madeAt, json };
          writing.objectStore('records').put(row);
          const draft = {
            schema: 'clear-canvass/draft/1',
            questionnaire: 'lawful-basis',
            version: '1.1.0',
            answers: { who: 'supplier' },
            revision: 3,
          };
          writing
            .objectStore('drafts')
            .put({ questionnaire: 'lawful-basis', revision: 3, json: JSON.stringify(draft) });
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [CHOSEN, oldRecord] as const,
  );
  await open(page);
  await expect(page.getByRole('link', { name: 'The old letters' })).toBeVisible();
  await page.goto(new URL('questionnaires/lawful-basis/#who', site).href);
  await expect(page.getByRole('radio', { name: /A supplier to a campaign/ })).toBeChecked();
});

test('someone with the campaign in two tabs sees in one what she did in the other, and neither overwrites', async ({
  page,
  context,
}) => {
  await open(page);
  await callIt(page, 'Ada for Elm');
  await keepOnDevice(page);
  const other = await context.newPage();
  await open(other);
  await expect(whoWeAre(other)).toContainText('Ada for Elm');
  await callIt(other, 'Ada for Elm and Oak');
  await expect(whoWeAre(page)).toContainText('Ada for Elm and Oak');
});

test('someone whose device has no more room is told so, and keeps what there was', async ({ page }) => {
  await open(page);
  await callIt(page, 'Ada for Elm');
  await keepOnDevice(page);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('There is no room.', 'QuotaExceededError');
    };
  });
  await callIt(page, 'A longer name');
  await expect(page.getByText('This browser has no room left')).toBeVisible();
  await open(page);
  await expect(whoWeAre(page)).toContainText('Ada for Elm');
});

test('someone who comes back with an older page to a newer store is told, and nothing is lost', async ({
  page,
}) => {
  await open(page);
  await callIt(page, 'Ada for Elm');
  await keepOnDevice(page);
  await page.goto(elsewhere);
  const version = (to: number | undefined) =>
    page.evaluate(
      (wanted) =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('clear-canvass', wanted);
          opening.onerror = () => reject(new Error('The database did not open.'));
          opening.onsuccess = () => {
            const { version: now } = opening.result;
            opening.result.close();
            resolve(now);
          };
        }),
      to,
    );
  await version(99);
  await open(page);
  await expect(page.getByText('does not let the site keep anything')).toBeVisible();
  await page.goto(elsewhere);
  expect(await version(undefined)).toBe(99);
});

/** Plans letters, and opens the page that makes their record, with every question answered in this tab. */
async function toRecordOfLetters(page: Page, driver: Driver): Promise<void> {
  await plan(page, 'Post letters');
  const link = weDo(page).getByRole('link', { name: /^Answer the questions for Post letters/ });
  const address = new URL((await link.getAttribute('href')) ?? '', page.url());
  const use = address.hash.slice(1);
  await page.evaluate(
    ([key, draft]) => sessionStorage.setItem(key as string, draft as string),
    [draftKey(use), JSON.stringify(driver.draft(letters, { use }))],
  );
  await page.goto(address.href);
  await driver.alive();
  await driver.confirm();
  await driver.toRecord();
  await driver.giveDetails();
}

const records = (page: Page) => section(page, 'Records');

test('someone whose browser has no room for the whole of a record is told so, and finds none of it kept', async ({
  page,
  driver,
}) => {
  test.slow();
  await open(page);
  await callIt(page, 'Ada for Elm');
  await keepOnDevice(page);
  await toRecordOfLetters(page, driver);
  // The campaign and the row find room; the record itself does not.
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...row) {
      if (this.name === 'files') throw new DOMException('There is no room.', 'QuotaExceededError');
      return put.apply(this, row);
    };
  });
  await driver.download();
  await expect(page.getByText('no room left, so the record is not kept here')).toBeVisible();
  await open(page);
  await expect(records(page)).toContainText('None yet');
  await expect(weDo(page).locator('li.use')).toContainText('Post letters');
});

test('someone who closes the tab while a record is being kept finds all of it or none', async ({
  page,
  driver,
  context,
}) => {
  test.slow();
  await open(page);
  await callIt(page, 'Ada for Elm');
  await keepOnDevice(page);
  await toRecordOfLetters(page, driver);
  // The row is written and the record waits for ever, as on a disk that does not answer.
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...row) {
      if (this.name !== 'files') return put.apply(this, row);
      document.documentElement.dataset['waits'] = 'yes';
      const again = () => (this.count().onsuccess = again);
      again();
      return this.count() as IDBRequest<IDBValidKey>;
    };
  });
  await driver.download();
  await page.locator('html[data-waits]').waitFor({ state: 'attached' });
  await page.close();
  const later = await context.newPage();
  await open(later);
  await expect(whoWeAre(later)).toContainText('Ada for Elm');
  await expect(records(later)).toContainText('None yet');
  await expect(weDo(later).locator('li.use')).toContainText('Post letters');
});

test('someone who would undo what another tab has since built upon is told why she cannot', async ({
  page,
  context,
}) => {
  await open(page);
  await callIt(page, 'Ada for Elm');
  await keepOnDevice(page);
  await plan(page, 'Post letters', 'Ring people');
  const calls = weDo(page).locator('li.use', { hasText: 'Ring people' });
  await calls.getByText('More', { exact: false }).first().click();
  await calls.getByRole('button', { name: /^Take off the list/ }).click();
  const other = await context.newPage();
  await open(other);
  await callIt(other, 'Ada for Elm and Oak');
  await expect(whoWeAre(page)).toContainText('Ada for Elm and Oak');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Another tab has changed or erased the campaign meanwhile')).toBeVisible();
  await expect(whoWeAre(page)).toContainText('Ada for Elm and Oak');
  await expect(weDo(page).locator('li.use', { hasText: 'Ring people' })).toHaveCount(0);
});

test('someone whose campaign another tab changes while she answers is told what no longer fits, and offered what holds now', async ({
  page,
  driver,
  context,
}) => {
  test.slow();
  await open(page);
  await callIt(page, 'Ada for Elm');
  await keepOnDevice(page);
  await plan(page, 'Post letters');
  await begin(driver, 'Post letters');
  await driver.answer('purpose', letters.purpose);
  const other = await context.newPage();
  await open(other);
  await whoWeAre(other)
    .getByRole('button', { name: /Change/ })
    .click();
  await whoWeAre(other).getByLabel('What kind of campaigner are you?').selectOption('party-candidate');
  await whoWeAre(other).getByRole('button', { name: 'Save' }).click();
  const told = page.getByText('Your campaign was changed in another tab');
  await expect(told).toBeVisible();
  // Nothing was changed under her hands.
  await driver.answer('personal-data', 'yes');
  await expect(told).toBeVisible();
  await driver.open('who');
  await expect(driver.control('who', 'independent-candidate')).toBeChecked();
  await driver.answer('who', 'party-candidate');
  await expect(told).toBeHidden();

  await weDo(other).locator('li.use').getByText('More').click();
  await weDo(other)
    .getByRole('button', { name: /^Take off the list/ })
    .click();
  await expect(page.getByText('This use was taken off your campaign in another tab')).toBeVisible();
});

test('someone with an older page finds a newer version’s campaign and records left as they are, and is asked everything', async ({
  page,
  driver,
}) => {
  await open(page);
  await callIt(page, 'Ada for Elm');
  await keepOnDevice(page);
  await plan(page, 'Post letters');
  const link = weDo(page).getByRole('link', { name: /^Answer the questions for Post letters/ });
  const address = new URL((await link.getAttribute('href')) ?? '', page.url()).href;
  const newer = JSON.stringify({ schema: 'clear-canvass/campaign/99', who: { kind: 'robot' } });
  await page.goto(elsewhere);
  await page.evaluate(
    (json) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('clear-canvass');
        opening.onerror = () => reject(new Error('The database did not open.'));
        opening.onsuccess = () => {
          const writing = opening.result.transaction(['campaigns', 'records'], 'readwrite');
          writing.objectStore('campaigns').put({ place: 'now', revision: 9, json });
          writing.objectStore('records').put({ fingerprint: 'of another kind', madeBy: 'a newer version' });
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    newer,
  );
  await open(page);
  await expect(page.getByText('A newer version of this site kept the campaign')).toBeVisible();
  await expect(page.getByText('One record kept here cannot be read')).toBeVisible();
  await page.goto(address);
  await driver.alive();
  await driver.answer('who', 'independent-candidate');
  await driver.asked('purpose');
  await page.goto(elsewhere);
  const kept = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('clear-canvass');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('campaigns').objectStore('campaigns').get('now');
          reading.onsuccess = () => {
            opening.result.close();
            resolve((reading.result as { json: string }).json);
          };
        };
      }),
  );
  expect(kept).toBe(newer);
});

test('someone with many records finds those of one result, and one by its words', async ({ page }) => {
  await page.goto(elsewhere);
  const { fingerprint: _own, ...record } = JSON.parse(oldRecord) as Record<string, unknown>;
  const rows = (['stop', 'proceed-if', 'proceed', 'not-needed'] as const).flatMap((verdict, kind) =>
    [0, 1].map((place) => ({
      fingerprint: String(2 * kind + place).repeat(64),
      title: place === 0 ? `Siân’s ${verdict}` : `Letters ${verdict}`,
      questionnaire: 'lawful-basis',
      madeAt: `2026-05-0${kind + 1}T1${place}:00:00+01:00`,
      verdict,
    })),
  );
  await page.evaluate(
    (kept) => {
      for (const [key, text] of kept) sessionStorage.setItem(key as string, text as string);
    },
    rows.map((row) => [recordKey(row.fingerprint), JSON.stringify({ row, json: JSON.stringify(record) })]),
  );
  await open(page);
  const listed = records(page).locator('.record-list > li');
  await expect(listed).toHaveCount(8);
  await records(page).getByLabel('With the result').selectOption({ label: 'Stop' });
  await expect(listed).toHaveCount(2);
  await expect(records(page).getByRole('status')).toHaveText('2 records');
  for (const row of await listed.all()) await expect(row).toContainText('Stop.');
  await records(page).getByLabel('Find a record').fill('sian');
  await expect(listed).toHaveCount(1);
  await expect(records(page).getByRole('status')).toHaveText('One record');
  await records(page).getByLabel('With the result').selectOption({ label: 'Any' });
  await expect(listed).toHaveCount(4);
});
