/** How a questionnaire decides and what is proven of it, for people who want to check. None of it needs a script. */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

import { lawfulBasis } from '../../src/questionnaires/lawful-basis/flow.ts';
import { readContent } from '../../src/schemas/read-content.ts';
import { dist, pagesIn, readWords } from './built.ts';
import { expect, test } from './test.ts';

test.use({ javaScriptEnabled: false });

const address = 'questionnaires/lawful-basis/how-it-decides/';
const words = readWords(lawfulBasis.id);
const content = readContent();
const examples = content.questionnaires.find(({ id }) => id === lawfulBasis.id)?.examples ?? [];

test('someone who kept the address of a worked example still comes to it', async ({ page }) => {
  expect(examples.length).toBeGreaterThan(0);
  for (const { id, title, facts } of [examples[0], examples.at(-1)].filter((one) => one !== undefined)) {
    await page.goto(`${address}#${id}`);
    const item = page.locator(`[id="${id}"]`);
    await expect(item).toBeInViewport();
    await item.getByRole('link', { name: title }).click();
    await expect(page).toHaveURL(new RegExp(`/how-it-decides/examples/#${id}$`));
    await expect(page.locator(`[id="${id}"]`)).toContainText(facts.slice(0, 60));
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  }
});

test('someone reads every rule: what it claims, what it rests on and what hangs on it', async ({ page }) => {
  await page.goto(`${address}rules/`);
  for (const [id, rule] of Object.entries(lawfulBasis.rules)) {
    const item = page.locator(`[id="rule-${id}"]`);
    await expect(item).toContainText(rule.claim);
    for (const clause of rule.clauses) {
      await expect(item.getByRole('link', { name: clause, exact: true })).toHaveAttribute(
        'href',
        new RegExp(`#${clause}$`),
      );
    }
    for (const change of rule.law) await expect(item).toContainText(words.law[change]?.title ?? '?');
    await expect(item.getByRole('listitem')).not.toHaveCount(0);
  }
});

test('someone who wonders what changed finds the version and the notes about it', async ({ page }) => {
  await page.goto(address);
  const main = page.getByRole('main');
  await expect(main).toContainText(`This is version ${lawfulBasis.version}.`);
  const notes = content.changes.filter(({ questionnaires }) => questionnaires?.includes(lawfulBasis.id));
  expect(notes.length).toBeGreaterThan(0);
  for (const note of notes) {
    await expect(main.getByRole('link', { name: note.title })).toBeVisible();
    await expect(main).toContainText(note.oldRecords);
  }
});

test('someone who doubts the questionnaire finds what is proven of it, and what is not', async ({ page }) => {
  const proof = content.proofs.find(({ questionnaire }) => questionnaire === lawfulBasis.id);
  await page.goto(address);
  await page.getByRole('link', { name: 'The proof' }).click();
  await expect(page).toHaveURL(/\/proof\/lawful-basis\/$/);
  const main = page.getByRole('main');
  await expect(main).toContainText(proof?.hash ?? '?');
  for (const table of proof?.tables ?? []) {
    await expect(main).toContainText(`${table.journeys.toLocaleString('en-GB')} journeys`);
  }
  for (const [id, { verdict }] of Object.entries(lawfulBasis.outcomes)) {
    const outcome = page.locator(`section[id="${id}"]`);
    await expect(outcome, verdict).toContainText(words.outcomes[id]?.name ?? '?');
    await expect(outcome.locator('ol > li').first()).toContainText(
      words.questions[lawfulBasis.start]?.text ?? '?',
    );
    for (const clause of words.outcomes[id]?.clauses ?? [])
      await expect(outcome.getByRole('link', { name: clause, exact: true }).first()).toBeVisible();
  }
  await page.getByRole('link', { name: 'What is proven' }).first().click();
  await expect(page.getByRole('heading', { name: 'What is not proven' })).toBeVisible();
});

test('someone comes from the page about the site to what is proven', async ({ page }) => {
  await page.goto('about/');
  await page.getByRole('main').getByRole('link', { name: 'What is proven' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What is proven' })).toBeVisible();
});

test('nobody is led astray: every link of these pages comes to a page, and to a place on it', () => {
  const pages = pagesIn(dist).filter(
    (page) => page.startsWith('proof/') || /^questionnaires\/[^/]+\/(map|how-it-decides)\//.test(page),
  );
  expect(pages.length).toBeGreaterThan(5);
  const idsOf = new Map<string, Set<string>>();
  const idsIn = (file: string): Set<string> => {
    const known =
      idsOf.get(file) ??
      new Set(
        [...readFileSync(join(dist, file), 'utf8').matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id),
      );
    idsOf.set(file, known);
    return known;
  };
  const astray = pages.flatMap((page) => {
    const main = /<main[^]*<\/main>/.exec(readFileSync(join(dist, page, 'index.html'), 'utf8'))?.[0] ?? '';
    return [...new Set([...main.matchAll(/<a\b[^>]*? href="([^"]*)"/g)].map(([, href = '']) => href))]
      .filter((href) => {
        if (/^https?:/.test(href)) return false;
        const [path = '', fragment] = href.split('#');
        const target = path === '' ? page : posix.join(page, path);
        const file = target === './' || target.endsWith('/') ? posix.join(target, 'index.html') : target;
        if (!existsSync(join(dist, file))) return true;
        return fragment !== undefined && !idsIn(file).has(fragment);
      })
      .map((href) => `${page}: ${href}`);
  });
  expect(astray).toEqual([]);
});
