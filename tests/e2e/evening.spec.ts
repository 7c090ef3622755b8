/**
 * One evening: an independent candidate decides five uses on her phone. Counted is what it costs her: questions asked
 * twice, to-dos shown twice, and words to read.
 */
import type { Page } from '@playwright/test';

import type { Answers } from '../../src/engine/define.ts';
import { lawfulBasis } from '../../src/questionnaires/lawful-basis/flow.ts';
import { open, plan, sayWho } from './campaign-page.ts';
import { Driver } from './driver.ts';
import { expect, test } from './test.ts';

/** Words that somebody reads in a minute. */
const A_MINUTE = 200;
/** So many minutes of reading the evening may take at most, with help shut. */
const MOST_MINUTES = 60;
/** Words of a result, shut: one that goes ahead, and a stop. */
const MOST_WORDS = { ahead: 450, stop: 300 };

interface Planned {
  /** As the campaign’s page calls the plan. */
  readonly plan: string;
  readonly answers: Answers;
}

/** What is the same in all five. */
const careful = {
  'personal-data': 'yes',
  'under-18': 'no',
  promotes: 'yes',
  'whose-address': 'people',
  harm: 'no',
  'risk-signs': ['none'],
  'others-handle': ['printer'],
  'democratic-engagement': 'yes',
  'everyday-basis': 'none',
  'another-way': 'no',
  proportionate: 'yes',
  interest: 'democratic-engagement',
  expected: 'yes',
  outweighs: 'yes',
} as const satisfies Answers;

const evening: readonly Planned[] = [
  {
    plan: 'Post letters or an election address',
    answers: {
      ...careful,
      purpose: 'Letters to every voter in the ward',
      sources: ['full-register'],
      'register-entitled': 'yes',
      'special-category': ['none'],
      channel: 'post-by-name',
      'task-in-law': 'no',
    },
  },
  {
    plan: 'Knock on doors',
    answers: {
      ...careful,
      purpose: 'Note on the doorstep what people care about',
      sources: ['given-for-this'],
      'special-category': ['none'],
      channel: 'doorstep',
      'task-in-law': 'no',
    },
  },
  {
    plan: 'Email, text or message people',
    answers: {
      ...careful,
      purpose: 'E-mail those who signed the petition for the crossing',
      sources: ['given-for-other'],
      'first-basis': 'no',
      compatible: 'yes',
      'special-category': ['none'],
      channel: 'electronic-mail',
      'free-to-refuse': 'yes',
      'stop-if-refused': 'yes',
      'consent-status': 'hold-without',
    },
  },
  {
    plan: 'Advertise online',
    answers: {
      ...careful,
      purpose: 'An advert to people in the ward',
      sources: ['platform'],
      'special-category': ['none'],
      channel: 'platform-targeting',
      'task-in-law': 'no',
    },
  },
  {
    plan: 'Wind up after polling day',
    answers: {
      ...careful,
      purpose: 'Keep the list for the next election',
      sources: ['given-for-this'],
      'special-category': ['none'],
      channel: 'not-at-all',
      'task-in-law': 'no',
    },
  },
];

/** The words of a place that can be seen, with nothing unfolded. */
const wordsOf = (page: Page, place: string): Promise<number> =>
  page.locator(place).evaluateAll((all) => {
    const said: string[] = [];
    for (const one of all) {
      const spoken = document.createTreeWalker(one, NodeFilter.SHOW_TEXT, (node) =>
        node.parentElement?.closest('.visually-hidden') !== null || !node.parentElement.checkVisibility()
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_ACCEPT,
      );
      while (spoken.nextNode()) said.push(spoken.currentNode.textContent ?? '');
    }
    return said
      .join(' ')
      .split(/\s+/)
      .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  });

test('someone decides five uses in one evening: nothing is asked twice, no duty is shown twice, and it can be read in an hour', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const driver = new Driver(page, lawfulBasis);
  await open(page);
  await sayWho(page);
  await plan(page, ...evening.map((one) => one.plan));
  /** Words by where they are read. */
  const words = {
    campaign: await wordsOf(page, '.campaign'),
    questions: 0,
    answers: 0,
    results: 0,
    records: 0,
  };

  /** Questions about the campaign as a whole, with how often each was asked. */
  const asked = new Map<string, number>();
  const results: { plan: string; verdict: string; words: number; questions: number }[] = [];
  for (const { plan: title, answers } of evening) {
    await page
      .getByRole('link', { name: new RegExp(`^Answer the questions for ${title}`) })
      .first()
      .click();
    await driver.alive();
    let questions = 0;
    await driver.answerAsAsked(answers, async (question) => {
      words.questions += await wordsOf(page, 'form.question, .known, .known-of-this');
      asked.set(question, (asked.get(question) ?? 0) + 1);
      questions += 1;
    });
    words.answers += await wordsOf(page, 'main');
    await driver.confirm();
    const result = page.locator('article.outcome');
    await result.waitFor();
    const read = await wordsOf(page, 'article.outcome');
    const verdict = (await result.locator('.verdict-word').first().textContent())?.trim() ?? '';
    results.push({ plan: title, verdict, words: read, questions });
    words.results += read;
    await driver.toRecord();
    words.records += await wordsOf(page, 'main');
    await driver.giveDetails({
      title,
      decidedBy: 'Morgan Reyes',
      role: 'Candidate',
      reviewOn: '2027-06-10',
    });
    await driver.download();
    await open(page);
  }

  for (const { plan: title, verdict, words: read, questions } of results)
    console.log(`${title}: ${verdict}, ${questions} questions, a result of ${read} words.`);
  const all = Object.values(words).reduce((sum, some) => sum + some, 0);
  const minutes = all / A_MINUTE;
  console.log(
    `The evening is ${all} words, ${minutes.toFixed(0)} minutes of reading: ${Object.entries(words)
      .map(([place, some]) => `${place} ${some}`)
      .join(', ')}.`,
  );

  for (const once of ['who', 'nation', 'poll']) expect(asked.get(once) ?? 0, once).toBe(0);
  expect(asked.get('others-handle') ?? 0).toBeLessThanOrEqual(1);
  for (const { plan, verdict, words: read } of results)
    expect.soft(read, plan).toBeLessThanOrEqual(/^Stop/i.test(verdict) ? MOST_WORDS.stop : MOST_WORDS.ahead);

  // What is done once stands once on the campaign’s page, though several uses ask for it.
  const standing = page.getByRole('region', { name: 'Once for the campaign' });
  const duties = await standing.locator('li.todo label[for^="standing-"]').allTextContents();
  const different = new Set(duties);
  console.log(`Done once for the campaign: ${different.size}.`);
  expect(different.size).toBeGreaterThan(5);
  expect(duties.filter((duty) => !/note|done on/i.test(duty)).length).toBe(
    new Set(duties.filter((duty) => !/note|done on/i.test(duty))).size,
  );
  expect(minutes).toBeLessThanOrEqual(MOST_MINUTES);
});
