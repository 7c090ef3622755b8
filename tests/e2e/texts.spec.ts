/** Texts to use: filled from what was answered, finished in place, taken away, and told of once they are out of date. */
import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import { beginUse, newCampaign, planUse, setWho } from '../../src/campaign/campaign.ts';
import { lawfulBasis } from '../../src/questionnaires/lawful-basis/flow.ts';
import { newDraft, type Draft } from '../../src/records/draft.ts';
import { CAMPAIGN, draftKey } from '../../src/storage/presence.ts';
import { findsNothing } from '../a11y/axe.ts';
import { site } from '../site-under-test.ts';
import { letters } from './people.ts';
import { expect, test } from './test.ts';

const AT = '2026-11-30T10:00:00Z';
const USE = 'use-0123456789abcdef';

/** A candidate whose letters are answered up to their result, and of which no record is made yet. */
async function withLetters(page: Page, answers: Readonly<Record<string, unknown>> = letters): Promise<void> {
  const named = setWho(
    newCampaign('campaign-0123456789abcdef', AT),
    { kind: 'independent-candidate', name: 'Netherfold Independents', nation: 'england', poll: 'local' },
    AT,
  );
  const planned = planUse(named, { id: USE, title: 'Post letters', questionnaire: 'lawful-basis' }, AT);
  const draft = { ...newDraft(lawfulBasis), answers: answers as Draft['answers'], use: USE };
  await page.goto(new URL('robots.txt', site).href);
  await page.evaluate(
    ([campaignKey, campaign, key, text]) => {
      sessionStorage.setItem(campaignKey ?? '', campaign ?? '');
      sessionStorage.setItem(key ?? '', text ?? '');
    },
    [CAMPAIGN, JSON.stringify(beginUse(planned, USE, AT)), draftKey(USE), JSON.stringify(draft)],
  );
}

/** Opens a text, and waits until it is there. */
async function openText(page: Page, id: string): Promise<void> {
  await page.goto(new URL(`documents/#${id}`, site).href);
  await page.locator('html[data-texts="alive"]').waitFor({ state: 'attached' });
  await page.locator('#text-title').waitFor();
}

const sheet = (page: Page) => page.locator('.sheet').first();
/** What is read, without what is shown only beside it. */
const lines = (page: Page) => page.locator('.sheet .text-line');

test('someone goes from the to-do of her result to a text that says what she answered, and asks for the rest', async ({
  page,
}) => {
  await withLetters(page);
  await page.goto(new URL(`questionnaires/lawful-basis/#${USE}`, site).href);
  await page.locator('html[data-asks="yes"]').waitFor({ state: 'attached' });
  await page.evaluate(() => (location.hash = 'outcome'));
  await page.locator('article.outcome').waitFor();
  const help = page.locator('article.outcome a[href*="documents/#"]').first();
  const href = await help.getAttribute('href');
  expect(href).toMatch(/documents\/#[a-z-]+$/);
  await page.goto(new URL(href ?? '', page.url()).href);
  await page.locator('#text-title').waitFor();
  await expect(page.locator('#text-title')).toBeFocused();
  await expect(sheet(page)).toContainText(/\[|Netherfold Independents/);
});

test('someone types into a gap, finds it after a reload, takes the text away, and is told once an answer has changed', async ({
  page,
}) => {
  await withLetters(page);
  await openText(page, 'message-to-team');
  await expect(lines(page).first()).toContainText('To everyone who helps Netherfold Independents');
  await expect(sheet(page)).toContainText('Post letters: letters by name');
  const typed = 'Tuesday at six <b>in the hall</b>';
  await page.getByLabel('When and where you go through this together').fill(typed);
  await expect(sheet(page)).toContainText(typed);
  await expect(page.locator('.sheet b', { hasText: 'in the hall' })).toHaveCount(0);
  await page.locator('#text-title').focus();
  await expect
    .poll(() => page.evaluate((key) => sessionStorage.getItem(key), CAMPAIGN))
    .toContain('in the hall');
  await page.reload();
  await page.locator('#text-title').waitFor();
  await expect(sheet(page)).toContainText(typed);

  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download it' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^\d{4}-\d\d-\d\d-text-message-to-team\.html$/);
  const html = readFileSync(await file.path(), 'utf8');
  expect(html).toContain('Tuesday at six &lt;b&gt;in the hall&lt;/b&gt;');
  expect(html).toContain('clear-canvass/text/1');
  await expect(page.locator('#out-of-date')).toHaveCount(0);

  await page.evaluate(
    ([key, channel]) => {
      const draft = JSON.parse(sessionStorage.getItem(key ?? '') ?? '{}') as { answers: object };
      sessionStorage.setItem(key ?? '', JSON.stringify({ ...draft, answers: { ...draft.answers, channel } }));
    },
    [draftKey(USE), 'doorstep'],
  );
  await page.goto(new URL('campaign/', site).href);
  await expect(page.locator('.stale-text')).toContainText('Message to the team is out of date');
  await page.getByRole('link', { name: 'Message to the team' }).click();
  await page.locator('#out-of-date').waitFor();
  await expect(page.locator('#out-of-date')).toContainText(
    /Then: letters by name\. Now: talking on the doorstep/,
  );
  await page.getByRole('button', { name: /I have seen this/ }).click();
  await expect(page.locator('#out-of-date')).toHaveCount(0);
  await page.reload();
  await page.locator('#text-title').waitFor();
  await expect(page.locator('#out-of-date')).toHaveCount(0);
});

test('someone opens the Word file of a text on another machine, and goes on with it there', async ({
  page,
  browser,
}) => {
  await withLetters(page);
  await openText(page, 'message-to-team');
  await page.getByLabel('When and where you go through this together').fill('Tuesday at six');
  await page.locator('#text-title').focus();
  await page.getByText('Other formats').click();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as Word' }).click();
  const file = await (await coming).path();

  const elsewhere = await browser.newPage();
  await elsewhere.goto(new URL('records/open/', site).href);
  await elsewhere.locator('#open-file').setInputFiles({
    name: 'text.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: readFileSync(file),
  });
  await expect(elsewhere.getByRole('heading', { name: 'A text is open' })).toBeFocused();
  await expect(elsewhere.locator('.opened')).toContainText('It matches its fingerprint');
  await expect(elsewhere.locator('.opened .record')).toContainText('Tuesday at six');
  await elsewhere.getByRole('button', { name: 'Go on with it' }).click();
  await elsewhere.locator('#text-title').waitFor();
  await expect(sheet(elsewhere)).toContainText('Tuesday at six');
  await elsewhere.close();
});

test('someone settles a point by hand, and can take that back', async ({ page }) => {
  await withLetters(page, { who: 'independent-candidate' });
  await openText(page, 'message-to-team');
  const register = page.locator('.open-part', { hasText: 'Never pass on pages or names' });
  await register.getByRole('button', { name: /^No/ }).click();
  await expect(sheet(page)).not.toContainText('Never pass on pages or names');
  await page
    .getByRole('button', { name: /^Take back/ })
    .first()
    .click();
  await expect(register).toBeVisible();
});

test('someone sees at the head of a text what is left in it, goes to a gap from there, and settles a point', async ({
  page,
}) => {
  await withLetters(page, { who: 'independent-candidate' });
  await openText(page, 'message-to-team');
  await page.getByText('What is left, one by one').click();
  const left = page.locator('.text-open > .help').first().getByRole('listitem');
  const before = await left.count();
  await left.getByRole('link', { name: 'When and where you go through this together' }).click();
  await expect(page.getByLabel('When and where you go through this together')).toBeFocused();
  await left.filter({ hasText: 'electoral register' }).getByRole('button', { name: /^No/ }).click();
  await expect(left).toHaveCount(before - 1);
  await expect(sheet(page)).not.toContainText('Never pass on pages or names');
});

test('someone copies a text and prints it, and is told so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await withLetters(page);
  await openText(page, 'message-to-team');
  await page.getByRole('button', { name: 'Copy the text' }).click();
  await expect(page.getByText('Copied. Paste it')).toBeVisible();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text() ?? '';
    return { html: await read('text/html'), plain: await read('text/plain') };
  });
  expect(copied.html).toContain('<h1>Message to the team</h1>');
  expect(copied.plain).toContain('To everyone who helps Netherfold Independents');
  expect(copied.html + copied.plain).not.toContain('Where this comes from');
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await page.getByRole('button', { name: 'Print it' }).click();
  await expect(page.locator('html[data-printed]')).toBeAttached();
  // On paper stands the text alone.
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Copy the text' })).toBeHidden();
  await expect(page.getByText('What is left, one by one')).toBeHidden();
  await expect(page.locator('#text-title')).toBeVisible();
});

test('someone reads under each line where it comes from, with one press', async ({ page }) => {
  await withLetters(page);
  await openText(page, 'message-to-team');
  await page.getByLabel('Show where every line comes from').check();
  const line = lines(page).filter({ hasText: 'Never pass on pages or names' });
  await expect(line.locator('.from')).toContainText('The full electoral register');
  await expect(line.locator('.from')).toContainText('Rests on');
  expect(await lines(page).count()).toBe(await page.locator('.sheet .from[open]').count());
});

test('someone copies the HTML of a text for her own page, with nothing of this site in it', async ({
  page,
}) => {
  await withLetters(page);
  await openText(page, 'message-to-team');
  await page.getByText('Put it on a web page').click();
  await page.getByRole('button', { name: 'Show the HTML to copy' }).click();
  const html = await page.getByLabel('The HTML of this text').inputValue();
  expect(html).toMatch(/^<h1>Message to the team<\/h1>/);
  expect(html).not.toMatch(/class=|style=|<script|Where this comes from/);
});

test('nothing is wrong with the page of texts for people who see little or use no mouse, and it fits a narrow screen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await withLetters(page);
  for (const id of ['message-to-team', 'privacy-notice', 'processing-record']) {
    await openText(page, id);
    await page.getByLabel('Show where every line comes from').check();
    await findsNothing(page);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      `how much ${id} is too wide`,
    ).toBeLessThanOrEqual(0);
  }
});

test('no request depends on which text is opened', async ({ page }) => {
  await withLetters(page);
  const asked = async (id: string): Promise<string[]> => {
    const urls: string[] = [];
    const note = (request: { url: () => string }): void => {
      urls.push(request.url());
    };
    page.on('request', note);
    await page.goto('about:blank');
    await openText(page, id);
    page.off('request', note);
    return urls
      .filter((url) => url.startsWith('http'))
      .map((url) => url.replace(/#.*/, ''))
      .sort();
  };
  expect(await asked('message-to-team')).toEqual(await asked('privacy-notice'));
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('someone finds what texts there are, and each of them blank with lines to write on', async ({
    page,
  }) => {
    await page.goto(new URL('documents/', site).href);
    await page.getByRole('link', { name: 'Message to the team' }).click();
    await expect(page).toHaveURL(/documents\/blank\/#message-to-team$/);
    const blank = page.getByRole('article', { name: 'Message to the team' });
    await expect(blank.locator('.blank', { hasText: 'Name of the campaign' }).first()).toBeVisible();
    await expect(blank).toContainText('Only if some of the data comes from the electoral register');
  });
});
