/**
 * What a person does with a questionnaire, and nothing about any journey: those are data (`journeys.ts`). Another
 * browser, or another tool, needs only this file written again.
 */
import { expect, type Download, type Locator, type Page } from '@playwright/test';

import { NOT_KNOWN, type Answer, type Answers, type Questionnaire } from '../../src/engine/define.ts';
import { under } from '../../src/engine/reading.ts';
import type { Replay } from '../../src/engine/replay.ts';
import { otherFormats, type RecordFormat } from '../../src/components/records/formats.ts';
import { DECIDING_EDITION } from '../../src/questionnaires/editions.ts';
import { lawfulBasis } from '../../src/questionnaires/lawful-basis/flow.ts';
import { newDraft, type Draft } from '../../src/records/draft.ts';
import { draftKey } from '../../src/storage/presence.ts';
import { site } from '../site-under-test.ts';

/** Written wherever a reason is asked for. */
export const REASON = 'The agent and two volunteers looked into it on 3 March, and the notes say so.';

/** What the page is headed on which two answers do not fit together. */
export const CLASH = 'Two answers do not fit together';

/** How long the page takes a second press for a double click, and a little more. Milliseconds. */
const SETTLING = 370;

/** What a page of a driver has beside its own: it puts the page’s clock forward. */
interface Hurried {
  putClockForward?: (milliseconds: number) => void;
}

/** What is typed on the page that makes the record. */
export interface Details {
  readonly title: string;
  readonly decidedBy: string;
  readonly role: string;
  readonly reviewOn: string;
}

export const DETAILS: Details = {
  title: 'Polling day letters',
  decidedBy: 'Morgan Reyes',
  role: 'Agent',
  reviewOn: '2027-05-10',
};

export class Driver {
  readonly page: Page;
  readonly questionnaire: Questionnaire;
  /** The front page of the site. */
  readonly home: string;
  /** Whether the page’s clock can be put forward, from the next load on. */
  #hurried = false;

  constructor(page: Page, questionnaire: Questionnaire = lawfulBasis, home: string = site) {
    this.page = page;
    this.questionnaire = questionnaire;
    this.home = home;
  }

  /** The address of the questionnaire's page. */
  get address(): string {
    return new URL(`questionnaires/${this.questionnaire.id}/`, this.home).href;
  }

  /** Opens the page, at a screen if one is named, and waits until it is alive. */
  async open(screen = ''): Promise<void> {
    await this.#hurry();
    await this.page.goto(this.address + (screen === '' ? '' : `#${screen}`));
    await this.alive();
  }

  /** Lets the clock of the next pages be put forward, so that nobody here waits until a press counts. */
  async #hurry(): Promise<void> {
    if (this.#hurried) return;
    this.#hurried = true;
    await this.page.addInitScript(() => {
      const read = performance.now.bind(performance);
      let ahead = 0;
      performance.now = () => read() + ahead;
      (window as Hurried).putClockForward = (milliseconds) => {
        ahead += milliseconds;
      };
    });
  }

  /** Loads the page anew. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.alive();
  }

  async alive(): Promise<void> {
    await this.page.locator('html[data-asks="yes"]').waitFor({ state: 'attached' });
  }

  /**
   * A draft with these answers, and a reason wherever one has to be given.
   * Only answers on the path get one: the others were never asked.
   */
  draft(answers: Answers, changes: Partial<Draft> = {}): Draft {
    const reasons = Object.fromEntries(
      Object.entries(answers).map(([question, answer]) => [
        question,
        Object.fromEntries(
          Object.entries(this.questionnaire.questions[question]?.reasons ?? {})
            .filter(([, options]) => (options as readonly string[]).includes(answer as string))
            .map(([reason]) => [reason, REASON]),
        ),
      ]),
    );
    return { ...newDraft(this.questionnaire), answers: answers as Draft['answers'], reasons, ...changes };
  }

  /** Puts a draft where this tab keeps it, as text, before the questionnaire is opened. */
  async keepInTab(draft: Draft | string): Promise<void> {
    await this.#goWhereNothingIsLoaded();
    const text = typeof draft === 'string' ? draft : JSON.stringify(draft);
    await this.page.evaluate(
      ([key, value]) => sessionStorage.setItem(key as string, value as string),
      [draftKey(this.questionnaire.id), text],
    );
  }

  /** Opens a plain file of the site: it has the site’s storage, and neither style nor script. */
  async #goWhereNothingIsLoaded(): Promise<void> {
    await this.page.goto(new URL('robots.txt', this.home).href);
  }

  /** Leaves the page and takes from this tab whatever it keeps. */
  async forget(): Promise<void> {
    await this.#goWhereNothingIsLoaded();
    await this.page.evaluate(() => sessionStorage.clear());
  }

  /** What this tab keeps at the moment. */
  async keptInTab(): Promise<Draft | undefined> {
    const text = await this.page.evaluate(
      (key) => sessionStorage.getItem(key),
      draftKey(this.questionnaire.id),
    );
    return text === null ? undefined : (JSON.parse(text) as Draft);
  }

  /** Opens the page as someone sees it who has given these answers in this tab. */
  async openWith(answers: Answers, screen = ''): Promise<void> {
    await this.keepInTab(this.draft(answers));
    await this.open(screen);
  }

  get heading(): Locator {
    return this.page.getByRole('main').getByRole('heading', { level: 1 });
  }

  get back(): Locator {
    return this.page.locator('#back');
  }

  get continueButton(): Locator {
    return this.page.getByRole('button', { name: 'Continue', exact: true });
  }

  get errorSummary(): Locator {
    return this.page.getByRole('alert').filter({ hasText: 'There is a problem' });
  }

  /** The control of an option, of one of the answers to a point, or of a part of a date. */
  control(question: string, option: string): Locator {
    return this.page.locator(`[id="${question}-${option}"]`);
  }

  /** The boxes in which reasons are written, those that are shown. */
  get reasonBoxes(): Locator {
    return this.page.locator('form.question > .reason textarea');
  }

  /** Waits until a question is asked. */
  async asked(question: string): Promise<void> {
    await this.page.locator(`[id="${question}-why"]`).waitFor();
  }

  /** Lets so much time pass for the page that it no longer takes a press for the second half of a double click. */
  async settled(): Promise<void> {
    const passed = await this.page.evaluate((milliseconds) => {
      const { putClockForward } = window as Hurried;
      putClockForward?.(milliseconds);
      return putClockForward !== undefined;
    }, SETTLING);
    // A page that was not opened here has its own clock.
    if (!passed) await this.page.waitForTimeout(SETTLING);
  }

  /** Chooses or types an answer without going on. */
  async choose(question: string, answer: Answer): Promise<void> {
    const { kind } = this.questionnaire.questions[question] ?? {};
    if (kind === 'text') {
      await this.control(question, 'text').fill(String(answer));
    } else if (kind === 'choices') {
      for (const option of answer as readonly string[]) await this.control(question, option).check();
    } else if (kind === 'points') {
      for (const [point, said] of Object.entries(answer))
        await this.control(question, `${point}-${said}`).check();
    } else if (kind === 'number' && typeof answer === 'number') {
      await this.control(question, 'number').fill(String(answer));
    } else if (kind === 'date' && /^\d{4}-/.test(answer as string)) {
      const [year = '', month = '', day = '', time] = (answer as string).split(/[-T]/);
      await this.control(question, 'day').fill(String(Number(day)));
      await this.control(question, 'month').fill(String(Number(month)));
      await this.control(question, 'year').fill(year);
      if (time !== undefined) await this.control(question, 'time').fill(time);
    } else {
      await this.control(question, answer as string).check();
    }
  }

  /** Writes a reason into each box that asks for one and is empty. */
  async giveReasons(reason: string = REASON): Promise<void> {
    for (const box of await this.reasonBoxes.all()) {
      if ((await box.inputValue()) === '') await box.fill(reason);
    }
  }

  /** Presses Continue once the page will take it. */
  async press(): Promise<void> {
    await this.settled();
    await this.continueButton.click();
  }

  /** Answers one question and goes on, though the answer may not fit another. */
  async answer(question: string, answer: Answer): Promise<void> {
    await this.give(question, answer);
    if ((await this.heading.textContent()) === CLASH) await this.keepBoth();
  }

  /** Answers one question, and stays on whatever comes up then. */
  async give(question: string, answer: Answer): Promise<void> {
    await this.asked(question);
    await this.choose(question, answer);
    await this.giveReasons();
    await this.press();
    await this.page.locator(`[id="${question}-why"]`).waitFor({ state: 'detached' });
  }

  /** Says of two answers that do not fit together that both stay. */
  async keepBoth(): Promise<void> {
    await this.page.getByRole('button', { name: 'Keep both answers' }).click();
    await expect(this.heading).not.toHaveText(CLASH);
  }

  /** Answers questions in the order in which they are given. */
  async answerAll(answers: Answers): Promise<void> {
    for (const [question, answer] of Object.entries(answers)) await this.answer(question, answer);
  }

  /** The question that is asked now; undefined where none is. */
  async askedNow(): Promise<string | undefined> {
    const ids = await this.page
      .locator('form.question [id$="-why"]')
      .evaluateAll((all) => all.map(({ id }) => id));
    return ids[0]?.replace(/-why$/, '');
  }

  /**
   * Answers whatever is asked, from a table, until nothing more is.
   *
   * @param each is called with each question before it is answered
   * @throws Error where the table says nothing of a question
   */
  async answerAsAsked(answers: Answers, each?: (question: string) => Promise<void>): Promise<void> {
    await this.page.locator('form.question').waitFor();
    for (let now = await this.askedNow(); now !== undefined; now = await this.askedNow()) {
      const answer = Object.hasOwn(answers, now) ? answers[now] : undefined;
      if (answer === undefined)
        throw new Error(`It is not said how ${this.questionnaire.id} is answered at ${now}.`);
      await each?.(now);
      await this.answer(now, answer);
    }
  }

  /** Whether the form of a question shows this answer. */
  async shows(question: string, answer: Answer): Promise<void> {
    await this.asked(question);
    const { kind } = this.questionnaire.questions[question] ?? {};
    if (kind === 'text') await expect(this.control(question, 'text')).toHaveValue(String(answer));
    else if (kind === 'number' && typeof answer === 'number')
      await expect(this.control(question, 'number')).toHaveValue(String(answer));
    else if (kind === 'points') {
      for (const [point, said] of Object.entries(answer)) {
        await expect(this.control(question, `${point}-${said}`)).toBeChecked();
      }
    } else if (kind === 'date' && answer !== NOT_KNOWN && /^\d{4}-/.test(answer as string)) {
      const [year, month, day, time] = (answer as string).split(/[-T]/);
      await expect(this.control(question, 'day')).toHaveValue(new RegExp(`^0?${Number(day)}$`));
      await expect(this.control(question, 'month')).toHaveValue(new RegExp(`^0?${Number(month)}$`));
      await expect(this.control(question, 'year')).toHaveValue(year ?? '');
      if (time !== undefined) await expect(this.control(question, 'time')).toHaveValue(time);
    } else {
      for (const option of typeof answer === 'string' ? [answer] : (answer as readonly string[])) {
        await expect(this.control(question, option)).toBeChecked();
      }
    }
  }

  /** On the page that lists the answers, confirms them. */
  async confirm(): Promise<void> {
    await this.page.getByRole('button', { name: 'Confirm and see the result' }).click();
    await this.page.locator('article.outcome').waitFor();
  }

  /** From the outcome, opens the page that makes the record. */
  async toRecord(): Promise<void> {
    await this.page.getByRole('button', { name: 'Make your record' }).click();
    await expect(this.heading).toHaveText('Make your record');
  }

  async giveDetails(details: Details = DETAILS): Promise<void> {
    for (const [name, value] of Object.entries(details))
      await this.page.locator(`#details-${name}`).fill(value as string);
  }

  /** Downloads the record, and waits for the file. */
  async download(format: RecordFormat = 'html'): Promise<Download> {
    const coming = this.page.waitForEvent('download');
    if (format === 'html') {
      await this.page.getByRole('button', { name: 'Download the record' }).click();
    } else {
      await this.page.getByText('Other formats', { exact: true }).click();
      const { name = '' } = otherFormats.find(({ id }) => id === format) ?? {};
      await this.page.getByRole('button', { name: `Download as ${name}` }).click();
    }
    return coming;
  }

  /** On the page that lists the answers, follows the link that changes one. */
  async change(question: string): Promise<void> {
    await this.page.locator(`.summary-list a[href="#${question}"]`).click();
    await this.asked(question);
  }

  /** The row of a question on the page that lists the answers. */
  row(question: string): Locator {
    return this.page.locator('.summary-list > div', { has: this.page.locator(`a[href="#${question}"]`) });
  }
}

/** Where answers lead under the edition that decides. */
export function endOf(questionnaire: Questionnaire, answers: Answers): Replay {
  return under(questionnaire, DECIDING_EDITION).replay(answers);
}
