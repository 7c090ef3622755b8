/** All statements on one page, to choose from by style alone, and what rests on each. */
import { readContent } from '../../src/schemas/read-content.ts';
import { site } from '../site-under-test.ts';
import { expect, test } from './test.ts';

const { clauses } = readContent();
const address = new URL('clauses/', site).href;

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts });

    test('someone can choose statements by strength, by time and by who she is, together', async ({
      page,
    }) => {
      await page.goto(address);
      const shown = page.locator('.statements > li').filter({ visible: true });
      await expect(shown).toHaveCount(clauses.length);
      await page.locator('summary', { hasText: 'How strong' }).click();
      await page.getByLabel('must not', { exact: true }).check();
      const mustNot = clauses.filter(({ strength }) => strength === 'must-not');
      await expect(shown).toHaveCount(mustNot.length);
      await page.locator('summary', { hasText: 'When' }).click();
      await page.getByLabel('At the door').check();
      const there = mustNot.filter(({ moments }) => moments.includes('at-the-door'));
      await expect(shown).toHaveCount(there.length);
      await page.locator('summary', { hasText: 'Who you are' }).click();
      await page.getByLabel('Independent candidate').check();
      const hers = there.filter(({ who }) => who.length === 0 || who.includes('independent-candidate'));
      await expect(shown).toHaveCount(hers.length);
      await page.getByRole('button', { name: 'Show all' }).click();
      await expect(shown).toHaveCount(clauses.length);
    });
  });
}

test('someone sees of a statement how strong it is, what it rests on and what rests on it', async ({
  page,
}) => {
  await page.goto(new URL('clauses/direct-marketing/#dm-mail-consent', site).href);
  const statement = page.locator('#dm-mail-consent');
  await expect(statement).toContainText('must not');
  await expect(statement).toContainText('Cite it as');
  await expect(statement.getByRole('link', { name: 'PECR', exact: false }).first()).toBeVisible();
  await expect(statement).toContainText('Lawful basis');
  await expect(statement).toContainText('To-do:');
});

test('someone who follows a statement from the list lands on it, and from there on its place in the text', async ({
  page,
}) => {
  await page.goto(address);
  await page
    .locator('.statements > li', { hasText: clauses[0]?.text ?? '' })
    .getByRole('link')
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`clauses/${clauses[0]?.section}/#${clauses[0]?.id}$`));
  await page.locator(`#${clauses[0]?.id} dd a`).first().click();
  await expect(page).toHaveURL(new RegExp(`${clauses[0]?.href}$`));
});

test('someone who reads of automated decisions meets the rule of now first, in the column, on a phone and on a wide screen', async ({
  page,
}) => {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(new URL('code/profiling/', site).href);
    const note = page.locator('.law-note--changed', { hasText: 'Article 22 gave way' });
    await expect(note).toContainText('Now');
    const superseded = page.locator('p', { has: page.locator('#prof-a22-no-consent') });
    const [now, then] = [await note.boundingBox(), await superseded.boundingBox()];
    expect((now?.y ?? 0) + (now?.height ?? 0), `at ${width}`).toBeLessThanOrEqual(then?.y ?? 0);
    expect(now?.x, `at ${width}`).toBe(then?.x);
    await expect(page.locator('#prof-a22-no-consent').getByRole('link', { name: /^ADM-1\b/ })).toBeVisible();
    await expect(superseded.locator('xpath=preceding-sibling::*[1]')).toHaveText('The 2019 draft said:');
  }
});
