/**
 * In every engine, somebody answers each questionnaire, changes her mind, and leaves with a record that opens again.
 *
 * Her journey is generated. She first gives an answer with which she ends elsewhere, sees that outcome, and changes
 * the answer from the list of her answers.
 */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

import type { Answers, Questionnaire } from '../../src/engine/define.ts';
import { DECIDING_EDITION } from '../../src/questionnaires/editions.ts';
import { questionnaires } from '../../src/questionnaires/index.ts';
import type { DecisionRecord } from '../../src/records/record.ts';
import { shortFingerprint } from '../../src/records/fingerprint.ts';
import { readWords } from '../e2e/built.ts';
import { coverJourneys, type Journey } from '../e2e/journeys.ts';
import { site } from '../site-under-test.ts';
import { linesUnder } from './in-page.ts';
import { download, Person, press, until } from './person.ts';
import { expect, test } from './test.ts';

const DETAILS = {
  title: 'Polling day letters',
  decidedBy: 'Morgan Reyes',
  role: 'Agent',
  reviewOn: '2099-05-10',
};

/**
 * So many questions a journey has at least, where one has: enough to reload in the middle and go back. A questionnaire
 * whose journeys part early has shorter ones.
 */
const LEAST = [6, 5, 4, 3];

/**
 * Two journeys with different outcomes, and the question at which they part. After it they agree about every question
 * that both are asked: its answer stays given. They part as late as can be, or else are as short as can be.
 */
function parting(
  questionnaire: Questionnaire,
  late: boolean,
  least = LEAST,
): { wrong: Journey; right: Journey; at: string } {
  const journeys = coverJourneys(questionnaire, DECIDING_EDITION);
  const [most = 0, ...fewer] = least;
  let best: { wrong: Journey; right: Journey; at: string; worth: number } | undefined;
  for (const right of journeys) {
    for (const wrong of journeys) {
      if (wrong.outcome === right.outcome) continue;
      const path = Object.keys(right.answers);
      const place = path.findIndex(
        (question) => JSON.stringify(right.answers[question]) !== JSON.stringify(wrong.answers[question]),
      );
      const at = path[place];
      const agree = path
        .slice(place + 1)
        .every((question) =>
          [undefined, JSON.stringify(right.answers[question])].includes(
            JSON.stringify(wrong.answers[question]),
          ),
        );
      const length = Math.min(path.length, Object.keys(wrong.answers).length);
      const worth = late ? place : -path.length - Object.keys(wrong.answers).length;
      if (at === undefined || !(at in wrong.answers) || !agree || (!late && length < most)) continue;
      if (best === undefined || worth > best.worth) best = { wrong, right, at, worth };
    }
  }
  if (best !== undefined) return best;
  if (fewer.length === 0) throw new Error(`${questionnaire.id} has no two journeys that part in one answer.`);
  return parting(questionnaire, late, fewer);
}

for (const [place, questionnaire] of questionnaires.entries()) {
  // One of them has its longest journey, and in Chromium too; there the browser layer answers each of the others.
  const isFirst = place === 0;
  const tag = [`@${questionnaire.id}`, ...(isFirst ? [] : ['@other-engines'])];
  const title = `${questionnaire.id}: someone who reloads, goes back and changes an answer leaves with a record that opens again and checks itself`;
  test(title, { tag }, async ({ tab }) => {
    const { wrong, right, at } = parting(questionnaire, isFirst);
    const headline = (outcome: string): string[] => {
      const words = readWords(questionnaire.id).outcomes[outcome];
      return [words?.headline ?? '', words?.headlineOpen ?? words?.headline ?? ''];
    };
    const path = Object.keys(wrong.answers);
    const half = path[Math.ceil(path.length / 2)] as string;
    const halfBefore = path[Math.ceil(path.length / 2) - 1] as string;
    const person = new Person(tab, questionnaire, site);

    await test.step('half of it, then a reload, then the browser’s back button', async () => {
      await person.open();
      await person.answer(wrong.answers, half);
      await person.reload();
      expect(await person.next()).toBe(half);
      await tab.back();
      expect(await person.next(half)).toBe(halfBefore);
      expect(await person.goOn(halfBefore)).toBe(half);
    });

    await test.step('the rest of it, and an answer changed', async () => {
      await person.answer(wrong.answers);
      expect(headline(wrong.outcome)).toContain(await person.confirm());
      await tab.back();
      await until(tab, () => document.querySelector('.summary-list') !== null);
      await person.change(at);
      await person.answer(right.answers);
      expect(headline(right.outcome)).toContain(await person.confirm());
    });

    await person.giveDetails(DETAILS);
    const html = await download(tab, () => press(tab, 'Download the record'));
    await tab.click('form.question details.formats summary');
    const json = await download(tab, () => press(tab, 'Download as JSON'));
    const record = JSON.parse(await readFile(json, 'utf8')) as DecisionRecord;
    const stepsOf = Object.fromEntries(record.steps.map(({ question, answer }) => [question, answer]));
    expect(stepsOf).toEqual(right.answers satisfies Answers);
    expect(record.outcome.id).toBe(right.outcome);
    expect(record.details).toMatchObject(DETAILS);
    const fingerprint = shortFingerprint(record.fingerprint);

    await test.step('the file, opened from the disk, checks itself', async () => {
      await tab.open(pathToFileURL(html).href);
      await expect
        .poll(() => tab.run(() => document.querySelector('#check')?.textContent.trim() ?? ''))
        .toContain(`Matches its fingerprint ${fingerprint}`);
      expect(await tab.run(linesUnder, 'main a')).toBe('underline');
    });

    await test.step('the file, opened on the site, matches too', async () => {
      await tab.open(new URL('records/open/', site).href);
      await until(tab, () => document.querySelector('astro-island[ssr]') === null);
      await tab.choose('#open-file', html);
      await expect
        .poll(() => tab.run(() => document.querySelector('main')?.textContent ?? ''))
        .toContain(`It matches its fingerprint, ${fingerprint}`);
    });
  });
}
