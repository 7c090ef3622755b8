/** The list of what to decide, to tick and to read for what someone plans. */
import { readPlans } from '../../src/schemas/plan.ts';
import { site } from '../site-under-test.ts';
import { islandsAlive } from './screens.ts';
import { expect, test } from './test.ts';

const start = new URL('start/', site).href;
const plans = readPlans();
const calls = plans.find(({ id }) => id === 'calls');

test('someone who says what she plans sees what matters for it, and nothing else', async ({ page }) => {
  await page.goto(start);
  const statements = page.locator('.statements > li');
  await expect(statements.filter({ visible: true })).toHaveCount(await statements.count());
  await page.getByLabel('Ring people').check();
  await expect(statements.filter({ visible: true })).toHaveCount(calls?.clauses.length ?? 0);
  await expect(page.getByRole('link', { name: /^Which lawful basis/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Does Article 22/ })).toBeHidden();
  await expect(page.getByRole('link', { name: 'At the door' })).toBeHidden();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('someone can choose all the same', async ({ page }) => {
    await page.goto(start);
    await page.getByLabel('Ring people').check();
    await expect(page.locator('.statements > li').filter({ visible: true })).toHaveCount(
      calls?.clauses.length ?? 0,
    );
  });
});

test('someone who comes back in the same tab finds what she chose, and how far she has come', async ({
  driver,
  page,
}) => {
  await page.goto(start);
  await islandsAlive(page);
  await page.getByLabel('Knock on doors').check();
  await driver.openWith({ who: 'independent-candidate' });
  await page.goto(start);
  await islandsAlive(page);
  await expect(page.getByLabel('Knock on doors')).toBeChecked();
  await expect(page.locator('[data-questionnaire="lawful-basis"]')).toHaveText('Begun');
  await page.getByRole('button', { name: 'Choose nothing' }).click();
  await expect(page.getByLabel('Knock on doors')).not.toBeChecked();
  await page.reload();
  await islandsAlive(page);
  await expect(page.getByLabel('Knock on doors')).not.toBeChecked();
});

test('someone who has ticked a checklist is told so on her list', async ({ page }) => {
  await page.goto(new URL('checklists/when-you-disband/', site).href);
  await page.locator('html[data-ticks="kept"]').waitFor({ state: 'attached' });
  await page.locator('#ticklist input').first().check();
  await expect
    .poll(() => page.evaluate(() => JSON.stringify({ ...sessionStorage })))
    .toContain('when-you-disband');
  await page.goto(start);
  await islandsAlive(page);
  await expect(page.locator('[data-checklist="when-you-disband"]')).toHaveText('1 ticked');
});
