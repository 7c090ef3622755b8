/** The campaign as a whole: who it is, what it does with people’s details, what is done once, and its records. */
import { readFileSync } from 'node:fs';
import { CAMPAIGN, draftKey } from '../../src/storage/presence.ts';
import type { Answers } from '../../src/engine/define.ts';
import { article22 } from '../../src/questionnaires/article-22/flow.ts';
import { readPlans } from '../../src/schemas/plan.ts';
import { site } from '../site-under-test.ts';
import { Driver, REASON } from './driver.ts';
import { letters } from './people.ts';
import { begin, beginFirst, campaign, open, plan, sayWho, section, weDo } from './campaign-page.ts';
import { islandsAlive } from './screens.ts';
import { expect, test } from './test.ts';

const plans = readPlans();
const calls = plans.find(({ id }) => id === 'calls');

test('someone says once who she is and what she plans, and finds both in a line each when she comes back', async ({
  page,
}) => {
  await open(page);
  await sayWho(page);
  const line =
    'Netherfold Independents, Independent candidate, England, Local council, polling day 6 May 2027';
  await expect(section(page, 'Who we are')).toContainText(line);
  await plan(page, 'Post letters', 'Knock on doors');
  await expect(weDo(page).getByRole('link', { name: /^Post letters/ })).toBeVisible();
  await page.reload();
  await islandsAlive(page);
  await expect(section(page, 'Who we are')).toContainText(line);
  await expect(weDo(page).getByRole('link', { name: /^Knock on doors/ })).toBeVisible();
  await expect(weDo(page).getByRole('link', { name: /^Answer the questions/ })).toHaveCount(2);
});

test('someone with a keyboard alone is never left without a place when what she pressed is gone', async ({
  page,
}) => {
  await open(page);
  await sayWho(page);
  const focused = page.locator(':focus');
  await expect(focused).toHaveText(/^Change/);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('What kind of campaigner are you?')).toBeFocused();
  await page.getByRole('button', { name: 'Leave it as it was' }).press('Enter');
  await expect(focused).toHaveText(/^Change/);
  await plan(page, 'Ring people');
  await expect(focused).toHaveText('Add what you plan');
  await weDo(page).getByText('More', { exact: false }).first().press('Enter');
  await weDo(page)
    .getByRole('button', { name: /^Rename/ })
    .press('Enter');
  await expect(focused).toHaveAttribute('name', 'title');
  await page.keyboard.press('Enter');
  await expect(focused).toHaveText(/^More/);
  await weDo(page)
    .getByRole('button', { name: /^Take off the list/ })
    .press('Enter');
  await expect(focused).toHaveText('Undo');
  await page.keyboard.press('Enter');
  await expect(focused).toHaveText('What we do with people’s details');
  await page.getByRole('button', { name: 'Erase everything on this device' }).press('Enter');
  await expect(focused).toHaveText(/^Erase everything that this site keeps/);
  await page.getByRole('button', { name: 'Keep it', exact: true }).press('Enter');
  await expect(focused).toHaveText('Keep it');
});

test('someone who says nothing of what kind she is is told what is missing, and loses nothing', async ({
  page,
}) => {
  await open(page);
  const who = section(page, 'Who we are');
  await who.getByLabel(/What is the campaign called/).fill('Netherfold Independents');
  await who.getByRole('button', { name: 'Save' }).click();
  await expect(who.getByRole('alert')).toContainText('Choose what kind of campaigner you are');
  await expect(who.getByLabel('What kind of campaigner are you?')).toBeFocused();
  await expect(who.getByLabel(/What is the campaign called/)).toHaveValue('Netherfold Independents');
});

test('someone who takes a use off her list by mistake has it back with one press', async ({ page }) => {
  await open(page);
  await plan(page, 'Ring people');
  await weDo(page).getByText('More', { exact: false }).first().click();
  await weDo(page)
    .getByRole('button', { name: /^Take off the list/ })
    .click();
  await expect(weDo(page).getByRole('link', { name: /^Ring people/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(weDo(page).getByRole('link', { name: /^Ring people/ })).toBeVisible();
});

test('someone gives a use a name of her own, and plans the same again', async ({ page }) => {
  await open(page);
  await plan(page, 'Post letters');
  await weDo(page).getByText('More', { exact: false }).first().click();
  await weDo(page)
    .getByRole('button', { name: /^Rename/ })
    .click();
  await weDo(page)
    .getByRole('textbox', { name: 'What do you call it?', exact: true })
    .first()
    .fill('Letters <b>to</b> postal voters');
  await weDo(page).getByRole('button', { name: 'Save the name' }).click();
  await expect(weDo(page).getByRole('link', { name: /^Letters <b>to<\/b> postal voters/ })).toBeVisible();
  await weDo(page)
    .getByRole('button', { name: /^Plan the same again/ })
    .click();
  await expect(
    weDo(page).getByRole('link', { name: /^Letters <b>to<\/b> postal voters \(copy\)/ }),
  ).toBeVisible();
});

test('someone names a list and a supplier once, and chooses them for a use', async ({ page }) => {
  await open(page);
  await plan(page, 'Email, text or message people');
  await weDo(page).getByText('Lists of people, and who else handles data').click();
  await weDo(page).getByText('Add a list').click();
  await weDo(page).locator('#list-name').fill('The petition list');
  await weDo(page).getByRole('button', { name: 'Add the list' }).click();
  await weDo(page).getByText('Add a supplier').click();
  await weDo(page).locator('#supplier-name').fill('Fold & Sons');
  await weDo(page).getByRole('button', { name: 'Add the supplier' }).click();
  await weDo(page).getByText('More', { exact: false }).first().click();
  await weDo(page).getByRole('checkbox', { name: 'The petition list' }).check();
  await weDo(page).getByRole('checkbox', { name: 'Fold & Sons' }).check();
  await page.reload();
  await islandsAlive(page);
  await weDo(page).getByText('More', { exact: false }).first().click();
  await expect(weDo(page).getByRole('checkbox', { name: 'The petition list' })).toBeChecked();
  await expect(weDo(page).getByRole('checkbox', { name: 'Fold & Sons' })).toBeChecked();
});

test('someone sees what matters for what she plans, and nothing else', async ({ page }) => {
  await open(page);
  await page.getByText('Statements to read first').click();
  await page.getByText('Checklists to tick').click();
  const statements = page.locator('.statements > li');
  await expect(statements.filter({ visible: true })).toHaveCount(await statements.count());
  await plan(page, 'Ring people');
  await expect(statements.filter({ visible: true })).toHaveCount(calls?.clauses.length ?? 0);
  await expect(page.getByRole('link', { name: 'At the door' })).toBeHidden();
});

test('someone who has ticked a checklist is told so beside it', async ({ page }) => {
  await page.goto(new URL('checklists/when-you-disband/', site).href);
  await page.locator('html[data-ticks="kept"]').waitFor({ state: 'attached' });
  await page.locator('#ticklist input').first().check();
  await expect
    .poll(() => page.evaluate(() => JSON.stringify({ ...sessionStorage })))
    .toContain('when-you-disband');
  await open(page);
  await page.getByText('Checklists to tick').click();
  await expect(page.locator('[data-checklist="when-you-disband"]')).toHaveText('1 ticked');
});

test('someone who had a list before there was a campaign is offered what she chose', async ({ page }) => {
  await page.goto(new URL('404.html', site).href);
  await page.evaluate(() =>
    sessionStorage.setItem(
      'clear-canvass:start',
      JSON.stringify({ who: 'party-candidate', plans: ['doorstep', 'nothing-like-it'] }),
    ),
  );
  await open(page);
  await expect(page.getByLabel('What kind of campaigner are you?')).toHaveValue('party-candidate');
  await expect(weDo(page).getByLabel('Knock on doors')).toBeChecked();
  expect(await page.evaluate((key) => sessionStorage.getItem(key), CAMPAIGN)).toBeNull();
});

test('someone whose campaign cannot be read is told so, can take it away, and nothing is written over', async ({
  page,
}) => {
  for (const [kept, told] of [
    ['{"schema":"clear-canvass/campaign/99"}', 'A newer version of this site kept the campaign'],
    ['{"schema":', 'cannot be read'],
  ] as const) {
    await page.goto(new URL('404.html', site).href);
    await page.evaluate(
      ([key, text]) => sessionStorage.setItem(key as string, text as string),
      [CAMPAIGN, kept],
    );
    await page.goto(campaign);
    await islandsAlive(page);
    await expect(page.getByText(told)).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download what is kept, as it is' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('campaign-as-it-was-kept.json');
    expect(await page.evaluate((key) => sessionStorage.getItem(key), CAMPAIGN)).toBe(kept);
  }
});

test('someone who decides a use from her campaign is not asked who she is, and finds the result, the record and what is done once on its page', async ({
  page,
  driver,
}) => {
  await open(page);
  await sayWho(page);
  await plan(page, 'Post letters', 'Knock on doors');
  await begin(driver, 'Post letters or an election address');
  await driver.asked('purpose');
  const known = page.locator('.known');
  await expect(known).toContainText('independent candidate', { ignoreCase: true });
  await expect(known).toContainText('From your campaign');
  await expect(known.getByRole('link', { name: /^Change/ }).first()).toBeVisible();
  const { who: _who, nation: _nation, poll: _poll, ...asked } = letters;
  await driver.answerAll(asked);
  await expect(driver.row('who')).toContainText('Said once for your campaign');
  await driver.confirm();
  await driver.toRecord();
  await expect(page.getByLabel(/What is this decision called|title/i).first()).toHaveValue(
    'Post letters or an election address',
  );
  await page.locator('#details-decidedBy').fill('Morgan Reyes');
  await page.locator('#details-role').fill('Candidate');
  await page.locator('#details-reviewOn').fill('2027-06-10');
  await driver.download();

  await open(page);
  const decided = weDo(page).locator('li.use', { hasText: 'Post letters' });
  await expect(decided).toContainText('Look at it again on 10 June 2027');
  const once = section(page, 'Once for the campaign');
  const open1 = once.getByRole('checkbox');
  expect(await open1.count()).toBeGreaterThan(5);
  await expect(section(page, 'Records').getByRole('link', { name: /^Post letters/ })).toBeVisible();
  await section(page, 'Records')
    .getByRole('link', { name: /^Post letters/ })
    .click();
  await expect(page.getByRole('heading', { name: 'The record is open' })).toBeFocused();
  await open(page);
  const first = once.locator('li.todo').first();
  const text = await first.locator('label').first().textContent();
  await first.getByRole('checkbox').check();
  await expect(page.getByText('it counts as done in every record made from now on')).toBeVisible();

  // What is done first stands open; what comes after is folded, and counted.
  await expect(
    once.locator('summary', { hasText: /^and \d+ more, of which \d+ must be done/ }),
  ).toBeVisible();

  // The next use finds it done, with its day.
  await begin(driver, 'Knock on doors');
  const { 'others-handle': _said, ...stillAsked } = asked;
  await driver.answerAll(stillAsked);
  await driver.confirm();
  await expect(page.getByRole('checkbox', { name: text ?? 'nothing', includeHidden: true })).toBeChecked();
  // Who decides was said with the first record, and is not asked again.
  await driver.toRecord();
  await expect(page.locator('#details-decidedBy')).toHaveValue('Morgan Reyes');
  await expect(page.locator('#details-role')).toHaveValue('Candidate');
});

test('someone whose two uses share a list takes with one press what the first settled about it', async ({
  page,
  driver,
}) => {
  await open(page);
  await sayWho(page);
  await plan(page, 'Email, text or message people', 'Ring people');
  await weDo(page).getByText('Lists of people, and who else handles data').click();
  await weDo(page).getByText('Add a list').click();
  await weDo(page).locator('#list-name').fill('The petition list');
  await weDo(page).getByRole('button', { name: 'Add the list' }).click();
  for (const use of [0, 1]) {
    const item = weDo(page).locator('li.use').nth(use);
    await item.getByText('More', { exact: false }).first().click();
    await item.getByRole('checkbox', { name: 'The petition list' }).check();
  }
  const petition = {
    purpose: 'Write to those who signed for the crossing',
    'personal-data': 'yes',
    sources: ['given-for-other'],
    'under-18': 'no',
    'first-basis': 'no',
    compatible: 'yes',
    'special-category': ['none'],
    channel: 'electronic-mail',
    promotes: 'yes',
    'whose-address': 'people',
    harm: 'no',
    'risk-signs': ['none'],
    'others-handle': ['nobody'],
    'free-to-refuse': 'yes',
    'stop-if-refused': 'yes',
    'consent-status': 'hold-without',
  } as const satisfies Answers;
  await begin(driver, 'Email');
  await driver.answerAsAsked(petition);
  await driver.confirm();
  await expect
    .poll(() => page.evaluate((key) => sessionStorage.getItem(key), CAMPAIGN))
    .toContain('first-basis');

  await open(page);
  await begin(driver, 'Ring people');
  for (const question of ['purpose', 'personal-data', 'sources'] as const)
    await driver.answer(question, petition[question]);
  const known = page.locator('.known-of-this');
  for (const question of ['under-18', 'first-basis']) {
    await driver.asked(question);
    await expect(known).toContainText(
      'The petition list: you answered this in “Email, text or message people”',
    );
    await expect(known.locator('strong')).toHaveText('No');
    // Nothing is chosen before she says so.
    await expect(page.locator('form.question :checked')).toHaveCount(0);
    await known.getByRole('button', { name: 'Take this answer' }).click();
  }
  await driver.asked('compatible');
  const beside = page.locator('.known-beside');
  await expect(beside).toContainText('It is asked of each use');
  await expect(beside).toContainText(REASON);
  await expect(beside.getByRole('button')).toHaveCount(0);
  await expect(page.locator('form.question :checked')).toHaveCount(0);
  const { carried } = (await page.evaluate(
    (start) =>
      Object.entries({ ...sessionStorage })
        .filter(([key]) => key.startsWith(start))
        .map(([, text]) => JSON.parse(String(text)) as { carried?: Record<string, unknown> })
        .findLast((draft) => 'first-basis' in (draft.carried ?? {})),
    draftKey(''),
  )) ?? { carried: {} };
  expect(carried?.['first-basis']).toMatchObject({
    answer: 'no',
    from: { holds: { name: 'The petition list' } },
  });
});

test('someone whose two uses share a supplier is offered what the first settled, by the supplier’s name', async ({
  page,
  driver,
}) => {
  test.slow();
  // No question that is published is about one supplier yet, so one is made to be.
  await page.route(/\/_astro\/[^/]*\.js/, async (route) => {
    const script = await route.fetch();
    const text = await script.text();
    await route.fulfill({
      response: script,
      body: text.replace(/(["'`]first-basis["'`]:\{for:["'`])list/, '$1supplier'),
    });
  });
  const address = await (async () => {
    await open(page);
    await sayWho(page);
    await plan(page, 'Ring people');
    await weDo(page).getByText('Lists of people, and who else handles data').click();
    await weDo(page).getByText('Add a supplier').click();
    await weDo(page).locator('#supplier-name').fill('Fold & Sons');
    await weDo(page).getByRole('button', { name: 'Add the supplier' }).click();
    await weDo(page).getByText('More', { exact: false }).first().click();
    await weDo(page).getByRole('checkbox', { name: 'Fold & Sons' }).check();
    const link = weDo(page).getByRole('link', { name: /^Answer the questions for Ring people/ });
    return new URL((await link.getAttribute('href')) ?? '', page.url()).href;
  })();
  await expect
    .poll(() => page.evaluate((key) => sessionStorage.getItem(key), CAMPAIGN))
    .toContain('"suppliers":["supplier-');
  await page.evaluate((key) => {
    const campaign = JSON.parse(sessionStorage.getItem(key) ?? '') as {
      suppliers: { id: string }[];
      settled: object[];
    };
    campaign.settled.push({
      question: 'first-basis',
      text: 'Asked',
      answer: 'no',
      said: ['No'],
      reasons: {},
      holds: { for: 'supplier', id: campaign.suppliers[0]?.id },
      from: { use: 'use-0000000000000000', title: 'Post letters', on: '2026-11-01' },
      questionnaire: 'lawful-basis',
      version: '1.2.0',
      facts: {},
    });
    sessionStorage.setItem(key, JSON.stringify(campaign));
  }, CAMPAIGN);
  await page.goto(address);
  await driver.alive();
  await driver.answerAll({
    purpose: 'Ring those who signed',
    'personal-data': 'yes',
    sources: ['given-for-other'],
    'under-18': 'no',
  });
  await driver.asked('first-basis');
  const known = page.locator('.known-of-this');
  await expect(known).toContainText('Fold & Sons: you answered this in “Post letters” on 1 November 2026');
  await known.getByRole('button', { name: 'Take this answer' }).click();
  await driver.asked('compatible');
});

test('someone who carries on from the record of a use decides that use anew, and its record takes the place of the first', async ({
  page,
  driver,
}) => {
  await beginFirst(driver, 'Post letters');
  await driver.answerAsAsked(letters);
  await driver.confirm();
  await driver.toRecord();
  await driver.giveDetails();
  await driver.download();
  await open(page);
  await section(page, 'Records').getByRole('link', { name: 'Polling day letters' }).click();
  await page.getByRole('button', { name: 'Carry on from this record' }).click();
  const replace = page.getByRole('button', { name: 'Replace the draft and carry on' });
  await replace.click();
  await driver.alive();
  await driver.change('outweighs');
  await driver.answer('outweighs', 'no');
  await driver.answerAsAsked({ 'free-to-refuse': 'no' });
  await driver.confirm();
  await driver.toRecord();
  await driver.giveDetails({
    title: 'No letters',
    decidedBy: 'Morgan Reyes',
    role: 'Agent',
    reviewOn: '2027-06-10',
  });
  await driver.download();
  await open(page);
  await expect(weDo(page).locator('li.use').first()).toContainText('Stop');
  await expect(section(page, 'Records').getByRole('link', { name: 'No letters' })).toBeVisible();
  await expect(section(page, 'Records').getByRole('link', { name: 'Polling day letters' })).toHaveCount(0);
  await expect(section(page, 'Records').getByRole('button', { name: /^Show those/ })).toContainText('1');
});

test('someone whose use calls for another questionnaire finds that under it, not asked again who she is', async ({
  page,
  driver,
}) => {
  await beginFirst(driver, 'Post letters');
  await driver.answerAsAsked({ ...letters, 'risk-signs': ['large-scale-profiling'] });
  await driver.confirm();
  await page
    .getByRole('button', { name: /^Go on to “Does Article 22/ })
    .first()
    .click();
  await expect(page).toHaveURL(/article-22/);
  await driver.alive();
  const called = new Driver(page, article22);
  await called.asked('activity');
  await expect(page.locator('.known')).toContainText('An independent candidate');
  await called.answer('activity', 'Score support');
  await called.asked('message');
  await open(page);
  const under = weDo(page).locator('li.use li.use');
  await expect(under).toContainText('Does Article 22 restrict this profiling?');
  await expect(under.getByRole('link', { name: /^Go on with/ })).toBeVisible();
});

test('someone takes her campaign away as one file, and has all of it again where nothing was kept', async ({
  page,
  driver,
  browser,
}) => {
  await beginFirst(driver, 'Post letters');
  const { who: _who, nation: _nation, poll: _poll, ...asked } = letters;
  await driver.answerAll(asked);
  await driver.confirm();
  await driver.toRecord();
  await driver.giveDetails();
  await driver.download();
  await open(page);
  const keep = section(page, 'Keep it');
  await expect(keep).toContainText('It has not been copied out yet');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    keep.getByRole('button', { name: 'Download your campaign' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/campaign-netherfold-independents\.zip$/);
  await expect(keep).toContainText('It was last copied out on');
  const file = await download.path();

  const elsewhere = await browser.newContext({ serviceWorkers: 'block' });
  const there = await elsewhere.newPage();
  await open(there);
  await there.getByLabel('Open a campaign, or a record, that was downloaded before').setInputFiles(file);
  await expect(there.getByRole('heading', { name: 'What is in the file' })).toBeFocused();
  await expect(
    there.getByRole('checkbox', { name: 'Use: Post letters or an election address' }),
  ).toBeChecked();
  await there.getByRole('button', { name: 'Take what is ticked' }).click();
  await expect(section(there, 'Who we are')).toContainText('Netherfold Independents');
  await expect(section(there, 'Records').getByRole('heading', { name: 'Polling day letters' })).toBeVisible();
  await there.getByLabel('Open a campaign, or a record, that was downloaded before').setInputFiles(file);
  await expect(there.getByText(/things are the same here and there/)).toBeVisible();
  await expect(there.getByRole('button', { name: 'Take what is ticked' })).toHaveCount(0);

  // The campaign as a document carries it as well, and no record.
  await keep.getByText('The campaign as a document, to read and to file').click();
  for (const [format, heading] of [
    ['docx', 'A whole campaign is open'],
    ['pdf', undefined],
  ] as const) {
    await keep.getByLabel('Make it in').selectOption(format);
    const [written] = await Promise.all([
      page.waitForEvent('download'),
      keep.getByRole('button', { name: 'Download the document' }).click(),
    ]);
    expect(written.suggestedFilename()).toMatch(new RegExp(`-campaign\\.${format}$`));
    const path = await written.path();
    if (heading === undefined) {
      await open(there);
      await there
        .getByLabel('Open a campaign, or a record, that was downloaded before')
        .setInputFiles({ name: `campaign.${format}`, mimeType: '', buffer: readFileSync(path) });
      await expect(there.getByText(/things are the same here and there/)).toBeVisible();
      await expect(there.getByText('One record that the campaign names is not in the file.')).toBeVisible();
    } else {
      await there.goto(new URL('records/open/', site).href);
      await islandsAlive(there);
      await there
        .locator('#open-file')
        .setInputFiles({ name: `campaign.${format}`, mimeType: '', buffer: readFileSync(path) });
      await expect(there.getByRole('heading', { name: heading })).toBeFocused();
      await expect(there.getByRole('main')).toContainText('Netherfold Independents');
      await expect(there.getByText('It matches its fingerprint')).toBeVisible();
    }
  }
  await elsewhere.close();
});

test('someone who brings a file that is no campaign is told so in a sentence, and nothing changes', async ({
  page,
}) => {
  await open(page);
  await sayWho(page);
  const kept = await page.evaluate((key) => sessionStorage.getItem(key), CAMPAIGN);
  for (const [name, content] of [
    ['notes.txt', 'Not a campaign'],
    ['short.zip', 'PK\u0003\u0004 and no more'],
    ['newer.json', '{"schema":"clear-canvass/campaign/99"}'],
  ] as const) {
    await page
      .getByLabel('Open a campaign, or a record, that was downloaded before')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
    await expect(section(page, 'Keep it').getByRole('alert')).toContainText(
      name === 'notes.txt' ? 'do not carry the record' : 'campaign',
    );
    expect(await page.evaluate((key) => sessionStorage.getItem(key), CAMPAIGN)).toBe(kept);
  }
});

test('someone begins next year’s campaign from this one, with nothing done', async ({ page }) => {
  await open(page);
  await sayWho(page);
  await plan(page, 'Post letters');
  const keep = section(page, 'Keep it');
  await keep.getByRole('button', { name: 'Begin next year’s campaign' }).click();
  await keep.getByRole('button', { name: 'Begin it' }).click();
  await expect(page.getByText('A new campaign has begun')).toBeVisible();
  await expect(section(page, 'Who we are')).toContainText('Netherfold Independents');
  await expect(section(page, 'Who we are')).not.toContainText('polling day');
  await expect(
    weDo(page).getByRole('link', { name: /^Answer the questions for Post letters/ }),
  ).toBeVisible();
});

test('someone who had the address of the list or of the records comes to her campaign', async ({ page }) => {
  for (const old of ['start/', 'records/']) {
    await page.goto(new URL(old, site).href);
    await expect(page).toHaveURL(campaign);
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('someone can choose what she plans all the same', async ({ page }) => {
    await page.goto(campaign);
    await page.getByLabel('Ring people').check();
    await expect(page.locator('.statements > li').filter({ visible: true })).toHaveCount(
      calls?.clauses.length ?? 0,
    );
  });
});
