/**
 * A result that can be borne on a phone: how many words and screens every outcome takes with all folded away, and what
 * its first screen holds. The figures are printed.
 */
import type { Page } from '@playwright/test';

import { under } from '../../src/engine/reading.ts';
import { DECIDING_EDITION } from '../../src/questionnaires/editions.ts';
import { questionnaires } from '../../src/questionnaires/index.ts';
import { decide } from '../../src/records/decide.ts';
import { chromiumOptions } from '../../src/commands/browser.ts';
import { fontEnvironment } from '../fonts.ts';
import { readWords } from './built.ts';
import { Driver } from './driver.ts';
import { coverJourneys } from './journeys.ts';
import { expect, test } from './test.ts';

const PHONE = { width: 390, height: 844 };
/** The most words and screens of a result that goes ahead, and of one that stops. */
const BUDGET = { ahead: { words: 450, screens: 4 }, stop: { words: 300, screens: 3 } };

interface Size {
  /** Words that a reader meets with everything folded away. */
  readonly words: number;
  readonly screens: number;
  /** Where the answer ends, where the first line of what to do next does, and where the record is made. */
  readonly answer: number;
  readonly next: number;
  readonly record: number;
}

const sizeOf = (page: Page): Promise<Size> =>
  page.evaluate((height) => {
    const article = document.querySelector<HTMLElement>('article.outcome');
    if (article === null) throw new Error('There is no outcome.');
    const spoken = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest('.visually-hidden') !== null || !node.parentElement.checkVisibility()
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    const said: string[] = [];
    while (spoken.nextNode()) said.push(spoken.currentNode.textContent ?? '');
    const bottom = (selector: string): number => {
      const box = article.querySelector(selector)?.getBoundingClientRect();
      return box === undefined ? Infinity : box.bottom + scrollY;
    };
    // The first words after the heading of what comes next.
    const after = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    const heading = article.querySelector('#next');
    const line = document.createRange();
    for (let text = after.nextNode(); text !== null; text = after.nextNode()) {
      const follows =
        heading !== null && heading.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
      const holder = text.parentElement;
      if (!follows || heading.contains(text) || text.textContent?.trim() === '') continue;
      if (holder?.closest('.visually-hidden') !== null) continue;
      line.selectNodeContents(text);
      break;
    }
    return {
      words: said
        .join(' ')
        .split(/\s+/)
        .filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
      screens: Math.round((article.getBoundingClientRect().height / height) * 10) / 10,
      answer: bottom('.verdict'),
      next: (line.getClientRects()[0]?.bottom ?? Infinity) + scrollY,
      record: bottom('.to-record a'),
    };
  }, PHONE.height);

// Letters as wide as most phones have them.
test.use({
  viewport: PHONE,
  launchOptions: {
    // Laid out alike in the headless shell, in a fourth of the time.
    ...chromiumOptions(process.env.CLEAR_CANVASS_HEADLESS_SHELL ?? process.env.CLEAR_CANVASS_CHROMIUM),
    env: { ...process.env, ...fontEnvironment('middling') },
  },
});

for (const questionnaire of questionnaires) {
  const { id } = questionnaire;
  const words = readWords(id);
  const journeys = coverJourneys(questionnaire, DECIDING_EDITION);

  test.describe(id, { tag: `@${id}` }, () => {
    test(`someone with a phone gets through every outcome of ${id} in a few screens`, async ({
      page,
    }, info) => {
      const outcomes = Object.keys(questionnaire.outcomes);
      const driver = new Driver(page, questionnaire);
      const over: string[] = [];
      const lines: string[] = [];
      for (const outcome of outcomes) {
        // The longest way to it has most to say.
        const [journey] = journeys
          .filter((one) => one.outcome === outcome)
          .toSorted((one, other) => Object.keys(other.answers).length - Object.keys(one.answers).length);
        if (journey === undefined) throw new Error(`No journey ends in ${outcome}.`);
        await driver.openWith(journey.answers, 'outcome');
        await page.locator('article.outcome').waitFor();
        const size = await sizeOf(page);
        const { verdict } = decide(under(questionnaire, DECIDING_EDITION).replay(journey.answers), words);
        const budget = verdict === 'stop' ? BUDGET.stop : BUDGET.ahead;
        lines.push(
          `${outcome} (${verdict}): ${size.words} words of ${budget.words}, ${size.screens} screens of ${budget.screens}; the answer ends at ${Math.round(size.answer)} px, its record is made at ${Math.round(size.record)} px, what to do next begins at ${Math.round(size.next)} px`,
        );
        if (size.words > budget.words || size.screens > budget.screens || size.next > PHONE.height)
          over.push(lines.at(-1) ?? '');
      }
      console.log(
        [`Every outcome of ${id} at ${PHONE.width} × ${PHONE.height}, shut:`, ...lines].join('\n  '),
      );
      info.annotations.push({ type: 'measured', description: lines.join('; ') });
      expect(over).toEqual([]);
    });
  });
}
