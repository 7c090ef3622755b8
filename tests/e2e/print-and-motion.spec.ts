/** What is printed is whole and short, and nothing moves for people whom movement troubles. */
import type { Page } from '@playwright/test';

import type { Verdict } from '../../src/engine/define.ts';
import { site } from '../site-under-test.ts';
import { kindsOfPage } from './built.ts';
import { checkAnswers, errors, islandsAlive, outcome, question, recordForm, type WayTo } from './screens.ts';
import { expect, test } from './test.ts';

const read =
  (path: string): WayTo =>
  async ({ page }) => {
    await page.goto(new URL(path, site).href);
    await islandsAlive(page);
  };

test.describe('on paper', () => {
  /** A4 without its margins of 20 mm left and right, in CSS pixels. */
  const PAPER_WIDTH = Math.floor(((210 - 40) / 25.4) * 96);
  /** The same upright, without 18 mm above and below. */
  const PAPER_HEIGHT = Math.floor(((297 - 36) / 25.4) * 96);

  /** Sides of a PDF, which names each of its pages as an object. */
  const sidesOf = async (page: Page): Promise<number> =>
    (await page.pdf({ format: 'A4', preferCSSPageSize: true }))
      .toString('latin1')
      .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

  for (const verdict of ['proceed', 'proceed-if', 'stop', 'not-needed'] satisfies Verdict[]) {
    test(
      `someone who files an outcome that says ${verdict} prints it on two sides`,
      { tag: '@every-font' },
      async ({ driver, page }, info) => {
        await outcome(verdict)(driver);
        const sides = await sidesOf(page);
        const figure = `An outcome that says ${verdict} prints on ${sides} side${sides === 1 ? '' : 's'}.`;
        console.log(figure);
        info.annotations.push({ type: 'measured', description: figure });
        expect(sides).toBeGreaterThan(0);
        expect(sides).toBeLessThanOrEqual(2);
      },
    );
  }

  /**
   * Lines that a printer would cut: those that stick out sideways, and those inside a box that pages cannot break
   * (one that hides or scrolls what does not fit, or a line of boxes) and that is taller than a side.
   */
  const cutLines = (page: Page): Promise<string[]> =>
    page.evaluate((height) => {
      const found: string[] = [];
      const width = document.documentElement.clientWidth;
      const lines = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let line = lines.nextNode(); line !== null; line = lines.nextNode()) {
        const holder = line.parentElement;
        if (holder === null || line.textContent?.trim() === '') continue;
        if (holder.closest('.visually-hidden, script, style, noscript') || !holder.checkVisibility())
          continue;
        const range = document.createRange();
        range.selectNodeContents(line);
        const out = [...range.getClientRects()].some(({ left, right }) => left < -1 || right > width + 1);
        if (out) found.push(`sticks out: “${line.textContent?.trim().slice(0, 60)}”`);
      }
      for (const box of document.body.querySelectorAll<HTMLElement>('*')) {
        if (!box.checkVisibility() || box.matches('.visually-hidden')) continue;
        const { overflowX, overflowY, display } = getComputedStyle(box);
        const hides = [overflowX, overflowY].some((overflow) => overflow !== 'visible');
        const name = `<${box.localName} class="${box.className.toString()}">`;
        if (hides && (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1)) {
          found.push(`${name} hides a part of what it holds`);
        }
        const whole = hides || display === 'inline-block' || display === 'inline-flex';
        if (whole && box.getBoundingClientRect().height > height) found.push(`${name} is taller than a side`);
      }
      return found;
    }, PAPER_HEIGHT);

  const printed: Record<string, WayTo> = {
    'a section of the code': read('code/online/'),
    'the longest section of the code': read('code/collecting/'),
    'a chapter of the audits': read(kindsOfPage['a chapter of the audits']),
    'the list of law changes': read(kindsOfPage['the list of law changes']),
    'the worksheet': read(kindsOfPage['a worksheet']),
    'her answers': checkAnswers,
    'an outcome': outcome('proceed-if'),
  };
  for (const [what, reach] of Object.entries(printed)) {
    test(
      `someone who prints ${what} gets every line whole`,
      { tag: '@narrow-too' },
      async ({ driver, page }) => {
        await reach(driver);
        await page.emulateMedia({ media: 'print' });
        await page.setViewportSize({ width: PAPER_WIDTH, height: PAPER_HEIGHT });
        await expect(page.getByRole('navigation', { name: 'Site' })).toBeHidden();
        expect(await cutLines(page)).toEqual([]);
      },
    );
  }

  test('someone who prints a section has what folds away on paper as well, and the addresses of what it cites', async ({
    page,
  }) => {
    await page.goto(new URL(kindsOfPage['a section of the code'], site).href);
    await page.emulateMedia({ media: 'print' });
    const folded = page.locator('article details:not([open])');
    expect(await folded.count()).toBeGreaterThan(0);
    const shown = await folded.evaluateAll((all) =>
      all.map((one) => one.querySelector(':scope > :not(summary)')?.getBoundingClientRect().height ?? 0),
    );
    expect(Math.min(...shown)).toBeGreaterThan(0);
    const link = page.locator('main a[href^="https://"]').first();
    const address = await link.evaluate((one) => getComputedStyle(one, '::after').content);
    expect(address).toContain(await link.getAttribute('href'));
  });
});

test.describe('where movement is to be reduced', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  /** Everything that moves, or would when it next changes. */
  const moves = (page: Page): Promise<string[]> =>
    page.evaluate(() => {
      const found = document.getAnimations().map((animation) => `${animation.constructor.name} runs`);
      for (const element of document.querySelectorAll('*')) {
        for (const pseudo of [null, '::before', '::after']) {
          const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element, pseudo);
          const name = `<${element.localName} class="${element.getAttribute('class') ?? ''}">${pseudo ?? ''}`;
          if (animationName !== 'none') found.push(`${name} has the animation ${animationName}`);
          if (/[1-9]/.test(transitionDuration)) found.push(`${name} changes over ${transitionDuration}`);
          if (scrollBehavior === 'smooth') found.push(`${name} scrolls smoothly`);
        }
      }
      return found;
    });

  const places: Record<string, WayTo> = {
    ...Object.fromEntries(Object.entries(kindsOfPage).map(([kind, path]) => [kind, read(path)])),
    'a question': question('channel'),
    'an error': errors['a reason was due'],
    'the list of answers to check': checkAnswers,
    'an outcome': outcome('stop'),
    'the form that makes a record': recordForm,
  };
  test('someone whom movement troubles sees none on any kind of page or screen', async ({ driver, page }) => {
    for (const [what, reach] of Object.entries(places)) {
      await reach(driver);
      expect(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true);
      expect(await moves(page), what).toEqual([]);
    }
  });
});
