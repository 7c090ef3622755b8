/** What a browser keeps of a campaign, and what someone is told where it keeps nothing or something of another version. */
import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { CHOSEN } from '../../src/storage/presence.ts';
import { site } from '../site-under-test.ts';
import { campaign, section } from './campaign-page.ts';
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
