/** Every text that the site offers. */
import { describe, expect, test } from 'vitest';
import { restsIn } from '../../../src/components/documents/texts-file.ts';
import { SHARED_RULES } from '../../../src/documents/facts.ts';
import { fill } from '../../../src/documents/fill.ts';
import { RULES } from '../../../src/documents/index.ts';
import { checkContent } from '../../../src/integrations/content-checks/check-content.ts';
import { readContent } from '../../../src/schemas/read-content.ts';
import { known, NOTHING } from './a-text.ts';

const content = readContent();

test('Nothing in the texts is faulty', () => {
  const faults = checkContent(content).filter(({ file }) => file.startsWith('content/documents/'));
  expect(faults.map(({ message }) => message)).toEqual([]);
});

test('No rules are of a text that is not there', () => {
  const ids = content.texts.map(({ id }) => id);
  expect(Object.keys(RULES).filter((id) => !ids.includes(id))).toEqual([]);
});

test('Every shared rule has its words', () => {
  const { gaps = {}, conditions = {}, use, list, supplier } = SHARED_RULES;
  const rows = [use, list, supplier];
  const named = {
    gaps: [gaps, ...rows.map((one) => one?.gaps ?? {})].flatMap((some) => Object.keys(some)),
    conditions: [conditions, ...rows.map((one) => one?.conditions ?? {})].flatMap((some) =>
      Object.keys(some),
    ),
  };
  expect(named.gaps.filter((id) => content.sharedTexts.gaps[id] === undefined)).toEqual([]);
  expect(named.conditions.filter((id) => content.sharedTexts.conditions[id] === undefined)).toEqual([]);
});

describe.each(content.texts.map((text) => [text.id, text] as const))('Somebody who opens %s', (id, text) => {
  const rules = RULES[id] ?? {};
  const nothing = fill(text, rules, known(), NOTHING, content.sharedTexts);

  test('with nothing known reads no answer that nobody gave', () => {
    expect(nothing.gaps.filter((gap) => gap.text !== undefined)).toEqual([]);
    expect(nothing.rests).toEqual([]);
  });

  test('reads under every line what it rests on', () => {
    const rests = restsIn(text.blocks);
    expect(rests.length).toBeGreaterThan(0);
    expect(
      rests.filter(
        ({ clauses, law, authority, project }) =>
          !project && clauses.length + law.length + authority.length === 0,
      ),
    ).toEqual([]);
  });

  test('has rules for gaps and conditions that stand in it alone', () => {
    const written = JSON.stringify(text.blocks);
    const ruled = [rules, rules.use, rules.list, rules.supplier].flatMap((some) => [
      ...Object.keys(some?.gaps ?? {}).map((gap) => `"gap":"${gap}"`),
      ...Object.keys(some?.conditions ?? {}).map((condition) => `"${condition}"`),
    ]);
    expect(ruled.filter((one) => !written.includes(one))).toEqual([]);
  });
});
