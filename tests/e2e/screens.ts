/** The screens that people meet, each with the shortest way to it: data for tests that look at every one of them. */
import type { Page } from '@playwright/test';

import { NOT_KNOWN, type Answers, type Questionnaire, type Verdict } from '../../src/engine/define.ts';
import { under } from '../../src/engine/reading.ts';
import { DECIDING_EDITION } from '../../src/questionnaires/editions.ts';
import { lawfulBasis } from '../../src/questionnaires/lawful-basis/flow.ts';
import { decide, type TodoStates } from '../../src/records/decide.ts';
import { site } from '../site-under-test.ts';
import { readWords } from './built.ts';
import { type Driver } from './driver.ts';
import { coverJourneys } from './journeys.ts';
import { before, bought, byVerdict, letters } from './people.ts';
import { expect } from './test.ts';

/** Brings a page to a screen and waits until that stands there whole. */
export type WayTo = (driver: Driver) => Promise<void>;

const words = readWords(lawfulBasis.id);

/** For each question, the fewest answers on a generated journey after which it is the open one. */
export function answersBeforeEach(questionnaire: Questionnaire): ReadonlyMap<string, Answers> {
  const journeys = coverJourneys(questionnaire, DECIDING_EDITION);
  return new Map(
    Object.keys(questionnaire.questions).map((question) => {
      const [shortest] = journeys
        .filter(({ answers }) => question in answers)
        .map(({ answers }) => before(answers, question))
        .sort((one, other) => Object.keys(one).length - Object.keys(other).length);
      if (shortest === undefined) throw new Error(`No journey asks ${question}.`);
      return [question, shortest];
    }),
  );
}
const answersBefore = answersBeforeEach(lawfulBasis);

/** Opens a question that is still to be answered. */
export const question =
  (id: string, answers: Answers = answersBefore.get(id) ?? {}): WayTo =>
  async (driver) => {
    if (Object.keys(answers).length === 0) await driver.open();
    else await driver.openWith(answers);
    await driver.asked(id);
  };

/** What is shown where Continue was pressed too early. */
export const errors = {
  'one of several answers was due': async (driver) => {
    await question('channel', before(letters, 'channel'))(driver);
    await refused(driver);
  },
  'at least one box was due': async (driver) => {
    await question('sources', before(letters, 'sources'))(driver);
    await refused(driver);
  },
  'each of several points was due': async (driver) => {
    await question('consent-standard', before(bought, 'consent-standard'))(driver);
    await driver.control('consent-standard', 'prominent-yes').check();
    await refused(driver);
  },
  'words of one’s own were due': async (driver) => {
    await question('purpose', before(letters, 'purpose'))(driver);
    await refused(driver);
  },
  'a reason was due': async (driver) => {
    await question('harm', before(letters, 'harm'))(driver);
    await driver.choose('harm', letters.harm);
    await refused(driver);
  },
} as const satisfies Readonly<Record<string, WayTo>>;

async function refused(driver: Driver): Promise<void> {
  await driver.press();
  await expect(driver.errorSummary).toBeFocused();
}

/** What an outcome's to-dos have to be for its verdict. */
function todosFor(verdict: Verdict): TodoStates {
  const { answers, done } = byVerdict[verdict];
  if (!done) return {};
  const { todos } = decide(under(lawfulBasis, DECIDING_EDITION).replay(answers), words);
  return Object.fromEntries(
    todos.filter(({ holdsBack }) => holdsBack).map(({ id }) => [id, { is: 'done', on: '2026-11-20' }]),
  );
}

export const outcome =
  (verdict: Verdict): WayTo =>
  async (driver) => {
    await driver.keepInTab(driver.draft(byVerdict[verdict].answers, { todos: todosFor(verdict) }));
    await driver.open('outcome');
    await expect(driver.page.locator('.outcome > .verdict')).toHaveClass(`verdict verdict--${verdict}`);
  };

/** An outcome that is provisional, and that the editions part on. */
export const provisionalOutcome: WayTo = async (driver) => {
  const answers: Answers = {
    ...letters,
    who: 'non-party-campaigner',
    sources: ['full-register'],
    'risk-signs': ['large-scale-profiling'],
    'task-in-law': NOT_KNOWN,
  };
  await driver.openWith(answers, 'outcome');
  await expect(driver.page.getByRole('heading', { name: 'Still open' })).toBeVisible();
  await expect(driver.page.getByText('The editions of the rules part on your answers')).toBeVisible();
};

export const checkAnswers: WayTo = async (driver) => {
  await driver.openWith(letters, 'check-answers');
  await expect(driver.heading).toHaveText(/^Check your answers/);
};

export const setAside: WayTo = async (driver) => {
  await checkAnswers(driver);
  await driver.change('harm');
  await driver.choose('harm', 'yes');
  await driver.giveReasons();
  await driver.press();
  await expect(driver.heading).toHaveText(/^This change sets aside/);
};

export const recordForm: WayTo = async (driver) => {
  await driver.openWith(letters, 'record');
  await expect(driver.heading).toHaveText('Make your record');
};

export const recordFormErrors: WayTo = async (driver) => {
  await recordForm(driver);
  await driver.page.getByRole('button', { name: 'Download the record' }).click();
  await expect(driver.errorSummary).toBeFocused();
};

export const recordMade: WayTo = async (driver) => {
  await recordForm(driver);
  await driver.giveDetails();
  await driver.download();
  await expect(driver.page.locator('.fingerprint')).toBeVisible();
};

export const erase: WayTo = async (driver) => {
  await driver.openWith(letters, 'check-answers');
  await driver.page.getByRole('button', { name: 'Erase everything' }).click();
  await expect(driver.heading).toHaveText(/^Erase everything/);
};

export const damaged: WayTo = async (driver) => {
  await driver.keepInTab('{"schema": "clear-canv');
  await driver.open();
  await expect(driver.heading).toHaveText('Your kept answers cannot be read here');
};

export const keptOnDevice: WayTo = async (driver) => {
  await driver.openWith(letters, 'check-answers');
  await driver.page.getByRole('button', { name: 'Keep them on this device' }).click();
  await expect(driver.page.getByText('Your answers are now kept on this device')).toBeVisible();
};

async function openRecordPage({ page }: Driver): Promise<void> {
  await page.goto(new URL('records/open/', site).href);
  await islandsAlive(page);
}

/** Waits until every island of a page has come alive. */
export async function islandsAlive(page: Page): Promise<void> {
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
}

export const recordOpened: WayTo = async (driver) => {
  await recordForm(driver);
  await driver.giveDetails();
  const path = await (await driver.download('json')).path();
  await openRecordPage(driver);
  await driver.page.locator('#open-file').setInputFiles(path);
  await expect(driver.page.getByRole('heading', { name: 'The record is open' })).toBeFocused();
};

export const recordNotOpened: WayTo = async (driver) => {
  await openRecordPage(driver);
  await driver.page.locator('#open-pasted').fill('Minutes of the meeting of 3 March');
  await driver.page.getByRole('button', { name: 'Open the pasted record' }).click();
  await expect(driver.page.getByRole('alert')).toBeFocused();
};

export const unfinishedOpened: WayTo = async (driver) => {
  await openRecordPage(driver);
  const draft = driver.draft(before(letters, 'expected'));
  await driver.page.locator('#open-pasted').fill(JSON.stringify(draft));
  await driver.page.getByRole('button', { name: 'Open the pasted record' }).click();
  await expect(driver.page.getByRole('heading', { name: 'These are unfinished answers' })).toBeFocused();
};

/** The list of what is kept on the device, with a draft and a record in it. */
export const recordsKept: WayTo = async (driver) => {
  await keptOnDevice(driver);
  await driver.confirm();
  await driver.toRecord();
  await driver.giveDetails();
  await driver.download();
  await expect(driver.page.locator('.fingerprint')).toBeVisible();
  await driver.page.goto(new URL('campaign/', site).href);
  await islandsAlive(driver.page);
  await expect(driver.page.getByRole('button', { name: /^Delete/ })).toBeVisible();
};

export const recordsErase: WayTo = async (driver) => {
  await recordsKept(driver);
  await driver.page.getByRole('button', { name: 'Erase everything on this device' }).click();
  await expect(driver.page.getByRole('heading', { name: /^Erase everything/ })).toBeVisible();
};

/** The results of a search, with what can be chosen from folded out. */
export const searchResults: WayTo = async ({ page }) => {
  await page.goto(new URL('search/#q=consent&kind=statement,term', site).href);
  await expect(page.locator('.search-results li').first()).toBeVisible();
};

/** Screens that are neither a question nor an error at one, by what they are. */
export const otherScreens = {
  'the warning that a change sets answers aside': setAside,
  'the list of answers to check': checkAnswers,
  'an outcome to go ahead with': outcome('proceed'),
  'an outcome with things to do first': outcome('proceed-if'),
  'an outcome that says stop': outcome('stop'),
  'an outcome where nothing is needed': outcome('not-needed'),
  'an outcome that rests on open points': provisionalOutcome,
  'the form that makes a record': recordForm,
  'that form with things missing': recordFormErrors,
  'that form after the download': recordMade,
  'the question whether to erase everything': erase,
  'kept answers that cannot be read': damaged,
  'answers kept on the device': keptOnDevice,
  'a record that was opened': recordOpened,
  'a file that could not be opened': recordNotOpened,
  'unfinished answers that were opened': unfinishedOpened,
  'the list of kept records': recordsKept,
  'the question whether to erase that list': recordsErase,
  'the results of a search': searchResults,
} as const satisfies Readonly<Record<string, WayTo>>;

/** One of each kind of question. */
const questionsByKind = {
  'a question with one answer': question('channel', before(letters, 'channel')),
  'a question with several answers': question('sources'),
  'a question of several points': question('consent-standard'),
  'a question in one’s own words': question('purpose'),
} as const satisfies Readonly<Record<string, WayTo>>;

/** Screens of answering, each of which is reached once in wide fonts and looked at in every way. */
export const lookedAtOnce: Readonly<Record<string, WayTo>> = {
  ...questionsByKind,
  ...Object.fromEntries(Object.entries(errors).map(([what, reach]) => [`what is said where ${what}`, reach])),
  ...otherScreens,
};
