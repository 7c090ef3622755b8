/** The head of every page: one line on a phone, and a menu that needs no script. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { findsNothing } from '../a11y/axe.ts';
import { dist } from './built.ts';
import { countShifts } from './shifts.ts';
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

/** Serves the site’s pages as a slow line brings them: the body in small pieces. */
async function inPieces(): Promise<{ readonly address: string; close: () => void }> {
  const server = createServer((request, response) => {
    void (async () => {
      const file = join(dist, new URL(request.url ?? '/', 'http://localhost').pathname, 'index.html');
      if (!existsSync(file)) {
        response.writeHead(404).end();
        return;
      }
      const html = readFileSync(file, 'utf8');
      const body = html.indexOf('<body');
      response.writeHead(200, { 'content-type': 'text/html' }).write(html.slice(0, body));
      for (let at = body; at < body + FIRST_VIEW; at += PIECE) {
        response.write(html.slice(at, at + PIECE));
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
      response.end(html.slice(body + FIRST_VIEW));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://localhost:${port}/`, close: () => server.close() };
}
/** Characters of a page, past its style, in which what is seen first stands; and those of one piece. */
const FIRST_VIEW = 9_000;
const PIECE = 300;

test('someone whose page comes bit by bit sees nothing move that is there already', async ({ browser }) => {
  const pieces = await inPieces();
  for (const width of [360, 1280]) {
    const context = await browser.newContext({
      viewport: { width, height: 740 },
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    const shifts = await countShifts(page);
    for (const address of ['', 'audits/findings/', 'questionnaires/lawful-basis/worksheet/']) {
      await page.goto(new URL(address, pieces.address).href, { waitUntil: 'load' });
      expect(await shifts(), `${address} at ${width} px`).toBe(0);
    }
    await context.close();
  }
  pieces.close();
});
