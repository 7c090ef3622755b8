/** A record’s file on paper: its first two sides say all, and each annex begins on a side of its own. */
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

import type { Page } from '@playwright/test';

import { under } from '../../src/engine/reading.ts';
import type { Answers } from '../../src/engine/define.ts';
import { DECIDING_EDITION } from '../../src/questionnaires/editions.ts';
import { lawfulBasis } from '../../src/questionnaires/lawful-basis/flow.ts';
import type { Draft } from '../../src/records/draft.ts';
import { DETAILS, type Driver } from './driver.ts';
import { coverJourneys } from './journeys.ts';
import { islandsAlive } from './screens.ts';
import { expect, test } from './test.ts';

const ANNEXES = ['answers', 'to-do', 'rests-on', 'editions'];

/** Words of so many letters and more, that say what they are about. */
const wordsOn = (what: string, letters: number): string => {
  const sentence = `${what} was talked over with everyone who had a part in it, and this is what they said. `;
  return sentence.repeat(Math.ceil(letters / sentence.length)).trim();
};

/** The journeys by how much there is to do at their end, the one with most first. */
function byMuchToDo(): readonly Answers[] {
  const reading = under(lawfulBasis, DECIDING_EDITION);
  return coverJourneys(lawfulBasis, DECIDING_EDITION)
    .map(({ answers }) => answers)
    .toSorted((one, other) => reading.replay(other).todos.length - reading.replay(one).todos.length);
}

/** More than 15,000 letters in all the places where somebody can type. */
function talkative(driver: Driver): Draft {
  // With most to do, the first sides are the fullest.
  const draft = driver.draft({ ...byMuchToDo()[0], purpose: wordsOn('The purpose', 4000) });
  const long = (part: string) => wordsOn(part, 1200);
  return {
    ...draft,
    reasons: Object.fromEntries(
      Object.entries(draft.reasons).map(([question, reasons]) => [
        question,
        Object.fromEntries(Object.keys(reasons).map((reason) => [reason, long(reason)])),
      ]),
    ),
    details: {
      ...draft.details,
      title: long('The title'),
      campaign: long('The campaign'),
      decidedBy: long('Who decides'),
      role: long('Their role'),
      others: long('Who else'),
      advice: long('The advice'),
      keep: long('Keeping'),
      evidence: long('The evidence'),
      reviewOn: DETAILS.reviewOn,
      nation: 'england',
      poll: 'local',
    },
  };
}

/** Makes a record in the page, and opens its file from disk. */
async function openFile(driver: Driver, draft: Draft, path: string): Promise<void> {
  await driver.keepInTab(draft);
  await driver.open('record');
  const file = await driver.download('html');
  const html = await readFile(await file.path(), 'utf8');
  await writeFile(path, html);
  await driver.page.goto(pathToFileURL(path).href);
}

/** A4 without its upper margin, in points from the foot of the page: where the first line of a side begins. */
const TOP = ((297 - 14) / 25.4) * 72;
/** So far below that a heading may begin and still be the first on its side. */
const NEAR = 12;

interface Printed {
  readonly sides: number;
  /** The annexes in the outline of the PDF: the side, and whether it begins with them. */
  readonly annexes: readonly { readonly side: string; readonly isFirst: boolean }[];
}

/** What is printed: a PDF names each of its pages as an object, and where each heading stands. */
async function print(page: Page): Promise<Printed> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true })).toString('latin1');
  return {
    sides: pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0,
    annexes: [...pdf.matchAll(/\/Title \([A-D]\. [^)]*\)\s*\/Dest \[(\d+) 0 R \/XYZ [\d.]+ ([\d.]+)/g)].map(
      ([, side = '', height]) => ({ side, isFirst: Math.abs(Number(height) - TOP) < NEAR }),
    ),
  };
}

const firstSidesAlone = (page: Page) =>
  page.getByRole('checkbox', { name: 'When I print this, leave out the annexes A to D' });

test(
  'someone with much to do and 15,000 letters typed has the whole of it on two sides, and each annex on sides of its own',
  { tag: '@every-font' },
  async ({ driver, page }, info) => {
    const draft = talkative(driver);
    const typed = [draft.answers['purpose'], ...Object.values(draft.details), JSON.stringify(draft.reasons)];
    expect(typed.join('').length).toBeGreaterThan(15_000);
    await openFile(driver, draft, info.outputPath('record.html'));
    const all = await print(page);
    await firstSidesAlone(page).check();
    const first = await print(page);
    const figure = `A record with much in it prints on ${all.sides} sides, its first part on ${first.sides}.`;
    console.log(figure);
    info.annotations.push({ type: 'measured', description: figure });
    expect(first.sides).toBeGreaterThan(0);
    expect(first.sides).toBeLessThanOrEqual(2);
    expect(first.annexes).toEqual([]);
    expect(all.annexes).toHaveLength(ANNEXES.length);
    expect(all.annexes.every(({ isFirst }) => isFirst)).toBe(true);
    expect(new Set(all.annexes.map(({ side }) => side)).size).toBe(ANNEXES.length);
  },
);

test('someone with little to say has each annex on a side of its own too', async ({ driver, page }, info) => {
  const draft = driver.draft(byMuchToDo().at(-1) ?? {}, {
    details: { ...talkative(driver).details, ...DETAILS, others: '', advice: '', keep: '', campaign: '' },
  });
  await openFile(driver, draft, info.outputPath('record.html'));
  const annexes = await page.locator('.annex').count();
  expect(annexes).toBeGreaterThan(2);
  const all = await print(page);
  expect(all.annexes).toHaveLength(annexes);
  expect(all.annexes.every(({ isFirst }) => isFirst)).toBe(true);
  await firstSidesAlone(page).check();
  expect((await print(page)).sides).toBe(1);
});

test('someone who reads the file on a screen sees the first sides, opens an annex, and is led to a statement in another', async ({
  driver,
  page,
}, info) => {
  await openFile(driver, talkative(driver), info.outputPath('record.html'));
  await expect(page.locator('#fingerprint, .fingerprint').first()).toBeVisible();
  for (const annex of ANNEXES) {
    await expect(page.locator(`#${annex}`)).not.toHaveAttribute('open');
    await expect(page.locator(`#${annex} > :not(summary)`).first()).toBeHidden();
  }
  await page.locator('#answers > summary').press('Enter');
  await expect(page.locator('#answers')).toContainText(wordsOn('The evidence', 1200));
  await page.locator('#answers .references a').first().click();
  await expect(page.locator('#rests-on .entry').first()).toBeVisible();
});

test('someone who opens a record here prints its first sides alone, and all that was found of one that was changed', async ({
  driver,
  page,
}, info) => {
  test.slow();
  const path = info.outputPath('record.html');
  await openFile(driver, talkative(driver), path);
  const openHere = async (text: string) => {
    await driver.page.goto(new URL('../../records/open/', driver.address).href);
    await islandsAlive(page);
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'record.html', mimeType: 'text/html', buffer: Buffer.from(text) });
    await expect(page.getByRole('heading', { name: 'The record is open' })).toBeVisible();
  };
  const file = await readFile(path, 'utf8');
  await openHere(file);
  await firstSidesAlone(page).check();
  expect((await print(page)).sides).toBeLessThanOrEqual(2);
  await openHere(file.replaceAll('The title was talked over', 'The title was decided over'));
  await firstSidesAlone(page).check();
  const changed = await print(page);
  expect(changed.sides).toBe(3);
});
