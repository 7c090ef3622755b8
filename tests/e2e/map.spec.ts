/** The map of a questionnaire: a picture that needs no script, and the same as a list. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import { NOT_KNOWN, targetsOf } from '../../src/engine/define.ts';
import type { LiteralConfig } from '../../src/engine/diagram.ts';
import { under } from '../../src/engine/reading.ts';
import { DECIDING_EDITION } from '../../src/questionnaires/editions.ts';
import { lawfulBasis } from '../../src/questionnaires/lawful-basis/flow.ts';
import { dist, readWords } from './built.ts';
import { letters } from './people.ts';
import { expect, test } from './test.ts';

test.use({ javaScriptEnabled: false });

const address = 'questionnaires/lawful-basis/map/';
const words = readWords(lawfulBasis.id);
const questions = Object.keys(lawfulBasis.questions);
const outcomes = Object.keys(lawfulBasis.outcomes);

/** Every pair of a question and what can follow it, straight from the definition. */
const pairs = questions
  .flatMap((from) => {
    const route = lawfulBasis.routes[from];
    return [...new Set(route === undefined ? [] : targetsOf(route))].map((to) => `${from} → ${to}`);
  })
  .sort();

/** The ways on that a part of the page shows: question, answers and target of each arrow or line. */
const waysIn = (page: Page, part: string): Promise<{ from: string; answers: string; to: string }[]> =>
  page.locator(`${part} [data-question][data-to]`).evaluateAll((all) =>
    all.map((one) => ({
      from: one.getAttribute('data-question') ?? '',
      answers: one.getAttribute('data-answer') ?? '',
      to: one.getAttribute('data-to') ?? '',
    })),
  );

test.describe('without scripts', () => {
  test('someone sees every question and every outcome in the picture, each a link to where it is explained', async ({
    page,
  }) => {
    await page.goto(address);
    const picture = page.getByRole('region', { name: `Picture of “${words.name}”` });
    await expect(picture).toBeVisible();
    const nodes = picture.locator('.map-node');
    expect(await nodes.evaluateAll((all) => all.map((node) => node.querySelector('.map-box')?.id))).toEqual(
      [...questions, ...outcomes].map((id) => `map-${id}`),
    );
    for (const [place, id] of questions.entries()) {
      const link = picture.getByRole('link', {
        name: `${place + 1}. ${words.questions[id]?.text ?? '?'}`,
        exact: true,
      });
      await expect(link).toHaveAttribute('href', `../worksheet/#${id}`);
    }
    for (const id of outcomes) {
      await expect(nodes.locator(`a[href="../outcomes/#${id}"]`)).toContainText(
        words.outcomes[id]?.name.split(' ')[0] ?? '?',
      );
    }
  });

  test('someone who follows a box of the picture comes to the question, or to what the outcome means', async ({
    page,
  }) => {
    await page.goto(address);
    await page.locator('.map-node a', { has: page.locator('[id="map-who"]') }).click();
    await expect(page).toHaveURL(/\/worksheet\/#who$/);
    await expect(page.locator('[id="who"]')).toBeInViewport();
    await page.goBack();
    await page.locator('.map-node a', { has: page.locator('[id="map-controller-decides"]') }).click();
    await expect(page).toHaveURL(/\/outcomes\/#controller-decides$/);
    await expect(page.locator('[id="controller-decides"]')).toBeInViewport();
  });

  test('someone who cannot see the picture reads the same in the list: every way, with its answers', async ({
    page,
  }) => {
    await page.goto(address);
    const drawn = await waysIn(page, '.map-drawing');
    const listed = await waysIn(page, '.map-list');
    const pairOf = ({ from, to }: { from: string; to: string }): string => `${from} → ${to}`;
    expect(drawn.map(pairOf).sort()).toEqual(pairs);
    expect([...new Set(listed.map(pairOf))].sort()).toEqual(pairs);
    for (const arrow of drawn) {
      const lines = listed.filter((line) => pairOf(line) === pairOf(arrow));
      const inList = lines.flatMap(({ answers }) => answers.split(' ')).filter((answer) => answer !== '');
      expect(
        arrow.answers.split(' ').filter((answer) => answer !== ''),
        pairOf(arrow),
      ).toEqual(inList);
      for (const answer of inList.filter((one) => one !== NOT_KNOWN)) {
        const label = words.questions[arrow.from]?.options?.[answer]?.label ?? '?';
        await expect(
          page.locator(`.map-list [data-question="${arrow.from}"][data-to="${arrow.to}"]`, {
            hasText: label,
          }),
        ).not.toHaveCount(0);
      }
    }
    for (const id of questions) {
      await expect(page.locator(`[id="list-${id}"] > a`)).toHaveText(words.questions[id]?.text ?? '?');
    }
    for (const id of outcomes) {
      await expect(page.locator(`[id="list-${id}"]`)).toContainText(words.outcomes[id]?.name ?? '?');
    }
  });

  test('someone follows the list from a question to the next by its links', async ({ page }) => {
    await page.goto(address);
    await page.locator('[id="list-who"] [data-to="supplier-freedom"] a').click();
    await expect(page.locator('[id="list-supplier-freedom"]')).toBeInViewport();
    await page.locator('[id="list-supplier-freedom"] [data-to="controller-decides"] a').click();
    await expect(page.locator('[id="list-controller-decides"]')).toBeInViewport();
  });

  test('someone on a phone scrolls the picture and not the page, and finds its beginning at once', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(address);
    const widths = await page
      .locator('html')
      .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
    expect(widths.scrollWidth).toBe(widths.clientWidth);
    const frame = page.locator('.map-frame');
    expect(await frame.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toBe(true);
    await frame.scrollIntoViewIfNeeded();
    await expect(page.locator('[id="map-who"]')).toBeInViewport({ ratio: 0.9 });
    await page.goto(`${address}#map-no-basis`);
    await expect(page.locator('[id="map-no-basis"]')).toBeInViewport({ ratio: 0.9 });
  });

  test('someone with a keyboard alone scrolls the picture, and goes through its boxes', async ({ page }) => {
    await page.goto(address);
    const frame = page.locator('.map-frame');
    await frame.focus();
    await expect(frame).toBeFocused();
    // A large drawing may still be on its way to the screen when the first key comes.
    await expect(async () => {
      await page.keyboard.press('ArrowDown');
      await expect
        .poll(() => frame.evaluate(({ scrollTop }) => scrollTop), { timeout: 1000 })
        .toBeGreaterThan(0);
    }).toPass();
    await page.keyboard.press('Tab');
    await expect(page.locator('.map-node a', { has: page.locator('[id="map-who"]') })).toBeFocused();
    const strokes = await page
      .locator('.map-box--question')
      .evaluateAll((boxes) => boxes.map((box) => parseFloat(getComputedStyle(box).strokeWidth)));
    // The one that has the focus stands out from all others. The first box of all is in the key.
    expect(strokes[1]).toBeGreaterThan(2 * (strokes[2] ?? Infinity));
  });

  test('someone who wants to see all of it fits the picture to the width', async ({ page }) => {
    await page.setViewportSize({ width: 768, height: 900 });
    await page.goto(address);
    const frame = page.locator('.map-frame');
    const sideways = () => frame.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(await sideways()).toBeGreaterThan(100);
    await page.getByLabel('Fitted to the width').check();
    expect(await sideways()).toBe(0);
    expect(await frame.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
    await page.getByLabel('Full size, which scrolls').check();
    expect(await sideways()).toBeGreaterThan(100);
  });
});

test(
  'nobody finds a text of the picture that runs out of its box, or beside an arrow into one',
  { tag: '@narrow-too' },
  async ({ page }) => {
    await page.goto(address);
    const nodes = await page.locator('.map-drawing .map-node').evaluateAll((all) =>
      all.map((node) => ({
        id: node.id,
        box: node.querySelector('.map-box')?.getBoundingClientRect().toJSON() as DOMRect,
        text: node.querySelector('text')?.getBoundingClientRect().toJSON() as DOMRect,
      })),
    );
    const labels = await page
      .locator('.map-drawing .map-label')
      .evaluateAll((all) =>
        all.map((one) => ({ words: one.textContent, at: one.getBoundingClientRect().toJSON() as DOMRect })),
      );
    expect(labels.length).toBeGreaterThan(10);
    expect(
      nodes
        .filter(
          ({ box, text }) =>
            text.left < box.left || text.right > box.right || text.top < box.top || text.bottom > box.bottom,
        )
        .map(({ id }) => id),
    ).toEqual([]);
    expect(
      labels
        .filter(({ at }) =>
          nodes.some(
            ({ box }) =>
              at.left < box.right && at.right > box.left && at.top < box.bottom && at.bottom > box.top,
          ),
        )
        .map(({ words: label }) => label),
    ).toEqual([]);
  },
);

test('someone who prints the map gets it on sheets turned sideways, and then the list', async ({ page }) => {
  await page.goto(address);
  for (const format of ['A4', 'A3'] as const) {
    const pdf = (await page.pdf({ format })).toString('latin1');
    const sides = [...pdf.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/g)].map(
      ([, width, height]) => Number(width) > Number(height),
    );
    const sheets = await page.locator('.map-sheet').count();
    console.log(
      `The map prints on ${sides.length} sides of ${format}, ${sheets} of them sheets of the picture.`,
    );
    expect(sheets).toBeGreaterThan(1);
    expect(sides.filter(Boolean).length, format).toBe(sheets);
    expect(sides.filter((isSideways) => !isSideways).length).toBeGreaterThan(1);
  }
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.map-frame')).toBeHidden();
  await expect(page.locator('.map-size')).toBeHidden();
  await expect(page.locator('.map-sheet').first()).toBeVisible();
  await expect(page.locator('[id="list-who"]')).toBeVisible();
});

test('someone whose system sets the colours tells text from box, and box from page', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await page.goto(address);
    const { fill, stroke, text, edge } = await page.locator('[id="map-no-basis"]').evaluate((node) => {
      const styleOf = (selector: string): CSSStyleDeclaration | undefined => {
        const found = node.ownerDocument.querySelector(selector);
        return found === null ? undefined : getComputedStyle(found);
      };
      return {
        fill: styleOf('#map-no-basis')?.fill,
        stroke: styleOf('#map-no-basis')?.stroke,
        text: styleOf('[data-outcome="no-basis"] text')?.fill,
        edge: styleOf('.map-edge path')?.stroke,
      };
    });
    expect(fill).not.toBe(stroke);
    expect(fill).not.toBe(text);
    expect(edge).toBe(stroke);
  }
});

test('a path that someone took can be inked in: each of its steps is one box and one arrow', async ({
  page,
}) => {
  const { path, outcome = '' } = under(lawfulBasis, DECIDING_EDITION).replay(letters);
  expect(path.length).toBeGreaterThan(5);
  await page.goto(address);
  const drawing = page.locator('.map-drawing');
  for (const [place, question] of path.entries()) {
    const next = path[place + 1] ?? outcome;
    await expect(drawing.locator(`g[data-question="${question}"]:not([data-to])`)).toHaveCount(1);
    await expect(drawing.locator(`g[data-question="${question}"][data-to="${next}"]`)).toHaveCount(1);
  }
  await expect(drawing.locator(`g[data-outcome="${outcome}"]`)).toHaveCount(1);
  const thickness = () =>
    drawing
      .locator(`g[data-question="${path[0] ?? ''}"][data-to="${path[1] ?? ''}"] path`)
      .first()
      .evaluate((line) => parseFloat(getComputedStyle(line).strokeWidth));
  const before = await thickness();
  await drawing.evaluate(
    (svg, taken) => {
      svg.classList.add('map--taken');
      for (const selector of taken) svg.querySelector(selector)?.classList.add('taken');
    },
    [`g[data-question="${path[0] ?? ''}"][data-to="${path[1] ?? ''}"]`],
  );
  expect(await thickness()).toBeGreaterThan(2 * before);
});

test('someone who uses Stately’s tools gets the machine as a file that holds every question and outcome', async ({
  page,
}) => {
  await page.goto(address);
  const link = page.getByRole('link', { name: 'Download its configuration as JSON' });
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(file.suggestedFilename()).toBe('lawful-basis-machine.json');
  const config = JSON.parse(
    readFileSync(join(dist, 'questionnaires', lawfulBasis.id, 'machine.json'), 'utf8'),
  ) as LiteralConfig;
  expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toEqual(config);
  expect(Object.keys(config.states)).toEqual([...questions, ...outcomes]);
  expect(config.states['who']?.description).toBe(words.questions['who']?.text);
  expect(config.version).toBe(lawfulBasis.version);
});
