/** What records hold since their second shape, and how those of the first are opened. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import * as checker from 'virtual:record-checker';
import { questionnaires } from '#questionnaires';
import { exploreJourneys } from '../../../src/engine/journeys.ts';
import { listJourneys, mergeJourneys } from '../../../src/engine/merged-journeys.ts';
import { under } from '../../../src/engine/reading.ts';
import { DECIDING_EDITION } from '../../../src/questionnaires/editions.ts';
import { draftOf } from '../../../src/records/build-record.ts';
import { checkFile } from '../../../src/records/checker/check.ts';
import { textOf } from '../../../src/records/document.ts';
import { documentOf } from '../../../src/records/record-document.ts';
import { toHtmlFile } from '../../../src/records/exporters/html.ts';
import { contentOf } from '../../../src/records/file-content.ts';
import { toJson } from '../../../src/records/exporters/json.ts';
import { recordJsonSchema } from '../../../src/records/json-schema.ts';
import { migrate } from '../../../src/records/migrations.ts';
import { rulesMet } from '../../../src/records/partings.ts';
import { recordSchema, type DecisionRecord } from '../../../src/records/record.ts';
import { restoreRecord } from '../../../src/records/restore.ts';
import { NO_DAY } from '../../../src/records/words.ts';
import { everyKind } from '../../fixtures/site/every-kind/flow.ts';
import { draftWith, lawfulBasis, recordFrom, words } from './example-records.ts';
import { stallDraft, stallRecord, stallUse } from './stall-record.ts';

const offered = [everyKind.id, ...questionnaires.map(({ id }) => id)];
const stepOf = (record: DecisionRecord, question: string) =>
  record.steps.find((step) => step.question === question);

describe('someone finds in the record', () => {
  test('each last day by its own clock, and the clause that sets it', async () => {
    const { outcome, clauses } = await stallRecord({
      answers: { ...stallDraft.answers, 'loss-harm': 'low', helpers: 2, who: 'family', told: 'no' },
    });
    expect(outcome.deadlines).toMatchObject([
      {
        id: 'tell-committee',
        is: 'on',
        on: '2026-05-04',
        at: '2026-05-04T14:30:00+01:00',
        clock: 'hours',
        length: 72,
        question: 'first-name-at',
        clause: 'about-other-duties',
      },
      { id: 'answer-callers', is: 'on', on: '2026-05-30', clock: 'days', length: 29 },
      { id: 'tell-people', is: 'on', on: '2026-06-01', clock: 'months', length: 1 },
    ]);
    expect(outcome.deadlines[0]?.text).toContain('by 14:30 on 4 May 2026 (UK time)');
    expect(clauses.map(({ id }) => id)).toContain('about-other-duties');
  });

  test('what to do in plain words, and the cause that was met', async () => {
    const { outcome } = await stallRecord();
    expect(outcome.plain).toBe(
      'Do not take these names down: too many people could read them, or too much could go wrong.',
    );
    expect(outcome.because).toEqual([
      { rule: 'riskHigh', text: everyKind.rules['riskHigh']?.claim, clauses: ['acc-dpia-when'] },
    ]);
  });

  test('answers that do not fit together, and whether they were kept', async () => {
    const clash = { id: 'club-of-one', rule: 'clubOfOne', questions: ['who', 'helpers'] };
    expect((await stallRecord()).clashes).toMatchObject([{ ...clash, kept: true }]);
    const { clashesKept: _kept, ...told } = stallDraft;
    expect((await stallRecord({ ...told, clashesKept: [] })).clashes).toMatchObject([
      { ...clash, kept: false },
    ]);
    expect((await stallRecord({ answers: { ...stallDraft.answers, helpers: 2 } })).clashes).toEqual([]);
  });

  test('where an answer was taken from, until it is another answer', async () => {
    const record = await stallRecord();
    expect(stepOf(record, 'who')?.carried).toEqual(stallDraft.carried?.['who']?.from);
    expect(stepOf(record, 'helpers')).not.toHaveProperty('carried');
    const changed = await stallRecord({ answers: { ...stallDraft.answers, 'easily-read': 'high' } });
    expect(stepOf(changed, 'easily-read')).not.toHaveProperty('carried');
  });

  test('the use with its lists and suppliers, and facts about the campaign', async () => {
    const { use, lists, suppliers, details } = await stallRecord();
    expect({ use, lists, suppliers }).toEqual(stallUse);
    expect(await stallRecord({}, {})).not.toHaveProperty('use');
    expect(details).toMatchObject({ kind: { id: 'unregistered-group' }, pollingDay: '2026-05-07' });
  });

  test('for what each to-do is done once, what helps, and whether the campaign had done it', async () => {
    const { todos } = await recordFrom(
      draftWith('registerLetters', {
        todos: { fee: { is: 'done', on: '2026-03-01', covers: { for: 'campaign' } } },
      }),
    );
    const fee = todos.find(({ id }) => id === 'fee');
    expect(fee).toMatchObject({ scope: 'campaign', state: { is: 'done', covers: { for: 'campaign' } } });
    for (const todo of todos) {
      expect(todo.scope, todo.id).toBe(words.todos[todo.id]?.scope ?? 'use');
      expect(todo.help?.label, todo.id).toBe(words.todos[todo.id]?.help?.label);
    }
    expect(todos.filter(({ help }) => help !== undefined).length).toBeGreaterThan(5);
  });

  test('every law change behind a rule that decided on the way, as the page of the result names them', async () => {
    const reading = under(lawfulBasis, DECIDING_EDITION);
    let named = 0;
    for (const { answers } of listJourneys(mergeJourneys(exploreJourneys(reading))).filter(
      (_one, place) => place % 25 === 0,
    )) {
      const met = [...rulesMet(reading.replay(answers)).values()].flat();
      const record = await recordFrom(draftWith('leaflets', { answers: answers as never }));
      for (const id of met.flatMap((rule) => lawfulBasis.rules[rule]?.law ?? [])) {
        if (words.law[id]?.since === NO_DAY) continue;
        named += 1;
        expect(record.outcome.law).toContain(id);
        expect(record.law.map((change) => change.id)).toContain(id);
      }
    }
    expect(named).toBeGreaterThan(0);
  });
});

describe('someone carries on from a record', () => {
  test('and loses nothing of what came from the campaign', async () => {
    const record = await stallRecord();
    const { supersedes: _before, ...again } = draftOf(record, everyKind);
    expect({ ...(await stallRecord(again)), fingerprint: '' }).toEqual({ ...record, fingerprint: '' });
  });
});

/** A value that cannot be changed at any depth. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

describe('someone has a record of the first shape', () => {
  const folder = 'tests/fixtures/records/v1';
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const first = (name: string) =>
    JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Record<string, unknown> & {
      readonly fingerprint: string;
    };
  const withLastDay = files.find((name) => name.includes('neighbours')) ?? '';

  test.each(files)('%s comes into the newest shape, and is not changed by that', (name) => {
    const record = frozen(first(name));
    const moved = v.parse(recordSchema, migrate(record, 1));
    expect(moved.fingerprint).toBe(record.fingerprint);
    expect(moved).toMatchObject({ lists: [], suppliers: [], clashes: [], steps: record['steps'] });
    expect(new Set(moved.todos.map(({ scope }) => scope))).toEqual(
      new Set(moved.todos.length === 0 ? [] : ['use']),
    );
  });

  test('its one last day is the first of several, with the words that it had', () => {
    const { deadline } = first(withLastDay)['outcome'] as { readonly deadline: object };
    expect((migrate(first(withLastDay), 1) as unknown as DecisionRecord).outcome.deadlines).toEqual([
      { ...deadline, is: 'on' },
    ]);
  });

  test('a file that is made of it anew carries it as it was, and checks itself', async () => {
    const opened = await restoreRecord(readFileSync(`${folder}/${withLastDay}`), offered);
    if (!opened.ok) throw new Error(opened.sentence);
    expect(opened.original).toEqual(first(withLastDay));
    const html = toHtmlFile(contentOf(opened.record, opened.original), checker);
    expect(html).toContain('in shape 1.');
    const again = await restoreRecord(html, offered);
    expect(again).toEqual(opened);
    expect(await checkFile(JSON.stringify(opened.original), textOf(documentOf(opened.record, 1)))).toMatch(
      /^Matches its fingerprint/,
    );
  });

  test('its JSON Schema is what it was', () => {
    expect(JSON.parse(JSON.stringify(recordJsonSchema(1)))).toEqual(
      JSON.parse(readFileSync('tests/fixtures/records/schema-1.json', 'utf8')),
    );
  });
});

describe('someone brings a file that pretends to be a record with something more', () => {
  const cases: readonly (readonly [string, (json: string) => string])[] = [
    [
      'help that leads off the site',
      (json) => json.replace(/"href": "[^"]*"/, '"href": "https://evil.example/"'),
    ],
    ['help that runs a script', (json) => json.replace(/"href": "[^"]*"/, '"href": "javascript:alert(1)"')],
    ['help at another host', (json) => json.replace(/"href": "[^"]*"/, '"href": "//evil.example/"')],
    ['help above the site', (json) => json.replace(/"href": "[^"]*"/, '"href": "../../etc/"')],
    ['a clock that we do not have', (json) => json.replace('"clock": "hours"', '"clock": "minutes"')],
    ['a moment that is none', (json) => json.replace(/"at": "[^"]*"/, '"at": "soon"')],
    ['an answer carried for somebody else', (json) => json.replace('"for": "campaign"', '"for": "everyone"')],
    ['markup as the id of a list', (json) => json.replace('"id": "list-1"', '"id": "<b>"')],
    ['a cause without its sentence', (json) => json.replace(/"text": "The risk is high[^"]*",/, '')],
    [
      'a record of the first shape with parts of the second',
      (json) => json.replace('record/2"', 'record/1"'),
    ],
  ];
  test.each(cases)('and is told that it is not in shape: %s', async (_what, change) => {
    const record = await stallRecord({
      answers: { ...stallDraft.answers, 'loss-harm': 'high' },
      todos: {},
    });
    const withHelp = {
      ...record,
      todos: record.todos.map((todo) => ({
        ...todo,
        help: { label: 'How', href: 'code/collecting/#col-aware' },
      })),
    };
    const json = toJson(withHelp);
    expect(change(json)).not.toBe(json);
    expect(await restoreRecord(json, offered)).toMatchObject({ ok: true });
    expect(await restoreRecord(change(json), offered)).toMatchObject({ ok: false, problem: 'not-in-shape' });
  });

  test('markup in any of its texts is text', async () => {
    const script = '<script>alert(1)</script>';
    const record = await stallRecord(
      {
        carried: {
          who: {
            answer: 'club',
            from: { title: script, on: '2026-04-02', holds: { for: 'list', name: script } },
          },
        },
      },
      {
        use: { id: 'use-1', title: script },
        lists: [{ id: 'list-1', name: script }],
        suppliers: [{ id: 'supplier-1', name: script, service: script }],
      },
    );
    const html = toHtmlFile(contentOf(record), checker);
    expect(html).not.toContain(script);
    expect(html.split('&lt;script&gt;alert(1)&lt;/script&gt;').length).toBeGreaterThan(5);
    expect(await restoreRecord(html, offered)).toMatchObject({ ok: true, matches: true });
  });
});
