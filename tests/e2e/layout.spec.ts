/** Pages fit narrow screens, large text, wide spacing and paper: nothing scrolls sideways and nothing is cut off. */
import type { Page } from '@playwright/test';

import { everyKind } from '../fixtures/site/every-kind/flow.ts';
import { fixtureSite } from '../site-under-test.ts';
import { kindsOfPage } from './built.ts';
import { Driver } from './driver.ts';
import { before, byVerdict, letters } from './people.ts';
import { errors, islandsAlive, otherScreens, question, type WayTo } from './screens.ts';
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
  'a question with one answer': question('channel', before(letters, 'channel')),
  'a question with several answers': question('sources'),
  'a question of several points': question('consent-standard'),
  'a question in one’s own words': question('purpose'),
  'a question for a date': async ({ page }) => {
    const fixture = new Driver(page, everyKind, fixtureSite);
    await fixture.openWith({ stall: 'We run a raffle.', who: 'trader', taking: ['names'] });
    await fixture.asked('held-on');
  },
  'what is said where a reason was due': async (driver) => {
    await errors['a reason was due']?.(driver);
  },
  'what is said where points were left out': async (driver) => {
    await errors['each of several points was due']?.(driver);
  },
  'answers with a word that is longer than a line': async (driver) => {
    const purpose = 'https://example.org/'.padEnd(300, 'a-long-address-without-a-space');
    await driver.openWith({ ...letters, purpose }, 'check-answers');
    await expect(driver.heading).toHaveText(/^Check your answers/);
  },
  ...otherScreens,
};

/** Opens whatever folds away. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });

/** What does not fit: a page that scrolls sideways, text that is cut off, and controls beyond the edge. */
async function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth - clientWidth} px too wide`);
    const name = (element: Element): string =>
      `<${element.localName}${element.className ? ` class="${String(element.className)}"` : ''}> “${element.textContent.trim().slice(0, 40)}”`;
    /** Hidden from sight on purpose, or in a box that scrolls by itself. */
    const isExempt = (element: Element): boolean => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        if (at.matches('.visually-hidden, .skip, [hidden]')) return true;
        if (at !== document.documentElement && ['auto', 'scroll'].includes(getComputedStyle(at).overflowX))
          return at !== element || !at.matches('input, textarea');
      }
      return false;
    };
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || isExempt(element))
        continue;
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) continue;
      if (box.right > clientWidth + 1 || box.left < -1) found.push(`${name(element)} lies beyond the edge`);
      const style = getComputedStyle(element);
      const cuts =
        style.overflowX === 'hidden' ||
        style.overflowX === 'clip' ||
        element.matches('button, .button, summary, label');
      if (cuts && style.display !== 'inline' && element.scrollWidth > element.clientWidth + 1)
        found.push(`${name(element)} is cut off sideways`);
      const cutsDown = style.overflowY === 'hidden' || style.overflowY === 'clip';
      if (cutsDown && style.display !== 'inline' && element.scrollHeight > element.clientHeight + 1)
        found.push(`${name(element)} is cut off below`);
    }
    return [...new Set(found)].slice(0, 8);
  });
}

/** Adds a style sheet in the way that the page's policy does not see, as an extension of the browser does. */
const addStyle = (page: Page, css: string) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, css);

/** As WCAG 1.4.12 has it. */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }`;

for (const [what, reach] of Object.entries(screens)) {
  test(`${what} fits a narrow screen, wide spacing and text twice as large`, async ({ driver, page }) => {
    // 320 px is also what 1280 px are at 400 %.
    await page.setViewportSize({ width: 320, height: 640 });
    await reach(driver);
    expect(await misfits(page), 'at 320 px').toEqual([]);
    await unfold(page);
    expect(await misfits(page), 'at 320 px with all unfolded').toEqual([]);

    await page.setViewportSize({ width: 320, height: 256 });
    expect(await misfits(page), 'at 1280 by 1024 px and 400 %').toEqual([]);

    await addStyle(page, spacing);
    expect(await misfits(page), 'at 320 px with wide spacing').toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await misfits(page), 'at 1280 px with wide spacing').toEqual([]);
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
    });

    const session = await page.context().newCDPSession(page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    expect(
      await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize)),
    ).toBeGreaterThanOrEqual(32);
    expect(await misfits(page), 'at 1280 px with text twice as large').toEqual([]);
    await page.setViewportSize({ width: 640, height: 800 });
    expect(await misfits(page), 'at 640 px with text twice as large').toEqual([]);
  });
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

  for (const [what, reach] of Object.entries(screens)) {
    test(`someone who prints ${what} gets no navigation and nothing to press`, async ({ driver, page }) => {
      await reach(driver);
      await page.emulateMedia({ media: 'print' });
      await expect(page.getByRole('navigation', { name: 'Site' })).toBeHidden();
      await expect(page.locator('.skip')).toBeHidden();
      await expect(page.locator('#back')).toBeHidden();
      await expect(page.locator('button.button:visible')).toHaveCount(0);
    });
  }

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
