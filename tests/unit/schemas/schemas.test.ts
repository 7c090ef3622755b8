import { describe, expect, test } from 'vitest';
import { example } from '../../../src/schemas/example.ts';
import { lawChange } from '../../../src/schemas/law-change.ts';
import { outcome } from '../../../src/schemas/outcome.ts';
import { question } from '../../../src/schemas/question.ts';
import { todo } from '../../../src/schemas/todo.ts';
import { authorityRef, date, id, lawId, url, words } from '../../../src/schemas/vocabulary.ts';

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown): boolean =>
  schema.safeParse(value).success;

describe('An id that stands in addresses and records', () => {
  test.each(['a', 'lawful-basis', 'notice-13-14'])('%s is taken', (value) =>
    expect(accepts(id, value)).toBe(true),
  );
  test.each(['', 'Lawful', 'a.b', 'a--b', '-a', 'a-', '1a', 'a b'])('“%s” is refused', (value) =>
    expect(accepts(id, value)).toBe(false),
  );
});

describe('Small shapes', () => {
  test.each([
    [lawId, 'LB-1', true],
    [lawId, 'lb-1', false],
    [authorityRef, 'uk-gdpr 6(3)', true],
    [authorityRef, 'UK GDPR 6(3)', false],
    [date, '2026-02-05', true],
    [date, '2026-02', true],
    [date, new Date('2026-02-05'), true],
    [date, '5 February 2026', false],
    [url, 'https://example.org/x', true],
    [url, 'javascript:alert(1)', false],
    [words, ' padded', false],
    [words, '', false],
  ])('%# %s', (schema, value, expected) => expect(accepts(schema, value)).toBe(expected));
});

const plainTodo = { id: 'tell', text: 'Tell people.', strength: 'must', when: ['before'], clauses: [] };

test('A to-do may have another strength in an edition, and only in one that exists', () => {
  expect(accepts(todo, { ...plainTodo, strengthIn: { 'code-2019': 'should' } })).toBe(true);
  expect(accepts(todo, { ...plainTodo, strengthIn: { 'code-2031': 'should' } })).toBe(false);
  expect(accepts(todo, { ...plainTodo, when: [] })).toBe(false);
});

test('A to-do says what helps to do it, and for what it is done once', () => {
  const notice = { kind: 'page', href: 'code/collecting/#words', label: 'What to say' };
  expect(accepts(todo, { ...plainTodo, help: notice })).toBe(true);
  expect(accepts(todo, { ...plainTodo, help: { ...notice, href: '/code/' } })).toBe(false);
  expect(accepts(todo, { ...plainTodo, help: { kind: 'record', label: 'Your record is the note' } })).toBe(
    true,
  );
  expect(accepts(todo, { ...plainTodo, help: { kind: 'form', label: 'A form' } })).toBe(false);
  expect(
    accepts(todo, { ...plainTodo, scope: 'campaign', lasts: { months: 12 }, reopens: ['channel'] }),
  ).toBe(true);
  expect(accepts(todo, { ...plainTodo, lasts: { months: 12 } })).toBe(false);
});

test('An outcome’s plain sentences end in one for everyone, and count what comes first only where something may start', () => {
  const words = {
    name: 'N',
    headline: 'H.',
    headlineOpen: 'H, if so.',
    why: 'W.',
    decides: 'D.',
    keep: [],
    changes: [],
    instead: ['I.'],
    clauses: ['a'],
    law: [],
  };
  const says = (verdict: string, ...because: object[]) => accepts(outcome, { ...words, verdict, because });
  const last = { plain: 'Post the letters, {once}.' };
  expect(says('proceed', { when: 'byPost', plain: 'Post them.' }, last)).toBe(true);
  expect(says('proceed', last, { when: 'byPost', plain: 'Post them.' })).toBe(false);
  expect(says('proceed', { plain: 'Post {once}.' })).toBe(false);
  expect(says('proceed', { plain: 'Post {things} letters.' })).toBe(false);
  expect(says('stop', last)).toBe(false);
  expect(says('stop', { plain: 'Do not post them.', open: 'Do not post them, if so.' })).toBe(true);
});

test('A question keeps its options in the order in which they are asked', () => {
  const parsed = question.parse({
    id: 'who',
    text: 'Who?',
    why: 'Because.',
    options: { yes: { label: 'Yes' }, no: { label: 'No' }, maybe: { label: 'Maybe' } },
    error: 'Select who',
    clauses: [],
  });
  expect(Object.keys(parsed.options ?? {})).toEqual(['yes', 'no', 'maybe']);
});

test('A worked example answers with one option, several, or each of several points', () => {
  const base = { id: 'one', title: 'One', facts: 'Facts.', clause: 'a', because: 'Because.' };
  expect(
    accepts(example, {
      ...base,
      answers: { a: 'yes', b: ['x', 'y'], c: { z: 'not-known' } },
      expect: { outcome: 'stop-here' },
    }),
  ).toBe(true);
  expect(accepts(example, { ...base, answers: {}, expect: { 'code-2019': 'x', 'law-2026-06': 'y' } })).toBe(
    true,
  );
  expect(accepts(example, { ...base, answers: { c: { z: 'perhaps' } }, expect: { outcome: 'x' } })).toBe(
    false,
  );
});

test('A law change without a source is refused', () => {
  const entry = {
    id: 'LB-1',
    title: 'T',
    kind: 'changed',
    touches: ['T'],
    draft: 'D',
    now: 'N',
    since: 'n/a',
    confidence: 'confirmed',
    clauses: ['lb-task-in-law'],
  };
  expect(accepts(lawChange, { ...entry, sources: [] })).toBe(false);
  expect(accepts(lawChange, { ...entry, sources: [{ title: 'An Act', url: 'https://example.org/' }] })).toBe(
    true,
  );
});

test('A law change flags the statements that it touches, or says why there are none, and never both', () => {
  const entry = {
    id: 'LB-1',
    title: 'T',
    kind: 'changed',
    touches: ['T'],
    draft: 'D',
    now: 'N',
    since: 'n/a',
    sources: [{ title: 'An Act', url: 'https://example.org/' }],
    confidence: 'confirmed',
  };
  expect(accepts(lawChange, { ...entry, clauses: [] })).toBe(false);
  expect(accepts(lawChange, { ...entry, clauses: [], noClauses: 'It is about the foreword.' })).toBe(true);
  expect(accepts(lawChange, { ...entry, clauses: ['a'], noClauses: 'It is about the foreword.' })).toBe(
    false,
  );
  expect(accepts(lawChange, { ...entry, kind: 'new', clauses: ['a'] })).toBe(false);
});
