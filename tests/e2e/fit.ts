/** Whether what a page shows fits: narrow screens, large text and wide spacing. */
import { expect, type Page } from '@playwright/test';

import { findsNothing, ruleOnTargets } from '../a11y/axe.ts';

/** Opens whatever folds away. */
export const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });

/** What does not fit: a page that scrolls sideways, text that is cut off, and controls beyond the edge. */
export async function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth - clientWidth} px too wide`);
    const name = (element: Element): string =>
      `<${element.localName} class="${element.getAttribute('class') ?? ''}"> “${element.textContent.trim().slice(0, 40)}”`;
    const look = (element: Element): void => {
      // Hidden from sight, on purpose or for now.
      if (element.matches('.visually-hidden, .skip, [hidden]')) return;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return;
      const box = element.getBoundingClientRect();
      const { display, overflowX, overflowY } = getComputedStyle(element);
      if (box.width > 0 && box.height > 0) {
        if (box.right > clientWidth + 1 || box.left < -1) found.push(`${name(element)} lies beyond the edge`);
        if (element instanceof SVGTextContentElement) {
          const drawing = element.ownerSVGElement?.getBoundingClientRect();
          if (drawing && (box.left < drawing.left - 1 || box.right > drawing.right + 1))
            found.push(`${name(element)} lies beyond its drawing`);
        }
        const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
        const cuts = hides(overflowX) || element.matches('button, .button, summary, label');
        if (cuts && display !== 'inline' && element.scrollWidth > element.clientWidth + 1)
          found.push(`${name(element)} is cut off sideways`);
        if (hides(overflowY) && display !== 'inline' && element.scrollHeight > element.clientHeight + 1)
          found.push(`${name(element)} is cut off below`);
      }
      // What lies in a box that scrolls by itself can be brought into sight.
      if (overflowX !== 'auto' && overflowX !== 'scroll') for (const child of element.children) look(child);
    };
    for (const child of document.body.children) look(child);
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

/** Fails where paper would show what only a screen is for. */
export async function printsWithoutControls(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Site' })).toBeHidden();
  await expect(page.locator('.skip')).toBeHidden();
  await expect(page.locator('#back')).toBeHidden();
  await expect(page.locator('button.button:visible')).toHaveCount(0);
  await page.emulateMedia({ media: 'screen' });
}

/**
 * Fails where a page does not fit a narrow screen, wide spacing or text twice as large. Leaves it unfolded, and otherwise
 * as it was.
 */
export async function fitsEverywhere(page: Page, what = ''): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 720 };
  // 320 px is also what 1280 px are at 400 %.
  await page.setViewportSize({ width: 320, height: 640 });
  expect.soft(await misfits(page), `${what} at 320 px`).toEqual([]);
  await unfold(page);
  expect.soft(await misfits(page), `${what} at 320 px with all unfolded`).toEqual([]);
  await findsNothing(page, `${what} at 320 px: what is pressed is large enough`, 'html', ruleOnTargets);

  await page.setViewportSize({ width: 320, height: 256 });
  expect.soft(await misfits(page), `${what} at 1280 by 1024 px and 400 %`).toEqual([]);

  await addStyle(page, spacing);
  expect.soft(await misfits(page), `${what} at 320 px with wide spacing`).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
  expect.soft(await misfits(page), `${what} at 1280 px with wide spacing`).toEqual([]);
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });

  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  expect(
    await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize)),
  ).toBeGreaterThanOrEqual(32);
  expect.soft(await misfits(page), `${what} at 1280 px with text twice as large`).toEqual([]);
  await page.setViewportSize({ width: 640, height: 800 });
  expect.soft(await misfits(page), `${what} at 640 px with text twice as large`).toEqual([]);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
  await session.detach();
  await page.setViewportSize(size);
}

/**
 * Fails where a screen does not fit with the least room: a phone with wide spacing, and text twice as large. It is
 * put back as it was.
 */
export async function fits(page: Page, what: string): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ width: 320, height: 640 });
  await addStyle(page, spacing);
  expect.soft(await misfits(page), `${what} at 320 px with wide spacing`).toEqual([]);
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  await page.setViewportSize({ width: 640, height: 800 });
  expect.soft(await misfits(page), `${what} at 640 px with text twice as large`).toEqual([]);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
  await session.detach();
  await page.setViewportSize(size);
}
