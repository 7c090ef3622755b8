/** Something has gone wrong: what to do at once is two presses away, and needs no answer, no script and no network. */
import { readContent } from '../../src/schemas/read-content.ts';
import { expect, test } from './test.ts';

const urgent = readContent().questionnaires.flatMap(({ id, now, draft }) =>
  now === undefined || draft ? [] : [{ id, now }],
);
/** What somebody in that plight types. */
const typed: Readonly<Record<string, string>> = { breach: 'laptop stolen', objection: 'take me off' };

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test('someone in haste is told what to do at once, one press from the first page', async ({ page }) => {
    expect(urgent.length).toBeGreaterThan(0);
    for (const { id, now } of urgent) {
      await page.goto('');
      const way = page.getByRole('link', { name: now.asked });
      await expect(way).toBeInViewport();
      await way.click();
      await expect(page).toHaveURL(new RegExp(`/questionnaires/${id}/$`));
      await expect(page.getByRole('heading', { name: now.title })).toBeInViewport();
      await expect(page.getByText(now.steps[0] ?? '?')).toBeInViewport();
      for (const step of now.steps) await expect(page.getByText(step)).toBeVisible();
    }
  });
});

test('someone in haste finds it by a search in their own words, before anything else', async ({ page }) => {
  for (const { id, now } of urgent) {
    await page.goto('search/');
    await page.getByRole('searchbox').fill(typed[id] ?? '');
    await page.locator(`main a[href$="questionnaires/${id}/"]`).first().click();
    await expect(page.getByRole('heading', { name: now.title })).toBeVisible();
    await expect(page.getByText(now.steps[0] ?? '?')).toBeVisible();
  }
});
