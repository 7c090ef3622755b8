/** The record: making it, reading it anywhere, telling whether it was changed, and opening it here again. */
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

import type { Browser, Page } from '@playwright/test';

import { editions } from '../../src/questionnaires/editions.ts';
import { lawfulBasis } from '../../src/questionnaires/lawful-basis/flow.ts';
import { buildRecord } from '../../src/records/build-record.ts';
import type { Draft } from '../../src/records/draft.ts';
import { matchesFingerprint, shortFingerprint } from '../../src/records/fingerprint.ts';
import type { DecisionRecord } from '../../src/records/record.ts';
import { RESTORE_PROBLEMS } from '../../src/records/restore.ts';
import { site } from '../site-under-test.ts';
import { readWords } from './built.ts';
import { DETAILS, Driver, REASON } from './driver.ts';
import { before, letters } from './people.ts';
import { expect, test, watch } from './test.ts';

const words = readWords(lawfulBasis.id);
const openAddress = new URL('records/open/', site).href;

/** A page's visible text once every annex is opened, with runs of white space as one space. */
const textOf = async (page: Page): Promise<string> => {
  for (const annex of await page.locator('.annex').all())
    if ((await annex.getAttribute('open')) === null) await annex.locator('> summary').click();
  return (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
};

/** Makes a record in the page from a draft, and hands over the file and the data that it carries. */
async function downloadHtml(
  driver: Driver,
  draft: Draft,
): Promise<{ html: string; json: string; record: DecisionRecord; name: string }> {
  await driver.keepInTab(draft);
  await driver.open('record');
  await driver.giveDetails();
  const file = await driver.download('html');
  const html = await readFile(await file.path(), 'utf8');
  const json = /<script type="application\/json" id="record">(.*)<\/script>/.exec(html)?.[1] ?? '';
  return { html, json, record: JSON.parse(json) as DecisionRecord, name: file.suggestedFilename() };
}

/** Opens a file as someone does who got it by email: from disk, without a network. */
async function openFromDisk<Result>(
  browser: Browser,
  html: string,
  options: { readonly javaScriptEnabled: boolean; readonly path: string },
  look: (page: Page) => Promise<Result>,
): Promise<Result> {
  await writeFile(options.path, html);
  const context = await browser.newContext({ offline: true, javaScriptEnabled: options.javaScriptEnabled });
  const faults = watch(context);
  const page = await context.newPage();
  await page.goto(pathToFileURL(options.path).href);
  const result = await look(page);
  expect(faults.unexpected()).toEqual([]);
  await context.close();
  return result;
}

/** A record as another program might hand it in: built from a draft, then changed. */
async function recordOf(changes: Partial<Draft> = {}): Promise<DecisionRecord> {
  const draft = new Driver(undefined as unknown as Page).draft(letters);
  return buildRecord({
    questionnaire: lawfulBasis,
    words,
    editions,
    draft: { ...draft, ...changes, details: { ...draft.details, ...DETAILS, ...changes.details } },
    now: new Date('2026-11-20T12:00:00Z'),
  });
}

/** Opens the page that opens records, and hands it a file. */
async function bring(page: Page, content: string | Buffer, name?: string): Promise<void> {
  await page.goto(openAddress);
  // The field is part of the served page; the island takes up a file that was chosen before it came alive.
  await choose(page, content, name);
}

/** Chooses a file on that page. */
const choose = (page: Page, content: string | Buffer, name = 'record.json'): Promise<void> =>
  page.locator('#open-file').setInputFiles({
    name,
    mimeType: name.endsWith('html') ? 'text/html' : 'application/json',
    buffer: Buffer.from(content),
  });

/** Astro takes this attribute off an island once it is alive. */
const islandAlive = (page: Page) => expect(page.locator('astro-island[ssr]')).toHaveCount(0);
const isOpen = (page: Page) =>
  expect(page.getByRole('heading', { name: 'The record is open' })).toBeFocused();

test.describe('making a record', () => {
  test('someone is asked for a name for it, her own, her role and a day to look at it again', async ({
    driver,
    page,
  }) => {
    await driver.openWith(letters, 'record');
    await page.getByRole('button', { name: 'Download the record' }).click();
    await expect(driver.errorSummary).toBeFocused();
    await expect(page).toHaveTitle(/^Error: /);
    const links = driver.errorSummary.getByRole('link');
    await expect(links).toHaveText([
      'Enter what this decision is called',
      'Enter your name',
      'Enter your role',
      'Enter when this will be looked at again',
    ]);
    for (const [place, field] of ['title', 'decidedBy', 'role', 'reviewOn'].entries()) {
      await expect(page.locator(`#details-${field}-error`)).toContainText(
        (await links.nth(place).textContent()) ?? '',
      );
      await links.nth(place).click();
      await expect(page.locator(`#details-${field}`)).toBeFocused();
    }
    await driver.giveDetails();
    const file = await driver.download();
    expect(file.suggestedFilename()).toMatch(/\.html$/);
    await expect(driver.errorSummary).toHaveCount(0);
  });

  test('someone’s file is named by its date, the questionnaire and what she called it', async ({
    driver,
    page,
  }) => {
    await driver.openWith(letters, 'record');
    await driver.giveDetails({ ...DETAILS, title: 'Côté’s “polling day” letters / Elm ward: ' });
    const today = await page.evaluate(() => {
      const now = new Date();
      return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
        .map((part) => String(part).padStart(2, '0'))
        .join('-');
    });
    expect((await driver.download('html')).suggestedFilename()).toBe(
      `${today}-lawful-basis-côtés-polling-day-letters-elm-ward.html`,
    );
    expect((await driver.download('json')).suggestedFilename()).toBe(
      `${today}-lawful-basis-côtés-polling-day-letters-elm-ward.json`,
    );
  });

  test('someone gets her answers, reasons, ticks and details in the file, and its fingerprint on the page', async ({
    driver,
    page,
  }) => {
    await driver.openWith(letters, 'outcome');
    const tick = page.locator('.todo input[id^="done-"]').first();
    const todo = ((await tick.getAttribute('id')) ?? '').slice('done-'.length);
    await tick.check();
    await driver.toRecord();
    await driver.giveDetails();
    const file = await driver.download('json');
    const record = JSON.parse(await readFile(await file.path(), 'utf8')) as DecisionRecord;
    expect(Object.fromEntries(record.steps.map(({ question, answer }) => [question, answer]))).toEqual(
      letters,
    );
    expect(record.steps.find(({ question }) => question === 'outweighs')?.reasons).toMatchObject([
      { text: REASON },
    ]);
    expect(record.details).toMatchObject({ ...DETAILS });
    expect(record.todos.find(({ id }) => id === todo)?.state.is).toBe('done');
    expect(record.outcome.id).toBe('by-source');
    expect(await matchesFingerprint(record)).toBe(true);
    await expect(page.locator('.fingerprint').last()).toHaveText(shortFingerprint(record.fingerprint));
  });
});

test.describe('the file', () => {
  test('reads whole without script, says with script that it matches, and says when a character was changed', async ({
    driver,
    browser,
  }, testInfo) => {
    const { html, record, name } = await downloadHtml(driver, driver.draft(letters));
    const path = testInfo.outputPath(name);

    const read = await openFromDisk(browser, html, { javaScriptEnabled: false, path }, textOf);
    for (const said of [record.outcome.headline, DETAILS.title, DETAILS.decidedBy, letters.purpose, REASON]) {
      expect(read).toContain(said);
    }
    for (const step of record.steps) expect(read).toContain(step.text);
    for (const todo of record.todos) expect(read).toContain(todo.text);

    const checked = (changed: string) =>
      openFromDisk(browser, changed, { javaScriptEnabled: true, path }, async (page) => {
        await expect(page.locator('#check')).not.toHaveText(/^This file can check itself/);
        return page.locator('#check').textContent();
      });
    expect(await checked(html)).toContain(`Matches its fingerprint ${shortFingerprint(record.fingerprint)}`);

    const [page = '', data = ''] = html.split('id="record">');
    expect(await checked(`${page.replace(DETAILS.decidedBy, 'Morgan Reyez')}id="record">${data}`)).toMatch(
      /^Changed since it was made: the text above .*Reyez/,
    );
    expect(await checked(`${page}id="record">${data.replace(DETAILS.decidedBy, 'Morgan Reyez')}`)).toMatch(
      /^Changed since it was made: the data /,
    );
    expect(await checked(`${page}id="record">${data.replace('"steps"', '"step')}`)).toMatch(
      /^Changed since it was made/,
    );
  });

  test('opens here again as HTML and as JSON, with the same decision, and carries on with every answer and reason', async ({
    driver,
    page,
  }) => {
    const { html, json, record, name } = await downloadHtml(driver, driver.draft(letters));
    for (const [content, file] of [
      [html, name],
      [json, name.replace(/html$/, 'json')],
    ] as const) {
      await bring(page, content, file);
      await isOpen(page);
      const opened = await textOf(page);
      expect(opened).toContain(`It matches its fingerprint, ${shortFingerprint(record.fingerprint)}`);
      expect(opened).toContain('Its answers give this result.');
      expect(opened).toContain('The same.');
      expect(opened).toContain(record.outcome.headline);
      expect(opened).toContain(REASON);
    }

    await page.getByRole('button', { name: 'Carry on from this record' }).click();
    // The tab still has the answers that the record was made from.
    await expect(page.getByRole('heading', { name: /^There is an unfinished draft/ })).toBeFocused();
    await page.getByRole('button', { name: 'Replace the draft and carry on' }).click();
    await expect(driver.heading).toHaveText(/^Check your answers/);
    expect((await driver.keptInTab())?.answers).toEqual(letters);
    expect((await driver.keptInTab())?.supersedes).toBe(record.fingerprint);
    for (const question of ['harm', 'proportionate', 'outweighs'])
      await expect(driver.row(question)).toContainText(REASON);
    await driver.confirm();
    await driver.toRecord();
    await expect(page.locator('#details-decidedBy')).toHaveValue(DETAILS.decidedBy);
  });

  test('can be had for Word, as Markdown and as plain text, and opens here again from the first two, told apart from what was changed in them by hand', async ({
    driver,
    page,
  }) => {
    test.slow();
    await driver.openWith(letters, 'record');
    await driver.giveDetails();
    const json = JSON.parse(await readFile(await (await driver.download('json')).path(), 'utf8')) as object;
    const read = async (format: 'docx' | 'markdown' | 'text') => {
      await page.locator('details.formats summary').click();
      const file = await driver.download(format);
      return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
    };
    const [word, markdown, text] = [await read('docx'), await read('markdown'), await read('text')];
    expect([word.name, markdown.name, text.name].map((name) => name.split('.').at(-1))).toEqual([
      'docx',
      'md',
      'txt',
    ]);
    expect(text.bytes.toString()).toContain(letters.purpose);
    const downloaded = async (name: string) => {
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      return readFile(await (await coming).path());
    };
    for (const { name, bytes } of [word, markdown]) {
      await bring(page, bytes, name);
      await isOpen(page);
      await expect(page.getByRole('main')).not.toContainText('The words that the file shows differ');
      await page.getByText('Other formats', { exact: true }).click();
      expect(JSON.parse((await downloaded('Download as JSON')).toString())).toEqual(json);
      expect((await downloaded('Download as Word')).equals(word.bytes)).toBe(true);
      expect((await downloaded('Download as Markdown')).equals(markdown.bytes)).toBe(true);
    }
    await bring(page, markdown.bytes.toString().replace(DETAILS.decidedBy, 'Morgan Reyez'), markdown.name);
    await isOpen(page);
    await expect(page.getByRole('main')).toContainText(/The words that the file shows differ .*Reyez/);
    await expect(page.locator('.record')).toContainText(DETAILS.decidedBy);
    await bring(page, text.bytes, text.name);
    await expect(page.locator('.error-summary')).toContainText(RESTORE_PROBLEMS['no-record-inside']);
  });

  test('can be had as PDF, which opens here again as the same record', async ({ driver, page }) => {
    await driver.openWith(letters, 'record');
    await driver.giveDetails();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const pdf = await driver.download('pdf');
    expect(pdf.suggestedFilename()).toMatch(/^\d{4}-\d\d-\d\d-lawful-basis-.*\.pdf$/);
    expect(asked.filter((url) => url.endsWith('.ttf'))).toHaveLength(3);
    expect(asked.filter((url) => url.startsWith('http') && !url.startsWith(site))).toEqual([]);
    const bytes = await readFile(await pdf.path());
    await page.locator('details.formats summary').click();
    const json = JSON.parse(await readFile(await (await driver.download('json')).path(), 'utf8')) as object;
    await bring(page, bytes, 'record.pdf');
    await isOpen(page);
    await page.getByText('Other formats', { exact: true }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as JSON' }).click();
    const again = JSON.parse(await readFile(await (await coming).path(), 'utf8')) as object;
    expect(again).toEqual(json);
    const twice = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as PDF' }).click();
    expect((await readFile(await (await twice).path())).equals(bytes)).toBe(true);
  });

  test('says here that it was changed, where one character of it was', async ({ page }) => {
    const json = JSON.stringify(await recordOf());
    await bring(page, json.replace(DETAILS.decidedBy, 'Morgan Reyez'));
    await isOpen(page);
    await expect(page.getByRole('main')).toContainText('It has been changed since its fingerprint was taken');
  });

  test('says that the day on which it was to be looked at again has passed', async ({ page }) => {
    const json = JSON.stringify(await recordOf());
    await page.clock.setFixedTime('2027-05-11T09:00:00Z');
    await bring(page, json);
    await isOpen(page);
    await expect(page.getByRole('main')).toContainText('10 May 2027. That day has passed.');
  });

  test('opens from pasted text too', async ({ page }) => {
    const record = await recordOf();
    await page.goto(openAddress);
    await islandAlive(page);
    await page.locator('#open-pasted').evaluate(
      (box, text) => {
        (box as HTMLTextAreaElement).value = text;
        box.dispatchEvent(new Event('input', { bubbles: true }));
      },
      JSON.stringify(record, null, 2),
    );
    await page.getByRole('button', { name: 'Open the pasted record' }).click();
    await isOpen(page);
    await expect(page.getByRole('main')).toContainText(`It matches its fingerprint`);
  });

  test('can be dropped on the page', async ({ page }) => {
    const json = JSON.stringify(await recordOf());
    await page.goto(openAddress);
    await islandAlive(page);
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'record.json', { type: 'application/json' }));
      return transfer;
    }, json);
    await page.locator('.drop').dispatchEvent('drop', { dataTransfer: data });
    await isOpen(page);
  });

  test('can be made again from the page that opened it, byte for byte', async ({ page }) => {
    const json = JSON.stringify(await recordOf());
    await bring(page, json);
    await isOpen(page);
    const otherFormats = page.getByText('Other formats', { exact: true });
    await otherFormats.click();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as JSON' }).click();
    const again = await readFile(await (await coming).path(), 'utf8');
    expect(JSON.parse(again)).toEqual(JSON.parse(json));
    await bring(page, again);
    await isOpen(page);
    await otherFormats.click();
    const comingAgain = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as JSON' }).click();
    expect(await readFile(await (await comingAgain).path(), 'utf8')).toBe(again);
  });

  test('of unfinished answers opens here, and the questions go on after them', async ({ driver, page }) => {
    await bring(page, JSON.stringify(driver.draft(before(letters, 'outweighs'))));
    await expect(page.getByRole('heading', { name: 'These are unfinished answers' })).toBeFocused();
    await page.getByRole('button', { name: 'Go on with these answers' }).click();
    await driver.asked('outweighs');
  });
});

test.describe('words that someone types', () => {
  const hacks =
    '</script><script>window.__hacked=1</script><img src=x onerror="window.__hacked=1">"><svg onload=window.__hacked=1>\'--><!--<a href="javascript:window.__hacked=1">x</a> {{7*7}} ${7*7}';
  const texts: Record<string, string> = {
    'scripts and markup': hacks,
    'a hundred thousand letters': 'Because it was looked into. '.repeat(3600),
    'emoji that are made of several': 'Our 👩‍👩‍👧‍👦 team and 🏴󠁧󠁢󠁷󠁬󠁳󠁿 and 🏳️‍🌈, e\u0301 and \u{1F44D}\u{1F3FD}',
    'words that run from right to left': 'שלום עולם, مرحبا بالعالم, and English after \u202Eit\u202C',
    'lines, tabs and quotes': 'First line\nSecond “line”\r\nThird\twith & < > \' " \\ \u2028 end',
  };

  for (const [what, text] of Object.entries(texts)) {
    test(`someone who types ${what} finds it in her record and in every place where it is opened`, async ({
      driver,
      page,
      browser,
    }, testInfo) => {
      const draft = driver.draft({ ...letters, purpose: text });
      const reasons = Object.fromEntries(
        Object.entries(draft.reasons).map(([question, ones]) => [
          question,
          Object.fromEntries(Object.keys(ones).map((reason) => [reason, text])),
        ]),
      );
      const short = text.slice(0, 2000);
      const names = {
        title: short,
        decidedBy: short,
        role: short,
        campaign: short,
        others: short,
        advice: short,
      };
      const details = {
        ...draft.details,
        ...names,
        keep: short,
        evidence: short,
        reviewOn: DETAILS.reviewOn,
      };
      await driver.keepInTab({ ...draft, reasons, details });
      await driver.open('record');
      const html = await readFile(await (await driver.download('html')).path(), 'utf8');
      const json = await readFile(await (await driver.download('json')).path(), 'utf8');
      const record = JSON.parse(json) as DecisionRecord;
      expect(record.steps.find(({ question }) => question === 'purpose')?.answer).toBe(text);
      expect(record.steps.find(({ question }) => question === 'outweighs')?.reasons[0]?.text).toBe(text);

      const hacked = (at: Page) => at.evaluate(() => (window as { __hacked?: number }).__hacked);
      const path = testInfo.outputPath('record.html');
      await openFromDisk(browser, html, { javaScriptEnabled: true, path }, async (file) => {
        await expect(file.locator('#check')).toHaveText(/^Matches its fingerprint/);
        expect(await hacked(file)).toBeUndefined();
        const wide = await file.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide).toBeLessThanOrEqual(0);
      });

      await bring(page, html, 'record.html');
      await isOpen(page);
      await expect(page.getByRole('main')).toContainText('It matches its fingerprint');
      expect(await hacked(page)).toBeUndefined();
      await page.getByRole('button', { name: 'Carry on from this record' }).click();
      await page.getByRole('button', { name: 'Replace the draft and carry on' }).click();
      await expect(driver.heading).toHaveText(/^Check your answers/);
      expect((await driver.keptInTab())?.answers['purpose']).toBe(text);
      await expect(driver.row('outweighs').locator('.in-own-words')).toHaveText(text.trim());
      await driver.change('purpose');
      await expect(driver.control('purpose', 'text')).toHaveValue(text.replaceAll('\r\n', '\n'));
      expect(await hacked(page)).toBeUndefined();
    });
  }

  test(
    'someone types a long reason without waiting for the page',
    { tag: '@alone' },
    async ({ driver, page }) => {
      await driver.openWith({ ...letters, purpose: 'Because it was looked into. '.repeat(3600) }, 'purpose');
      await driver.asked('purpose');
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      const took = await page.evaluate(async () => {
        const box = document.querySelector('textarea');
        if (box === null) return Infinity;
        box.focus();
        const times: number[] = [];
        for (let letter = 0; letter < 10; letter += 1) {
          const begun = performance.now();
          box.setRangeText('y', box.value.length, box.value.length, 'end');
          box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: 'y' }));
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
          times.push(performance.now() - begun);
        }
        return times.sort((a, b) => a - b)[5] ?? Infinity;
      });
      console.log(
        `A letter after 100,000 others shows in ${took.toFixed(0)} ms, on a processor four times slower.`,
      );
      expect(took).toBeLessThan(300);
    },
  );
});

test.describe('a file that is not what it should be', () => {
  const photo = Buffer.from([
    0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1, 0x80, 0x81, 0xfe,
  ]);
  const deep = `{"schema":"clear-canvass/decision-record/1","a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;

  const refused: Record<
    string,
    [make: (json: string) => string | Buffer, sentence: keyof typeof RESTORE_PROBLEMS, name?: string]
  > = {
    'a photograph': [() => photo, 'picture', 'IMG_2041.jpg'],
    'a photograph that calls itself a record': [() => photo, 'picture', 'record.json'],
    'a PDF': [() => '%PDF-1.7\n1 0 obj', 'cut-short', 'record.pdf'],
    'bytes that are no text': [() => Buffer.from([1, 2, 250, 251, 252, 0, 7]), 'not-text', 'record.bin'],
    'an empty file': [() => '', 'empty'],
    'another web page': [
      () => '<!doctype html><title>News</title><p>Nothing</p>',
      'not-a-record',
      'news.html',
    ],
    'JSON of something else': [() => '{"hello":"world"}', 'not-a-record'],
    'a record that breaks off': [(json) => json.slice(0, json.length - 400), 'cut-short'],
    'a record with a name that reaches into JavaScript': [
      (json) => json.replace('{', '{"__proto__":{"polluted":"yes"},'),
      'unsafe-name',
    ],
    'a record with another such name further in': [
      (json) => json.replace('"details":{', '"details":{"constructor":{"prototype":{"polluted":"yes"}},'),
      'unsafe-name',
    ],
    'a record with a name that stands twice': [
      (json) => json.replace('{', '{"madeAt":"2026-01-01",'),
      'repeated-name',
    ],
    'a record of a questionnaire that is not here': [
      (json) => json.replaceAll('"id":"lawful-basis"', '"id":"unlawful-basis"'),
      'unknown-questionnaire',
    ],
    'a record of a newer version of the site': [
      (json) => json.replace('clear-canvass/decision-record/2', 'clear-canvass/decision-record/3'),
      'newer',
    ],
    'a record with a part missing': [(json) => json.replace('"madeAt"', '"takenAt"'), 'not-in-shape'],
    'a record with a number that no computer holds': [
      (json) => json.replace('"answer":"yes"', '"answer":1e400'),
      'too-large-number',
    ],
    'lists within lists, a hundred thousand deep': [() => deep, 'too-deep'],
    'half a character': [(json) => json.replace(DETAILS.decidedBy, '\\ud800'), 'broken-character'],
    'eleven million letters': [(json) => json + ' '.repeat(11_000_000), 'too-large'],
  };

  test(`someone is told in a sentence what a file is that is no record, and the next one is read: ${Object.keys(refused).join('; ')}`, async ({
    page,
  }) => {
    const json = JSON.stringify(await recordOf());
    await page.goto(openAddress);
    await islandAlive(page);
    for (const [what, [make, problem, name]] of Object.entries(refused)) {
      await test.step(what, async () => {
        await choose(page, make(json), name);
        const summary = page.getByRole('alert');
        await expect(summary).toBeFocused();
        await expect(summary.getByRole('link')).toHaveText(RESTORE_PROBLEMS[problem]);
        await expect(page).toHaveTitle(/^Error: /);
        await expect(page.locator('#open-file-error')).toContainText(RESTORE_PROBLEMS[problem]);
        await summary.getByRole('link').click();
        await expect(page.locator('#open-file')).toBeFocused();
        await expect(page.getByRole('heading', { name: 'The record is open' })).toHaveCount(0);
        expect(await page.evaluate(() => (({}) as { polluted?: string }).polluted)).toBeUndefined();

        // The next file is read as if nothing had happened.
        await choose(page, json, 'good.json');
        await isOpen(page);
        await expect(summary).toHaveCount(0);
        await expect(page).not.toHaveTitle(/^Error: /);
      });
    }
  });

  test('someone whose record has an answer that is not offered is told which, and sees the result as recorded', async ({
    page,
  }) => {
    const record = await recordOf();
    const steps = record.steps.map((step) =>
      step.question === 'channel' ? { ...step, answer: 'carrier-pigeon', said: ['By pigeon'] } : step,
    );
    await bring(page, JSON.stringify({ ...record, steps }));
    await isOpen(page);
    const main = page.getByRole('main');
    await expect(main).toContainText('It has been changed since its fingerprint was taken');
    await expect(main).toContainText('Today this question does not offer the answer that was given');
    await expect(main).toContainText('By pigeon');
    await expect(main).toContainText('As recorded, not replayed');
  });

  test('someone whose record states another result than its answers give is told so', async ({ page }) => {
    const record = await recordOf();
    const outcome = {
      ...record.outcome,
      id: 'consent',
      name: 'Consent',
      verdict: 'proceed',
      headline: 'Go ahead',
    };
    await bring(page, JSON.stringify({ ...record, outcome }));
    await isOpen(page);
    await expect(page.getByRole('main')).toContainText(
      'What the record states is not what its own answers give',
    );
  });

  test('someone whose record holds scripts in every text sees them as text', async ({ page }) => {
    const record = await recordOf();
    const hack = '<img src=x onerror="window.__hacked=1"><script>window.__hacked=1</script>';
    const spoil = (value: unknown, key = ''): unknown => {
      if (Array.isArray(value)) return value.map((one) => spoil(one, key));
      if (typeof value === 'object' && value !== null) {
        return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spoil(one, name)]));
      }
      const isText = [
        'text',
        'title',
        'name',
        'said',
        'why',
        'headline',
        'label',
        'notice',
        'regulator',
        'how',
        'settle',
      ];
      return typeof value === 'string' && isText.includes(key) ? `${value}${hack}` : value;
    };
    await bring(page, JSON.stringify(spoil(record)));
    await isOpen(page);
    expect(await page.evaluate(() => (window as { __hacked?: number }).__hacked)).toBeUndefined();
    expect(await page.locator('main img').count()).toBe(0);
    await expect(page.getByRole('main')).toContainText('<img src=x onerror=');
  });

  test('someone may still choose her answers to keep when a record would take their place', async ({
    driver,
    page,
  }) => {
    await driver.keepInTab(driver.draft({ who: 'registered-party' }));
    await bring(page, JSON.stringify(await recordOf()));
    await isOpen(page);
    await page.getByRole('button', { name: 'Carry on from this record' }).click();
    await expect(page.getByRole('heading', { name: /^There is an unfinished draft/ })).toBeFocused();
    await page.getByRole('button', { name: 'Keep the draft' }).click();
    expect((await driver.keptInTab())?.answers).toEqual({ who: 'registered-party' });
  });
});
