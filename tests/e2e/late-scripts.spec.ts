/** The page that asks, where its scripts come late or never. */
import { letters } from './people.ts';
import { expect, test } from './test.ts';

/** Also where it is tried again under an address that differs in its query. */
const island = /\/_astro\/Questionnaire\.[^/]*\.js/;

test('Someone whose scripts do not come is told so within seconds of Continue, and is offered the worksheet', async ({
  page,
  driver,
  faults,
}) => {
  faults.allow(/Failed to load resource|Error hydrating/);
  await page.route(island, (route) => route.abort());
  await page.goto(driver.address);
  const notice = page.locator('#late');
  await expect(notice).toBeHidden();
  await driver.choose('who', letters.who);
  await driver.press();
  await expect(notice).toBeVisible({ timeout: 8000 });
  await expect(notice).toBeFocused();
  await expect(notice).toContainText('has not come');
  // Who presses once more is not left without a word.
  await driver.press();
  await expect(notice).toBeFocused();
  await notice.getByRole('link', { name: 'worksheet' }).click();
  await expect(page).toHaveURL(/\/worksheet\/$/);
  await page.goBack();

  await page.unroute(island);
  await page.goto(driver.address);
  await driver.alive();
  await expect(notice).toHaveCount(0);
});

test('Someone whose scripts come late after all goes on to the next question by herself', async ({
  page,
  driver,
}) => {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(island, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(driver.address, { waitUntil: 'commit' });
  await driver.choose('who', letters.who);
  await driver.press();
  await expect(page.locator('#late')).toBeVisible({ timeout: 8000 });
  release();
  await driver.asked('purpose');
  await expect(page.locator('#late')).toHaveCount(0);
});
