/**
 * What a person does with the site, in whichever engine: the same steps as `tests/e2e/driver.ts`, in the few words of
 * `Tab`. It reads from the page which question is open, so it can be led anywhere.
 */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { expect } from '@playwright/test';

import type { Answer, Answers, Questionnaire } from '../../src/engine/define.ts';
import type { Tab } from './tab.ts';

const REASON = 'Two of us looked into it.';

/** How long the page takes a second press for a double click, and a little more. Milliseconds. */
const SETTLING = 400;
/** Milliseconds that a step may take on a busy machine. */
const PATIENCE = { timeout: 60_000 };

export class Person {
  readonly tab: Tab;
  readonly questionnaire: Questionnaire;
  readonly address: string;

  constructor(tab: Tab, questionnaire: Questionnaire, home: string) {
    this.tab = tab;
    this.questionnaire = questionnaire;
    this.address = new URL(`questionnaires/${questionnaire.id}/`, home).href;
  }

  /** Opens the questionnaire and waits until it is alive. */
  async open(): Promise<void> {
    await this.tab.open(this.address);
    await alive(this.tab, 'asks');
  }

  async reload(): Promise<void> {
    await this.tab.reload();
    await alive(this.tab, 'asks');
  }

  /** Waits until another question is asked than that one, or none. @returns its id, or the heading where none is */
  async next(than?: string): Promise<string> {
    let now = '';
    await expect.poll(async () => (now = await this.tab.run(openNow)), PATIENCE).not.toBe(than ?? '');
    return now;
  }

  /** Chooses or types an answer, with a reason wherever one is asked for, without going on. */
  async choose(question: string, answer: Answer): Promise<void> {
    const { kind } = this.questionnaire.questions[question] ?? {};
    const press = (control: string): Promise<void> => check(this.tab, `[id="${question}-${control}"]`);
    const write = (control: string, text: string): Promise<void> =>
      this.tab.type(`[id="${question}-${control}"]`, text);
    if (kind === 'text') await write('text', String(answer));
    else if (kind === 'number' && typeof answer === 'number') await write('number', String(answer));
    else if (kind === 'points')
      for (const [point, said] of Object.entries(answer)) await press(`${point}-${said}`);
    else if (kind === 'date' && /^\d{4}-/.test(String(answer))) {
      const [year = '', month = '', day = '', time] = String(answer).split(/[-T]/);
      await write('day', String(Number(day)));
      await write('month', String(Number(month)));
      await write('year', year);
      if (time !== undefined) await write('time', time);
    } else {
      const chosen: readonly unknown[] = [answer].flat();
      // What was ticked before, and is no part of the answer. An option chosen alone unticks the others by itself.
      if (kind === 'choices')
        for (const box of await this.tab.run(tickedBoxes))
          if (!chosen.some((option) => `${question}-${String(option)}` === box))
            await uncheck(this.tab, `[id="${box}"]`);
      for (const option of chosen) await press(String(option));
    }
    for (const box of await this.tab.run(emptyReasons)) await this.tab.type(`[id="${box}"]`, REASON);
  }

  /** Presses Continue, and says yes where that sets later answers aside. @returns what is open then */
  async goOn(from: string): Promise<string> {
    await this.tab.run(putClockForward, SETTLING);
    await this.tab.click('form.question button[type="submit"]');
    let now = await this.next(from);
    if (await this.tab.run(() => document.querySelector('.interruption') !== null)) {
      await this.tab.click('.interruption .button');
      now = await this.next(now);
    }
    return now;
  }

  /** Answers whatever is asked from here on, until nothing is asked or that question is. */
  async answer(answers: Answers, until?: string): Promise<void> {
    let now = await this.next();
    while (now !== until) {
      const answer = answers[now];
      if (answer === undefined) break;
      await this.choose(now, answer);
      now = await this.goOn(now);
    }
  }

  /** On the page that lists the answers, follows the link that changes one. */
  async change(question: string): Promise<void> {
    const before = await this.next();
    await this.tab.click(`.summary-list a[href="#${question}"]`);
    expect(await this.next(before)).toBe(question);
  }

  /** Confirms the answers. @returns the headline of the outcome */
  async confirm(): Promise<string> {
    await press(this.tab, 'Confirm and see the result');
    await until(this.tab, () => document.querySelector('article.outcome') !== null);
    return this.tab.run(() => document.querySelector('article.outcome .headline')?.textContent.trim() ?? '');
  }

  /** Fills in who decided and when to look again, from the outcome on. */
  async giveDetails(details: Readonly<Record<string, string>>): Promise<void> {
    await press(this.tab, 'Make your record');
    await until(this.tab, () => document.querySelector('#details-title') !== null);
    for (const [name, value] of Object.entries(details)) {
      if (
        await this.tab.run(
          (id) => document.getElementById(id)?.getAttribute('type') === 'date',
          `details-${name}`,
        )
      )
        await this.tab.run(setDate, `details-${name}`, value);
      else await this.tab.type(`#details-${name}`, value);
    }
  }
}

/** Waits until a function says yes in the page. */
export async function until(tab: Tab, look: () => boolean): Promise<void> {
  await expect.poll(() => tab.run(look), { ...PATIENCE, message: String(look) }).toBe(true);
}

/** Waits until a page says of itself that a script has taken it over: `asks` a questionnaire, `ticks` a checklist. */
export async function alive(tab: Tab, what: string): Promise<void> {
  await expect
    .poll(() => tab.run((name) => document.documentElement.dataset[name] !== undefined, what), PATIENCE)
    .toBe(true);
}

/** Presses the button of that name. */
export async function press(tab: Tab, name: string): Promise<void> {
  await expect.poll(() => tab.run(markButton, name), { ...PATIENCE, message: `button “${name}”` }).toBe(true);
  await tab.click('[data-pressed-next]');
}

/** Unticks a box that is ticked. */
async function uncheck(tab: Tab, selector: string): Promise<void> {
  await tab.click(selector);
  await expect
    .poll(() => tab.run((at) => document.querySelector<HTMLInputElement>(at)?.checked === false, selector), {
      ...PATIENCE,
      message: selector,
    })
    .toBe(true);
}

/** Ticks a box or chooses an option, where that is not so yet. */
export async function check(tab: Tab, selector: string): Promise<void> {
  const isChecked = () =>
    tab.run((at) => document.querySelector<HTMLInputElement>(at)?.checked === true, selector);
  if (!(await isChecked())) await tab.click(selector);
  await expect.poll(isChecked, { ...PATIENCE, message: selector }).toBe(true);
}

/** Does what makes the browser download a file. @returns the file's path, once it is whole */
export async function download(tab: Tab, act: () => Promise<void>): Promise<string> {
  // One engine gives a second file of a name another one; the others write over the first.
  const writtenAt = async (name: string): Promise<number> => (await stat(join(tab.downloads, name))).mtimeMs;
  const before = new Map<string, number>();
  for (const name of await readdir(tab.downloads)) before.set(name, await writtenAt(name));
  await act();
  let found = '';
  let size = -1;
  await expect
    .poll(async () => {
      const files = (await readdir(tab.downloads)).filter((one) => /\.(html|json)$/.test(one));
      let name: string | undefined;
      for (const file of files) if ((await writtenAt(file)) !== before.get(file)) name = file;
      if (name === undefined) return false;
      found = join(tab.downloads, name);
      const last = size;
      size = (await stat(found)).size;
      return size > 0 && size === last;
    }, PATIENCE)
    .toBe(true);
  return found;
}

/* From here on: what runs in the page. */

/** The question that is open, or the heading. */
function openNow(): string {
  const why = document.querySelector('form.question .why-we-ask');
  return why?.id.replace(/-why$/, '') ?? document.querySelector('main h1')?.textContent.trim() ?? '';
}

/** The ids of the boxes that are ticked on the page. */
function tickedBoxes(): string[] {
  return [...document.querySelectorAll<HTMLInputElement>('form.question input[type="checkbox"]:checked')].map(
    ({ id }) => id,
  );
}

/** So much time passes for the page, which takes a press too soon after the last for a double click. */
function putClockForward(milliseconds: number): void {
  const read = performance.now.bind(performance);
  performance.now = () => read() + milliseconds;
}

function emptyReasons(): string[] {
  return [...document.querySelectorAll<HTMLTextAreaElement>('form.question > .reason textarea')]
    .filter(({ value }) => value === '')
    .map(({ id }) => id);
}

function markButton(name: string): boolean {
  for (const marked of document.querySelectorAll<HTMLElement>('[data-pressed-next]'))
    delete marked.dataset['pressedNext'];
  const found = [...document.querySelectorAll('button')].find(
    (button) => button.textContent.trim() === name && button.offsetParent !== null,
  );
  if (found === undefined) return false;
  found.dataset['pressedNext'] = '';
  return true;
}

/** Each engine has its own way to type a day into a date field, by the language of the machine. */
function setDate(id: string, day: string): void {
  const field = document.getElementById(id) as HTMLInputElement;
  field.value = day;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
