/** The head of every page: one line on a phone, and a menu that needs no script. */
import { findsNothing } from '../a11y/axe.ts';
import { expect, test } from './test.ts';

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const width of [360, 390]) {
    test(`someone with a phone ${width} pixels wide has name, menu and search on one line, and reads on below`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 760 });
      await page.goto('code/electoral-register/');
      const head = page.getByRole('banner');
      const parts = [
        head.getByRole('link', { name: 'Clear Canvass' }),
        head.getByRole('button', { name: 'Menu' }),
        head.getByRole('link', { name: 'Search' }),
      ];
      const middles = [];
      for (const part of parts) {
        await expect(part).toBeVisible();
        const { y = 0, height = 0 } = (await part.boundingBox()) ?? {};
        middles.push(y + height / 2);
      }
      expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(4);
      expect((await head.boundingBox())?.height).toBeLessThan(760 / 12);
    });
  }

  test('someone with keys alone opens the menu on a small screen, goes somewhere, and shuts it again', async ({
    page,
  }) => {
    // As wide as a desk’s window when it is magnified four times.
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto('');
    const list = page.getByRole('navigation', { name: 'Site' }).getByRole('list');
    const button = page.getByRole('button', { name: 'Menu' });
    await expect(list).toBeHidden();
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(list).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(list.getByRole('link').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(list).toBeHidden();
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/code\/$/);
    await expect(list).toBeHidden();
  });
});

test('everyone can read the open menu, in forced colours too', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('');
  await page.getByRole('button', { name: 'Menu' }).click();
  const list = page.getByRole('navigation', { name: 'Site' }).getByRole('list');
  await findsNothing(page);
  await page.emulateMedia({ forcedColors: 'active' });
  await findsNothing(page, 'in forced colours');
  const edge = await list.evaluate((shown) => getComputedStyle(shown).borderBottomWidth);
  expect(Number.parseFloat(edge)).toBeGreaterThan(0);
});

test('someone with a wide screen sees every link at once, and no menu button', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('');
  await expect(page.getByRole('button', { name: 'Menu' })).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Site' }).getByRole('link')).toHaveCount(6);
  for (const link of await page.getByRole('navigation', { name: 'Site' }).getByRole('link').all())
    await expect(link).toBeVisible();
});
