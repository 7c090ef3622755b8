/** Whatever a form takes is kept, exported and read again as it stands: of random answers to every kind of question. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as checker from 'virtual:record-checker';
import { readForm, type Asked, type ReadForm } from '../../../../src/components/questionnaire/read-form.ts';
import { NOT_KNOWN, type Question } from '../../../../src/engine/define.ts';
import { cleanText } from '../../../../src/records/clean-text.ts';
import { draftToJson, newDraft, type Draft } from '../../../../src/records/draft.ts';
import { toHtmlFile } from '../../../../src/records/exporters/html.ts';
import { contentOf } from '../../../../src/records/file-content.ts';
import { toJson } from '../../../../src/records/exporters/json.ts';
import { LONGEST_TEXT } from '../../../../src/records/fields.ts';
import { mustReadBack } from '../../../../src/records/read-back.ts';
import { DATE_PARTS } from '../../../../src/records/read-date.ts';
import { restoreDraft } from '../../../../src/records/restore-draft.ts';
import { restoreRecord } from '../../../../src/records/restore.ts';
import { lawfulBasis } from '../../../../src/questionnaires/lawful-basis/flow.ts';
import { everyKind } from '../../../fixtures/site/every-kind/flow.ts';
import { draftWith, recordFrom } from '../../records/example-records.ts';

const asked = (id: string, question: Question): Asked => ({
  id,
  words: { id, text: 'Asked?', why: 'Because.', error: 'Answer this', clauses: [] },
  offered: question.options,
  today: '2026-11-30',
  now: '2026-11-30T16:45',
});

/** What people type: figures, dates, words, any characters at all, and now and then far too much. */
const typing = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.integer().map(String),
  fc.double().map(String),
  fc.constantFrom(
    'about 300',
    '1e999',
    'NaN',
    '-0',
    '0x10',
    '27 3 26',
    '27 March 2026',
    '20266',
    ' ',
    '\u0007\uD800',
  ),
  fc.constant('x'.repeat(LONGEST_TEXT + 10_000)),
);

/** A form of a question, filled in in any way in which a browser could send it. */
function filledIn(question: Question): fc.Arbitrary<FormData> {
  const boxes = [
    'text',
    'number',
    ...DATE_PARTS,
    'time',
    ...Object.keys(question.reasons).map((one) => `reason-${one}`),
  ];
  const options = [...question.options, NOT_KNOWN];
  return fc
    .record({
      answers: fc.subarray(options),
      written: fc.array(fc.tuple(fc.constantFrom(...boxes), typing)),
      points: fc.array(fc.tuple(fc.constantFrom(...options), fc.constantFrom('yes', 'no', NOT_KNOWN))),
    })
    .map(({ answers, written, points }) => {
      const form = new FormData();
      for (const option of question.kind === 'choices' ? answers : answers.slice(0, 1))
        form.append('answer', option);
      for (const [name, value] of [...written, ...points]) form.set(name, value);
      return form;
    });
}

/** The draft in which the page keeps what stands in a form. */
const pendingIn = (id: string, { answer, reasons, typed }: ReadForm): Draft => ({
  ...newDraft(everyKind),
  answers: { who: 'club' },
  pending: {
    [id]: {
      reasons: { ...reasons },
      typed: { ...typed },
      ...(answer === undefined ? {} : { answer: answer as Draft['answers'][string] }),
    },
  },
});

const clean = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'string' ? cleanText(part) : part,
  );

describe('whatever someone gives', () => {
  for (const [id, question] of Object.entries(everyKind.questions)) {
    test(`to a ${question.kind} (${id}) is kept whole, and read again as it was`, () => {
      fc.assert(
        fc.property(filledIn(question), (form) => {
          const read = readForm(form, question, asked(id, question));
          if (!read.keepable) return;
          const draft = pendingIn(id, read);
          const { json, leftOut } = draftToJson(draft);
          expect(leftOut).toEqual([]);
          expect(restoreDraft(json)).toEqual({ draft: clean(draft), leftOut: [], kept: json });
        }),
      );
    });
  }

  test('as words of her own is in a record that opens again here', async () => {
    const own = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constant('x'.repeat(LONGEST_TEXT)),
    );
    await fc.assert(
      fc.asyncProperty(own, own, own, async (text, title, why) => {
        const question = lawfulBasis.questions['purpose'] as Question;
        const form = new FormData();
        form.set('text', text);
        const { answer: purpose, errors } = readForm(form, question, asked('purpose', question));
        if (typeof purpose !== 'string' || errors.length > 0) return;
        const { answers, ...draft } = draftWith('registerLetters', { reasons: { expected: { why } } });
        const record = await recordFrom({
          ...draft,
          answers: { ...answers, purpose },
          details: { ...draft.details, title },
          todos: { notice: { is: 'does-not-apply', on: '2026-05-01', note: why } },
        });
        for (const text of [toJson(record), toHtmlFile(contentOf(record), checker)]) {
          mustReadBack(text, toJson(record));
          expect(await restoreRecord(text, [lawfulBasis.id])).toEqual({
            ok: true,
            record,
            original: record,
            matches: true,
          });
        }
      }),
      { numRuns: 25 },
    );
  });

  test('and leaves unfinished opens again here from the file with the answers so far', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (purpose) => {
        const draft: Draft = { ...newDraft(lawfulBasis), answers: { purpose } };
        const { json } = draftToJson(draft);
        expect(await restoreRecord(json, [lawfulBasis.id])).toMatchObject({
          draft: clean(draft),
          leftOut: [],
        });
      }),
    );
  });
});

describe('what someone types wrong is no answer, and is told as soon as it stands there', () => {
  const give = (id: keyof typeof everyKind.questions, fields: Readonly<Record<string, string>>) => {
    const question = everyKind.questions[id] as Question;
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return readForm(form, question, asked(id, question));
  };

  test.each(['about 300', '2.5', '-1', '51', '1e1', '0x1', '99999999999999999999'])(
    'the number “%s”',
    (number) => {
      const message = 'Enter a whole number from 0 to 50, in figures';
      expect(give('helpers', { number })).toEqual({
        reasons: {},
        typed: { number },
        wrong: [{ field: 'helpers-number', message }],
        errors: [{ field: 'helpers-number', message }],
        keepable: true,
      });
    },
  );

  test('a date, which stays in its boxes', () => {
    const typed = { day: '31', month: 'April', year: '27' };
    expect(give('held-on', typed)).toMatchObject({
      typed,
      wrong: [{ field: 'held-on-day', message: 'Enter a day up to 30: April 2027 has no more' }],
    });
  });

  test.each([
    [
      'no time that there is',
      { time: 'at dawn' },
      'Enter the time in hours and minutes, such as 14:30 or 2.30 pm',
    ],
    [
      'a time that is still to come',
      { time: '17:00' },
      'Enter a time that is not still to come: it is 16:45 on 30 November 2026 (UK time)',
    ],
  ])('%s beside a date', (_what, time, message) => {
    const typed = { day: '30', month: '11', year: '2026', ...time };
    expect(give('first-name-at', typed)).toMatchObject({
      typed,
      wrong: [{ field: 'first-name-at-time', message }],
    });
  });

  test('a date and its time, which are one answer; the time can be left out', () => {
    const typed = { day: '30', month: '11', year: '26' };
    expect(give('first-name-at', { ...typed, time: '4.45pm' })).toMatchObject({
      answer: '2026-11-30T16:45',
      errors: [],
    });
    expect(give('first-name-at', typed)).toMatchObject({ answer: '2026-11-30', errors: [] });
    const required = { ...everyKind.questions['first-name-at'], clock: 'required' } as Question;
    const form = new FormData();
    for (const [name, text] of Object.entries(typed)) form.set(name, text);
    expect(readForm(form, required, asked('first-name-at', required)).errors).toEqual([
      { field: 'first-name-at-time', message: 'Enter the time too, such as 14:30 or 2.30 pm' },
    ]);
  });

  test('a text that no record could hold, which is not kept', () => {
    const message = 'Shorten this to 200,000 characters. It has 210,000, and is not kept until then';
    expect(give('stall', { text: 'x'.repeat(210_000) })).toMatchObject({
      wrong: [{ field: 'stall-text', message }],
      keepable: false,
    });
    const told = give('told', { answer: 'yes', 'reason-how': 'x'.repeat(210_000), 'reason-where': 'There' });
    expect(told).toMatchObject({ wrong: [{ field: 'told-reason-how', message }], keepable: false });
  });
});
