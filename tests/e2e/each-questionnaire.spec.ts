/**
 * What is held of each questionnaire by itself, the one that only the tests have included: somebody answers it, and
 * each of its questions and each of its outcomes is looked at once. All else is the same for every questionnaire and
 * is tested on one. So a further questionnaire costs what stands here, and `npm test` says how much that is.
 *
 * That every answer leads where it should is proven without a browser, in `tests/flows`, through the same machine.
 */
import { under } from '../../src/engine/reading.ts';
import { DECIDING_EDITION } from '../../src/questionnaires/editions.ts';
import { questionnaires as published } from '../../src/questionnaires/index.ts';
import { decide } from '../../src/records/decide.ts';
import { plainOf } from '../../src/records/plain.ts';
import { verdictMarks } from '../../src/records/verdict-marks.ts';
import { allButColours, allRules, findsNothing } from '../a11y/axe.ts';
import { questionnaires as fixtures } from '../fixtures/site/questionnaires.ts';
import { fixtureSite, site } from '../site-under-test.ts';
import { dist, fixtureDist, readWords } from './built.ts';
import { Driver } from './driver.ts';
import { fits } from './fit.ts';
import { coverJourneys, type Journey } from './journeys.ts';
import { before } from './people.ts';
import { expect, test } from './test.ts';

/** So many outcomes are looked at in one test. */
const MOST_OUTCOMES = 10;

const all = [
  ...published.map((questionnaire) => ({ questionnaire, home: site, folder: dist })),
  ...fixtures.map((questionnaire) => ({ questionnaire, home: fixtureSite, folder: fixtureDist })),
];

for (const { questionnaire, home, folder } of all) {
  const { id } = questionnaire;
  const words = readWords(id, folder);
  const journeys = coverJourneys(questionnaire, DECIDING_EDITION);

  /** The page says of the answers what the logic says, in the words of the outcome. */
  const saysTheOutcome = async (driver: Driver, { answers, outcome }: Journey): Promise<void> => {
    const decision = decide(under(questionnaire, DECIDING_EDITION).replay(answers), words);
    expect(decision.outcome).toBe(outcome);
    const { headline, headlineOpen } = words.outcomes[outcome] ?? {};
    const open = decision.verdict === 'stop' && decision.restsOnOpenPoint;
    const legal = (open ? headlineOpen : undefined) ?? headline ?? 'no such outcome';
    // What to do comes first, in plain words, where the outcome has such words; then the finding.
    await expect(driver.heading).toHaveText(plainOf(decision, words.outcomes[outcome]) ?? legal);
    await expect(driver.page.locator('.outcome .headline')).toHaveText(legal);
    await expect(driver.page.locator('.outcome .verdict-word').first()).toHaveText(
      verdictMarks[decision.verdict ?? 'stop'].word,
    );
  };

  // The one of the tests has every kind of question: with it the other fonts have been looked at.
  const tag = [`@${id}`, ...(home === fixtureSite ? ['@narrow-too'] : [])];
  test.describe(id, { tag }, () => {
    test(`someone answers ${id} by hand, reloads, goes back, and comes to the outcome of its logic`, async ({
      page,
    }) => {
      const [journey] = journeys;
      if (journey === undefined) throw new Error(`${id} has no journey.`);
      const asked = Object.entries(journey.answers);
      const middle = Math.floor(asked.length / 2);
      const driver = new Driver(page, questionnaire, home);
      await driver.open();
      for (const [place, [question, answer]] of asked.entries()) {
        if (place === middle) {
          await driver.reload();
          await driver.asked(question);
          const [earlier, given] = asked[place - 1] ?? [];
          if (earlier === undefined || given === undefined) throw new Error(`${id} asks one question only.`);
          await driver.back.click();
          await driver.shows(earlier, given);
          await driver.press();
        }
        await driver.answer(question, answer);
      }
      await driver.confirm();
      await saysTheOutcome(driver, journey);
      await driver.reload();
      await saysTheOutcome(driver, journey);
      expect((await driver.keptInTab())?.answers).toEqual(journey.answers);
    });

    test(`everyone can read and answer each question of ${id}, and it fits`, async ({ page }) => {
      const order = Object.keys(questionnaire.questions);
      const driver = new Driver(page, questionnaire, home);
      const left = new Set(order);
      const kinds = new Set<string>();
      const stillIn = ({ answers }: Journey): string[] => Object.keys(answers).filter((one) => left.has(one));
      while (left.size > 0) {
        const [walk] = journeys.toSorted((one, other) => stillIn(other).length - stillIn(one).length);
        const [first] = walk === undefined ? [] : stillIn(walk);
        if (walk === undefined || first === undefined)
          throw new Error(`Nobody is asked ${[...left].join(', ')}.`);
        await driver.openWith(before(walk.answers, first));
        for (const [question, answer] of Object.entries(walk.answers)) {
          if (question in before(walk.answers, first)) continue;
          await driver.asked(question);
          if (left.delete(question)) {
            // What stands around the questions is the same for all, and so are the colours of all of a kind.
            const { kind } = questionnaire.questions[question] ?? {};
            const rules = kind === undefined || kinds.has(kind) ? allButColours : allRules;
            await findsNothing(page, question, left.size === order.length - 1 ? 'html' : 'main', rules);
            if (kind !== undefined) kinds.add(kind);
            await fits(page, question);
          }
          if (stillIn(walk).length === 0) break;
          await driver.answer(question, answer);
        }
      }
    });

    const outcomes = Object.keys(questionnaire.outcomes);
    for (let first = 0; first < outcomes.length; first += MOST_OUTCOMES) {
      const some = outcomes.slice(first, first + MOST_OUTCOMES);
      test(`everyone is told and can read these outcomes of ${id}, and they fit: ${some.join(', ')}`, async ({
        page,
      }) => {
        const driver = new Driver(page, questionnaire, home);
        const verdicts = new Set<string>();
        for (const outcome of some) {
          const journey = journeys.find((one) => one.outcome === outcome);
          if (journey === undefined) throw new Error(`No journey ends in ${outcome}.`);
          await driver.openWith(journey.answers, 'outcome');
          await page.locator('article.outcome').waitFor();
          await saysTheOutcome(driver, journey);
          if (outcome !== outcomes[0]) {
            // The map is the same drawing below each outcome, and more than all the rest: once is enough.
            await page
              .locator('.path-map .map-frame')
              .evaluateAll((maps) => maps.forEach((map) => map.remove()));
          }
          const { verdict = outcome } = questionnaire.outcomes[outcome] ?? {};
          const rules = verdicts.has(verdict) ? allButColours : allRules;
          await findsNothing(page, outcome, outcome === some[0] ? 'html' : 'main', rules);
          verdicts.add(verdict);
          await fits(page, outcome);
        }
      });
    }
  });
}
