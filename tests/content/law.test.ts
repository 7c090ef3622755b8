import { expect, test } from 'vitest';
import { confidenceNames } from '../../src/components/code/confidence.ts';
import { editions } from '../../src/questionnaires/editions.ts';
import { REGULATOR } from '../../src/records/notice.ts';
import { readContent } from '../../src/schemas/read-content.ts';

const { law, clauses, todos } = readContent();
const draft = '2019-08-08';
/** The day on which the law was last looked at; nothing in the list can be later. */
const lookedAt = '2026-11-30';

test('A law change is dated by a day that the calendar has, no later than the list itself', () => {
  for (const { id, from } of law) {
    if (!from) continue;
    const day = from.padEnd(10, '-01');
    expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10), id).toBe(day);
    expect(day <= lookedAt, id).toBe(true);
  }
});

test('The date that is shown and the date that orders it name the same year', () => {
  const apart = law.filter(({ from, since }) => from && !since.includes(from.slice(0, 4)));
  expect(apart.map(({ id, from, since }) => `${id}: ${from} but “${since}”`)).toEqual([]);
});

test('An entry that is less than confirmed in some part says which', () => {
  expect(law.filter(({ confidence, confidenceNote }) => confidence === 'inferred' && !confidenceNote).map(({ id }) => id)).toEqual([]);
});

test('A bill is never the ground of a to-do', () => {
  const bills = law.filter(({ since }) => /\bBill\b/.test(since)).map(({ id }) => id);
  expect(bills.length).toBeGreaterThan(0);
  expect(todos.filter((todo) => todo.law?.some((id) => bills.includes(id))).map(({ id }) => id)).toEqual([]);
});

test('Nothing is called unchanged: only that no change was seen', () => {
  expect(law.filter(({ now, title }) => /\bunchanged\b/i.test(`${title} ${now}`)).map(({ id }) => id)).toEqual([]);
});

test('A to-do that only later law asks for is not asked under the draft', () => {
  const early = todos.filter((todo) => !todo.project && todo.clauses.length === 0 && !todo.authority && (todo.law?.length ?? 0) > 0 && !todo.since);
  expect(early.map(({ id }) => id)).toEqual([]);
});

test('The editions follow one another, the draft first', () => {
  expect(editions[0]?.from).toBe(draft);
  expect([...editions].sort((a, b) => a.from.localeCompare(b.from))).toEqual(editions);
});

test('A statement knows the law changes that touch it', () => {
  for (const entry of law) {
    for (const id of entry.clauses) expect(clauses.find((clause) => clause.id === id)?.law, `${entry.id}, ${id}`).toContain(entry.id);
  }
});

test('A new record names the regulator as the law list does, and says how sure that is', () => {
  const entry = law.find(({ id }) => id === 'REG-5');
  expect(entry?.title).toContain('Information Commission');
  expect(REGULATOR).toContain('Information Commission,');
  expect(REGULATOR).toContain(confidenceNames[entry?.confidence ?? 'not-confirmed'].toLowerCase());
});
