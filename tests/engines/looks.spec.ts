/** What the site looks like depends on what an engine knows of CSS: each is asked, and looked at where one failed. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { root } from '../../src/commands/ready.mjs';
import { dist } from '../e2e/built.ts';
import { site } from '../site-under-test.ts';
import { shippedBy, styleSheetsOf } from './declarations.ts';
import { linesUnder } from './in-page.ts';
import type { EngineName, Tab } from './tab.ts';
import { expect, test } from './test.ts';

/** What an engine does not know, and why that does no harm there. */
const accepted: Readonly<Record<EngineName, Readonly<Record<string, string>>>> = {
  chromium: {},
  firefox: {
    '-webkit-print-color-adjust: exact': 'stands beside `print-color-adjust`, which it knows',
    '-webkit-text-size-adjust: 100%': 'is for small touch screens, on which Firefox is not tested here',
    'text-size-adjust: 100%': 'is for small touch screens, on which Firefox is not tested here',
    '.search-box input::-webkit-search-cancel-button': 'hides a button that Firefox does not have',
  },
  webkit: {
    '-webkit-text-size-adjust: 100%': 'WebKitGTK does not enlarge text by itself, and has no way to say so',
    'text-size-adjust: 100%': 'WebKitGTK does not enlarge text by itself, and has no way to say so',
    'field-sizing: content':
      'lets a field grow with its words; without it the field keeps its size and scrolls',
  },
};

/** Those of these declarations and selectors that the engine does not know. */
async function unknown(
  tab: Tab,
  declarations: readonly string[],
  selectors: readonly string[] = [],
): Promise<string[]> {
  return tab.run(
    (all, every) => [
      ...all.filter((one) => !CSS.supports(one)),
      ...every.filter((one) => !CSS.supports(`selector(${one})`)),
    ],
    declarations,
    selectors,
  );
}

test('every declaration and selector that is shipped is known, but for those that do no harm', async ({
  tab,
  engine,
}) => {
  const records = ['file', 'record'].map((name) => join(root, 'src/records/exporters', `${name}.css`));
  const sheets = [
    ...styleSheetsOf(dist),
    ...(await Promise.all(records.map((path) => readFile(path, 'utf8')))),
  ];
  const { declarations, selectors } = shippedBy(sheets);
  expect(declarations.length).toBeGreaterThan(500);
  await tab.open(new URL('changes/', site).href);
  expect(new Set(await unknown(tab, declarations, selectors))).toEqual(
    new Set(Object.keys(accepted[engine.name])),
  );
});

test('WebKit’s faults of old would be found: a line with its thickness, and a list item that holds its floats', async ({
  tab,
  engine,
}) => {
  const { declarations } = shippedBy([
    ':root { --line: #7a4a10 } a { text-decoration: underline 0.1em var(--line) } li { display: flow-root list-item }',
  ]);
  await tab.open(new URL('changes/', site).href);
  expect(await unknown(tab, declarations)).toEqual(engine.name === 'webkit' ? [...declarations] : []);
});

test('someone sees by their line which words are links and which are terms', async ({ tab }) => {
  await tab.open(new URL('code/electoral-register/', site).href);
  expect(await tab.run(linesUnder, '.prose p > a:not(.strength)')).toBe('underline');
  expect(await tab.run(linesUnder, '.term')).toBe('underline');
});

test('someone finds each strength beside the sentence that it is of', async ({ tab }) => {
  for (const page of ['code/electoral-register/', 'edition/']) {
    await tab.open(new URL(page, site).href);
    expect(await tab.run(strayStrengths), page).toEqual([]);
  }
});

test('someone who comes to a place on a map has it before her, and reads it in the middle of its box', async ({
  tab,
}) => {
  await tab.open(new URL('questionnaires/lawful-basis/map/#map-no-basis', site).href);
  await expect.poll(() => tab.run(isInView, '#map-no-basis')).toBe(true);
  expect(await tab.run(wordsOffTheMiddle)).toEqual([]);
});

test('someone who goes from field to field sees where she is, on a day as well', async ({ tab }) => {
  await tab.open(new URL('changes/', site).href);
  await tab.run(() => {
    const fields = ['text', 'date'].map((type) => Object.assign(document.createElement('input'), { type }));
    document.querySelector('main')?.prepend(...fields);
    fields[0]?.focus();
  });
  await tab.pressTab();
  expect(
    await tab.run(() => {
      const field = document.activeElement as HTMLInputElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(field);
      return { type: field.type, outlineStyle, outlineWidth };
    }),
  ).toEqual({ type: 'date', outlineStyle: 'solid', outlineWidth: '3px' });
});

/* From here on: what runs in the page. */

/** The clauses whose strength stands in the margin further than a line and a bit from where their words begin. */
function strayStrengths(): string[] {
  return [...document.querySelectorAll('.prose .clause')].flatMap((clause) => {
    const strength = clause.querySelector('a.strength');
    if (strength === null || getComputedStyle(strength).float !== 'left') return [];
    const words = document.createRange();
    words.setStartAfter(strength);
    words.setEnd(clause, clause.childNodes.length);
    const first = [...words.getClientRects()].find(({ width }) => width > 1);
    const apart = Math.abs(strength.getBoundingClientRect().top - (first?.top ?? Infinity));
    return apart > 36 ? [`${clause.id}: ${Math.round(apart)} px`] : [];
  });
}

/** The boxes of a map whose words stand more than a few pixels above or below the middle. */
function wordsOffTheMiddle(): string[] {
  const middle = (element: Element): number => {
    const { top, height } = element.getBoundingClientRect();
    return top + height / 2;
  };
  return [...document.querySelectorAll('.map-node')].flatMap((node) => {
    const [box, words] = [node.querySelector('.map-box'), node.querySelector('text')];
    if (box === null || words === null) return ['A node without a box or words.'];
    const off = Math.round(middle(words) - middle(box));
    return Math.abs(off) > 4 ? [`${words.textContent}: ${off} px`] : [];
  });
}

function isInView(selector: string): boolean {
  const { left, top, right, bottom } =
    document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect(-1);
  return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
}
