/**
 * What a machine can tell of whether a page works for everybody: axe finds nothing on any page and any screen. All
 * that folds is unfolded first, so that nothing hides from it.
 */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { DECIDING_EDITION } from '../../src/questionnaires/editions.ts';
import { questionnaires } from '../../src/questionnaires/index.ts';
import { dist, kindsOfPage, pagesIn } from '../e2e/built.ts';
import { Driver } from '../e2e/driver.ts';
import { coverJourneys } from '../e2e/journeys.ts';
import {
  answersBeforeEach,
  errors,
  islandsAlive,
  otherScreens,
  question,
  recordMade,
} from '../e2e/screens.ts';
import { expect, test } from '../e2e/test.ts';
import { everyKind } from '../fixtures/site/every-kind/flow.ts';
import { fixtureSite, site } from '../site-under-test.ts';

// A trace of axe at work is large and shows nothing: what it finds is in the message.
test.use({ trace: 'off' });

/** So many pages are looked at in one test. */
const MOST_PAGES = 14;

const all = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
} as const;
/** What can differ where only the colours do. */
const ofColours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const;

/**
 * Fails where axe finds something; the rest of a test that looks at many pages goes on.
 *
 * @param unless what need not be looked at here, as a selector
 * @param runOnly the rules to look with
 */
async function findsNothing(
  page: Page,
  where = '',
  unless?: string,
  runOnly: typeof all | typeof ofColours = all,
): Promise<void> {
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
  const axe = new AxeBuilder({ page });
  if (unless !== undefined) axe.exclude(unless);
  const { violations, passes } = await axe
    // Without frames of other origins axe needs no second page to sum up in.
    .setLegacyMode(true)
    // Of what passes it need not write down every element: that takes longer than looking.
    .options({ runOnly: { ...runOnly, values: [...runOnly.values] }, resultTypes: ['violations'] })
    .analyze();
  expect(passes.length, 'rules that had something to look at').toBeGreaterThan(runOnly === all ? 10 : 0);
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary ?? ''}`,
    ),
  );
  expect.soft(found.join('\n\n'), where).toBe('');
}

/** The pages of the single law changes are alike: the first, one from the middle and the last stand for all. */
const lawPages = pagesIn(dist).filter((page) => /^law\/./.test(page));
const lawPagesTaken = [0, Math.floor(lawPages.length / 2), lawPages.length - 1].map(
  (place) => lawPages[place],
);
const pages = pagesIn(dist).filter((page) => !lawPages.includes(page) || lawPagesTaken.includes(page));

/** Pages by the part of the site that they belong to, few enough for one test each: a new tab for every page costs as much as axe. */
const parts = Object.entries(
  Object.groupBy(pages, (path) => (path.match(/\//g)?.length === 1 ? 'the top' : (path.split('/')[0] ?? ''))),
).flatMap(([part, paths = []]) =>
  Array.from({ length: Math.ceil(paths.length / MOST_PAGES) }, (_, group) => ({
    name: group === 0 ? part : `${part}, continued ${group}`,
    paths: paths.slice(group * MOST_PAGES, (group + 1) * MOST_PAGES),
  })),
);

test.describe('reading', () => {
  for (const { name, paths } of parts) {
    test(`everyone can read the pages of ${name}: ${paths.join(' ')}`, async ({ page }) => {
      test.setTimeout(20_000 + paths.length * 10_000);
      for (const path of paths) {
        await page.goto(new URL(path, site).href);
        await islandsAlive(page);
        await findsNothing(page, path);
      }
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

test.describe('answering', () => {
  for (const questionnaire of questionnaires) {
    const ids = Object.keys(questionnaire.questions);
    for (let first = 0; first < ids.length; first += MOST_PAGES) {
      const some = ids.slice(first, first + MOST_PAGES);
      test(`everyone can answer the questions of ${questionnaire.id}: ${some.join(' ')}`, async ({
        page,
      }) => {
        test.setTimeout(20_000 + some.length * 10_000);
        const driver = new Driver(page, questionnaire);
        const before = answersBeforeEach(questionnaire);
        for (const id of some) {
          await driver.openWith(before.get(id) ?? {});
          await driver.asked(id);
          await findsNothing(page, id);
        }
      });
    }

    test(`everyone can read each outcome of ${questionnaire.id}`, async ({ page }) => {
      const journeys = coverJourneys(questionnaire, DECIDING_EDITION);
      const outcomes = Object.keys(questionnaire.outcomes);
      test.setTimeout(20_000 + outcomes.length * 12_000);
      const driver = new Driver(page, questionnaire);
      for (const outcome of outcomes) {
        const journey = journeys.find((one) => one.outcome === outcome);
        if (journey === undefined) throw new Error(`No journey ends in ${outcome}.`);
        await driver.openWith(journey.answers, 'outcome');
        await page.locator('article.outcome').waitFor();
        // The map is the same drawing below each outcome, and more than all the rest: once is enough.
        await findsNothing(page, outcome, outcome === outcomes[0] ? undefined : '.path-map .map-frame');
      }
    });
  }

  for (const [what, open] of Object.entries(errors)) {
    test(`everyone can tell that ${what}`, async ({ driver, page }) => {
      await open(driver);
      await findsNothing(page);
    });
  }

  /** Kinds that no published question has yet. */
  for (const kind of ['date', 'number', 'rating']) {
    test(`everyone can answer a question for a ${kind}, and tell that it was due`, async ({ page }) => {
      const driver = new Driver(page, everyKind, fixtureSite);
      const id = Object.entries(everyKind.questions).find(([, asked]) => asked.kind === kind)?.[0] ?? '';
      await driver.openWith(answersBeforeEach(everyKind).get(id) ?? {});
      await driver.asked(id);
      await findsNothing(page);
      await driver.press();
      await expect(driver.errorSummary).toBeFocused();
      await findsNothing(page);
    });
  }

  for (const [what, open] of Object.entries(otherScreens)) {
    test(`everyone can read and use ${what}`, async ({ driver, page }) => {
      await open(driver);
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

/** One of each kind of screen: the others are made of the same parts, and differ in words. */
const screensByColour = {
  'a question with one answer': question('who'),
  'a question with several answers': question('sources'),
  'a question of several points': question('consent-standard'),
  'a question in one’s own words': question('purpose'),
  'an error': errors['a reason was due'],
  ...Object.fromEntries(
    (
      [
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
      ] as const
    ).map((what) => [what, otherScreens[what]]),
  ),
};
const schemes = {
  'in the dark': { colorScheme: 'dark' },
  'in forced colours': { colorScheme: 'dark', contextOptions: { forcedColors: 'active' } },
} as const;
for (const [how, options] of Object.entries(schemes)) {
  test.describe(how, () => {
    test.use(options);

    test(`everyone can read each kind of page ${how}: ${Object.keys(kindsOfPage).join(', ')}`, async ({
      page,
    }) => {
      test.setTimeout(120_000);
      for (const [what, path] of Object.entries(kindsOfPage)) {
        await page.goto(new URL(path, site).href);
        await islandsAlive(page);
        await findsNothing(page, what, undefined, ofColours);
      }
    });
    for (const [what, open] of Object.entries(screensByColour)) {
      test(`everyone can use ${what} ${how}`, async ({ driver, page }) => {
        await open?.(driver);
        await findsNothing(page, what, undefined, ofColours);
      });
    }
  });
}
