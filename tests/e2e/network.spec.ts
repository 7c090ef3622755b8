/** What a browser asks of the network, and what a page may run: nothing that tells what was answered. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import type { Answers } from '../../src/engine/define.ts';
import { site } from '../site-under-test.ts';
import { dist, fixtureDist, filesIn, pagesIn } from './built.ts';
import { Driver } from './driver.ts';
import { bought, leaflets, letters } from './people.ts';
import { expect, test } from './test.ts';

/** Takes down the address of every request, in order. */
function requestsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith('http')) asked.push(`${request.method()} ${request.url()}`);
  });
  return asked;
}

/** Walks answers to the downloaded record and gives every request on the way, sorted. */
async function requestsThrough(page: Page, answers: Answers): Promise<string[]> {
  const asked = requestsOf(page);
  const driver = new Driver(page);
  await driver.open();
  await driver.answerAll(answers);
  await driver.confirm();
  await driver.toRecord();
  await driver.giveDetails();
  await driver.download();
  return [...asked].sort();
}

test('Nobody can tell from the requests what someone answered', async ({ browser }) => {
  const seen: string[][] = [];
  for (const answers of [letters, bought, leaflets]) {
    const context = await browser.newContext({
      serviceWorkers: 'block',
      baseURL: site,
      acceptDownloads: true,
    });
    seen.push(await requestsThrough(await context.newPage(), answers));
    await context.close();
  }
  expect(seen[0]?.length).toBeGreaterThan(5);
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
  for (const request of seen.flat()) {
    expect(request).toMatch(/^GET /);
    expect(new URL(request.slice(4)).search).toBe('');
  }
});

test('Every law change opens under a sub-path with nothing missing, no cookie and no request to another host', async ({
  page,
  context,
}) => {
  // All other pages are opened in a11y/axe.spec.ts, and held there to the same.
  for (const address of pagesIn(dist).filter((path) => /^law\/./.test(path))) {
    await page.goto(address, { waitUntil: 'load' });
    expect(page.url().startsWith(site), address).toBe(true);
  }
  expect(await context.cookies()).toEqual([]);
});

test('Every link within the site leads to a page, and to a place on it', () => {
  const there = new Set([...pagesIn(dist), ...filesIn(dist)]);
  const broken: string[] = [];
  const htmlOf = new Map(
    pagesIn(dist).map((page) => [page, readFileSync(join(dist, page, 'index.html'), 'utf8')]),
  );
  const idsOf = new Map(
    [...htmlOf].map(([page, html]) => [
      page,
      new Set([...html.matchAll(/\bid="([^"]*)"/g)].map(([, id]) => id)),
    ]),
  );
  for (const [page, html] of htmlOf) {
    for (const [, href] of html.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)) {
      const link = new URL(href ?? '', new URL(page, site));
      if (!link.href.startsWith(site)) continue;
      const path = decodeURIComponent(link.pathname).slice(new URL(site).pathname.length);
      const place = decodeURIComponent(link.hash.slice(1));
      if (!there.has(path)) broken.push(`${page} leads to ${path}`);
      else if (place !== '' && !idsOf.get(path)?.has(place)) broken.push(`${page} leads to ${path}#${place}`);
    }
  }
  expect(broken).toEqual([]);
});

test('The policy of every page refuses a script that was put into it', async ({ page, faults }) => {
  faults.allow(/Content Security Policy/);
  await page.goto('questionnaires/lawful-basis/');
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.intruder = true';
    document.body.append(script);
    return 'intruder' in window;
  });
  expect(ran).toBe(false);
});

test('The host is told the same strict policy for every page', async ({ request }) => {
  const answer = await request.get('questionnaires/lawful-basis/');
  const policy = answer.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toContain('unsafe-eval');
  expect(answer.headers()['x-content-type-options']).toBe('nosniff');
  expect(answer.headers()['referrer-policy']).toBe('no-referrer');
});

test('The questionnaire of the tests is nowhere in the published site', () => {
  expect(filesIn(fixtureDist).some((file) => file.includes('every-kind'))).toBe(true);
  expect(filesIn(dist).filter((file) => file.includes('every-kind'))).toEqual([]);
});
