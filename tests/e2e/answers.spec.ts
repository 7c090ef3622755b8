/** Answers stay as they were given, through every way in which people move about, hesitate and change their minds. */
import { NOT_KNOWN } from '../../src/engine/define.ts';
import { setAsideBy } from '../../src/engine/reachable.ts';
import { under } from '../../src/engine/reading.ts';
import { DECIDING_EDITION } from '../../src/questionnaires/editions.ts';
import { lawfulBasis } from '../../src/questionnaires/lawful-basis/flow.ts';
import type { DecisionRecord } from '../../src/records/record.ts';
import { readWords } from './built.ts';
import { endOf, REASON, type Driver } from './driver.ts';
import { before, letters } from './people.ts';
import { expect, test } from './test.ts';

const words = readWords(lawfulBasis.id);
const path = Object.keys(letters) as (keyof typeof letters)[];
const questionText = (question: string): string => words.questions[question]?.text ?? '';
/** An answer to `harm` after which most later questions are no longer asked, and those questions. */
const harm = { answer: 'yes', was: letters.harm };
const setAside = setAsideBy(under(lawfulBasis, DECIDING_EDITION).replay(letters), {
  question: 'harm',
  answer: harm.answer,
});

test.describe('going back and forward', () => {
  test('someone who goes back by the link on any question finds that answer, and the browser takes her forward again', async ({
    driver,
  }) => {
    await driver.open();
    await expect(driver.back).toBeHidden();
    for (const [place, question] of path.entries()) {
      await driver.answer(question, letters[question]);
      const next = path[place + 1];
      if (next === undefined) break;
      await driver.asked(next);
      await driver.back.click();
      await driver.shows(question, letters[question]);
      for (const box of await driver.reasonBoxes.all()) await expect(box).toHaveValue(REASON);
      await driver.page.goForward();
      await driver.asked(next);
    }
    await expect(driver.heading).toHaveText(/^Check your answers/);
    await driver.back.click();
    await driver.shows('outweighs', letters.outweighs);
  });

  test('someone who presses the browser’s back button passes each question once, and each has its answer', async ({
    driver,
  }) => {
    await driver.open();
    const some = path.slice(0, 8);
    for (const question of some) await driver.answer(question, letters[question]);
    for (const question of some.toReversed()) {
      await driver.page.goBack();
      await driver.shows(question, letters[question]);
    }
    for (const question of some.slice(1)) {
      await driver.page.goForward();
      await driver.shows(question, letters[question]);
    }
    await driver.page.goForward();
    await driver.asked(path[8] ?? '');
  });

  test('someone who goes back in the middle of a word finds it when she comes forward', async ({
    driver,
  }) => {
    await driver.openWith(before(letters, 'purpose'));
    await driver.asked('purpose');
    await driver.answer('purpose', letters.purpose);
    await driver.asked('personal-data');
    await driver.page.goBack();
    await driver.asked('purpose');
    // The keys that move in the browser's history leave the focus in the box.
    await driver.control('purpose', 'text').pressSequentially(' and af');
    await driver.page.goForward();
    await driver.asked('personal-data');
    await driver.page.goBack();
    await driver.asked('purpose');
    await expect(driver.control('purpose', 'text')).toHaveValue(`${letters.purpose} and af`);
    await driver.control('purpose', 'text').press('End');
    await driver.control('purpose', 'text').pressSequentially('ter');
    await driver.back.click();
    await driver.shows('who', letters.who);
    await driver.press();
    await driver.asked('purpose');
    await expect(driver.control('purpose', 'text')).toHaveValue(`${letters.purpose} and after`);
  });

  test('someone who comes back in a new page of the tab can go back through all her questions by the link', async ({
    driver,
  }) => {
    await driver.openWith(before(letters, 'channel'));
    await driver.asked('channel');
    for (const question of ['poll', 'nation', 'special-category', 'register-entitled', 'sources'] as const) {
      await driver.back.click();
      await driver.shows(question, letters[question]);
    }
  });
});

test.describe('refreshing', () => {
  test('someone who refreshes at any question finds what she had chosen and typed but not sent', async ({
    driver,
  }) => {
    await driver.open();
    for (const question of path) {
      await driver.asked(question);
      await driver.choose(question, letters[question]);
      await driver.giveReasons(`Half a reason about ${question}`);
      const reasons = await driver.reasonBoxes.count();
      await expect
        .poll(async () => {
          const unsent = (await driver.keptInTab())?.pending?.[question];
          const typed = Object.values(unsent?.reasons ?? {}).filter((text) => text.endsWith(question));
          return { answer: unsent?.answer, typed: typed.length };
        })
        .toEqual({ answer: letters[question], typed: reasons });
      await driver.reload();
      await driver.shows(question, letters[question]);
      for (const box of await driver.reasonBoxes.all())
        await expect(box).toHaveValue(`Half a reason about ${question}`);
      await driver.press();
      await driver.page.locator(`[id="${question}-why"]`).waitFor({ state: 'detached' });
    }
    await expect(driver.heading).toHaveText(/^Check your answers/);
  });

  test('someone who refreshes at her answers, the outcome or the record is still there', async ({
    driver,
  }) => {
    for (const screen of ['check-answers', 'outcome', 'record']) {
      await driver.openWith(letters, screen);
      const heading = await driver.heading.textContent();
      await driver.reload();
      await expect(driver.heading, screen).toHaveText(heading ?? '');
      expect(new URL(driver.page.url()).hash).toBe(`#${screen}`);
    }
  });
});

test.describe('following a link into the questionnaire', () => {
  test('someone without answers who follows a link to any screen, or to none, is asked the first question', async ({
    driver,
  }) => {
    for (const screen of [
      'harm',
      'check-answers',
      'outcome',
      'record',
      'under-code-2019',
      'no-such-thing',
      '%zz',
    ]) {
      await driver.forget();
      await driver.open(screen);
      await driver.asked('who');
      await driver.answer('who', letters.who);
      await driver.asked('purpose');
    }
  });

  test('someone with some answers who follows a link to the outcome is asked the first question left open', async ({
    driver,
  }) => {
    await driver.openWith(before(letters, 'harm'), 'outcome');
    await driver.asked('harm');
  });

  test('someone with some answers who opens the page is asked the first question left open', async ({
    driver,
  }) => {
    await driver.openWith(before(letters, 'proportionate'));
    await driver.asked('proportionate');
  });
});

test.describe('pressing Continue more than once', () => {
  test('someone who double-clicks Continue answers one question, at the first and at later ones', async ({
    driver,
  }) => {
    await driver.open();
    for (const [place, question] of path.slice(0, 6).entries()) {
      await driver.asked(question);
      await driver.choose(question, letters[question]);
      await driver.giveReasons();
      await driver.settled();
      await driver.continueButton.dblclick();
      await driver.asked(path[place + 1] ?? '');
      await expect(driver.errorSummary).toHaveCount(0);
    }
    for (const question of path.slice(0, 6).toReversed()) {
      await driver.page.goBack();
      await driver.shows(question, letters[question]);
    }
  });

  test('someone who double-clicks the first Continue on a slow line has one step behind her', async ({
    driver,
    page,
  }) => {
    await page.route('**/words.json', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await route.continue();
    });
    await driver.open();
    await driver.choose('who', letters.who);
    await driver.continueButton.dblclick();
    await driver.asked('purpose');
    await page.goBack();
    await driver.shows('who', letters.who);
  });

  test('someone who holds Enter down on Continue answers one question', async ({ driver, page }) => {
    await driver.openWith(before(letters, 'channel'));
    await driver.asked('channel');
    await driver.choose('channel', letters.channel);
    await driver.settled();
    await driver.continueButton.focus();
    for (let repeat = 0; repeat < 30; repeat += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await driver.asked('promotes');
    await expect(driver.errorSummary).toHaveCount(0);
    await page.goBack();
    await driver.shows('channel', letters.channel);
  });

  test('someone who holds Enter down on an option answers one question', async ({ driver, page }) => {
    await driver.openWith(before(letters, 'expected'));
    await driver.asked('expected');
    await driver.choose('expected', letters.expected);
    await driver.giveReasons();
    await driver.settled();
    await driver.control('expected', letters.expected).focus();
    for (let repeat = 0; repeat < 30; repeat += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await driver.asked('outweighs');
    await expect(driver.errorSummary).toHaveCount(0);
  });
});

test.describe('changing an answer', () => {
  const listed = async (driver: Driver): Promise<string[]> => {
    const links = await driver.page.locator('.summary-list .action a').all();
    return Promise.all(links.map(async (link) => ((await link.getAttribute('href')) ?? '').slice(1)));
  };

  test('someone who changes an answer that nothing hangs on returns straight to her answers', async ({
    driver,
  }) => {
    await driver.openWith(letters, 'check-answers');
    await driver.change('risk-signs');
    await driver.shows('risk-signs', letters['risk-signs']);
    await driver.choose('risk-signs', ['none']);
    await driver.press();
    await expect(driver.heading).toHaveText(/^Check your answers/);
    const none = words.questions['risk-signs']?.options?.['none']?.label ?? '';
    await expect(driver.row('risk-signs')).toContainText(none);
    await driver.change('proportionate');
    await driver.reasonBoxes.first().fill('One letter to a home, and no more.');
    await driver.press();
    await expect(driver.heading).toHaveText(/^Check your answers/);
    await expect(driver.row('proportionate')).toContainText('One letter to a home, and no more.');
    expect(await listed(driver)).toEqual(path);
  });

  test('someone whose change brings up a new question is asked it, and then returns to her answers', async ({
    driver,
  }) => {
    const after = { ...letters, 'special-category': ['political-opinions'] };
    const next = endOf(lawfulBasis, after).next ?? '';
    expect(next).toBe('condition');
    await driver.openWith(letters, 'check-answers');
    await driver.change('special-category');
    await driver.control('special-category', 'political-opinions').check();
    await driver.press();
    await driver.answer(next, 'explicit-consent');
    const consent = { given: 'yes', 'names-the-kind': 'yes', recorded: 'yes' } as const;
    await driver.answer('explicit-consent', consent);
    await expect(driver.heading).toHaveText(/^Check your answers/);
    await expect(driver.row('condition')).toContainText(
      words.questions['condition']?.options?.['explicit-consent']?.label ?? '',
    );
    expect(await listed(driver)).toEqual(
      Object.keys(
        endOf(lawfulBasis, { ...after, condition: 'explicit-consent', 'explicit-consent': consent }).answers,
      ),
    );
  });

  test('someone is told by name which answers a newly asked question would set aside', async ({
    driver,
    page,
  }) => {
    const open = { ...letters, 'special-category': ['political-opinions'] };
    const off = setAsideBy(under(lawfulBasis, DECIDING_EDITION).replay(open), {
      question: 'condition',
      answer: 'none',
    });
    expect(off).toContain('outweighs');
    await driver.openWith(letters, 'check-answers');
    await driver.change('special-category');
    await driver.choose('special-category', ['political-opinions']);
    await driver.press();
    await driver.asked('condition');
    await driver.choose('condition', 'none');
    await driver.press();
    await expect(driver.heading).toHaveText(`This answer sets aside ${off.length} later answers`);
    await expect(page.getByRole('main').getByRole('listitem')).toHaveText(off.map(questionText));
    await page.getByRole('button', { name: 'Keep my answer' }).click();
    await expect(driver.heading).toHaveText(/^Check your answers/);
    expect(await listed(driver)).toEqual([...path.slice(0, path.indexOf('nation')), 'condition']);
  });

  test('someone who changes her mind on the question itself goes back to her answers as they were', async ({
    driver,
  }) => {
    await driver.openWith(letters, 'check-answers');
    await driver.change('channel');
    await driver.back.click();
    await expect(driver.heading).toHaveText(/^Check your answers/);
    expect(await listed(driver)).toEqual(path);
  });

  test('someone is told by name which answers her change would set aside, before it is taken', async ({
    driver,
    page,
  }) => {
    expect(setAside.length).toBeGreaterThan(3);
    await driver.openWith(letters, 'check-answers');
    await driver.change('harm');
    await driver.choose('harm', harm.answer);
    await driver.giveReasons();
    await driver.press();
    await expect(driver.heading).toHaveText(`This change sets aside ${setAside.length} later answers`);
    await expect(driver.heading).toBeFocused();
    await expect(page).toHaveTitle(/^This change sets answers aside/);
    await expect(page.getByRole('main').getByRole('listitem')).toHaveText(setAside.map(questionText));
    expect((await driver.keptInTab())?.answers).toMatchObject(letters);
  });

  test('someone who keeps her answer as it was has the same answers and reasons as before', async ({
    driver,
    page,
  }) => {
    await driver.openWith(letters, 'check-answers');
    const rows = await page.locator('.summary-list').innerText();
    await driver.change('harm');
    await driver.choose('harm', harm.answer);
    for (const box of await driver.reasonBoxes.all())
      await box.fill('Another reason, which is then given up.');
    await driver.press();
    await page.getByRole('button', { name: 'Keep it as it was' }).click();
    await expect(driver.heading).toHaveText(/^Check your answers/);
    expect(await page.locator('.summary-list').innerText()).toBe(rows);
    await driver.change('harm');
    await driver.shows('harm', harm.was);
    for (const box of await driver.reasonBoxes.all()) await expect(box).toHaveValue(REASON);
  });

  test('someone who takes the change has fewer answers, and all of them again when she changes it back', async ({
    driver,
    page,
  }) => {
    await driver.openWith(letters, 'check-answers');
    await driver.change('harm');
    await driver.choose('harm', harm.answer);
    await driver.giveReasons();
    await driver.press();
    await page.getByRole('button', { name: 'Change my answer' }).click();
    await expect(driver.heading).toHaveText(/^Check your answers/);
    expect(await listed(driver)).toEqual(path.slice(0, path.indexOf('harm') + 1));
    for (const question of setAside)
      await expect(page.locator('.set-aside')).toContainText(questionText(question));

    await driver.change('harm');
    await driver.choose('harm', harm.was);
    await driver.giveReasons();
    await driver.press();
    await expect(driver.heading).toHaveText(/^Check your answers/);
    expect(await listed(driver)).toEqual(path);
    await expect(page.locator('.set-aside')).toHaveCount(0);
    await expect(driver.row('outweighs')).toContainText(REASON);
  });

  test('someone’s record holds nothing of the answers that were set aside', async ({ driver }) => {
    const answers = { ...letters, harm: harm.answer };
    const secret = 'A reason that was set aside and is nobody’s business';
    const draft = driver.draft(answers);
    await driver.keepInTab({ ...draft, reasons: { ...draft.reasons, outweighs: { why: secret } } });
    await driver.open('record');
    await driver.giveDetails();
    const file = await driver.download('json');
    const stream = await file.createReadStream();
    const text = Buffer.concat(await stream.toArray()).toString('utf8');
    const record = JSON.parse(text) as DecisionRecord;
    expect(record.steps.map(({ question }) => question)).toEqual(path.slice(0, path.indexOf('harm') + 1));
    expect(text).not.toContain(secret);
    for (const question of setAside) expect(text).not.toContain(`"${question}"`);
  });
});

test.describe('what is missing', () => {
  /** The summary has the focus, the title says so, and the same words stand beside the field. */
  async function told(driver: Driver, message: string, field: string): Promise<void> {
    await expect(driver.errorSummary).toBeFocused();
    await expect(driver.errorSummary.getByRole('heading')).toHaveText('There is a problem');
    await expect(driver.page).toHaveTitle(/^Error: /);
    const link = driver.errorSummary.getByRole('link');
    await expect(link).toHaveText(message);
    await expect(driver.page.locator('.field-error')).toHaveText(
      new RegExp(`^Error:\\s*${RegExp.escape(message)}$`),
    );
    await link.click();
    await expect(driver.page.locator(`[id="${field}"]`)).toBeFocused();
    await expect(driver.page.locator(`[id="${field}"]`)).toBeInViewport();
  }
  const error = (question: string): string => words.questions[question]?.error ?? '';

  test('someone who chooses nothing at the first question is told so', async ({ driver }) => {
    await driver.open();
    await driver.continueButton.click();
    await told(driver, error('who'), 'who-registered-party');
    await driver.answer('who', letters.who);
    await driver.asked('purpose');
    await expect(driver.page).not.toHaveTitle(/^Error: /);
    await expect(driver.errorSummary).toHaveCount(0);
  });

  test('someone who writes nothing, or only spaces, is told so', async ({ driver }) => {
    await driver.openWith(before(letters, 'purpose'));
    await driver.asked('purpose');
    await driver.press();
    await told(driver, error('purpose'), 'purpose-text');
    await driver.choose('purpose', '   ');
    await driver.press();
    await told(driver, error('purpose'), 'purpose-text');
  });

  test('someone who ticks no box is told so', async ({ driver }) => {
    await driver.openWith(before(letters, 'sources'));
    await driver.asked('sources');
    await driver.press();
    await told(driver, error('sources'), 'sources-full-register');
  });

  test('someone who rates some points of a list and not others is told which, and keeps what she said', async ({
    driver,
  }) => {
    const { bought } = await import('./people.ts');
    await driver.openWith(before(bought, 'consent-standard'));
    await driver.asked('consent-standard');
    const points = Object.keys(bought['consent-standard']);
    for (const point of points.slice(2)) await driver.control('consent-standard', `${point}-yes`).check();
    await driver.press();
    await expect(driver.errorSummary).toBeFocused();
    const links = driver.errorSummary.getByRole('link');
    const label = (point: string) => words.questions['consent-standard']?.options?.[point]?.label ?? '';
    await expect(links).toHaveText(
      points.slice(0, 2).map((point) => `Select yes, no or “I don’t know yet” for “${label(point)}”`),
    );
    await links.nth(1).click();
    await expect(driver.control('consent-standard', `${points[1] ?? ''}-yes`)).toBeFocused();
    for (const point of points.slice(2))
      await expect(driver.control('consent-standard', `${point}-yes`)).toBeChecked();
  });

  test('someone who gives no reason where one is due is told so, and keeps her answer', async ({
    driver,
  }) => {
    await driver.openWith(before(letters, 'harm'));
    await driver.asked('harm');
    await driver.choose('harm', letters.harm);
    await driver.press();
    await told(driver, words.questions['harm']?.reasonErrors?.['why'] ?? '', 'harm-reason-why');
    await expect(driver.control('harm', letters.harm)).toBeChecked();
    await driver.giveReasons();
    await driver.press();
    await driver.asked('risk-signs');
  });

  test('someone who does not know yet may leave the reason empty, and is told that it is optional', async ({
    driver,
  }) => {
    await driver.openWith(before(letters, 'harm'));
    await driver.asked('harm');
    await driver.choose('harm', NOT_KNOWN);
    await expect(driver.page.locator('label[for="harm-reason-why"]')).toContainText('(optional)');
    await driver.press();
    await driver.page.locator('[id="harm-why"]').waitFor({ state: 'detached' });
    await expect(driver.errorSummary).toHaveCount(0);
  });

  test('someone who needs no reason after her answer is not shown a box for one', async ({ driver }) => {
    await driver.openWith(before(letters, 'promotes'));
    await driver.asked('promotes');
    await driver.choose('promotes', 'yes');
    await expect(driver.reasonBoxes).toHaveCount(0);
    await driver.choose('promotes', 'no');
    await expect(driver.reasonBoxes).toHaveCount(1);
  });

  test('someone who ticks “none of these” or “I don’t know yet” ticks nothing else', async ({ driver }) => {
    await driver.openWith(before(letters, 'special-category'));
    await driver.asked('special-category');
    const box = (option: string) => driver.control('special-category', option);
    const ticked = driver.page.locator('input[name="answer"]:checked');
    await box('health').check();
    await box('trade-union').check();
    await expect(ticked).toHaveCount(2);
    await box('none').check();
    await expect(ticked).toHaveCount(1);
    await box(NOT_KNOWN).check();
    await expect(ticked).toHaveCount(1);
    await expect(box(NOT_KNOWN)).toBeChecked();
    await box('health').check();
    await expect(ticked).toHaveCount(1);
    await expect(box('health')).toBeChecked();
  });

  test('someone who knows only part may tick that beside what she knows, where the question allows it', async ({
    driver,
  }) => {
    await driver.openWith(before(letters, 'sources'));
    await driver.asked('sources');
    await driver.control('sources', 'full-register').check();
    await driver.control('sources', NOT_KNOWN).check();
    await expect(driver.page.locator('input[name="answer"]:checked')).toHaveCount(2);
  });
});

test.describe('before the page has come alive', () => {
  test.beforeEach(async ({ page }) => {
    await page.route('**/_astro/*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 900));
      await route.continue();
    });
  });

  test('someone who chooses and presses Continue at once is taken on when the page comes alive', async ({
    driver,
    page,
  }) => {
    await page.goto(driver.address, { waitUntil: 'commit' });
    await driver.control('who', letters.who).check();
    await driver.continueButton.click();
    await expect(page.locator('html')).not.toHaveAttribute('data-asks', 'yes');
    await driver.asked('purpose');
    expect((await driver.keptInTab())?.answers).toEqual({ who: letters.who });
    await page.goBack();
    await driver.shows('who', letters.who);
  });

  test('someone who presses Continue at once without a choice is told what is missing', async ({
    driver,
    page,
  }) => {
    await page.goto(driver.address, { waitUntil: 'commit' });
    await driver.continueButton.click();
    await expect(page.locator('html')).not.toHaveAttribute('data-asks', 'yes');
    await expect(driver.errorSummary).toBeFocused();
  });

  test('someone’s choice made before then is still there after', async ({ driver, page }) => {
    await page.goto(driver.address, { waitUntil: 'commit' });
    await driver.control('who', letters.who).check();
    await expect(page.locator('html')).not.toHaveAttribute('data-asks', 'yes');
    await driver.alive();
    await expect(driver.control('who', letters.who)).toBeChecked();
    await driver.press();
    await driver.asked('purpose');
  });
});
