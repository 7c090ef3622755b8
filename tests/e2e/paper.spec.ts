/** A worksheet: how much paper it takes, and how ticked boxes become a record. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';

import type { Locator, Page } from '@playwright/test';

import { NOT_KNOWN, type Answers } from '../../src/engine/define.ts';
import { lawfulBasis } from '../../src/questionnaires/lawful-basis/flow.ts';
import { nameOf, ticksOf } from '../../src/records/paper/boxes.ts';
import type { Worksheets } from '../../src/records/paper/read-typed.ts';
import { findsNothing } from '../a11y/axe.ts';
import { site } from '../site-under-test.ts';
import { dist, readWords } from './built.ts';
import { letters } from './people.ts';
import { islandsAlive } from './screens.ts';
import { expect, test } from './test.ts';

const worksheets = JSON.parse(readFileSync(`${dist}/records/from-paper/codes.json`, 'utf8')) as Worksheets;
const words = readWords('lawful-basis');
const own = worksheets['lawful-basis'] ?? { sheet: '', codes: {} };
const codeOf = (box: string): string => own.codes[box] ?? `no code for ${box}`;

/** The codes of the boxes that somebody ticks who answers so. */
const codesOf = (answers: Answers): string[] =>
  Object.entries(answers).flatMap(([id, answer]) => {
    const question = lawfulBasis.questions[id];
    return question === undefined ? [] : ticksOf(id, question, answer).map((box) => codeOf(nameOf(box)));
  });

/** The page on which codes are typed in, once what they stand for has come. */
class Desk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto(new URL('records/from-paper/', site).href);
    await islandsAlive(this.page);
  }

  get worksheet(): Locator {
    return this.page.getByLabel('The code of the worksheet');
  }
  get codes(): Locator {
    return this.page.getByLabel('The codes of the ticked boxes');
  }
  get count(): Locator {
    return this.page.getByLabel('How many boxes are ticked?');
  }
  /** What the codes stand for, one after the other. */
  get said(): Locator {
    return this.page.getByRole('list', { name: 'What the codes stand for' }).getByRole('listitem');
  }
  get problem(): Locator {
    return this.page.getByRole('alert').filter({ hasText: 'There is a problem' });
  }
  get result(): Locator {
    return this.page.getByRole('heading', { name: /^These are answers to/ });
  }

  async make(): Promise<void> {
    await this.page.getByRole('button', { name: 'Make answers of them' }).click();
  }

  /** Types a worksheet in that has nothing wrong with it, and makes answers of it. */
  async type(codes: readonly string[]): Promise<void> {
    await this.worksheet.fill(own.sheet);
    await this.codes.fill(codes.join(' '));
    await this.count.fill(String(codes.length));
    await this.make();
    await expect(this.result).toBeFocused();
  }
}

test('someone who ticked boxes on paper types their codes, what has no box and her reasons, and has her record', async ({
  page,
  driver,
}) => {
  await driver.open();
  await page.getByRole('link', { name: 'Type in a worksheet' }).click();
  await islandsAlive(page);
  const desk = new Desk(page);
  await expect(page.getByText('No program reads a photograph or a scan of a worksheet here')).toBeVisible();
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));

  const codes = codesOf(letters);
  await desk.worksheet.fill(own.sheet.toLowerCase().split('').join(' '));
  await expect(page.getByText(`${words.name}: ${words.title}`)).toBeVisible();
  await desk.codes.fill(codes.map((code) => code.toLowerCase()).join('-'));
  await expect(desk.said).toHaveCount(codes.length);
  await expect(desk.said.first()).toHaveText(
    new RegExp(`${codes[0] ?? ''}.*${words.questions['who']?.options?.[letters.who]?.label ?? '?'}`),
  );
  await desk.count.fill(String(codes.length));
  await desk.make();
  await expect(desk.result).toBeFocused();
  await expect(page.getByText('Reasons are still to be typed for')).toBeVisible();
  expect(asked, 'nothing is fetched that depends on what was typed').toEqual([]);

  await page.getByRole('button', { name: 'Go on with these answers' }).click();
  await driver.alive();
  const stillAsked: string[] = [];
  await driver.answerAsAsked(letters, (question) => Promise.resolve(void stillAsked.push(question)));
  // What was ticked is not asked again, but for the reasons that are due.
  const due = Object.entries(letters).filter(([id, answer]) =>
    Object.values(lawfulBasis.questions[id]?.reasons ?? {}).some((after) =>
      (after as readonly string[]).includes(answer as string),
    ),
  );
  expect(stillAsked).toEqual(['purpose', ...due.map(([id]) => id)]);
  await driver.confirm();
  await driver.toRecord();
  await driver.giveDetails();
  const file = await driver.download('json');
  const record = JSON.parse(await readFile(await file.path(), 'utf8')) as {
    steps: { question: string; answer: unknown }[];
  };
  expect(Object.fromEntries(record.steps.map(({ question, answer }) => [question, answer]))).toEqual(letters);

  // What was typed has become answers, and is not there twice.
  await desk.open();
  await expect(desk.codes).toHaveValue('');
});

test.describe('where a code is wrong', () => {
  // It would fetch past what the test puts in place of a file.
  test.use({ serviceWorkers: 'block' });

  test('someone who misreads a code, or takes up another worksheet, is told at the code, and loses nothing', async ({
    page,
  }) => {
    const desk = new Desk(page);
    // As if today’s questionnaire no longer had a box that an older one printed.
    await page.route('**/from-paper/codes.json', async (route) => {
      const response = await route.fetch();
      const text = (await response.text()).replace('"who recall-campaigner"', '"who parish-meeting"');
      await route.fulfill({ response, body: text });
    });
    await desk.open();

    await desk.worksheet.fill('34');
    await desk.make();
    await expect(desk.problem).toContainText('This is the code of no worksheet');
    await desk.worksheet.fill(own.sheet);
    await expect(page.getByText(words.title)).toBeVisible();

    const elsewhere = Object.values(worksheets['article-22']?.codes ?? {}).find(
      (code) =>
        !Object.values(own.codes).includes(code) &&
        !Object.values(worksheets).some(({ sheet }) => sheet === code),
    );
    const good = codeOf('who registered-party');
    const swapped = `${good[1] ?? ''}${good[0] ?? ''}${good[2] ?? ''}`;
    const typed = [good, swapped, elsewhere ?? '', worksheets['article-22']?.sheet ?? '', good.slice(0, 2)];
    await desk.codes.fill(`${typed.join(' ')} ${good}`);
    await expect(desk.said).toHaveText([
      /A registered political party/,
      /No code: one sign is misread, or two are swapped/,
      /Not on this worksheet\. It is a box of/,
      /The code of another worksheet/,
      /No code: it has three signs/,
      /Typed before, and counted once/,
    ]);
    await desk.make();
    await expect(desk.problem.getByRole('link')).toHaveText(
      `Look again at “${swapped}”, and 3 more that the list marks`,
    );
    await findsNothing(page, 'codes that are wrong', 'main');
    await desk.problem.getByRole('link').click();
    await expect(desk.codes).toBeFocused();
    await expect(desk.codes).toHaveValue(`${typed.join(' ')} ${good}`);

    // One that is only half typed is not called wrong.
    await desk.codes.fill(`${good} ${swapped.slice(0, 2)}`);
    await expect(desk.said).toHaveCount(1);

    const gone = codeOf('who recall-campaigner');
    await desk.codes.fill([good, gone, codeOf('personal-data yes'), codeOf('personal-data no')].join(' '));
    await expect(desk.said.nth(1)).toContainText('A box of an older version of this worksheet');
    await desk.count.fill('5');
    await desk.make();
    await expect(desk.problem).toContainText('You counted 5 ticked boxes and typed 4 codes');

    // A page that is loaded anew has all of it still.
    await page.reload();
    await islandsAlive(page);
    await expect(desk.said).toHaveCount(4);
    await expect(desk.count).toHaveValue('5');
    await desk.count.fill('4');
    await desk.make();
    await expect(desk.result).toBeFocused();
    const said = page.getByRole('region', { name: /^These are answers to/ });
    await expect(said).toContainText(`${gone}. What is ticked there is left out`);
    await expect(said).toContainText('Asked again, as the boxes ticked here do not go together');
    await expect(said).toContainText(words.questions['personal-data']?.text ?? '?');
    await expect(said).toContainText('Ticked: Yes; No');
    await findsNothing(page, 'what was made of codes', 'main');
  });
});

test('someone who has a draft already is asked before paper takes its place', async ({ page, driver }) => {
  await driver.keepInTab(driver.draft({ who: 'registered-party' }));
  const desk = new Desk(page);
  await desk.open();
  await desk.type([codeOf('who independent-candidate'), codeOf(`personal-data ${NOT_KNOWN}`)]);
  await page.getByRole('button', { name: 'Go on with these answers' }).click();
  await expect(page.getByRole('heading', { name: 'There is an unfinished draft' })).toBeFocused();
  await page.getByRole('button', { name: 'Keep the draft' }).click();
  expect((await driver.keptInTab())?.answers).toEqual({ who: 'registered-party' });
  await page.getByRole('button', { name: 'Go on with these answers' }).click();
  await page.getByRole('button', { name: 'Replace the draft and carry on' }).click();
  await driver.asked('purpose');
  expect((await driver.keptInTab())?.answers).toEqual({
    who: 'independent-candidate',
    'personal-data': NOT_KNOWN,
  });
});

test.describe('on paper', () => {
  const MOST_SIDES = 8;
  /** The smallest letters that are read without effort. Points. */
  const SMALLEST = 8.5;

  /** How many pieces of text each side of a PDF has, in order. */
  async function textOnSides(page: Page): Promise<number[]> {
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    const bytes = pdf.toString('latin1');
    const sides = bytes.match(/\/Type\s*\/Page\b(?!s)/g)?.length;
    const pieces = [...bytes.matchAll(/stream\r?\n(?<content>[\s\S]*?)endstream/g)].flatMap(({ groups }) => {
      try {
        const drawn = inflateSync(Buffer.from(groups?.['content'] ?? '', 'latin1')).toString('latin1');
        const found = (drawn.match(/ T[jJ]\b/g) ?? []).length;
        return found > 0 ? [found] : [];
      } catch {
        // A font or a picture.
        return [];
      }
    });
    expect(pieces, 'each side has text').toHaveLength(sides ?? 0);
    return pieces;
  }

  test(
    'someone prints a worksheet on eight sides at most, none of them nearly empty, in letters that she can read',
    { tag: '@every-font' },
    async ({ page }, info) => {
      // The longest, and one whose last side is the easiest to waste.
      for (const id of ['lawful-basis', 'article-22']) {
        await page.emulateMedia({ media: null });
        await page.goto(`questionnaires/${id}/worksheet/`);
        const sides = await textOnSides(page);
        const figure = `The worksheet of ${id} prints on ${sides.length} sides, with ${sides.join(', ')} pieces of text.`;
        console.log(figure);
        info.annotations.push({ type: 'measured', description: figure });
        expect(sides.length).toBeGreaterThan(3);
        expect(sides.length).toBeLessThanOrEqual(MOST_SIDES);
        expect(Math.min(...sides)).toBeGreaterThan(Math.max(...sides) / 4);

        await page.emulateMedia({ media: 'print' });
        const smallest = await page.locator('main').evaluate((main) => {
          const sizes = [...main.querySelectorAll('*')]
            .filter((one) => one.checkVisibility() && one.textContent.trim() !== '')
            .filter((one) => !one.matches('.visually-hidden, .visually-hidden *'))
            .map((one) => Number.parseFloat(getComputedStyle(one).fontSize) * 0.75);
          return Math.min(...sizes);
        });
        expect(smallest).toBeGreaterThanOrEqual(SMALLEST);
      }
    },
  );

  test('someone prints every word of it if she asks, and each question and each box with its code either way', async ({
    page,
  }) => {
    await page.goto('questionnaires/lawful-basis/worksheet/');
    const why = page.locator('.worksheet-question .worksheet-why').first();
    await page.emulateMedia({ media: 'print' });
    await expect(why).toBeHidden();
    const printed = async (): Promise<{ questions: number; codes: string[] }> =>
      page.locator('main').evaluate((main) => ({
        questions: [...main.querySelectorAll('.worksheet-question h2')].filter((one) => one.checkVisibility())
          .length,
        codes: [...main.querySelectorAll('.code')]
          .filter((one) => one.checkVisibility())
          .map((one) => one.textContent),
      }));
    const inShort = await printed();
    expect(inShort.questions).toBe(Object.keys(lawfulBasis.questions).length);
    expect(inShort.codes.toSorted()).toEqual([own.sheet, ...Object.values(own.codes)].toSorted());
    const short = (await textOnSides(page)).length;

    await page.emulateMedia({ media: 'screen' });
    await page.locator('summary', { hasText: 'On paper' }).click();
    await page.getByLabel('Every word').check();
    await page.emulateMedia({ media: 'print' });
    await expect(why).toBeVisible();
    expect(await printed()).toEqual(inShort);
    expect((await textOnSides(page)).length).toBeGreaterThan(short);
  });
});
