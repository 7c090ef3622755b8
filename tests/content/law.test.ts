import { expect, test } from 'vitest';
import { confidenceNames } from '../../src/components/code/confidence.ts';
import { editions } from '../../src/questionnaires/editions.ts';
import { REGULATOR } from '../../src/records/notice.ts';
import { readContent } from '../../src/schemas/read-content.ts';

const { law, clauses, todos, sections, audits } = readContent();
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

test('An entry that saw no change says so, and no other begins with those words', () => {
  const says = ({ title, now }: { title: string; now: string }): boolean => /\bno change\b[^.]*\bseen\b/i.test(`${title} ${now}`);
  expect(law.filter((entry) => entry.kind === 'no-change' && !says(entry)).map(({ id }) => id)).toEqual([]);
  expect(law.filter(({ kind, now }) => kind !== 'no-change' && /^No change seen/.test(now)).map(({ id }) => id)).toEqual([]);
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

test('A statement knows the law changes that touch it, and apart from them what was looked at and has not moved', () => {
  for (const { id: entry, kind, clauses: touched } of law) {
    for (const id of touched) {
      const clause = clauses.find((one) => one.id === id);
      expect(kind === 'no-change' ? clause?.lookedAt : clause?.law, `${entry}, ${id}`).toContain(entry);
      expect(kind === 'no-change' ? clause?.law : clause?.lookedAt, `${entry}, ${id}`).not.toContain(entry);
    }
  }
});

/** The law changes that each page of the edition tells, in its text or at its head. */
const told = new Map(
  [...sections, ...audits].map(({ file, law: head, mdx }) => [
    file,
    {
      head,
      inText: mdx.components.filter(({ name }) => name === 'SinceDraft').flatMap(({ attributes }) => (attributes['law'] ?? '').split(' ')),
    },
  ]),
);

test('A reader of the edition meets every entry of the law list on some page of it', () => {
  const met = new Set([...told.values()].flatMap(({ head, inText }) => [...head, ...inText]));
  expect(law.filter(({ id }) => !met.has(id)).map(({ id }) => id)).toEqual([]);
});

test('Whoever reads a statement that no longer holds as it stands has been told so on the same page', () => {
  const untold = law
    .filter(({ kind }) => kind === 'changed')
    .flatMap(({ id, clauses: touched }) =>
      clauses
        .filter((clause) => touched.includes(clause.id))
        .filter(({ file }) => !told.get(file)?.head.includes(id) && !told.get(file)?.inText.includes(id))
        .map((clause) => `${id} is not told on ${clause.file}, where ${clause.id} stands`),
    );
  expect(untold).toEqual([]);
});

test('The rule of now comes before the statements that it changes, and not under them', () => {
  const late = [...sections, ...audits].flatMap(({ file, law: head, mdx }) =>
    law
      .filter(({ id, kind }) => kind === 'changed' && !head.includes(id))
      .flatMap(({ id, clauses: touched }) => {
        const places = mdx.components.map(({ name, attributes }) =>
          name === 'SinceDraft' && attributes['law']?.split(' ').includes(id) ? 'told' : touched.includes(attributes['id'] ?? '') ? 'changed' : '',
        );
        const first = places.indexOf('changed');
        return places.includes('told') && first >= 0 && first < places.indexOf('told') ? [`${file}: ${id}`] : [];
      }),
  );
  expect(late).toEqual([]);
});

test('A new record names the regulator as the law list does, and says how sure that is', () => {
  const entry = law.find(({ id }) => id === 'REG-5');
  expect(entry?.title).toContain('Information Commission');
  expect(REGULATOR).toContain('Information Commission,');
  expect(REGULATOR).toContain(confidenceNames[entry?.confidence ?? 'not-confirmed'].toLowerCase());
});
