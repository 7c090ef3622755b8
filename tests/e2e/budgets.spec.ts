/**
 * What a page costs someone on a slow line or an old telephone. Bytes and requests fail above their budget; times
 * are reported, and fail at three times theirs, because machines are noisy.
 *
 * Sizes are those of brotli at its best, which common hosts send. The service worker is left out: it starts after
 * the page has loaded, and what it keeps for offline use is no part of a first view.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

import type { Page, TestInfo } from '@playwright/test';

import type { Answers } from '../../src/engine/define.ts';
import { site } from '../site-under-test.ts';
import { dist, filesIn, kindsOfPage } from './built.ts';
import { bought, letters } from './people.ts';
import { expect, test } from './test.ts';

// Taking down a trace slows the page that is measured.
test.use({ trace: 'off' });

/** One first flight of packets. */
const READING_PAGE_BYTES = 14_600;
const READING_PAGE_SCRIPT_BYTES = 1000;
const QUESTIONNAIRE_BYTES = 55_000;
const NEXT_QUESTION_MS = 100;
/** The telephone that times are measured on: this many times slower than the machine. */
const SLOWER = 4;

const compressed = (file: string): number => {
  const bytes = readFileSync(join(dist, file));
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;
};

/** Pages that are read; the questionnaires' own and the records' are worked with. */
const isReadingPage = (file: string): boolean => !/^(questionnaires\/[^/]+|records)\//.test(file);
const readingPages = filesIn(dist).filter((file) => file.endsWith('.html') && isReadingPage(file));

/** Says a figure in one line of the run and in its report. */
function report(info: TestInfo, figure: string): void {
  console.log(figure);
  info.annotations.push({ type: 'measured', description: figure });
}

/** The requests of a page from now on, its icon and manifest left out, as paths inside the site. */
function requestsOf(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) paths.push(request.url().slice(site.length).replace(/#.*$/, ''));
  });
  return paths;
}
const isIconOrManifest = (path: string): boolean => path === 'favicon.svg' || path === 'manifest.webmanifest';

/** Sums up how far the content of a page shifts by itself, from its first moment on. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const shifts = { total: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[]) {
        if (!entry.hadRecentInput) shifts.total += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () =>
    page.evaluate(async () => {
      // What has been painted is reported after the next frame.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return (window as unknown as { shifts: { total: number } }).shifts.total;
    });
}

test('someone on a slow line gets every reading page in one first flight of packets', ({}, info) => {
  expect(readingPages.length).toBeGreaterThan(100);
  const sizes = readingPages
    .map((file) => ({ file, bytes: compressed(file) }))
    .sort((a, b) => b.bytes - a.bytes);
  const [largest] = sizes;
  const median = sizes[Math.floor(sizes.length / 2)];
  report(
    info,
    `Reading pages: ${sizes.length}, largest ${largest?.bytes} bytes (${largest?.file}), median ${median?.bytes}, budget ${READING_PAGE_BYTES}.`,
  );
  expect(sizes.filter(({ bytes }) => bytes > READING_PAGE_BYTES)).toEqual([]);
});

test('someone who reads is sent next to no script, and none from a file of its own', ({}, info) => {
  const scripts = readingPages.map((file) => {
    const html = readFileSync(join(dist, file), 'utf8');
    const found = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
    return {
      file,
      inline: found.reduce((sum, [, , text = '']) => sum + Buffer.byteLength(text), 0),
      external: found.filter(([, attributes = '']) => /\bsrc\s*=/.test(attributes)).length,
      ahead: html.match(/<link[^>]+(?:modulepreload|as="script")/g)?.length ?? 0,
    };
  });
  report(
    info,
    `Script of a reading page: at most ${Math.max(...scripts.map(({ inline }) => inline))} bytes, inline.`,
  );
  expect(scripts.filter(({ inline }) => inline > READING_PAGE_SCRIPT_BYTES)).toEqual([]);
  expect(scripts.filter(({ external, ahead }) => external + ahead > 0)).toEqual([]);
});

test('someone who opens the questionnaire has all of its first view within its budget', async ({
  driver,
  page,
}, info) => {
  const paths = requestsOf(page);
  await driver.open();
  await page.waitForLoadState('networkidle');
  const files = [...new Set(paths)]
    .filter((path) => !isIconOrManifest(path))
    .map((path) => (path === '' || path.endsWith('/') ? `${path}index.html` : path))
    .map((file) => ({ file, bytes: compressed(file) }));
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  report(
    info,
    `Questionnaire, first view: ${total} bytes in ${files.length} requests (${files
      .map(({ file, bytes }) => `${file.split('/').slice(-2).join('/')} ${bytes}`)
      .join(', ')}), budget ${QUESTIONNAIRE_BYTES}.`,
  );
  expect(files.map(({ file }) => file)).toContain('questionnaires/lawful-basis/index.html');
  expect(total).toBeLessThanOrEqual(QUESTIONNAIRE_BYTES);
});

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 412, height: 823 } });

  for (const [kind, path] of Object.entries(kindsOfPage)) {
    const read = isReadingPage(`${path}index.html`);
    const title = read
      ? `someone who opens ${kind} waits for one request, and nothing moves under her eyes`
      : `someone who opens ${kind} sees nothing move under her eyes`;
    test(title, async ({ page }) => {
      const paths = requestsOf(page);
      const shifted = await watchShifts(page);
      await page.goto(new URL(path, site).href);
      await page.waitForLoadState('networkidle');
      if (read) expect(paths.filter((one) => !isIconOrManifest(one))).toEqual([path]);
      expect(await shifted()).toBe(0);
    });
  }

  test('someone who answers sees nothing move but what she presses', async ({ driver, page }) => {
    const shifted = await watchShifts(page);
    await driver.open();
    await page.waitForLoadState('networkidle');
    expect(await shifted()).toBe(0);
    const { who, purpose, 'personal-data': personal } = letters;
    await driver.answerAll({ who, purpose, 'personal-data': personal });
    await driver.asked('sources');
    expect(await shifted()).toBe(0);
  });
});

/** Notes in the page how long it takes from a press of Continue until the next question is painted. */
async function watchAnswers(page: Page): Promise<() => Promise<number[]>> {
  await page.addInitScript(() => {
    const took: number[] = [];
    Object.assign(window, { took });
    let pressed: number | undefined;
    let asked: string | undefined;
    addEventListener(
      'click',
      (event) => {
        if (
          !(event.target instanceof Element) ||
          event.target.closest('form.question [type="submit"]') === null
        )
          return;
        pressed = event.timeStamp;
        asked = document.querySelector('main h1')?.textContent;
      },
      true,
    );
    new MutationObserver(() => {
      const heading = document.querySelector('main h1')?.textContent;
      if (pressed === undefined || heading === undefined || heading === asked) return;
      const begun = pressed;
      pressed = undefined;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => took.push(performance.now() - begun);
        port2.postMessage(undefined);
      });
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { took: number[] }).took);
}

test('someone with an old telephone has the next question before she wonders whether she pressed', async ({
  driver,
  page,
}, info) => {
  test.slow();
  const took = await watchAnswers(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const times: number[] = [];
  for (const answers of [letters, bought] as readonly Answers[]) {
    await driver.open();
    await driver.answerAll(answers);
    await expect(driver.heading).toHaveText(/^Check your answers/);
    await expect.poll(async () => (await took()).length).toBe(Object.keys(answers).length);
    times.push(...(await took()));
    await page.evaluate(() => sessionStorage.clear());
    await page.goto(new URL('changes/', site).href);
  }
  times.sort((one, other) => one - other);
  const at = (part: number): number => Math.round(times[Math.ceil(part * times.length) - 1] ?? Infinity);
  report(
    info,
    `Answer to next question, CPU ${SLOWER} times slower: median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms of ${times.length}; aim ${NEXT_QUESTION_MS}.`,
  );
  expect(at(0.95)).toBeLessThanOrEqual(3 * NEXT_QUESTION_MS);
});
