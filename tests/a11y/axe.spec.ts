/**
 * What a machine can tell of whether a page works for everybody: axe finds nothing on any page and any screen, and
 * whoever has no mouse gets through it and out again. Questions and outcomes are looked at in
 * `e2e/each-questionnaire.spec.ts`.
 */
import type { Page } from '@playwright/test';

import { dist, kindsOfPage, pagesIn } from '../e2e/built.ts';
import { Driver } from '../e2e/driver.ts';
import { fitsEverywhere, printsWithoutControls } from '../e2e/fit.ts';
import { answersBeforeEach, islandsAlive, lookedAtOnce, recordMade } from '../e2e/screens.ts';
import { expect, test } from '../e2e/test.ts';
import { everyKind } from '../fixtures/site/every-kind/flow.ts';
import { fixtureSite, site } from '../site-under-test.ts';
import { findsNothing, rulesOnColours } from './axe.ts';
import { canTabThrough } from './tabs.ts';

/** So many pages are looked at in one test. */
const MOST_PAGES = 14;

/**
 * Pages that one template makes out of one kind of file or list: the first, one from the middle and the last stand for
 * all. What can differ between them, such as headings and references, is looked at on every page in
 * `e2e/structure.spec.ts`.
 */
const alike = Map.groupBy(pagesIn(dist), (page) => {
  const ofAQuestionnaire = /^(questionnaires|proof)\/[^/]+\/(.*)$/.exec(page);
  return ofAQuestionnaire === null
    ? /^(law|clauses|decisions|documents|training\/[^/]+)\/./.exec(page)?.[1]
    : `${ofAQuestionnaire[1]} ${ofAQuestionnaire[2]}`;
});
const pages = [...alike].flatMap(([template, all]) =>
  template === undefined
    ? all
    : all.filter((_, place) => [0, Math.floor(all.length / 2), all.length - 1].includes(place)),
);
const ofEachKind = new Set<string>(Object.values(kindsOfPage));

/** The questionnaire that a page belongs to. */
const questionnaireOf = (path: string): string | undefined =>
  /^(?:questionnaires|proof)\/([^/]+)\//.exec(path)?.[1];

/** Pages by the questionnaire or the part of the site that they belong to, few enough for one test each. */
const parts = Object.entries(
  Object.groupBy(
    pages,
    (path) =>
      questionnaireOf(path) ?? (path.match(/\//g)?.length === 1 ? 'the top' : (path.split('/')[0] ?? '')),
  ),
).flatMap(([part, paths = []]) =>
  Array.from({ length: Math.ceil(paths.length / MOST_PAGES) }, (_, group) => ({
    name: group === 0 ? part : `${part}, continued ${group}`,
    tag: questionnaireOf(paths[0] ?? '') === undefined ? [] : [`@${part}`],
    paths: paths.slice(group * MOST_PAGES, (group + 1) * MOST_PAGES),
  })),
);

/** Looks again in the dark and in forced colours, in which nothing but colours can differ. */
async function findsNothingInOtherColours(page: Page, where = ''): Promise<void> {
  for (const [how, media] of Object.entries({
    'in the dark': { colorScheme: 'dark' },
    'in forced colours': { colorScheme: 'dark', forcedColors: 'active' },
  } as const)) {
    await page.emulateMedia(media);
    await findsNothing(page, `${where} ${how}`, 'html', rulesOnColours);
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
}

test.describe('reading', () => {
  for (const { name, tag, paths } of parts) {
    test(`everyone can read the pages of ${name}: ${paths.join(' ')}`, { tag }, async ({ context, page }) => {
      for (const path of paths) {
        await page.goto(new URL(path, site).href);
        await islandsAlive(page);
        expect(page.url().startsWith(site), path).toBe(true);
        // While what folds is folded.
        if (ofEachKind.has(path)) await canTabThrough(page, path);
        await findsNothing(page, path);
        if (ofEachKind.has(path)) await findsNothingInOtherColours(page, path);
      }
      expect(await context.cookies(), 'the site sets no cookie').toEqual([]);
    });
  }

  test('everyone who followed a dead link is told where to go', async ({ page, faults }) => {
    faults.allow(/404 \(Not Found\)/);
    await page.goto(new URL('no/such/page/', site).href);
    await findsNothing(page);
  });

  test('everyone can read the meaning of a term', async ({ page }) => {
    await page.goto(new URL(kindsOfPage['a section of the code'], site).href);
    await page.locator('button.term').first().click();
    await expect(page.locator('.meaning:popover-open')).toBeVisible();
    await findsNothing(page);
  });
});

/** One of each kind of screen, which is also looked at in other colours: the rest is made of the same parts. */
const inOtherColours: ReadonlySet<string> = new Set([
  'a question with one answer',
  'a question with several answers',
  'a question of several points',
  'a question in one’s own words',
  'what is said where a reason was due',
  'the warning that a change sets answers aside',
  'the list of answers to check',
  'an outcome to go ahead with',
  'an outcome with things to do first',
  'an outcome that says stop',
  'an outcome where nothing is needed',
  'that form with things missing',
  'a record that was opened',
  'a file that could not be opened',
  'the list of kept records',
]);

test.describe('answering', () => {
  for (const [what, open] of Object.entries(lookedAtOnce)) {
    const colours = inOtherColours.has(what);
    test(`everyone can read and use, with keys alone, ${what}${colours ? ', in other colours too' : ''}; it fits everywhere, and prints without anything to press`, async ({
      driver,
      page,
    }) => {
      await open(driver);
      await canTabThrough(page);
      await printsWithoutControls(page);
      await fitsEverywhere(page, what);
      await findsNothing(page);
      if (colours) await findsNothingInOtherColours(page);
    });
  }

  /** Kinds that no published question has yet. */
  for (const kind of ['date', 'number', 'rating']) {
    test(`everyone can tell that an answer to a question for a ${kind} was due`, async ({ page }) => {
      const driver = new Driver(page, everyKind, fixtureSite);
      const id = Object.entries(everyKind.questions).find(([, asked]) => asked.kind === kind)?.[0] ?? '';
      await driver.openWith(answersBeforeEach(everyKind).get(id) ?? {});
      await driver.asked(id);
      await driver.press();
      await expect(driver.errorSummary).toBeFocused();
      await findsNothing(page);
    });
  }

  test('everyone can read the file of a record', async ({ driver, page }, info) => {
    await recordMade(driver);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the record' }).click(),
    ]);
    const path = info.outputPath('record.html');
    await file.saveAs(path);
    await page.goto(`file://${path}`);
    await findsNothing(page);
  });
});
