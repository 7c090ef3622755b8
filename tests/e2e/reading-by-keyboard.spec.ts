/** Someone without a mouse reads a section of the code: past the menu, into what folds away, and to the meaning of a term. */
import type { Locator, Page } from '@playwright/test';

import { site } from '../site-under-test.ts';
import { kindsOfPage } from './built.ts';
import { question } from './screens.ts';
import { expect, test } from './test.ts';

/** Width of the line around what has the focus, and how far it stands out from what lies behind it. */
const ringOf = (page: Page): Promise<{ width: number; contrast: number }> =>
  page.evaluate(() => {
    const focused = document.activeElement ?? document.body;
    const around = [focused, focused.closest('.option')].flatMap((one) => (one === null ? [] : [one]));
    const ringed = around.find((one) => getComputedStyle(one).outlineStyle === 'solid');
    if (ringed === undefined) return { width: 0, contrast: 1 };
    const luminance = (colour: string): number => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    let behind = ringed.parentElement;
    while (behind !== null && /, 0\)$|transparent/.test(getComputedStyle(behind).backgroundColor)) {
      behind = behind.parentElement;
    }
    const paper = getComputedStyle(behind ?? document.documentElement).backgroundColor;
    const { outlineWidth, outlineColor } = getComputedStyle(ringed);
    const [darker = 0, lighter = 0] = [luminance(outlineColor), luminance(paper)].sort((a, b) => a - b);
    return { width: parseFloat(outlineWidth), contrast: (lighter + 0.05) / (darker + 0.05) };
  });

/** Presses Tab until something has the focus; whatever has it on the way shows it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < 150; stop += 1) {
    await page.keyboard.press('Tab');
    const { width, contrast } = await ringOf(page);
    expect(width, 'width of the line around what has the focus').toBeGreaterThanOrEqual(3);
    expect(contrast, 'contrast of that line').toBeGreaterThanOrEqual(3);
    if (await target.evaluate((one) => one === document.activeElement)) return;
  }
  throw new Error('Tab never came to it.');
}

const schemes = { 'in the light': 'light', 'in the dark': 'dark' } as const;
for (const [how, colorScheme] of Object.entries(schemes)) {
  test.describe(how, () => {
    test.use({ colorScheme });

    test(`someone skips the menu, unfolds what is folded and looks up a term ${how}, and always sees where she is`, async ({
      page,
    }) => {
      await page.goto(new URL(kindsOfPage['a section of the code'], site).href);
      const skip = page.getByRole('link', { name: 'Skip to the main content' });
      await expect(skip).not.toBeInViewport();
      await tabTo(page, skip);
      await expect(skip).toBeInViewport();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('main')).toBeFocused();

      const term = page.locator('button.term').first();
      const meaning = page.locator('.meaning').first();
      await expect(meaning).toBeHidden();
      await tabTo(page, term);
      await page.keyboard.press('Enter');
      await expect(meaning).toBeInViewport();
      await page.keyboard.press('Escape');
      await expect(meaning).toBeHidden();
      await expect(term).toBeFocused();

      const folded = page.locator('article details').last();
      await expect(folded).not.toHaveAttribute('open');
      await tabTo(page, folded.locator('summary').first());
      await page.keyboard.press('Space');
      await expect(folded).toHaveAttribute('open');
      await tabTo(page, folded.getByRole('link').first());
      await expect(folded.getByRole('link').first()).toBeInViewport();
    });

    test(`someone sees which option, button or fold has the focus ${how}`, async ({ driver, page }) => {
      await question('sources')(driver);
      await page.locator('.skip').focus();
      await tabTo(page, page.getByRole('button', { name: 'Erase everything' }));
    });
  });
}
