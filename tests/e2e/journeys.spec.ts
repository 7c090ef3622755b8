/**
 * Someone answers a questionnaire and is shown the outcome that its logic gives. The journeys are generated
 * (`journeys.ts` says how); each outcome's headline comes from the words that were built.
 *
 * Most people here come back to a tab in which all but the last answer are kept, which takes the page through every
 * transition quickly; some answer every question by hand. `tests/flows` walks all the rest without a browser.
 */
import { decide } from '../../src/records/decide.ts';
import { DECIDING_EDITION } from '../../src/questionnaires/editions.ts';
import { questionnaires } from '../../src/questionnaires/index.ts';
import { verdictMarks } from '../../src/records/verdict-marks.ts';
import type { Answers, Questionnaire } from '../../src/engine/define.ts';
import { under } from '../../src/engine/reading.ts';
import { readWords } from './built.ts';
import { Driver } from './driver.ts';
import { coverJourneys, transitionsOf, type Journey } from './journeys.ts';
import { expect, test } from './test.ts';

/** So many journeys are taken in one test: a new tab for each costs as much as the journey. */
const MOST_JOURNEYS = 8;

async function endsWhereItShould(
  questionnaire: Questionnaire,
  driver: Driver,
  { answers, outcome }: Journey,
): Promise<void> {
  const words = readWords(questionnaire.id);
  const decision = decide(under(questionnaire, DECIDING_EDITION).replay(answers), words);
  expect(decision.outcome).toBe(outcome);
  const { headline, headlineOpen } = words.outcomes[outcome] ?? {
    headline: 'no such outcome',
    headlineOpen: undefined,
  };
  const open = decision.verdict === 'stop' && decision.restsOnOpenPoint;
  await expect(driver.heading).toHaveText(open ? (headlineOpen ?? headline) : headline);
  await expect(driver.page.locator('.outcome .verdict-word').first()).toHaveText(
    verdictMarks[decision.verdict ?? 'stop'].word,
  );
}

const sentence = ({ answers, outcome }: Journey, place: number): string =>
  `journey ${place + 1}: ${Object.keys(answers).length} answers lead someone to “${outcome}”`;

for (const questionnaire of questionnaires) {
  const journeys = coverJourneys(questionnaire, DECIDING_EDITION);
  /** Answered by hand from the first question to the last: the one that takes most, and every fifteenth after. */
  const byHand = new Set(journeys.filter((_, place) => place % 15 === 0));

  test.describe(questionnaire.id, () => {
    test('the journeys below take everyone who could come another way past every transition', () => {
      const reached = new Set(journeys.map(({ outcome }) => outcome));
      expect([...reached].sort()).toEqual(Object.keys(questionnaire.outcomes).sort());
      const taken = new Set(
        journeys.flatMap(({ answers, outcome }) => {
          const path = Object.keys(answers);
          return path.map((question, place) => `${question} leads to ${path[place + 1] ?? outcome}`);
        }),
      );
      const all = [...transitionsOf(questionnaire, DECIDING_EDITION)].filter((one) =>
        one.includes(' leads to '),
      );
      expect([...taken].sort()).toEqual(all.sort());
      expect(journeys.length).toBeLessThan(60);
      console.log(
        `${questionnaire.id}: ${journeys.length} journeys take ${all.length} transitions; ${byHand.size} of them are by hand.`,
      );
    });

    for (const [place, journey] of journeys.entries()) {
      if (!byHand.has(journey)) continue;
      test(`${sentence(journey, place)}, all of them by hand`, async ({ page }) => {
        test.slow();
        const driver = new Driver(page, questionnaire);
        await driver.open();
        await driver.answerAll(journey.answers);
        await driver.confirm();
        await endsWhereItShould(questionnaire, driver, journey);
      });
    }

    const others = journeys.flatMap((journey, place) => (byHand.has(journey) ? [] : [{ journey, place }]));
    for (let first = 0; first < others.length; first += MOST_JOURNEYS) {
      const some = others.slice(first, first + MOST_JOURNEYS);
      const outcomes = [...new Set(some.map(({ journey }) => journey.outcome))];
      test(`journeys ${some.map(({ place }) => place + 1).join(', ')} lead someone to ${outcomes.join(', ')}, the last answer of each by hand`, async ({
        page,
      }) => {
        test.setTimeout(20_000 + some.length * 10_000);
        const driver = new Driver(page, questionnaire);
        for (const { journey, place } of some) {
          await test.step(sentence(journey, place), async () => {
            const before: Answers = Object.fromEntries(Object.entries(journey.answers).slice(0, -1));
            const [last, answer] = Object.entries(journey.answers).at(-1) ?? [];
            if (last === undefined || answer === undefined) throw new Error('A journey without an answer.');
            await driver.openWith(before);
            await driver.answer(last, answer);
            await driver.confirm();
            await endsWhereItShould(questionnaire, driver, journey);
          });
        }
      });
    }
  });
}
