/** What people get who have scripts turned off, or whose line drops before one comes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { targetsOf } from '../../src/engine/define.ts';
import { lawfulBasis } from '../../src/questionnaires/lawful-basis/flow.ts';
import type { Worksheets } from '../../src/records/paper/read-typed.ts';
import { everyKind } from '../fixtures/site/every-kind/flow.ts';
import { fixtureSite } from '../site-under-test.ts';
import { dist, fixtureDist, kindsOfPage, pagesIn, readWords } from './built.ts';
import { expect, test } from './test.ts';

test.use({ javaScriptEnabled: false });

const words = readWords(lawfulBasis.id);
const questions = Object.keys(lawfulBasis.questions);
const outcomes = Object.keys(lawfulBasis.outcomes);

test('someone without scripts can go from the front page to a section of the code and read it', async ({
  page,
}) => {
  await page.goto('');
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'The code' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page
    .getByRole('main')
    .getByRole('link', { name: words.clauses['lb-record-basis']?.section ?? 'Lawful bases' })
    .first()
    .click();
  await expect(page).toHaveURL(/\/code\/[a-z-]+\/$/);
  expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(3000);
  await expect(page.locator('main a.strength').first()).toBeVisible();
});

test('someone without scripts finds every question of the worksheet, and each way on leads where it says', async ({
  page,
}) => {
  await page.goto('questionnaires/lawful-basis/worksheet/');
  const shown = await page.locator('.worksheet-question').evaluateAll((items) =>
    items.map((item) => ({
      id: item.id,
      heading: item.querySelector('h2')?.textContent.trim() ?? '',
      text: (item as HTMLElement).textContent,
      leadsTo: [...item.querySelectorAll('h3 + ul a')].map((link) =>
        (link.getAttribute('href') ?? '').slice(1),
      ),
    })),
  );
  expect(shown.map(({ id }) => id)).toEqual(questions);
  for (const { id, heading, text, leadsTo } of shown) {
    expect(heading).toBe(words.questions[id]?.text);
    for (const option of lawfulBasis.questions[id]?.options ?? []) {
      expect(text).toContain(words.questions[id]?.options?.[option]?.label);
    }
    const route = lawfulBasis.routes[id];
    const targets = route === undefined ? [] : targetsOf(route);
    const places = targets.map((target) => (questions.includes(target) ? target : `outcome-${target}`));
    expect([...new Set(leadsTo)].sort(), id).toEqual([...new Set(places)].sort());
    for (const place of leadsTo)
      await expect(page.locator(`[id="${place}"]`), `${id} leads to ${place}`).toHaveCount(1);
  }
  for (const outcome of outcomes) {
    await expect(page.locator(`[id="outcome-${outcome}"]`)).toContainText(
      words.outcomes[outcome]?.headline ?? '?',
    );
  }
});

test('someone without scripts has a place to write each kind of answer, on the screen and on paper', async ({
  page,
}) => {
  await page.goto(new URL('questionnaires/every-kind/worksheet/', fixtureSite).href);
  const written = readFileSync(join(fixtureDist, 'records/from-paper/codes.json'), 'utf8');
  const { codes = {} } = (JSON.parse(written) as Worksheets)['every-kind'] ?? {};
  const withCode = (box: string, label: string): string => `${codes[box] ?? '?'} ${label}`;
  for (const media of ['screen', 'print'] as const) {
    await page.emulateMedia({ media });
    const asked = (id: string) => page.locator(`.worksheet-question#${id}`);
    /** How many places of a kind a question has that are large enough for a pen: 6 mm in one direction at least. */
    const places = async (id: string, selector: string): Promise<number> => {
      const sizes = await asked(id)
        .locator(selector)
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
      return sizes.filter(({ width, height }) => width > 22 && height > 22).length;
    };
    const figures = asked('held-on').locator('.write-figures > li');
    await expect(figures).toHaveText(['Day', 'Month', 'Year'], { useInnerText: true });
    expect(await places('held-on', '.figures > span'), media).toBe(2 + 2 + 4);
    await expect(asked('held-on').locator('.boxes > li')).toHaveText([
      withCode('held-on not-settled', 'The day is not settled'),
      withCode('held-on not-known', 'I don’t know yet'),
    ]);
    await expect(asked('helpers').locator('.write-figures > li')).toHaveText(['A number from 0 to 50']);
    expect(await places('helpers', '.figures > span'), media).toBe(2);
    await expect(asked('helpers').locator('.boxes > li')).toHaveText([
      withCode('helpers not-known', 'I don’t know yet'),
    ]);
    expect(await places('stall', '.lines > span'), media).toBe(3);
    expect(await places('told', '.lines > span'), media).toBe(2 * 2);
    await expect(asked('told').locator('.write-here').nth(1)).toContainText('Needed after: Yes');
    const points = everyKind.questions['looking-after']?.options ?? [];
    for (const [place, point] of points.entries()) {
      const row = asked('looking-after')
        .locator('.boxes--points > li')
        .filter({ has: page.locator('.boxes--beside') });
      await expect(row.nth(place).locator('.boxes--beside > li')).toHaveText([
        withCode(`looking-after ${point} yes`, 'Yes'),
        withCode(`looking-after ${point} no`, 'No'),
        withCode(`looking-after ${point} not-known`, 'I don’t know yet'),
      ]);
    }
  }
});

test('someone without scripts who follows an outcome of the worksheet reads what it means', async ({
  page,
}) => {
  await page.goto('questionnaires/lawful-basis/worksheet/');
  const name = words.outcomes['no-condition']?.name ?? '';
  await page.locator('[id="outcome-no-condition"]').getByRole('link', { name }).click();
  await expect(page).toHaveURL(/\/outcomes\/#no-condition$/);
  await expect(page.locator('[id="no-condition"]')).toBeInViewport();
});

test('someone without scripts finds every outcome, why it is reached and what to do', async ({ page }) => {
  await page.goto('questionnaires/lawful-basis/outcomes/');
  for (const outcome of outcomes) {
    const section = page.locator(`section[id="${outcome}"]`);
    const {
      headline,
      why,
      decides,
      instead = [],
    } = words.outcomes[outcome] ?? { headline: '?', why: '?', decides: '?' };
    for (const text of [headline, why, decides, ...instead]) await expect(section).toContainText(text);
    expect((await section.locator('[data-guidance]').innerText()).length, outcome).toBeGreaterThan(200);
  }
});

test('someone without scripts who opens the questionnaire is led to the worksheet', async ({ page }) => {
  await page.goto('questionnaires/lawful-basis/');
  const notice = page.locator('noscript .notice');
  await expect(notice).toBeVisible();
  await expect(notice).toContainText('needs scripts to ask its questions one by one');
  await notice.locator('a').click();
  await expect(page).toHaveURL(/\/worksheet\/$/);
});

test('someone without scripts is told what opening a record needs, and how to read one without', async ({
  page,
}) => {
  await page.goto('records/open/');
  const notice = page.locator('noscript p');
  await expect(notice).toBeVisible();
  await expect(notice).toContainText('Opening a record here needs scripts');
  await expect(notice).toContainText(/open it in any\s+browser/);
  await page.goto('campaign/');
  await expect(notice).toBeVisible();
  await expect(notice).toContainText(/needs scripts/);
});

test('someone without scripts can read every page: it has its heading, its words and a way home', () => {
  for (const address of pagesIn(dist)) {
    const html = readFileSync(join(dist, address, 'index.html'), 'utf8');
    const main = /<main\b[^]*<\/main>/.exec(html)?.[0] ?? '';
    expect(html.match(/<h1\b/g), address).toHaveLength(1);
    const read = main.replace(/<(script|style|template)\b[^]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ');
    expect(read.replace(/\s+/g, ' ').length, address).toBeGreaterThan(100);
    expect(html, address).toMatch(/<a\b[^>]*>(?:<[^>]*>|\s)*Clear Canvass/);
  }
});

test(`someone without scripts can read each kind of page and open whatever is folded away: ${Object.keys(kindsOfPage).join(', ')}`, async ({
  page,
}) => {
  for (const [kind, address] of Object.entries(kindsOfPage)) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }), kind).toBeVisible();
    expect((await page.getByRole('main').innerText()).length, kind).toBeGreaterThan(100);
    await expect(page.getByRole('link', { name: 'Clear Canvass' }).first(), kind).toBeVisible();
    // Some pages have tools that stand there only where they work.
    const boxes = page.locator('main details').filter({ visible: true });
    const closed = await boxes.evaluateAll((all) =>
      all.findIndex((one) => !(one as HTMLDetailsElement).open),
    );
    if (closed < 0) continue;
    await boxes.nth(closed).locator('summary').first().click();
    await expect(boxes.nth(closed), kind).toHaveAttribute('open', '');
  }
});
