/** A page as somebody meets it who has no mouse. */
import { expect, type Page } from '@playwright/test';

/**
 * Fails where whoever tabs through a page from its top does not see where she is, is led out of the order of reading,
 * or does not get out again.
 */
export async function canTabThrough(page: Page, where = ''): Promise<void> {
  // From the top, as someone comes who has just opened it.
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.removeAllRanges();
    window.scrollTo(0, 0);
  });
  await page.locator('.skip').focus();
  await page.keyboard.press('Tab');
  const stops: { name: string; shown: boolean; inMargin: boolean; top: number }[] = [];
  for (let stop = 0; stop < 60; stop += 1) {
    const at = await page.evaluate(async () => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return undefined;
      // Between the parts of a date the browser moves by itself, and shows where with a mark of its own.
      const isPart = element.dataset['tabbed'] === 'yes' && element.matches('input[type="date"]');
      element.dataset['tabbed'] = 'yes';
      if (isPart) return null;
      // An option shows its focus around itself and its label.
      const shows = [element, element.closest('.option')].filter((one) => one !== null);
      const shown = shows.some((one) => {
        const style = getComputedStyle(one);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      });
      const isInView = (): boolean => {
        const { top, right, bottom, left } = element.getBoundingClientRect();
        return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
      };
      // The browser may scroll to it only with the next frames, which are slow to come on a busy machine.
      const until = performance.now() + 1000;
      while (!isInView() && performance.now() < until) await new Promise(requestAnimationFrame);
      const inView = isInView();
      return {
        name: `<${element.localName}> ${element.id || element.textContent.trim().slice(0, 40)}`,
        shown: shown && inView,
        // Strengths and notes stand in the margins, each beside what it belongs to.
        inMargin: element.closest('.prose a.strength, .law-note') !== null,
        top: element.getBoundingClientRect().top + scrollY,
      };
    });
    if (at === undefined) break;
    if (at !== null) stops.push(at);
    await page.keyboard.press('Tab');
  }
  expect
    .soft(
      stops.filter(({ shown }) => !shown),
      `${where}: stops that do not show`,
    )
    .toEqual([]);
  const inText = stops.filter(({ inMargin }) => !inMargin);
  const backwards = inText.filter(({ top }, place) => top < (inText[place - 1]?.top ?? 0) - 120);
  expect.soft(backwards, `${where}: stops that lie above the one before`).toEqual([]);
  expect
    .soft(new Set(stops.map(({ name, top }) => name + top)).size, `${where}: stops that come once`)
    .toBe(stops.length);
  expect.soft(stops.length, `${where}: stops`).toBeGreaterThan(3);
}
