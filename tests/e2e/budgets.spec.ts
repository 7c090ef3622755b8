/**
 * What pages cost people on a slow line and an old phone. Bytes are counted as hosts send them, compressed with
 * brotli at its best; the service worker and what it keeps for later are left out, as no page waits for them. Bytes,
 * requests and shifts that are too many fail; times are reported, and fail only at three times what is aimed at,
 * because machines that run tests are noisy.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

import { keptFiles } from '../../src/integrations/service-worker.ts';
import { site } from '../site-under-test.ts';
import { dist, kindsOfPage, pagesIn } from './built.ts';
import { bought, letters } from './people.ts';
import { islandsAlive } from './screens.ts';
import { countShifts } from './shifts.ts';
import { expect, test } from './test.ts';

// A trace takes a picture of the page at every press, in the very time that is measured here.
test.use({ trace: 'off' });

/** The first flight of a connection: what comes without a further round trip. Bytes. */
const READING_PAGE = 14_600;
/** All that the questionnaire's page fetches before somebody begins to answer. Bytes. */
const QUESTIONNAIRE = 55_000;
/** Inline script of a reading page. Bytes, not compressed. */
const SCRIPT = 1_000;
/** From a press of Continue to the next question on the screen, at the 95th percentile. Milliseconds. */
const NEXT_QUESTION = 100;
const NOISE = 3;

/** What is kept by itself for use without a network, as hosts compress it in passing: the site, and each questionnaire besides. Bytes. */
const KEPT_SITE = 1_840_000;
/** The training besides, all of which has to be there in a hall without a line. Bytes. */
const KEPT_TRAINING = 317_000;
const KEPT_QUESTIONNAIRE = 60_000;

/** What makes a PDF, with its fonts, fetched when somebody asks for one. Bytes. */
const PDF = 215_000;

/** What makes a Word file, and what makes each of the lighter formats. Bytes. */
const WORD = 70_000;
const LIGHT = 3_000;

/** The pages that hold the whole edition, and all texts. Bytes. */
const WHOLE_EDITION = 110_000;

/**
 * What a page may cost that is there to be read. One that holds a whole questionnaire, for print or as a map, every
 * statement or every law change may cost as much as the page that asks a questionnaire.
 */
function limitOf(page: string): number {
  if (page === 'edition/' || page === 'documents/blank/') return WHOLE_EDITION;
  return /^(questionnaires\/[^/]+\/(worksheet|map)|clauses|law)\/$/.test(page) ? QUESTIONNAIRE : READING_PAGE;
}

const brotli = (quality: number) => (bytes: Buffer) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
const compressed = brotli(11);
/** Twenty times as quick, and never smaller. */
const compressedInHaste = brotli(5);
const readPage = (address: string): Buffer => readFileSync(join(dist, address, 'index.html'));
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

const hasIsland = (address: string): boolean => readPage(address).includes('<astro-island');
/** It fetches its script, and the index once somebody is about to search. */
const searchPage = 'search/';
const readingPages = pagesIn(dist).filter((address) => !hasIsland(address) && address !== searchPage);

test('someone on a slow line has each reading page with the first bytes that arrive', () => {
  const sizes = readingPages.map((address): [string, number] => {
    const page = readPage(address);
    const atMost = compressedInHaste(page);
    return [address, atMost > limitOf(address) ? compressed(page) : atMost];
  });
  const largest = sizes.toSorted(([, one], [, other]) => other - one).slice(0, 4);
  console.log(`Largest pages: ${largest.map(([page, bytes]) => `${page} ${kilobytes(bytes)}`).join(', ')}.`);
  const tooLarge = sizes.filter(([page, bytes]) => bytes > limitOf(page));
  expect(sizes.length).toBeGreaterThan(20);
  expect(tooLarge).toEqual([]);
});

test('someone who only reads runs next to no script', () => {
  for (const address of readingPages) {
    const html = readPage(address).toString('utf8');
    const scripts = [...html.matchAll(/<script\b(?<attributes>[^>]*)>(?<code>[^<]*)<\/script>/g)];
    const code = scripts.map(({ groups }) => groups?.['code'] ?? '').join('');
    expect(Buffer.byteLength(code), `inline script of ${address}`).toBeLessThanOrEqual(SCRIPT);
    expect(html.match(/<script\b[^>]*\bsrc=/g), `scripts that ${address} fetches`).toBeNull();
    expect(
      html.match(/<link\b[^>]*rel="(?:modulepreload|stylesheet|preload)"/g),
      `files that ${address} fetches`,
    ).toBeNull();
  }
});

test('someone who opens the questionnaire has her first question for few bytes', async ({ page, driver }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith('http')) asked.push(request.url());
  });
  await page.goto(driver.address, { waitUntil: 'networkidle' });
  await driver.alive();
  const costs = asked.map((url) => {
    const path = new URL(url).pathname.slice(new URL(site).pathname.length);
    return {
      path,
      bytes: compressed(readFileSync(join(dist, path.endsWith('/') ? `${path}index.html` : path))),
    };
  });
  const sum = costs.reduce((total, { bytes }) => total + bytes, 0);
  console.log(
    `The questionnaire's first view is ${kilobytes(sum)} in ${costs.length} requests: ${costs.map(({ path, bytes }) => `${path} ${kilobytes(bytes)}`).join(', ')}.`,
  );
  expect(new Set(asked).size, 'nothing is fetched twice').toBe(asked.length);
  expect(sum).toBeLessThanOrEqual(QUESTIONNAIRE);
});

test('someone who answers has the logic of her questionnaire alone; who opens a record has one file with that of all', async ({
  page,
  driver,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const path = /\/(logic\/.*)\.[0-9a-f]{8}\.js$/.exec(request.url())?.[1];
    if (path !== undefined) asked.push(path);
  });
  await driver.open();
  expect(asked).toEqual([]);
  await driver.answer('who', letters.who);
  await driver.asked('purpose');
  expect(new Set(asked)).toEqual(new Set(['logic/lawful-basis']));
  asked.length = 0;
  await page.goto('records/open/', { waitUntil: 'networkidle' });
  expect(new Set(asked)).toEqual(new Set(['logic/all']));
});

test('someone with little room has the site kept in few bytes, and a questionnaire in fewer than 60 kB on average', () => {
  const kept = keptFiles(dist).filter(({ asked }) => !asked);
  const sum = kept.reduce((total, { bytes }) => total + bytes, 0);
  const questionnaires = kept.flatMap(({ path }) => /^logic\/(?!all\.)([^.]+)\./.exec(path)?.[1] ?? []);
  const own = questionnaires.map((id): readonly [string, number] => [
    id,
    kept
      .filter(({ path }) => path.startsWith(`questionnaires/${id}/`) || path.startsWith(`logic/${id}.`))
      .map(({ path }) => readFileSync(join(dist, path.endsWith('/') ? `${path}index.html` : path)))
      .reduce((total, content) => total + compressed(content), 0),
  ]);
  console.log(
    `Kept by itself: ${kilobytes(sum)} in ${kept.length} files; ${own.map(([id, bytes]) => `${id} ${kilobytes(bytes)}`).join(', ')}.`,
  );
  expect(questionnaires.length).toBeGreaterThan(2);
  expect(sum).toBeLessThanOrEqual(KEPT_SITE + KEPT_TRAINING + questionnaires.length * KEPT_QUESTIONNAIRE);
  expect(own.reduce((all, [, bytes]) => all + bytes, 0) / own.length).toBeLessThan(KEPT_QUESTIONNAIRE);
});

test('someone who wants a PDF fetches what makes it, and its fonts, for few bytes, and nobody has them kept unasked', () => {
  const parts = keptFiles(dist).filter(({ path }) =>
    /^_astro\/(make-pdf\.[^/]*\.js|record-[a-z]+\.[^/]*\.ttf)$/.test(path),
  );
  const sizes = parts.map(({ path }): [string, number] => [path, compressed(readFileSync(join(dist, path)))]);
  const sum = sizes.reduce((total, [, bytes]) => total + bytes, 0);
  console.log(
    `A PDF costs ${kilobytes(sum)}: ${sizes.map(([path, bytes]) => `${path} ${kilobytes(bytes)}`).join(', ')}.`,
  );
  expect(parts.filter(({ path }) => path.endsWith('.ttf'))).toHaveLength(3);
  expect(parts.filter(({ path }) => path.includes('make-pdf'))).toHaveLength(1);
  expect(parts.filter(({ asked }) => !asked)).toEqual([]);
  expect(sum).toBeLessThanOrEqual(PDF);
});

test('someone who wants a Word file, Markdown or plain text fetches what makes it for few bytes, and what makes Word files is kept for nobody unasked', () => {
  const sizes = keptFiles(dist).flatMap(({ path, asked }) => {
    const [, what = ''] = /^_astro\/(docx|markdown|text|read-docx|altered)\.[^/]*\.js$/.exec(path) ?? [];
    return what === '' ? [] : [{ what, asked, bytes: compressed(readFileSync(join(dist, path))) }];
  });
  console.log(`Formats cost: ${sizes.map(({ what, bytes }) => `${what} ${kilobytes(bytes)}`).join(', ')}.`);
  expect(sizes.map(({ what }) => what).sort()).toEqual(['altered', 'docx', 'markdown', 'read-docx', 'text']);
  for (const { what, asked, bytes } of sizes) {
    expect(asked, what).toBe(what === 'docx');
    expect(bytes, what).toBeLessThanOrEqual(what === 'docx' ? WORD : LIGHT);
  }
});

/** So many pages are opened side by side. */
const MOST_TABS = 6;

test.describe('nothing moves under people’s eyes', () => {
  const kinds = Object.entries({ ...kindsOfPage, 'the questionnaire': 'questionnaires/lawful-basis/' });
  for (let first = 0; first < kinds.length; first += MOST_TABS) {
    const some = kinds.slice(first, first + MOST_TABS);
    test(`someone sees a page come to rest at once, on a phone and on a desk, and one to read comes with one request: ${some.map(([kind]) => kind).join(', ')}`, async ({
      context,
    }) => {
      // Side by side: each of them waits until nothing more is fetched.
      const looks = some.map(async ([kind, address]) => {
        const page = await context.newPage();
        const asked: string[] = [];
        page.on('request', (request) => {
          if (request.url().startsWith('http')) asked.push(request.url());
        });
        const shifts = await countShifts(page);
        for (const width of [360, 1280]) {
          asked.length = 0;
          await page.setViewportSize({ width, height: 740 });
          await page.goto(address, { waitUntil: 'networkidle' });
          await islandsAlive(page);
          expect(await shifts(), `${kind} at ${width} px`).toBe(0);
          if (!hasIsland(address) && address !== searchPage)
            expect(asked, kind).toEqual([new URL(address, site).href]);
        }
      });
      await Promise.all(looks);
    });
  }

  test('someone who answers sees nothing move but what she asks for', async ({ page, driver }) => {
    const shifts = await countShifts(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await driver.open();
    for (const [question, answer] of Object.entries(letters).slice(0, 6))
      await driver.answer(question, answer);
    expect(await shifts()).toBe(0);
  });
});

test(
  'someone with an old phone has the next question soon after she presses Continue',
  { tag: '@alone' },
  async ({ page, driver }) => {
    await page.addInitScript(() => {
      const measured = window as { __pressed?: number | undefined; __took?: number[] };
      measured.__took = [];
      addEventListener(
        'submit',
        () => {
          measured.__pressed = performance.now();
        },
        true,
      );
      let heading: Element | null = null;
      new MutationObserver(() => {
        const now = document.querySelector('main h1');
        if (now === null || now === heading) return;
        heading = now;
        const { __pressed: pressed } = measured;
        if (pressed === undefined) return;
        measured.__pressed = undefined;
        // After the frame that shows it.
        requestAnimationFrame(() => setTimeout(() => measured.__took?.push(performance.now() - pressed)));
      }).observe(document, { childList: true, subtree: true });
    });
    const took: number[] = [];
    const first: number[] = [];
    for (const answers of [letters, bought]) {
      await page.goto(new URL('changes/', site).href);
      await page.evaluate(() => sessionStorage.clear());
      await driver.open();
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await driver.answerAll(answers);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      const measured = await page.evaluate(() => (window as { __took?: number[] }).__took ?? []);
      expect(measured.length).toBe(Object.keys(answers).length);
      first.push(...measured.slice(0, 1));
      took.push(...measured.slice(1));
    }
    took.sort((one, other) => one - other);
    const at = (share: number): number =>
      took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Infinity;
    console.log(
      `From Continue to the next question, on a processor four times slower: median ${at(0.5).toFixed(0)} ms, 95th percentile ${at(0.95).toFixed(0)} ms over ${took.length}; after the first question, with what it fetches, ${first.map((one) => one.toFixed(0)).join(' and ')} ms.`,
    );
    expect(at(0.95)).toBeLessThan(NOISE * NEXT_QUESTION);
  },
);
