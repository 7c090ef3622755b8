/**
 * Pages fit narrow screens, large text, wide spacing and paper: nothing scrolls sideways and nothing is cut off. The
 * screens of answering are looked at here in narrow fonts alone: in wide ones they are in `a11y/axe.spec.ts`, with all
 * else that is looked at on a screen that is reached once.
 */
import { everyKind } from '../fixtures/site/every-kind/flow.ts';
import { fixtureSite } from '../site-under-test.ts';
import { kindsOfPage } from './built.ts';
import { Driver } from './driver.ts';
import { fitsEverywhere, printsWithoutControls } from './fit.ts';
import { byVerdict, letters } from './people.ts';
import { islandsAlive, lookedAtOnce, type WayTo } from './screens.ts';
import { expect, test } from './test.ts';

/** Everything that people see, each reached as they reach it. */
const screens: Record<string, WayTo> = {
  ...Object.fromEntries(
    Object.entries(kindsOfPage).map(([kind, address]): [string, WayTo] => [
      kind,
      async ({ page, home }) => {
        await page.goto(new URL(address, home).href);
        await islandsAlive(page);
      },
    ]),
  ),
  'a question for a date': async ({ page }) => {
    const fixture = new Driver(page, everyKind, fixtureSite);
    await fixture.openWith({ stall: 'We run a raffle.', who: 'trader', taking: ['names'] });
    await fixture.asked('held-on');
  },
  'answers with a word that is longer than a line': async (driver) => {
    const purpose = 'https://example.org/'.padEnd(300, 'a-long-address-without-a-space');
    await driver.openWith({ ...letters, purpose }, 'check-answers');
    await expect(driver.heading).toHaveText(/^Check your answers/);
  },
  'a law change': async ({ page, home }) => {
    await page.goto(new URL('law/lb-1/', home).href);
  },
  'the page about use without a network': async ({ page, home }) => {
    await page.goto(new URL('offline/', home).href);
    await islandsAlive(page);
  },
  'what stands for a page that is not kept': async ({ page, home }) => {
    await page.goto(new URL('not-kept/', home).href);
  },
  'a chapter with a figure': async ({ page, home }) => {
    await page.goto(new URL('audits/key-findings/', home).href);
  },
  ...lookedAtOnce,
};

/** Made of the same parts as another screen, in other words: once is enough. */
const inOtherWords = new Set([
  'the page about privacy',
  'what is said where one of several answers was due',
  'what is said where at least one box was due',
  'what is said where words of one’s own were due',
  'what is said where a reason was due',
  'the list of answers to check',
  'an outcome to go ahead with',
  'an outcome where nothing is needed',
  'the form that makes a record',
  'kept answers that cannot be read',
  'answers kept on the device',
  'a file that could not be opened',
  'unfinished answers that were opened',
  'the question whether to erase that list',
]);

for (const [what, reach] of Object.entries(screens)) {
  const seenInWide = what in lookedAtOnce;
  if (seenInWide && inOtherWords.has(what)) continue;
  const tag = seenInWide ? ['@narrow-only'] : inOtherWords.has(what) ? [] : ['@narrow-too'];
  test(
    `${what} prints without navigation or anything to press, and fits a narrow screen, wide spacing and text twice as large`,
    { tag },
    async ({ driver, page }) => {
      // Narrow from the start: some pages choose what to show once, when they come alive.
      await page.setViewportSize({ width: 320, height: 640 });
      await reach(driver);
      await printsWithoutControls(page);
      await fitsEverywhere(page);
    },
  );
}

test.describe('on paper', () => {
  /** Pages of a PDF, which names each of its pages as an object. */
  const pagesOf = (pdf: Buffer): number =>
    pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

  test('someone who prints an outcome gets at most four sides', async ({ driver, page }) => {
    for (const [verdict, { answers }] of Object.entries(byVerdict)) {
      await driver.openWith(answers, 'outcome');
      await page.locator('article.outcome').waitFor();
      const sides = pagesOf(await page.pdf({ format: 'A4' }));
      console.log(`The outcome “${verdict}” prints on ${sides} sides.`);
      expect(sides).toBeGreaterThan(0);
      expect(sides).toBeLessThanOrEqual(4);
    }
  });

  test('someone who prints her answers never finds a question on one side and its answer on the next', async ({
    driver,
    page,
  }) => {
    await driver.openWith(letters, 'check-answers');
    await page.emulateMedia({ media: 'print' });
    const breaks = await page
      .locator('.summary-list > div')
      .evaluateAll((rows) => rows.map((row) => getComputedStyle(row).breakInside));
    expect(breaks.length).toBeGreaterThanOrEqual(Object.keys(letters).length);
    expect([...new Set(breaks)]).toEqual(['avoid']);
  });

  test('someone who prints the worksheet gets every question whole, and room to write', async ({ page }) => {
    await page.goto('questionnaires/lawful-basis/worksheet/');
    console.log(`The worksheet prints on ${pagesOf(await page.pdf({ format: 'A4' }))} sides.`);
    await page.emulateMedia({ media: 'print' });
    const breaks = await page
      .locator('.worksheet-question')
      .evaluateAll((items) => items.map((item) => getComputedStyle(item).breakInside));
    expect([...new Set(breaks)]).toEqual(['avoid']);
    await expect(page.locator('.write-here').first()).toBeVisible();
  });
});
