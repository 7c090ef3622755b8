/**
 * `npm run bench`: how the campaign’s page bears a thousand records on the device. It takes the built site, a browser
 * without a window and a processor four times slower, does each thing five times, and prints the medians as a table.
 */
import { chromium, type Browser, type Page } from '@playwright/test';

import { newCampaign, newId, setWho } from '../campaign/campaign.ts';
import { campaignToJson } from '../campaign/read-campaign.ts';
import { rowOf } from '../campaign/register.ts';
import { lawfulBasis } from '../questionnaires/lawful-basis/flow.ts';
import { editions } from '../questionnaires/editions.ts';
import { buildRecord } from '../records/build-record.ts';
import { newDraft } from '../records/draft.ts';
import { withFingerprint } from '../records/fingerprint.ts';
import { wordsOf } from '../records/words.ts';
import { readContent } from '../schemas/read-content.ts';
import { CHOSEN } from '../storage/presence.ts';
import { chromiumOptions, findChromium, findHeadlessShell } from './browser.ts';
import { buildSite } from './build.ts';
import { serve } from './serve.ts';

const RECORDS = 1000;
const TIMES = 5;
const SLOWER = 4;

/** What is measured, and how long it may take. Milliseconds. */
const LIMITS = {
  'first row shown': 1000,
  'search answered': 200,
  'ZIP made': 15_000,
} as const;
type Measured = keyof typeof LIMITS;

const ROW = '.record-list > li';
const SEARCH = '#find-record';
const ZIP = /download.*campaign/i;

interface Kept {
  readonly row: object;
  readonly file: object;
}

/** Records of the site’s own longest kind, no two alike; one alone has the word that is searched for. */
async function makeRecords(): Promise<readonly Kept[]> {
  const content = readContent();
  const words = wordsOf(content, lawfulBasis);
  const example = content.questionnaires
    .find(({ id }) => id === lawfulBasis.id)
    ?.examples.toSorted((a, b) => Object.keys(b.answers).length - Object.keys(a.answers).length)[0];
  if (example === undefined)
    throw new Error('The questionnaire lawful-basis has no examples to make records of.');
  const draft = newDraft(lawfulBasis);
  const reasons = Object.fromEntries(
    Object.entries(lawfulBasis.questions).map(([id, question]) => [
      id,
      Object.fromEntries(Object.keys(question.reasons).map((reason) => [reason, 'For the record.'])),
    ]),
  );
  const { fingerprint: _one, ...body } = await buildRecord({
    questionnaire: lawfulBasis,
    words,
    editions,
    draft: {
      ...draft,
      answers: example.answers,
      reasons,
      details: {
        ...draft.details,
        title: 'Letters',
        campaign: 'Elm ward',
        decidedBy: 'A. Clerk',
        role: 'Agent',
      },
    },
    now: new Date('2026-05-02T11:00:00Z'),
  });
  const made: Kept[] = [];
  for (let place = 0; place < RECORDS; place += 1) {
    const title = place === RECORDS / 2 ? 'The needle' : `Letters, street ${place}`;
    const record = await withFingerprint({ ...body, details: { ...body.details, title } });
    made.push({
      row: rowOf(record),
      file: { fingerprint: record.fingerprint, json: JSON.stringify(record) },
    });
  }
  return made;
}

/** Puts a campaign and the records where the site keeps them, once it has made the place. */
async function keep(page: Page, records: readonly Kept[]): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem(chosen, 'yes'), CHOSEN);
  await page.reload({ waitUntil: 'networkidle' });
  const at = '2026-05-02T12:00:00+01:00';
  const campaign = setWho(
    newCampaign(newId('campaign'), at),
    { kind: 'registered-party', name: 'Elm ward' },
    at,
  );
  await page.evaluate(
    ([all, json]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('clear-canvass');
        opening.onerror = () => reject(new Error('The database did not open.'));
        opening.onsuccess = () => {
          const writing = opening.result.transaction(['campaigns', 'records', 'files'], 'readwrite');
          writing.objectStore('campaigns').put({ place: 'now', revision: 0, json });
          for (const { row, file } of all) {
            writing.objectStore('records').put(row);
            writing.objectStore('files').put(file);
          }
          writing.onabort = () => reject(new Error('The records were not kept.'));
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [records, campaignToJson(campaign).json] as const,
  );
}

/** Milliseconds. On a machine that has other things to do, the page’s own work says more than the clock. */
interface Taken {
  readonly time: number;
  /** What the page’s main thread worked meanwhile. */
  readonly work: number;
}

async function measure(
  browser: Browser,
  address: string,
  records: readonly Kept[],
): Promise<ReadonlyMap<Measured, readonly Taken[]>> {
  const times = new Map<Measured, Taken[]>();
  const add = (what: Measured, taken: Taken) => times.set(what, [...(times.get(what) ?? []), taken]);
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const first = await context.newPage();
  await first.goto(address, { waitUntil: 'networkidle' });
  await keep(first, records);
  await first.close();
  for (let time = 0; time < TIMES; time += 1) {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    let worked = 0;
    /** What the main thread worked since this was asked last. */
    const work = async (): Promise<number> => {
      const { metrics } = await session.send('Performance.getMetrics');
      const before = worked;
      worked = 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
      return worked - before;
    };
    await page.addInitScript((row) => {
      const watch = new MutationObserver(() => {
        if (document.querySelector(row) === null) return;
        watch.disconnect();
        requestAnimationFrame(() => performance.mark('row'));
      });
      watch.observe(document, { childList: true, subtree: true });
    }, ROW);
    await page.goto(address);
    await page.waitForFunction(() => performance.getEntriesByName('row').length > 0);
    const forFirst = await work();
    const row = await page.evaluate(() => performance.getEntriesByName('row')[0]?.startTime ?? NaN);
    add('first row shown', { time: row, work: forFirst });

    await work();
    const search = await page.evaluate(
      ([box, row]) =>
        new Promise<number>((resolve, reject) => {
          const input = document.querySelector<HTMLInputElement>(box);
          if (input === null) {
            reject(new Error('The page has no box to search in.'));
            return;
          }
          const before = performance.now();
          const watch = new MutationObserver(() => {
            if (document.querySelectorAll(row).length !== 1) return;
            watch.disconnect();
            requestAnimationFrame(() => resolve(performance.now() - before));
          });
          watch.observe(document, { childList: true, subtree: true });
          input.value = 'needle';
          input.dispatchEvent(new Event('input', { bubbles: true }));
        }),
      [SEARCH, ROW] as const,
    );
    add('search answered', { time: search, work: await work() });

    const button = page.getByRole('button', { name: ZIP }).first();
    if ((await button.count()) > 0) {
      const before = performance.now();
      const download = page.waitForEvent('download', { timeout: 4 * LIMITS['ZIP made'] });
      await button.click();
      await (await download).path();
      add('ZIP made', { time: performance.now() - before, work: await work() });
    }
    await page.close();
  }
  return times;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

const { folder } = await buildSite('site');
const executable = (await findHeadlessShell()) ?? (await findChromium());
const serving = await serve(folder);
const browser = await chromium.launch(chromiumOptions(executable));
try {
  const times = await measure(browser, new URL('campaign/', serving.address).href, await makeRecords());
  console.log(`\n${RECORDS} records on the device, processor ${SLOWER} times slower, medians of ${TIMES}\n`);
  console.log('| what | median, ms | limit, ms | of it the page’s own work, ms | each, ms |');
  console.log('| --- | --- | --- | --- | --- |');
  for (const [what, limit] of Object.entries(LIMITS)) {
    const taken = times.get(what as Measured);
    const each = taken?.map(({ time }) => Math.round(time)).join(', ') ?? '';
    const middle = (of: (one: Taken) => number): string =>
      taken === undefined ? 'not on the page' : String(Math.round(median(taken.map(of))));
    console.log(
      `| ${what} | ${middle(({ time }) => time)} | ${limit} | ${middle(({ work }) => work)} | ${each} |`,
    );
  }
} finally {
  await browser.close();
  await serving.close();
}
