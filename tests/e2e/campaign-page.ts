/** What somebody does on the page of her campaign. */
import { expect, type Page } from '@playwright/test';

import { site } from '../site-under-test.ts';
import type { Driver } from './driver.ts';
import { islandsAlive } from './screens.ts';

/** The address of the page. */
export const campaign = new URL('campaign/', site).href;
/** Opens the page, and waits until it is alive. */
export async function open(page: Page): Promise<void> {
  await page.goto(campaign);
  await islandsAlive(page);
  await expect(page.getByRole('heading', { name: 'Who we are' })).toBeVisible();
}

/** A part of the page, by its heading. */
export const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
export const weDo = (page: Page) => section(page, 'What we do with people’s details');

/** Puts plans on the list, by what they are called. */
export async function plan(page: Page, ...names: string[]): Promise<void> {
  const adding = weDo(page).locator('details', { hasText: 'Add what you plan' });
  if (!(await adding.evaluate((folded: HTMLDetailsElement) => folded.open)))
    await adding.locator('> summary').click();
  for (const name of names) await adding.getByLabel(name).check();
  await adding.getByRole('button', { name: 'Add to the list' }).click();
}

/** Says who campaigns, where and for which poll. */
export async function sayWho(page: Page): Promise<void> {
  const who = section(page, 'Who we are');
  await who.getByLabel('What kind of campaigner are you?').selectOption('independent-candidate');
  await who.getByLabel(/What is the campaign called/).fill('Netherfold Independents');
  await who.getByLabel(/Where are the people/).selectOption('england');
  await who.getByLabel(/For which poll/).selectOption('local');
  await who.getByLabel(/Polling day/).fill('2027-05-06');
  await who.getByRole('button', { name: 'Save' }).click();
}

/** Begins to answer a plan that is on the list, by the first words of its name. */
export async function begin(driver: Driver, name: string): Promise<void> {
  await weDo(driver.page)
    .getByRole('link', { name: new RegExp(`^Answer the questions for ${RegExp.escape(name)}`) })
    .click();
  await driver.alive();
}

/** A campaign that has said who it is and begins to answer the plan of that name. */
export async function beginFirst(driver: Driver, name: string): Promise<void> {
  await open(driver.page);
  await sayWho(driver.page);
  await plan(driver.page, name);
  await begin(driver, name);
}
