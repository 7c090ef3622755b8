/** Whether what a page shows fits: narrow screens, large text and wide spacing. */
import { expect, type Page } from '@playwright/test';

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

/** Fails where a page does not fit a narrow screen, wide spacing or text twice as large. Leaves it unfolded and large. */
export async function fitsEverywhere(page: Page, what = ''): Promise<void> {
  // 320 px is also what 1280 px are at 400 %.
  await page.setViewportSize({ width: 320, height: 640 });
  expect.soft(await misfits(page), `${what} at 320 px`).toEqual([]);
  await unfold(page);
  expect.soft(await misfits(page), `${what} at 320 px with all unfolded`).toEqual([]);

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
}
