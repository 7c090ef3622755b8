import { beforeAll, describe, expect, test } from 'vitest';
import { under } from '../../../src/engine/reading.ts';
import type { Questionnaire } from '../../../src/engine/define.ts';
import type { DecisionRecord } from '../../../src/records/record.ts';
import { reopen } from '../../../src/records/reopen.ts';
import { draftWith, lawfulBasis, recordFrom, words } from './example-records.ts';

let record: DecisionRecord;

beforeAll(async () => {
  record = await recordFrom(draftWith('registerLetters'));
});

/** The record with some steps put differently. */
const withSteps = (
  change: (step: DecisionRecord['steps'][number]) => DecisionRecord['steps'],
): DecisionRecord => ({
  ...record,
  steps: record.steps.flatMap(change),
});

describe('someone opens a record again', () => {
  test('and nothing has changed: it matches, its answers give its result, and today gives the same', async () => {
    for (const which of ['registerLetters', 'leaflets', 'unknownSource'] as const) {
      const reopened = await reopen(await recordFrom(draftWith(which)), lawfulBasis, words);
      expect(reopened).toMatchObject({
        matches: true,
        version: 'same',
        notReplayed: [],
        agrees: true,
        today: { same: true },
      });
      expect(reopened.today?.parts).toBeUndefined();
    }
  });

  test('and it was changed since it was made', async () => {
    const changed = { ...record, details: { ...record.details, campaign: 'Another' } };
    expect(await reopen(changed, lawfulBasis, words)).toMatchObject({ matches: false, agrees: true });
  });

  test('and it was made under older rules: it says where the two part, and which law change did it', async () => {
    const older: DecisionRecord = {
      ...record,
      edition: { id: 'code-2019', name: 'The 2019 draft code', restsOn: 'The draft' },
      outcome: { ...record.outcome, id: 'public-task' },
    };
    const reopened = await reopen(older, lawfulBasis, words);
    // The draft code does not ask what law stands behind the task, so that answer is named and nothing is replayed.
    expect(
      under(lawfulBasis, 'code-2019').replay(
        Object.fromEntries(record.steps.map((step) => [step.question, step.answer])),
      ).path,
    ).not.toContain('task-in-law');
    expect(reopened.notReplayed.map(({ what }) => what)).toContain('not-asked');

    const asMade = {
      ...older,
      steps: older.steps.filter(
        (step) => !reopened.notReplayed.some((one) => one.question === step.question),
      ),
    };
    const again = await reopen(asMade, lawfulBasis, words);
    expect(again).toMatchObject({
      notReplayed: [],
      agrees: true,
      then: { id: 'public-task' },
      today: { same: false },
    });
    expect(again.today?.outcome).toBeUndefined();
    expect(again.today?.asks?.question).toBe('task-in-law');
    expect(again.today?.reachable.map(({ id }) => id)).toContain('legitimate-interests');
    expect(again.today?.parts?.question).toBe('democratic-engagement');
    expect(again.today?.parts?.law.map(({ id }) => id)).toEqual(expect.arrayContaining(['LB-1']));
  });

  test('and its answer is no longer offered: it is named, and the result stays as recorded', async () => {
    const odd = withSteps((step) => [
      step.question === 'channel' ? { ...step, answer: 'pigeon-post', said: ['By pigeon'] } : step,
    ]);
    const reopened = await reopen(odd, lawfulBasis, words);
    expect(reopened.notReplayed).toEqual([
      expect.objectContaining({ what: 'answer-gone', question: 'channel', said: ['By pigeon'] }),
    ]);
    expect(reopened).not.toHaveProperty('then');
    expect(reopened).not.toHaveProperty('today');
  });

  test('and a question of it is gone: it is named', async () => {
    for (const id of ['star-sign', 'constructor', 'toString', 'hasOwnProperty']) {
      const odd = withSteps((step) =>
        step.question === 'harm' ? [step, { ...step, question: id, text: 'Which star sign?' }] : [step],
      );
      const reopened = await reopen(odd, lawfulBasis, words);
      expect(reopened.notReplayed).toEqual([
        expect.objectContaining({ what: 'question-gone', question: id, text: 'Which star sign?' }),
      ]);
    }
  });

  test('and a question has been added since: it is named', async () => {
    const reopened = await reopen(
      withSteps((step) => (step.question === 'harm' ? [] : [step])),
      lawfulBasis,
      words,
    );
    expect(reopened.notReplayed).toEqual([
      expect.objectContaining({ what: 'newly-asked', question: 'harm', said: [] }),
    ]);
  });

  test('and it was decided under rules that this site does not know', async () => {
    const reopened = await reopen(
      { ...record, edition: { ...record.edition, id: 'law-2031-01' } },
      lawfulBasis,
      words,
    );
    expect(reopened.notReplayed.map(({ what }) => what)).toEqual(['edition-gone']);
  });

  test('and it states another result than its own answers give', async () => {
    const forged: DecisionRecord = {
      ...record,
      outcome: { ...record.outcome, id: 'consent', verdict: 'proceed' },
    };
    expect(await reopen(forged, lawfulBasis, words)).toMatchObject({
      agrees: false,
      then: { id: 'legitimate-interests', verdict: 'proceed-if' },
    });
    const bolder: DecisionRecord = { ...record, outcome: { ...record.outcome, verdict: 'proceed' } };
    expect(await reopen(bolder, lawfulBasis, words)).toMatchObject({ agrees: false });
  });

  test('and the questionnaire has a newer or an older version', async () => {
    const versioned = (version: string): Questionnaire => ({ ...lawfulBasis, version });
    expect((await reopen(record, versioned('2.0.10'), words)).version).toBe('older');
    expect((await reopen(record, versioned('0.9.9'), words)).version).toBe('newer');
  });
});
