/** What someone can ask of a decision, the last day that it sets, and where it leads on to. */
import { readFileSync } from 'node:fs';

import type { Answers } from '../../src/engine/define.ts';
import { article22 } from '../../src/questionnaires/article-22/flow.ts';
import { disproportionateEffort } from '../../src/questionnaires/disproportionate-effort/flow.ts';
import { DETAILS, Driver } from './driver.ts';
import { letters } from './people.ts';
import { expect, test } from './test.ts';

/** Adverts that software aims at people by a guess about their opinions, and nobody looks at. */
const aimed = {
  who: 'independent-candidate',
  activity: 'Show adverts to people whom software picks',
  message: 'Keep your street safe',
  profiling: 'decides',
  'others-handle': ['nobody'],
  'data-used': ['names-and-addresses', 'political-opinions'],
  condition: 'explicit-consent',
  'explicit-consent': { given: 'yes', 'names-the-kind': 'yes', recorded: 'yes' },
  'solely-automated': 'nobody',
  surprised: 'yes',
  'not-plain': 'no',
  frequency: 'no',
  timing: 'no',
  unaware: 'no',
  'delivery-otherwise': 'no',
  emotive: 'yes',
  autonomy: 'no',
  vulnerable: 'no',
  psychometrics: 'no',
  discriminatory: 'no',
  threatening: 'no',
  disenfranchising: 'no',
  'detriment-otherwise': 'no',
  'other-reason': 'no',
  dpia: 'not-yet',
  'legal-effect': 'no',
  'significant-effect': 'yes',
  safeguards: {
    'explicit-consent': 'no',
    'consent-to-all-data': 'no',
    'people-told': 'yes',
    'logic-explained': 'yes',
    'human-steps-in': 'yes',
    'people-heard': 'yes',
    'decision-challenged': 'yes',
  },
} as const satisfies Answers;

/** Names that a group published, kept to be passed to nobody, and easy to write to. */
const names = {
  who: 'independent-candidate',
  data: 'Names and streets of forty people',
  source: 'A local group’s page',
  people: 40,
  'obtained-on': '2026-01-31',
  'personal-data': 'yes',
  'still-needed': 'yes',
  register: 'none',
  indirect: 'yes',
  'who-collected': 'yes',
  'when-and-what-told': 'yes',
  'special-category': ['none'],
  'has-information': 'no',
  'passing-on': 'no',
  contacting: 'none',
  'easiest-route': 'medium',
  'age-of-data': 'raises',
  surprise: 'moderate',
  sensitivity: 'significant',
  'profiling-effect': 'minor',
  vulnerable: 'minor',
  consequence: 'minor',
} as const satisfies Answers;

/** An e-mail to people who signed a petition and never agreed to e-mail. */
const petition = {
  ...letters,
  purpose: 'E-mail people who signed the petition',
  sources: ['given-for-this'],
  channel: 'electronic-mail',
  'whose-address': 'people',
  'under-18': 'no',
  'free-to-refuse': 'yes',
  'stop-if-refused': 'yes',
  'consent-status': 'hold-without',
} as const;

test.describe('someone who asks what would have to be different', () => {
  test('is told of plans that would end better, and can change her answer from there', async ({ page }) => {
    const driver = new Driver(page, article22);
    await driver.openWith(aimed, 'outcome');
    const ways = page.locator('.alternative');
    await expect(ways.first()).toBeVisible();
    await page.getByText(/more plans$/).click();
    const weighed = ways.filter({ hasText: 'Does a person weigh each decision' });
    await expect(weighed).toContainText('A person decides');
    await weighed.getByRole('link', { name: /^Change/ }).click();
    await driver.shows('solely-automated', 'nobody');
  });

  test('is told what would be asked then, and nothing of a contract that nobody spoke of', async ({
    driver,
    page,
  }) => {
    await driver.openWith(petition as Answers, 'outcome');
    const ways = page.locator('.alternative');
    await expect(ways).not.toHaveCount(0);
    for (const fold of await page.locator('#next ~ details > summary').all()) await fold.click();
    const designing = ways.filter({ hasText: 'You are designing how people will opt in' });
    await designing.getByText('Then one question would be asked').click();
    await expect(designing).toContainText('Does the way you ask for consent meet each of these points?');
    await expect(ways.getByText(/^Then: /).filter({ hasText: /contract|duty|danger|life/i })).toHaveCount(0);
  });

  test('is told of no facts to change', async ({ driver, page }) => {
    await driver.openWith({ ...letters, harm: 'yes' } as Answers, 'outcome');
    await expect(page.locator('.alternative').first()).toBeVisible();
    for (const way of await page.locator('.alternative').all())
      await expect(way).not.toContainText('mislead people');
  });

  test('is not sent searching where only to-dos are left', async ({ driver, page }) => {
    await driver.openWith(letters, 'outcome');
    await expect(page.locator('article.outcome')).toBeVisible();
    await expect(page.locator('.alternative')).toHaveCount(0);
    await expect(page.getByText('What would have to be different')).toHaveCount(0);
  });
});

test('Someone who does not know sees what can still happen, and has a message for whoever knows', async ({
  driver,
  page,
}) => {
  await driver.openWith(
    { ...letters, outweighs: 'not-known', 'free-to-refuse': 'not-known' } as Answers,
    'outcome',
  );
  const still = page.getByRole('region', { name: 'Still open' });
  await still.getByText('What can still happen').click();
  await expect(still).toContainText('outcomes can still happen');
  const shown = still.getByRole('textbox', { name: 'Copy it into an e-mail' });
  const messages: string[] = [];
  for (const fold of await still.getByText(/^and .*more open point/).all()) await fold.click();
  for (const fold of await still.getByText('A message to whoever knows it').all()) {
    await fold.click();
    messages.push(await shown.nth(messages.length).inputValue());
  }
  expect(messages.length).toBeGreaterThan(1);
  for (const message of messages) expect(message).toContain('one answer is missing');
  expect(new Set(messages).size).toBe(messages.length);
});

test.describe('someone who got data from elsewhere', () => {
  test('is told the last day for telling people, and that it has passed', async ({ page }) => {
    const driver = new Driver(page, disproportionateEffort);
    await driver.openWith(names, 'outcome');
    await expect(page.locator('.last-day')).toContainText('28 February 2026');
    await expect(page.locator('.last-day')).toContainText('That day has passed');
  });

  test('sees the two sides that were weighed, in steps and in words', async ({ page }) => {
    const driver = new Driver(page, disproportionateEffort);
    await driver.openWith(names, 'outcome');
    const sides = page.locator('.room', { hasText: 'The two sides, weighed' });
    await sides.locator('summary').click();
    await expect(sides.locator('.balance-side').first()).toContainText('That is 3 of 4 steps.');
    await expect(sides.locator('.balance-side').last()).toContainText('That is 3 of 4 steps.');
    await expect(sides).toContainText('The first side is not the heavier.');
    await expect(sides.locator('.balance-step:not(.balance-step--empty)')).toHaveCount(6);
  });

  test('has the last day in her record too', async ({ page }) => {
    const driver = new Driver(page, disproportionateEffort);
    await driver.openWith(names, 'outcome');
    await driver.toRecord();
    await driver.giveDetails(DETAILS);
    const file = await driver.download('json');
    const record = JSON.parse(readFileSync(await file.path(), 'utf8')) as {
      outcome: { deadlines: { on: string; text: string; clock: string }[] };
    };
    expect(record.outcome.deadlines).toHaveLength(1);
    expect(record.outcome.deadlines[0]).toMatchObject({ on: '2026-02-28', clock: 'months' });
    expect(record.outcome.deadlines[0]?.text).toContain('28 February 2026');
  });

  const tomorrow = new Date(Date.now() + 36 * 3_600_000);
  for (const [what, day, month, year, said] of [
    ['29 February in a year that has none', '29', '2', '2025', 'up to 28: February 2025'],
    ['a day before 2000', '31', '12', '1999', 'from 1 January 2000 on'],
    [
      'a day to come',
      String(tomorrow.getDate()),
      String(tomorrow.getMonth() + 1),
      String(tomorrow.getFullYear()),
      'not after today',
    ],
  ] as const) {
    test(`is told what to enter instead of ${what}`, async ({ page }) => {
      const driver = new Driver(page, disproportionateEffort);
      await driver.openWith({ who: 'independent-candidate', data: 'A list', source: 'A friend', people: 40 });
      await driver.asked('obtained-on');
      await driver.control('obtained-on', 'day').fill(day);
      await driver.control('obtained-on', 'month').fill(month);
      await driver.control('obtained-on', 'year').fill(year);
      await driver.press();
      await expect(driver.errorSummary).toContainText(said);
    });
  }

  test('may type a date after choosing an option instead of it, and the last one given holds', async ({
    page,
  }) => {
    const driver = new Driver(page, disproportionateEffort);
    await driver.openWith({ who: 'independent-candidate', data: 'A list', source: 'A friend', people: 40 });
    await driver.asked('obtained-on');
    await driver.control('obtained-on', 'not-yet').check();
    for (const [part, value] of [
      ['day', '31'],
      ['month', '1'],
      ['year', '2026'],
    ] as const)
      await driver.control('obtained-on', part).fill(value);
    await expect(driver.control('obtained-on', 'not-yet')).not.toBeChecked();
    await driver.press();
    await driver.asked('personal-data');
    expect((await driver.keptInTab())?.answers['obtained-on']).toBe('2026-01-31');
    await driver.back.click();
    await driver.shows('obtained-on', '2026-01-31');
    await driver.control('obtained-on', 'over-a-month-ago').check();
    await expect(driver.control('obtained-on', 'year')).toHaveValue('');
  });

  test('may give 29 February in a year that has one', async ({ page }) => {
    const driver = new Driver(page, disproportionateEffort);
    await driver.openWith({ who: 'independent-candidate', data: 'A list', source: 'A friend', people: 40 });
    await driver.answer('obtained-on', '2024-02-29');
    await driver.asked('personal-data');
  });
});

test('Someone sees on the map the way that her answers took, and nothing else inked in', async ({ page }) => {
  const driver = new Driver(page, disproportionateEffort);
  await driver.openWith(names, 'outcome');
  await page.getByText('The map, with the way that your answers took').click();
  const path = Object.keys(names);
  await expect(page.locator('.map-node.taken')).toHaveCount(path.length + 1);
  await expect(page.locator('.map-edge.taken')).toHaveCount(path.length);
  await expect(page.locator('.map-node.taken[data-outcome="must-inform"]')).toBeVisible();
});

test.describe('someone whose answers call for another questionnaire', () => {
  const profiled = { ...letters, 'risk-signs': ['large-scale-profiling'] } as Answers;
  const goOn = /^Go on to “Does Article 22/;

  test('starts it with what is known, and its record names the decision and its fingerprint', async ({
    driver,
    page,
  }) => {
    await driver.openWith(profiled, 'outcome');
    await driver.toRecord();
    await driver.giveDetails(DETAILS);
    const first = JSON.parse(readFileSync(await (await driver.download('json')).path(), 'utf8')) as {
      fingerprint: string;
    };
    await page.getByRole('button', { name: goOn }).click();
    const second = new Driver(page, article22);
    await page.waitForURL(second.address);
    await second.alive();
    await second.shows('who', letters.who);
    await second.press();
    await second.shows('activity', letters.purpose);
    const kept = await second.keptInTab();
    expect(kept?.follows).toMatchObject({
      questionnaire: 'lawful-basis',
      decision: DETAILS.title,
      fingerprint: first.fingerprint,
    });
    await second.openWith({ ...aimed, profiling: 'no' });
    await page.evaluate(
      ([key, follows]) => {
        const draft = JSON.parse(sessionStorage.getItem(key as string) ?? '{}') as Record<string, unknown>;
        sessionStorage.setItem(key as string, JSON.stringify({ ...draft, follows }));
      },
      ['clear-canvass:draft:article-22', kept?.follows] as const,
    );
    await page.goto(`${second.address}#outcome`);
    await page.reload();
    await second.toRecord();
    await second.giveDetails({ ...DETAILS, title: 'Adverts by score' });
    const html = readFileSync(await (await second.download()).path(), 'utf8');
    expect(html).toContain('Called for by the decision');
    expect(html).toContain(DETAILS.title);
  });

  test('does not lose answers that are there already', async ({ driver, page }) => {
    const second = new Driver(page, article22);
    await second.keepInTab(second.draft({ who: 'registered-party', activity: 'Something else' }));
    await driver.openWith(profiled, 'outcome');
    await page.getByRole('button', { name: goOn }).click();
    await expect(page.getByText('There are answers to')).toBeVisible();
    expect((await second.keptInTab())?.answers['activity']).toBe('Something else');
    await page.getByRole('link', { name: 'Go on with those answers' }).click();
    await page.waitForURL(new RegExp(second.address));
  });
});
