import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { draftOf } from '../../../src/records/build-record.ts';
import { canonicalJson, matchesFingerprint } from '../../../src/records/fingerprint.ts';
import { LONGEST_TEXT } from '../../../src/records/fields.ts';
import { recordSchema } from '../../../src/records/record.ts';
import { draftWith, lawfulBasis, momentAt, recordFrom } from './example-records.ts';

describe('when someone finishes a questionnaire', () => {
  test('their record is in the published shape and matches its fingerprint', async () => {
    for (const which of ['registerLetters', 'leaflets', 'unknownSource'] as const) {
      const record = await recordFrom(draftWith(which));
      expect(v.parse(recordSchema, record)).toEqual(record);
      expect(await matchesFingerprint(record)).toBe(true);
      expect(JSON.parse(JSON.stringify(record))).toEqual(record);
    }
  });

  test('it holds every question on the path, as shown, with the answer as shown', async () => {
    const record = await recordFrom(draftWith('registerLetters'));
    expect(record.steps.map((step) => step.question)).toEqual(
      Object.keys(draftWith('registerLetters').answers),
    );
    const channel = record.steps.find((step) => step.question === 'channel');
    expect(channel?.text).toMatch(/\?$/);
    expect(channel?.said[0]).not.toBe('post-by-name');
    expect(record.steps.find((step) => step.question === 'risk-signs')).toMatchObject({
      notKnown: true,
      answer: ['not-known'],
    });
  });

  test('answers that they set aside, and the reasons for them, are not in it', async () => {
    const draft = draftWith('leaflets', { reasons: { expected: { why: 'Set aside' } } });
    const record = await recordFrom({
      ...draft,
      answers: { ...draft.answers, outweighs: 'yes', expected: 'no' },
    });
    expect(record.steps.map((step) => step.question)).not.toContain('outweighs');
    expect(JSON.stringify(record)).not.toContain('Set aside');
  });

  test('their reasons stand beside their answers, in their own words', async () => {
    const record = await recordFrom(
      draftWith('registerLetters', {
        reasons: { expected: { why: 'They get\nletters each year', made: 'up' } },
      }),
    );
    expect(record.steps.find((step) => step.question === 'expected')?.reasons).toEqual([
      { id: 'why', label: expect.any(String) as string, text: 'They get\nletters each year' },
    ]);
  });

  test('what another answer settles is stated, with why it was not asked', async () => {
    const record = await recordFrom(draftWith('registerLetters'));
    expect(record.stated).toMatchObject([{ question: 'under-18', answer: 'yes', said: 'Yes' }]);
    expect(record.stated[0]?.why).toBe(lawfulBasis.rules['fullRegisterUsed']?.claim);
  });

  test('each “I don’t know yet” that matters is an open point, with what would settle it', async () => {
    const record = await recordFrom(draftWith('registerLetters'));
    expect(record.openPoints).toMatchObject([{ question: 'risk-signs', outcomeRests: false }]);
    expect(record.openPoints[0]?.settle).not.toBe('');
    expect(record.outcome).toMatchObject({ provisional: true, verdict: 'proceed-if' });
  });

  test('a stop that rests on an open point is headed as not cleared yet', async () => {
    const record = await recordFrom(draftWith('unknownSource'));
    expect(record.outcome).toMatchObject({ id: 'find-out-first', verdict: 'stop' });
    expect(record.outcome.headline).toMatch(/^Not cleared yet/);
  });

  test('only the answers that carry the result are given as its reasons', async () => {
    const record = await recordFrom(draftWith('registerLetters'));
    const questions = record.outcome.reasons.map((reason) => reason.question);
    expect(questions).toContain('outweighs');
    expect(questions).not.toContain('purpose');
    expect(questions).not.toContain('risk-signs');
    for (const reason of record.outcome.reasons) expect(reason.clauses.length).toBeGreaterThan(0);
  });

  test('where the editions part, it says which law change made the difference', async () => {
    const record = await recordFrom(draftWith('registerLetters'));
    expect(record.editions.map(({ edition, outcome }) => [edition, outcome?.id])).toEqual([
      ['code-2019', 'public-task'],
      ['law-2026-02', 'legitimate-interests'],
      ['law-2026-06', 'legitimate-interests'],
    ]);
    expect(record.editions[0]?.law).toContain('LB-1');
    expect(record.editions[1]?.law).toEqual([]);
    expect(record.law.map((change) => change.id)).toContain('LB-1');
  });

  test('every clause and law change that it cites is in it once', async () => {
    const record = await recordFrom(draftWith('registerLetters'));
    const listed = record.clauses.map((clause) => clause.id);
    expect(new Set(listed).size).toBe(listed.length);
    for (const step of record.steps) for (const id of step.clauses) expect(listed).toContain(id);
    for (const todo of record.todos) for (const id of todo.clauses) expect(listed).toContain(id);
    for (const todo of record.todos)
      for (const id of todo.law) expect(record.law.map((change) => change.id)).toContain(id);
  });

  test('what they ticked off stays ticked off, with its date and note', async () => {
    const record = await recordFrom(
      draftWith('registerLetters', {
        todos: { fee: { is: 'done', on: '2026-04-01', note: ' Paid\u0000 ' } },
      }),
    );
    expect(record.todos.find((todo) => todo.id === 'fee')).toMatchObject({
      holdsBack: false,
      state: { is: 'done', on: '2026-04-01', note: 'Paid' },
    });
  });

  test('the authority behind a to-do is named as people know it', async () => {
    const record = await recordFrom(draftWith('registerLetters'));
    expect(record.todos.find((todo) => todo.id === 'basis-record')?.authority).toBe('UK GDPR 5(2)');
  });

  test('the same draft at the same moment makes the same record', async () => {
    const [one, other] = await Promise.all([
      recordFrom(draftWith('registerLetters')),
      recordFrom(draftWith('registerLetters')),
    ]);
    expect(canonicalJson(one)).toBe(canonicalJson(other));
  });

  test('a draft without an outcome makes no record, and the question that is left is named', async () => {
    await expect(recordFrom({ ...draftWith('leaflets'), answers: { who: 'supplier' } })).rejects.toThrow(
      /supplier-freedom/,
    );
  });

  test('a text longer than a record can be read back with is refused, and its place is named', async () => {
    const draft = draftWith('registerLetters', {
      reasons: { expected: { why: 'x'.repeat(LONGEST_TEXT + 1) } },
    });
    await expect(recordFrom(draft)).rejects.toThrow(RangeError);
  });

  test('the date is that of the place where it was made, on 29 February and on both sides of a clock change', async () => {
    const made = async (moment: Date) => (await recordFrom(draftWith('leaflets'), moment)).madeAt;
    expect(await made(momentAt('2028-02-29T23:30:00Z', 0))).toBe('2028-02-29T23:30:00+00:00');
    expect(await made(momentAt('2026-03-29T00:59:59Z', 0))).toBe('2026-03-29T00:59:59+00:00');
    expect(await made(momentAt('2026-03-29T01:00:00Z', 60))).toBe('2026-03-29T02:00:00+01:00');
    expect(await made(momentAt('2026-12-31T20:00:00Z', 330))).toBe('2027-01-01T01:30:00+05:30');
    expect(await made(momentAt('2026-01-01T01:00:00Z', -210))).toBe('2025-12-31T21:30:00-03:30');
  });

  test('a clock that was put back a year changes the date and nothing else', async () => {
    const first = await recordFrom(draftWith('registerLetters'));
    const later = await recordFrom(draftWith('registerLetters'), momentAt('2025-05-02T11:00:00Z', 60));
    expect({ ...later, madeAt: first.madeAt, fingerprint: first.fingerprint }).toEqual(first);
  });
});

describe('when someone carries on from a record', () => {
  test('their draft gives the same record again, which names the one it takes the place of', async () => {
    const record = await recordFrom(
      draftWith('registerLetters', {
        reasons: { expected: { why: 'They expect it' } },
        todos: {
          fee: { is: 'done', on: '2026-04-01' },
          occupier: { is: 'does-not-apply', note: 'No envelope says that' },
        },
      }),
    );
    const draft = draftOf(record, lawfulBasis);
    expect(draft.supersedes).toBe(record.fingerprint);
    expect(Object.keys(draft.todos).sort()).toEqual(['fee', 'occupier']);
    const { supersedes, ...again } = await recordFrom(draft);
    expect(supersedes).toBe(record.fingerprint);
    expect({ ...again, fingerprint: record.fingerprint }).toEqual(record);
  });
});
