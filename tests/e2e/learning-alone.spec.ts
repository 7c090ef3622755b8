/** Learning alone from the first scenario to the record and back, handing in, and the quiz on statements. */
import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';

import { learningFile } from '../../src/components/training/learning-file.ts';
import { quizFile } from '../../src/components/training/quiz-file.ts';
import { trainingSheet } from '../../src/components/training/training-sheet.ts';
import { toJson } from '../../src/records/exporters/json.ts';
import { letters, type Choice } from '../../src/records/training-data.ts';
import { newProgress } from '../../src/records/training-progress.ts';
import { readContent } from '../../src/schemas/read-content.ts';
import { root } from '../../src/commands/ready.mjs';
import { trainingKey } from '../../src/storage/presence.ts';
import { findsNothing } from '../a11y/axe.ts';
import { fitsEverywhere } from './fit.ts';
import { expect, test } from './test.ts';

const content = readContent(root);
const file = learningFile(content);
const wrong = (best: string): Choice => letters.find((letter) => letter !== best) ?? 'unsure';

const here = (page: Page) => page.locator('html[data-learning="here"]').waitFor({ state: 'attached' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('someone learns five with keys alone, gets two wrong, meets them again, leaves with the record, and goes on from it in another tab', async ({
  page,
  context,
}, info) => {
  await page.goto('training/alone/');
  await here(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));

  // Pressed too early, she is told what is missing.
  await button(page, 'See what follows').press('Enter');
  await expect(page.locator('.error-summary')).toBeFocused();
  await findsNothing(page, 'that a choice was due');
  await page.locator('.error-summary a').press('Enter');
  await expect(page.locator('#way-a')).toBeFocused();

  const came: string[] = [];
  async function decide(right: boolean): Promise<void> {
    const title = (await page.locator('.case h2').innerText()).replaceAll(/\s+/g, ' ');
    const scenario = file.scenarios.find((one) => one.title === title);
    if (scenario === undefined) throw new Error(`There is no scenario “${title}”.`);
    const again = came.includes(scenario.id);
    came.push(scenario.id);
    await page.locator(`#way-${right || again ? scenario.best : wrong(scenario.best)}`).press('Space');
    await button(page, 'See what follows').press('Enter');
    await expect(page.locator('#came-to')).toBeFocused();
    await expect(page.locator('#came-to')).toContainText(
      right || again ? 'Yes' : `The model’s way is ${scenario.best.toUpperCase()}`,
    );
    await expect(page.locator('.model')).toContainText(scenario.remember);
    await expect(page.locator('.model .rests a').first()).toHaveAttribute('href', /#/);
  }
  const next = async (): Promise<void> => {
    await button(page, 'Next scenario').press('Enter');
    await expect(page.locator('.case h2')).toBeFocused();
  };
  const [first, second] = [false, false];
  for (const right of [first, second, true, true, true, true, true]) {
    await decide(right);
    if (came.length === 1) await fitsEverywhere(page, 'what a wrong way comes to');
    if (came.length < 7) await next();
  }
  // After three others each, the two that went wrong.
  expect(came.slice(4, 6)).toEqual(came.slice(0, 2));
  await expect(page.locator('.progress')).toHaveText(`5 of ${file.scenarios.length} settled.`);
  expect(new Set(came).size).toBe(5);
  expect(asked, 'nothing that is fetched depends on what is chosen').toEqual([]);

  await page.getByLabel('Your name').fill('Łucja </script><img src=x onerror=alert(1)>');
  await page.getByLabel('What you talked through').fill('Who takes the no into the list?');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Download the record').click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^\d{4}-\d\d-\d\d-training\.html$/);
  const path = info.outputPath('training.html');
  await download.saveAs(path);
  expect(await readFile(path, 'utf8')).not.toContain('<img');
  await findsNothing(page, 'the record of the training');

  // Another tab has nothing of it until the file is opened there.
  const other = await context.newPage();
  await other.goto(new URL('records/open/', page.url().replace('training/alone/', '')).href);
  await other.locator('astro-island:not([ssr])').first().waitFor({ state: 'attached' });
  await other.locator('#open-file').setInputFiles(path);
  await expect(other.getByRole('heading', { name: 'A training record is open' })).toBeFocused();
  await expect(other.locator('article.record')).toContainText('Who takes the no into the list?');
  await expect(other.locator('article.record .entry')).toHaveCount(5);
  await button(other, 'Go on with it').click();
  await here(other);
  await expect(other.locator('.progress')).toHaveText(`5 of ${file.scenarios.length} settled.`);
  await expect(other.getByLabel('Your name')).toHaveValue(/^Łucja/);

  // Kept by choice, and erased with everything else.
  await button(other, 'Keep it on this device').click();
  await expect(other.getByText('is now kept on this device')).toBeVisible();
  expect(await other.evaluate((key) => sessionStorage.getItem(key), trainingKey('alone'))).toBeNull();
  await button(other, 'Erase everything').click();
  await button(other, 'Erase everything').click();
  await expect(other.getByText('Everything that this site kept')).toBeVisible();
  await expect(other.locator('.progress')).toHaveText(`0 of ${file.scenarios.length} settled.`);
  await expect(page.getByText('has been erased in another tab')).toBeVisible();
});

test('someone sees where her way parts from the model’s, opens the scenario as a decision, and finds its answers to be looked at', async ({
  page,
}) => {
  const scenario = file.scenarios.find(({ id }) => id === 'playground-by-leaflet');
  const parting = scenario?.ways.a.parts;
  if (scenario?.decision === undefined || parting === undefined)
    throw new Error('No questionnaire stands behind it.');
  await page.goto('training/alone/');
  await here(page);
  await page.getByText('Choose what comes').click();
  await button(page, scenario.title).click();
  await expect(page.locator('.case h2')).toBeFocused();
  await page.locator('#way-a').check();
  await button(page, 'See what follows').click();
  await expect(page.locator('.parting')).toContainText(parting.question);
  await button(page, 'Open it as a decision').click();
  await expect(page).toHaveURL(new RegExp(`/questionnaires/${scenario.decision.questionnaire}/`));
  const who = String(scenario.decision.answers['who']);
  await expect(page.locator(`input[name="answer"][value="${who}"]`)).toBeChecked();
  await button(page, 'Continue').click();
  await expect(page.getByRole('textbox')).toHaveValue(String(scenario.decision.answers['purpose']));
});

test('whoever leads puts in five files, of which three are none, and sees where the room parted, with names once she wants them', async ({
  page,
}) => {
  const [one, two] = file.scenarios;
  if (one === undefined || two === undefined) throw new Error('There are too few scenarios.');
  const record = async (name: string, chose: Choice): Promise<string> =>
    toJson(
      await trainingSheet(
        {
          ...newProgress(),
          name,
          given: [
            { of: one.id, chose, on: '2026-05-02' },
            { of: two.id, chose: two.best, on: '2026-05-02' },
          ],
        },
        file,
        new Date('2026-05-02T19:00:00+01:00'),
      ),
    );
  const ann = await record('Ann', wrong(one.best));
  const cai = await record('<img src=x onerror=alert(1)>', one.best);
  const json = (name: string, text: string) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await page.goto('training/hand-in/');
  await page.locator('html[data-hand-in="alive"]').waitFor({ state: 'attached' });
  await page
    .locator('#hand-in-files')
    .setInputFiles([
      json('ann.json', ann),
      json(
        '<img src=x onerror=alert(2)>.json',
        '{"schema":"clear-canvass/sheet/1","__proto__":{"kind":"training"}}',
      ),
      json('cut.json', ann.slice(0, 500)),
      json('cai.json', cai),
      json('newer.json', ann.replace('clear-canvass/sheet/1', 'clear-canvass/sheet/9')),
    ]);
  await expect(page.getByRole('heading', { name: '2 records counted, 3 not' })).toBeFocused();
  const not = page.locator('.notice--strong li');
  await expect(not).toHaveCount(3);
  await expect(not.filter({ hasText: 'alert(2)' })).toContainText('could harm the page');
  await expect(not.filter({ hasText: 'cut.json' })).toContainText('breaks off');
  await expect(not.filter({ hasText: 'newer.json' })).toContainText('newer version');
  const rows = page.locator('.splits tbody tr');
  await expect(rows.locator('th')).toHaveText([one.title, two.title]);
  await expect(rows.first().locator('td.best')).toHaveText(/^1/);
  await expect(page.locator('main')).not.toContainText('Ann');
  await page.getByLabel('Show names').check();
  await expect(rows.first()).toContainText('Ann');
  await expect(rows.first()).toContainText('<img src=x onerror=alert(1)>');
  await fitsEverywhere(page, 'what was handed in');
  await findsNothing(page, 'what was handed in');
});

test('someone guesses how strong statements are, and sees each with its strength and its place', async ({
  page,
}) => {
  const { statements } = quizFile(content);
  const [one, two] = statements;
  if (one === undefined || two === undefined) throw new Error('There are too few statements.');
  await page.goto('training/quiz/');
  await here(page);
  await expect(page.locator('.gapped')).toContainText(one.after.trim().slice(0, 40));
  await page.locator(`#strength-${one.strength}`).check();
  await button(page, 'See what it says').click();
  await expect(page.locator('#came-to')).toBeFocused();
  await expect(page.locator('#came-to')).toHaveText(`Yes: ${one.verb}`);
  await expect(page.locator('.model a')).toHaveText(one.section);
  await button(page, 'Next statement').click();
  await page.locator(`#strength-${two.strength === 'may' ? 'must' : 'may'}`).check();
  await button(page, 'See what it says').click();
  await expect(page.locator('#came-to')).toContainText(`It says “${two.verb}”`);
  await expect(page.locator('.progress')).toHaveText(`1 of ${statements.length} settled, 1 to come back to.`);
  await fitsEverywhere(page, 'what a statement says');
  await findsNothing(page, 'what a statement says');
});
