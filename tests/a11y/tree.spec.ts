/**
 * What a screen reader is given, in its order: the whole of `main`, nothing more and nothing less. The shape stands
 * here; the words are those of the questionnaire, which change more often.
 */
import type { Page } from '@playwright/test';

import { saidOf } from '../../src/records/said.ts';
import type { Answer } from '../../src/engine/define.ts';
import { lawfulBasis } from '../../src/questionnaires/lawful-basis/flow.ts';
import { NOT_KNOWN_LABEL } from '../../src/records/words.ts';
import { readWords } from '../e2e/built.ts';
import { endOf, REASON } from '../e2e/driver.ts';
import { letters } from '../e2e/people.ts';
import { checkAnswers, errors, question } from '../e2e/screens.ts';
import { expect, test } from '../e2e/test.ts';

const words = readWords(lawfulBasis.id);
const asked = (id: string) => {
  const found = words.questions[id];
  if (found === undefined) throw new Error(`${id} has no words.`);
  return found;
};

/** A part of the tree with a name, as a key of a snapshot. */
const part = (role: string, name: string, state = ''): string =>
  `'${`${role} ${JSON.stringify(name)}${state === '' ? '' : ` ${state}`}`.replaceAll("'", "''")}'`;
/** Text of the page, as a value of a snapshot. */
const text = (said: string): string => JSON.stringify(said);
/** Parts below another, moved in so far. */
const below = (depth: number, lines: readonly string[]): string =>
  lines.map((line) => `${'  '.repeat(depth)}- ${line}`).join('\n');

/** An option: the control has all of the label as its name, and the label can be read. */
const option = (id: string, chosen: string, checked = ''): string[] => {
  const { label, hint } = asked(id).options?.[chosen] ?? {
    label: asked(id).unknownLabel ?? NOT_KNOWN_LABEL,
    hint: undefined,
  };
  const whole = hint === undefined ? label : `${label} ${hint}`;
  return [part('radio', whole, checked), `text: ${text(whole)}`];
};

/** The same below every question and the list of answers. */
const keeping = `
  - paragraph: Your answers last as long as this tab. Closing it erases them.
  - button "Keep them on this device"
  - button "Erase everything"`;

/** Before `main`, as its own landmark; the arrow is seen, not spoken. */
async function leadsBack(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Back' })).toMatchAriaSnapshot(`
- navigation "Back":
  - /children: deep-equal
  - link "Back":
    - /url: ../`);
}

test('someone who cannot see hears a question as a group with its heading, reason, hint and options in order', async ({
  driver,
  page,
}) => {
  const id = 'personal-data';
  await question(id)(driver);
  await leadsBack(page);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
- main:
  - /children: deep-equal
  - status
  - ${part('group', asked(id).text)}:
    - ${part('heading', asked(id).text, '[level=1]')}
    - paragraph: ${text(asked(id).why)}
    - paragraph: ${text(asked(id).hint ?? '')}
${below(
  2,
  ['yes', 'no', 'not-known'].flatMap((one) => option(id, one)),
)}
  - button "Continue"
  - paragraph: /^\\d+ answered, usually .+\\.$/
  - group: Help with this question
  - group: What the code says${keeping}`);
  await expect(page.getByRole('group', { name: asked(id).text })).toHaveAccessibleDescription(
    `${asked(id).hint} ${asked(id).why}`,
  );
  await expect(page.getByRole('status').last()).toHaveText('');
});

test('someone who cannot see is told of an error first, then finds it at the question, in the same words', async ({
  driver,
  page,
}) => {
  const id = 'channel';
  const message = asked(id).error;
  await errors['one of several answers was due'](driver);
  await leadsBack(page);
  // Options stand under short headings, which are read as groups; what the path does not offer is not there.
  const controls = await page
    .locator('form.question input[type="radio"]')
    .evaluateAll((all) => all.map((one) => one.id));
  const offered = new Set(controls.map((control) => control.slice(id.length + 1)));
  const groups = Object.entries(asked(id).groups ?? {}).map(
    ([heading, options]) => [heading, options.filter((one) => offered.has(one))] as const,
  );
  expect(groups.flatMap(([, options]) => options).toSorted()).toEqual([...offered].toSorted());
  expect(groups.length).toBeGreaterThan(3);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
- main:
  - /children: deep-equal
  - status
  - alert "There is a problem":
    - heading "There is a problem" [level=2]
    - list:
      - listitem:
        - ${part('link', message)}:
          - /url: "#${id}-${groups[0]?.[1][0]}"
  - ${part('group', asked(id).text)}:
    - ${part('heading', asked(id).text, '[level=1]')}
    - paragraph: ${text(asked(id).why)}
    - paragraph: ${text(asked(id).hint ?? '')}
    - paragraph: ${text(`Error: ${message}`)}
${below(
  2,
  groups.map(
    ([heading, options]) =>
      `${part('group', heading)}:\n${below(3, [`text: ${text(heading)}`, ...options.flatMap((one) => option(id, one))])}`,
  ),
)}
  - button "Continue"
  - paragraph: /^\\d+ answered, usually .+\\.$/
  - group: Help with this question
  - group: What the code says${keeping}`);
  await expect(page.getByRole('group', { name: asked(id).text })).toHaveAccessibleDescription(
    `${asked(id).hint} ${asked(id).why} Error: ${message}`,
  );
});

test('someone who cannot see finds the box for a reason marked as wrong, with what is missing read out with it', async ({
  driver,
  page,
}) => {
  const id = 'harm';
  const message = asked(id).reasonErrors?.['why'] ?? '';
  const label = asked(id).reasons?.['why']?.label ?? '';
  await errors['a reason was due'](driver);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
- main:
  - /children: deep-equal
  - status
  - alert "There is a problem":
    - heading "There is a problem" [level=2]
    - list:
      - listitem:
        - ${part('link', message)}:
          - /url: "#${id}-reason-why"
  - ${part('group', asked(id).text)}:
    - ${part('heading', asked(id).text, '[level=1]')}
    - paragraph: ${text(asked(id).why)}
    - paragraph: ${text(asked(id).hint ?? '')}
${below(2, [...option(id, 'yes'), ...option(id, 'no', '[checked]'), ...option(id, 'not-known')])}
  - text: ${text(label)}
  - paragraph: ${text(`Error: ${message}`)}
  - ${part('textbox', label, '[invalid]')}
  - button "Continue"
  - paragraph: /^\\d+ answered, usually .+\\.$/
  - group: Help with this question
  - group: What the code says${keeping}`);
  await expect(page.getByRole('textbox', { name: label })).toHaveAccessibleDescription(`Error: ${message}`);
});

test('someone who cannot see can check each answer, and every link to change one says which', async ({
  driver,
  page,
}) => {
  await checkAnswers(driver);
  await leadsBack(page);
  const { path, stated } = endOf(lawfulBasis, letters);
  const rows = path.flatMap((id) => {
    const answer = letters[id as keyof typeof letters] as Answer;
    const reasons = Object.entries(driver.questionnaire.questions[id]?.reasons ?? {})
      .filter(([, options]) => (options as readonly string[]).includes(answer as string))
      // The label of a question’s only reason is not said again.
      .flatMap(([reason]) => [
        ...(Object.keys(asked(id).reasons ?? {}).length > 1
          ? [asked(id).reasons?.[reason]?.label ?? '']
          : []),
        REASON,
      ]);
    const said = saidOf(
      driver.questionnaire.questions[id] ?? { kind: 'text', options: [], reasons: {} },
      asked(id),
      answer,
    );
    return [
      `term: ${text(asked(id).text)}`,
      `definition:\n${below(
        2,
        [...said, ...reasons].map((line) => `paragraph: ${text(line)}`),
      )}`,
      `definition:\n    - ${part('link', `Change : ${asked(id).text}`)}:\n      - /url: "#${id}"`,
    ];
  });
  const settled = stated.flatMap((one) => [
    `term: ${text(asked(one.question).text)}`,
    `definition:\n    - paragraph: ${text(asked(one.question).options?.[one.answer]?.label ?? '')}\n    - paragraph: /^You were not asked\\. /`,
    'definition',
  ]);
  expect(rows.length).toBe(3 * path.length);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
- main:
  - /children: deep-equal
  - status
  - heading /^Check your answers, then/ [level=1]
  - paragraph: /^Nothing more is asked\\. Confirm your answers/
${below(1, [...rows, ...settled])}
  - button "Confirm and see the result"${keeping}`);
});
