/** What the browser keeps, for how long, and what people are told where it keeps nothing or something broken. */
import { readFile } from 'node:fs/promises';

import type { BrowserContext, Page } from '@playwright/test';

import { lawfulBasis } from '../../src/questionnaires/lawful-basis/flow.ts';
import { newDraft, type Draft } from '../../src/records/draft.ts';
import { CHOSEN, draftKey } from '../../src/storage/presence.ts';
import { Driver, endOf } from './driver.ts';
import { before, letters } from './people.ts';
import { expect, test } from './test.ts';

const answeredTo = (question: string) => before(letters, question);

/** Everything that a page's browser keeps beside the site's own files. */
async function kept(page: Page): Promise<{ session: string[]; local: string[]; databases: string[] }> {
  return page.evaluate(async () => ({
    session: Object.keys(sessionStorage),
    local: Object.keys(localStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
  }));
}

/** The drafts in the database, as they stand there. */
async function keptDrafts(page: Page): Promise<{ questionnaire: string; revision: number; json: string }[]> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('clear-canvass');
        opening.onerror = () => reject(new Error('The database did not open.'));
        opening.onsuccess = () => {
          const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result as { questionnaire: string; revision: number; json: string }[]);
          };
        };
      }),
  );
}

async function keepOnDevice(driver: Driver): Promise<void> {
  await driver.page.getByRole('button', { name: 'Keep them on this device' }).click();
  await expect(driver.page.locator('.keeping')).toContainText('kept on this device until you erase them');
}

/** A second tab of the same browser. */
const anotherTab = async (context: BrowserContext): Promise<Driver> => new Driver(await context.newPage());

test.describe('without a choice', () => {
  test('someone’s answers are kept in the tab alone, and are gone when it closes', async ({
    driver,
    page,
    context,
  }) => {
    await driver.open();
    await driver.answerAll(answeredTo('sources'));
    expect(await kept(page)).toEqual({ session: [draftKey('lawful-basis')], local: [], databases: [] });
    await expect(page.locator('.keeping')).toContainText('Your answers last as long as this tab');
    await page.close();
    const later = await anotherTab(context);
    await later.open();
    await later.asked('who');
    expect(await kept(later.page)).toEqual({ session: [], local: [], databases: [] });
  });

  test('someone who only looks at the first question has nothing kept', async ({ driver, page }) => {
    await driver.open();
    expect(await kept(page)).toEqual({ session: [], local: [], databases: [] });
  });

  test('someone who makes a record has it nowhere but in her downloads', async ({ driver, page }) => {
    await driver.openWith(letters, 'record');
    await driver.giveDetails();
    await driver.download();
    expect((await kept(page)).databases).toEqual([]);
  });
});

test.describe('kept on this device', () => {
  test('someone who closes the page and opens it again goes on where she was', async ({
    driver,
    page,
    context,
  }) => {
    await driver.openWith(answeredTo('harm'));
    await driver.asked('harm');
    await keepOnDevice(driver);
    await driver.answer('harm', letters.harm);
    await driver.asked('risk-signs');
    await expect.poll(async () => (await keptDrafts(page))[0]?.json).toContain('"harm":"no"');
    expect(await kept(page)).toEqual({ session: [], local: [CHOSEN], databases: ['clear-canvass'] });
    await page.close();

    const later = await anotherTab(context);
    await later.open();
    await later.asked('risk-signs');
    await expect(later.page.locator('.keeping')).toContainText('kept on this device');
    await later.page.locator('#back').click();
    await later.shows('harm', letters.harm);
  });

  test('someone who erases everything leaves no key and no database', async ({ driver, page }) => {
    await driver.openWith(letters, 'record');
    await keepOnDevice(driver);
    await driver.giveDetails();
    await driver.download();
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await expect(driver.heading).toHaveText(/^Erase everything that this site keeps/);
    await expect(driver.heading).toBeFocused();
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await driver.asked('who');
    await expect(page.getByRole('status').filter({ hasText: 'has been erased' })).toBeVisible();
    expect(await kept(page)).toEqual({ session: [], local: [], databases: [] });
    await driver.reload();
    await driver.asked('who');
    await expect(page.locator('input:checked')).toHaveCount(0);
  });

  test('someone who thinks better of erasing is where she was, with everything', async ({ driver, page }) => {
    await driver.openWith(letters, 'outcome');
    const heading = (await driver.heading.textContent()) ?? '';
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await expect(driver.heading).toHaveText(heading);
    expect((await driver.keptInTab())?.answers).toMatchObject(letters);
  });
});

test.describe('where the browser refuses', () => {
  /** Answers on to the end, and downloads the record: whatever happens, this has to work. */
  async function goesOnToTheRecord(driver: Driver): Promise<void> {
    const answers = Object.entries(letters);
    const asked = await driver.page.locator('.why-we-ask').first().getAttribute('id');
    const from = answers.findIndex(([question]) => `${question}-why` === asked);
    for (const [question, answer] of answers.slice(from)) await driver.answer(question, answer);
    await driver.confirm();
    await driver.toRecord();
    await driver.giveDetails();
    const file = await driver.download();
    expect(await readFile(await file.path(), 'utf8')).toContain(letters.purpose);
  }

  /** The answers so far are offered as a file, which holds them. */
  async function offersTheAnswers(driver: Driver, sentence: RegExp): Promise<void> {
    const notice = driver.page.getByRole('status').filter({ hasText: sentence });
    await expect(notice).toBeVisible();
    const coming = driver.page.waitForEvent('download');
    await notice.getByRole('button', { name: 'Download the answers so far' }).click();
    const draft = JSON.parse(await readFile(await (await coming).path(), 'utf8')) as Draft;
    expect(draft.answers).toMatchObject({ who: letters.who });
  }

  test('someone whose browser throws at every look at its storage is told so, and finishes', async ({
    driver,
    page,
  }) => {
    await page.addInitScript(() => {
      for (const name of ['sessionStorage', 'localStorage'] as const) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        });
      }
      indexedDB.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    });
    await driver.open();
    await driver.answer('who', letters.who);
    await driver.asked('purpose');
    await offersTheAnswers(driver, /does not let the site keep your answers/);
    await goesOnToTheRecord(driver);
  });

  test('someone whose storage is full is told so, and finishes', async ({ driver, page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      };
    });
    await driver.open();
    await driver.answer('who', letters.who);
    await driver.asked('purpose');
    await offersTheAnswers(driver, /no room left/);
    await goesOnToTheRecord(driver);
  });

  test('someone who wants her answers kept where the database is blocked is told so, and loses nothing', async ({
    driver,
    page,
  }) => {
    await page.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    });
    await driver.openWith(answeredTo('channel'));
    await driver.asked('channel');
    await page.getByRole('button', { name: 'Keep them on this device' }).click();
    await expect(page.getByRole('status').filter({ hasText: /does not let the site keep/ })).toBeVisible();
    await driver.answer('channel', letters.channel);
    await driver.asked('promotes');
    await driver.reload();
    await driver.asked('promotes');
    expect((await kept(page)).local).toEqual([]);
  });

  test('someone whose database is blocked on a later visit is told so, and can begin again', async ({
    driver,
    page,
  }) => {
    await page.addInitScript((chosen) => {
      localStorage.setItem(chosen, 'yes');
      indexedDB.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    }, CHOSEN);
    await driver.open();
    await expect(page.getByRole('status').filter({ hasText: /does not let the site keep/ })).toBeVisible();
    await goesOnToTheRecord(driver);
  });
});

test.describe('kept answers that are not as we left them', () => {
  const draft = (changes: object): string =>
    JSON.stringify({ ...newDraft(lawfulBasis), answers: answeredTo('channel'), ...changes });
  const whole = draft({});
  const long = 'x'.repeat(5_000_000);

  const unreadable: Record<string, string> = {
    'JSON that breaks off': whole.slice(0, whole.length / 2),
    'nothing at all': '',
    'a bare word': 'undefined',
    null: 'null',
    'a list': '[]',
    'answers of the wrong type': draft({ answers: 'yes' }),
  };

  test(`someone whose kept answers cannot be read is told so, and can download them and start again: ${Object.keys(unreadable).join('; ')}`, async ({
    driver,
    page,
  }) => {
    for (const [what, text] of Object.entries(unreadable)) {
      await test.step(what, async () => {
        await driver.keepInTab(text);
        await driver.open();
        await expect(driver.heading).toHaveText('Your kept answers cannot be read here');
        await expect(page).toHaveTitle(/^Kept answers that cannot be read/);
        const coming = page.waitForEvent('download');
        await page.getByRole('button', { name: 'Download what was kept' }).click();
        expect(await readFile(await (await coming).path(), 'utf8')).toBe(text);
        expect(await page.evaluate((key) => sessionStorage.getItem(key), draftKey('lawful-basis'))).toBe(
          text,
        );
        await page.getByRole('button', { name: 'Start again' }).click();
        await driver.answer('who', letters.who);
        await driver.asked('purpose');
      });
    }
  });

  test('someone whose browser kept a broken part is told which, can download it, and loses nothing else', async ({
    driver,
    page,
  }) => {
    const text = draft({
      answers: { ...answeredTo('channel'), 'personal-data': { deep: { deeper: 1 } } },
      reasons: { harm: { why: long } },
      details: {
        ...newDraft(lawfulBasis).details,
        campaign: 7,
        decidedBy: 'Morgan Reyes',
        reviewOn: '20277-05-10',
      },
      todos: { fee: { is: 'done', on: '20266-05-10' } },
      pending: { channel: { answer: null, reasons: {} } },
      extra: 1,
      revision: 'many',
    });
    await driver.keepInTab(text);
    await driver.open();
    await driver.asked('personal-data');
    const notice = page.getByRole('status').filter({ hasText: 'could not be read' });
    await expect(notice.getByRole('listitem')).toHaveText([
      'a part that this site does not know',
      'what stood on the page of “How will you reach people?”',
      /^the day on which this was done: “.*fee.*”$/,
      '“When will you look at this again?”',
      '“The campaign or organisation it is for”',
      /^your reasons at “.*”$/,
      /^your answer to “.*”$/,
    ]);
    const coming = page.waitForEvent('download');
    await notice.getByRole('button', { name: 'Download what was kept' }).click();
    expect(await readFile(await (await coming).path(), 'utf8')).toBe(text);
    await driver.answer('personal-data', 'yes');
    await driver.asked('sources');
    await expect(notice).toHaveCount(0);
    expect(await driver.keptInTab()).toMatchObject({
      answers: answeredTo('channel'),
      details: { decidedBy: 'Morgan Reyes' },
      todos: { fee: { is: 'done' } },
    });
  });

  test('someone whose answers were kept by a newer version is told to open the site anew', async ({
    driver,
    page,
  }) => {
    const newer = draft({ schema: 'clear-canvass/draft/2', answers: { something: ['new'] } });
    await driver.keepInTab(newer);
    await driver.open();
    await expect(page.getByRole('main')).toContainText('kept by a newer version of this site');
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download what was kept' }).click();
    expect(await readFile(await (await coming).path(), 'utf8')).toBe(newer);
  });

  test('someone whose answers are to an older version goes on, and is told that some may be asked again', async ({
    driver,
    page,
  }) => {
    await driver.keepInTab(draft({ version: '0.9.0' }));
    await driver.open();
    await driver.asked('channel');
    await expect(
      page.getByRole('status').filter({ hasText: 'another version of these questions' }),
    ).toBeVisible();
  });

  test('someone who answered questions that are gone goes on with the others', async ({ driver }) => {
    await driver.keepInTab(draft({ answers: { 'long-gone': 'yes', ...answeredTo('channel') } }));
    await driver.open();
    await driver.asked('channel');
    await driver.answer('channel', letters.channel);
    await driver.asked('promotes');
  });

  const refused = [
    ['an option that is not offered', { ...letters, channel: 'carrier-pigeon' }, 'channel'],
    [
      'an option that her other answers rule out',
      { ...letters, condition: 'party-condition', 'special-category': ['health'] },
      'condition',
    ],
    [
      '“none of these” beside others',
      { ...letters, 'special-category': ['none', 'health'] },
      'special-category',
    ],
    ['text where an option belongs', { ...letters, harm: '<img src=x onerror=alert(1)>' }, 'harm'],
  ] as const;
  test(`someone whose kept answers are refused is asked that question again: ${refused.map(([what]) => what).join('; ')}`, async ({
    driver,
  }) => {
    for (const [what, answers, next] of refused) {
      await test.step(what, async () => {
        expect(endOf(lawfulBasis, answers)).toMatchObject({ next, refused: true });
        await driver.keepInTab(draft({ answers }));
        await driver.open('outcome');
        await driver.asked(next);
        await expect(driver.page.locator('input:checked')).toHaveCount(next === 'special-category' ? 2 : 0);
      });
    }
  });

  test('someone’s kept answers cannot reach into the page by their names', async ({ driver, page }) => {
    const text = draft({}).replace(
      '"answers":{',
      '"__proto__":{"polluted":"yes"},"answers":{"__proto__":{"polluted":"yes"},',
    );
    await driver.keepInTab(text);
    await driver.open();
    await driver.asked('channel');
    expect(await page.evaluate(() => (({}) as { polluted?: string }).polluted)).toBeUndefined();
  });

  test('someone with five million letters of reasons, kept on the device, goes on without those', async ({
    driver,
    page,
  }) => {
    await driver.openWith(answeredTo('channel'));
    await driver.asked('channel');
    await keepOnDevice(driver);
    const big = draft({ reasons: { harm: { why: long } }, revision: 7 });
    await page.evaluate(
      (json) =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('clear-canvass');
          opening.onsuccess = () => {
            const writing = opening.result.transaction('drafts', 'readwrite');
            writing
              .objectStore('drafts')
              .put({ key: 'lawful-basis', questionnaire: 'lawful-basis', revision: 7, json });
            writing.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
      big,
    );
    await driver.reload();
    await expect(page.getByRole('status').filter({ hasText: 'could not be read' })).toContainText(
      'your reasons at',
    );
    await driver.answer('channel', letters.channel);
    await driver.asked('promotes');
    await expect.poll(async () => (await keptDrafts(page))[0]?.revision).toBeGreaterThan(7);
  });
});

test.describe('two tabs', () => {
  /** Two tabs at the same question, on the answers that this device keeps. */
  async function twoTabs(driver: Driver, context: BrowserContext): Promise<Driver> {
    await driver.openWith(answeredTo('channel'));
    await driver.asked('channel');
    await keepOnDevice(driver);
    const other = await anotherTab(context);
    await other.open();
    await other.asked('channel');
    return other;
  }
  const told = (driver: Driver) =>
    driver.page.getByRole('status').filter({ hasText: 'changed or erased in another tab' });

  test('someone who writes last is told, and may take what the other tab has', async ({
    driver,
    context,
  }) => {
    const other = await twoTabs(driver, context);
    await driver.answer('channel', 'doorstep');
    await driver.asked('promotes');
    await other.answer('channel', 'live-call');
    await expect(told(other)).toBeVisible();
    expect((await keptDrafts(other.page))[0]?.json).toContain('"channel":"doorstep"');
    await other.page.getByRole('button', { name: 'Take what the other tab has' }).click();
    await expect(told(other)).toHaveCount(0);
    await other.asked('promotes');
    await other.back.click();
    await other.shows('channel', 'doorstep');
  });

  test('someone who writes last may keep what her tab has, and the other tab is told in its turn', async ({
    driver,
    context,
  }) => {
    const other = await twoTabs(driver, context);
    await driver.answer('channel', 'doorstep');
    await driver.asked('promotes');
    await other.answer('channel', 'live-call');
    await expect(told(other)).toBeVisible();
    await other.page.getByRole('button', { name: 'Keep what this tab has' }).click();
    await expect(told(other)).toHaveCount(0);
    await expect.poll(async () => (await keptDrafts(other.page))[0]?.json).toContain('"channel":"live-call"');
    await driver.answer('promotes', 'yes');
    await expect(told(driver)).toBeVisible();
    expect((await keptDrafts(driver.page))[0]?.json).toContain('"channel":"live-call"');
  });

  test('someone who erases everything in one tab does not find it written again by the other', async ({
    driver,
    context,
  }) => {
    const other = await twoTabs(driver, context);
    await other.page.getByRole('button', { name: 'Erase everything' }).click();
    await other.page.getByRole('button', { name: 'Erase everything' }).click();
    await other.asked('who');
    await driver.answer('channel', letters.channel);
    await expect(told(driver)).toBeVisible();
    expect(await kept(driver.page)).toEqual({ session: [], local: [], databases: [] });

    await driver.page.getByRole('button', { name: 'Take what the other tab has' }).click();
    await driver.asked('who');
    await driver.answer('who', letters.who);
    await driver.asked('purpose');
    expect(await kept(driver.page)).toMatchObject({ local: [], databases: [] });
  });

  test('someone whose answers were erased in another tab may keep this tab’s, which then last as long as it', async ({
    driver,
    context,
  }) => {
    const other = await twoTabs(driver, context);
    await other.page.getByRole('button', { name: 'Erase everything' }).click();
    await other.page.getByRole('button', { name: 'Erase everything' }).click();
    await other.asked('who');
    await driver.answer('channel', letters.channel);
    await expect(told(driver)).toBeVisible();
    await driver.page.getByRole('button', { name: 'Keep what this tab has' }).click();
    await expect(told(driver)).toHaveCount(0);
    await expect(driver.page.locator('.keeping')).toContainText('Your answers last as long as this tab');
    await driver.reload();
    await driver.asked('promotes');
    expect(await kept(driver.page)).toMatchObject({ local: [], databases: [] });
  });

  test('someone with answers of this tab alone keeps them when another tab begins to keep its own', async ({
    driver,
    context,
  }) => {
    const other = await anotherTab(context);
    await driver.openWith({ ...answeredTo('sources'), who: 'party-candidate' });
    await driver.asked('sources');
    await other.openWith(answeredTo('channel'));
    await other.asked('channel');
    await keepOnDevice(other);

    await driver.answer('sources', letters.sources);
    await driver.asked('register-entitled');
    await driver.reload();
    await driver.asked('register-entitled');
    expect((await driver.keptInTab())?.answers).toMatchObject({
      who: 'party-candidate',
      sources: letters.sources,
    });
    await expect(driver.page.locator('.keeping')).toContainText('Your answers last as long as this tab');

    await driver.page.getByRole('button', { name: 'Keep them on this device' }).click();
    await expect(told(driver)).toBeVisible();
    expect((await keptDrafts(driver.page))[0]?.json).toContain('"who":"independent-candidate"');
    await driver.page.getByRole('button', { name: 'Keep what this tab has' }).click();
    await expect(told(driver)).toHaveCount(0);
    await expect
      .poll(async () => (await keptDrafts(driver.page))[0]?.json)
      .toContain('"who":"party-candidate"');
    await other.answer('channel', letters.channel);
    await expect(told(other)).toBeVisible();
  });
});
