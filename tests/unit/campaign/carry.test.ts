import { describe, expect, test } from 'vitest';
import {
  beginUse,
  decideUse,
  setWho,
  tickStanding,
  useOf,
  type Campaign,
  type Settled,
  type Use,
} from '../../../src/campaign/campaign.ts';
import { carriedFrom, carry, flaggedUses, takesHere } from '../../../src/campaign/carry.ts';
import { decisionOf, statesDoneBefore, type TodoReaches } from '../../../src/campaign/decision.ts';
import { choice, choices, date, text } from '../../../src/engine/define.ts';
import { HOLDS_FOR, READ_BESIDE } from '../../../src/questionnaires/holds-for.ts';
import { who, yesNo } from '../../../src/questionnaires/shared-questions.ts';
import { questionnaires } from '../../../src/questionnaires/index.ts';
import type { DecisionRecord } from '../../../src/records/record.ts';
import { draftWith, recordFrom } from '../records/example-records.ts';
import {
  CAMPAIGN_WIDE,
  decided,
  decision,
  settled,
  todo,
  TUESDAY,
  ward,
  WEDNESDAY,
  withLetters,
} from './example-campaign.ts';

const asks = {
  questions: {
    who,
    purpose: text(),
    provenance: yesNo('no', ['why']),
    'obtained-on': date(['not-yet'], { cautious: 'not-yet', samples: ['2026-01-01'] }),
    'poll-over': yesNo('yes'),
    fresh: choice(['newest', 'older'], { cautious: 'older' }),
    contract: yesNo('no'),
    compatible: yesNo('no', ['why']),
    channel: choice(['post', 'email']),
  },
};
const TODAY = '2026-03-10';
const list = { for: 'list', id: 'list-petition' } as const;
const aboutList = (question: string, answer: Settled['answer'], more: Partial<Settled> = {}) =>
  settled({ question, answer, holds: list, said: [`said of ${question}`], ...more });

const emails = (campaign: Campaign): Use => {
  const use = useOf(campaign, 'use-emails');
  if (use === undefined) throw new Error('The e-mails are gone.');
  return use;
};
const carried = (campaign: Campaign, today = TODAY) => carry(campaign, emails(campaign), asks, today);

describe('what is known of the campaign', () => {
  test('someone who has said what kind of campaigner she is finds that answered', () => {
    expect(carried(ward()).known).toEqual([
      { question: 'who', answer: 'independent-candidate', said: [], reasons: {}, notKnown: false },
    ]);
  });

  test('someone who has won is asked each time, and may read what she said before', () => {
    const won = setWho(withLetters({ settled: [settled()] }), { kind: 'elected-representative' }, WEDNESDAY);
    expect(carried(won).known).toEqual([]);
    expect(carried(won).notCarried).toMatchObject([
      { question: 'who', why: 'fact-changed', facts: ['kind'], said: ['An independent candidate'] },
    ]);
    expect(flaggedUses(won).map(({ use, facts }) => [use.id, facts])).toEqual([['use-letters', ['kind']]]);
  });

  test('someone whose facts are as they were has nothing to look at again', () => {
    expect(flaggedUses(withLetters())).toEqual([]);
    expect(flaggedUses(setWho(withLetters(), { name: 'Ada' }, WEDNESDAY))).toEqual([]);
  });
});

describe('what is known of a list or a supplier', () => {
  test('someone who settled something about the list of this use is offered it by the list’s name, with her reasons', () => {
    const known = withLetters({
      settled: [aboutList('provenance', 'yes', { reasons: { why: 'Seen the form' } })],
    });
    expect(carried(known).offered).toEqual([
      {
        question: 'provenance',
        answer: 'yes',
        said: ['said of provenance'],
        reasons: { why: 'Seen the form' },
        notKnown: false,
        about: { id: 'list-petition', name: 'The petition list' },
        from: { use: 'use-letters', title: 'Post letters', on: '2026-03-03' },
      },
    ]);
  });

  test('her record says where a carried answer came from, of what day, and about which list', () => {
    const known = withLetters({ settled: [aboutList('provenance', 'yes')] });
    const {
      known: [mine],
      offered: [theirs],
    } = carried(known);
    if (mine === undefined || theirs === undefined) throw new Error('Nothing was carried.');
    expect(carriedFrom(theirs, known, TODAY)).toEqual({
      title: 'Post letters',
      on: '2026-03-03',
      holds: { ...list, name: 'The petition list' },
    });
    expect(carriedFrom(mine, known, TODAY)).toEqual({
      title: 'Ada for Elm',
      on: TODAY,
      holds: CAMPAIGN_WIDE,
    });
  });

  test('“I don’t know yet” is carried as that', () => {
    const known = withLetters({ settled: [aboutList('provenance', 'not-known')] });
    expect(carried(known).offered).toMatchObject([{ answer: 'not-known', notKnown: true }]);
  });

  test('an answer about a list that this use does not have is not for it', () => {
    const known = withLetters({ settled: [aboutList('provenance', 'yes')] });
    const { offered, notCarried } = carry(known, { id: 'use-x', lists: [], suppliers: [] }, asks, TODAY);
    expect([offered, notCarried]).toEqual([[], []]);
  });

  test('an answer that is of this use alone is never carried, whatever somebody put into the campaign', () => {
    const known = withLetters({ settled: [aboutList('channel', 'post'), settled({ question: 'purpose' })] });
    expect(carried(known).offered).toEqual([]);
    expect(carried(known).known.map(({ question }) => question)).toEqual(['who']);
  });

  test('her own earlier answers to the same use are its draft, and not carried into it', () => {
    const from = { use: 'use-emails', title: 'E-mail signers', on: '2026-03-03' };
    const known = withLetters({ settled: [aboutList('provenance', 'yes', { from })] });
    expect(carried(known).offered).toEqual([]);
  });

  test('what another use of the same list answered can be read beside a question that each use decides anew', () => {
    const before = {
      answer: 'yes',
      said: ['Yes, it is compatible'],
      reasons: { why: 'They signed for it' },
    };
    const known = withLetters({
      settled: [
        settled({ question: 'compatible', holds: list, ...before }),
        settled({
          question: 'compatible',
          holds: list,
          from: { use: 'use-emails', title: 'E-mail signers', on: '2026-03-03' },
        }),
        settled({ question: 'compatible', holds: { for: 'list', id: 'list-other' } }),
      ],
    });
    expect([carried(known).known.map(({ question }) => question), carried(known).offered]).toEqual([
      ['who'],
      [],
    ]);
    expect(carried(known).notCarried).toEqual([
      {
        question: 'compatible',
        said: before.said,
        reasons: before.reasons,
        about: { id: 'list-petition', name: 'The petition list' },
        from: { use: 'use-letters', title: 'Post letters', on: '2026-03-03' },
        why: 'each-use',
        facts: [],
      },
    ]);
  });

  test('an answer that the questionnaire does not take any more is named and not carried', () => {
    const known = withLetters({ settled: [aboutList('provenance', 'perhaps')] });
    expect(carried(known).offered).toEqual([]);
    expect(carried(known).notCarried).toMatchObject([{ question: 'provenance', why: 'not-taken' }]);
  });

  test('a question about the poll is asked again once polling day has passed, and not on that day', () => {
    const known = withLetters({ settled: [aboutList('poll-over', 'no')] });
    expect(carried(known, '2026-05-07').offered).toHaveLength(1);
    expect(carried(known, '2026-05-08').notCarried).toMatchObject([
      { question: 'poll-over', why: 'date-passed' },
    ]);
  });

  test('whether a register is the newest is asked again after a month', () => {
    const known = withLetters({ settled: [aboutList('fresh', 'newest')] });
    expect(carried(known, '2026-04-03').offered).toHaveLength(1);
    expect(carried(known, '2026-04-04').notCarried).toMatchObject([{ why: 'date-passed' }]);
  });

  test('an option that the path does not offer is told apart where the question comes up', () => {
    const question = choices(['register', 'kept']);
    expect(takesHere(question, ['register', 'kept'], ['kept'])).toBe(true);
    expect(takesHere(question, ['register'], ['kept'])).toBe(false);
    expect(takesHere(question, ['register'], { __proto__: null } as never)).toBe(false);
  });
});

describe('questions that hold for more than one use', () => {
  test('each is one question, with the same kind and options, wherever it is asked', () => {
    const shapes = questionnaires.flatMap(({ questions }) =>
      Object.entries(questions)
        .filter(([id]) => Object.hasOwn(HOLDS_FOR, id))
        .map(([id, { kind, options }]) => [id, JSON.stringify({ kind, options })] as const),
    );
    expect(shapes.map(([id]) => id)).toContain('who');
    const differ = shapes.filter(([id, shape]) => shape !== new Map(shapes).get(id));
    expect(differ).toEqual([]);
  });

  test('what is decided anew in each use is in no list of what is carried', () => {
    for (const id of [
      'dpia',
      'vulnerable',
      'register-entitled',
      'compatible',
      'condition',
      'role',
      'purpose',
    ])
      expect(Object.hasOwn(HOLDS_FOR, id)).toBe(false);
    expect(READ_BESIDE).toEqual(['register-entitled', 'compatible', 'condition']);
  });
});

describe('what a decision leaves behind', () => {
  const reaches: TodoReaches = {
    fee: { scope: 'campaign', lasts: { months: 12 } },
    train: { scope: 'campaign', reopens: ['channel'] },
    'reg-fresh': { scope: 'list' },
  };
  /** The record with the scopes of these to-dos. */
  const scoped = (record: DecisionRecord): DecisionRecord => ({
    ...record,
    todos: record.todos.map((one) => ({ ...one, scope: reaches[one.id]?.scope ?? 'use' })),
  });
  const letters = { id: 'use-letters', title: 'Post letters', lists: ['list-petition'], suppliers: [] };

  test('its record gives the verdict, the open to-dos of this use alone, and what was settled', async () => {
    const record = await recordFrom(
      draftWith('registerLetters', { details: { reviewOn: '2026-06-01' } as never }),
    );
    const left = decisionOf(ward(), letters, scoped(record), reaches);
    expect(left.decided).toMatchObject({
      verdict: record.outcome.verdict,
      outcome: record.outcome.name,
      plain: record.outcome.plain ?? record.outcome.headline,
      reviewOn: '2026-06-01',
      record: record.fingerprint,
      version: record.questionnaire.version,
      facts: { kind: 'independent-candidate', nation: 'england', poll: 'local' },
    });
    const open = left.decided.todos.map(({ id }) => id);
    expect(open).toContain('basis-record');
    for (const id of ['fee', 'train', 'reg-fresh']) expect(open).not.toContain(id);
    expect(left.standing.map(({ todo: { id }, covers }) => [id, covers.for])).toEqual(
      expect.arrayContaining([
        ['fee', 'campaign'],
        ['train', 'campaign'],
        ['reg-fresh', 'list'],
      ]),
    );
    expect(left.standing.find((one) => one.todo.id === 'train')?.seen).toEqual({ channel: ['post-by-name'] });
    expect(left.settled.map(({ question }) => question)).toEqual([
      'who',
      'register-entitled',
      'nation',
      'poll',
      'others-handle',
    ]);
    const after = decideUse(ward(), 'use-letters', left, TUESDAY);
    expect(useOf(after, 'use-letters')?.state).toBe('decided');
  });

  test('an answer about several lists at once is kept for none of them', async () => {
    const record = await recordFrom(draftWith('registerLetters'));
    const steps = [{ ...record.steps[0], question: 'provenance', answer: 'yes' } as (typeof record.steps)[0]];
    const of = (lists: string[]) =>
      decisionOf(ward(), { ...letters, lists }, { ...record, steps }).settled.length;
    expect([of([]), of(['list-petition']), of(['list-petition', 'list-other'])]).toEqual([0, 1, 0]);
  });

  test('a duty done once is done in the next decision, with its day and note', () => {
    const state = { is: 'done', on: '2026-03-04', note: 'Paid by card' } as const;
    const paid = tickStanding(ward(), { todo: todo('fee'), covers: CAMPAIGN_WIDE, state }, WEDNESDAY);
    expect(statesDoneBefore(paid, letters, reaches, {}, TODAY)).toEqual({
      fee: { ...state, covers: CAMPAIGN_WIDE },
    });
    // The fee is for a year.
    expect(statesDoneBefore(paid, letters, reaches, {}, '2027-03-04')).toEqual({
      fee: { ...state, covers: CAMPAIGN_WIDE },
    });
    expect(statesDoneBefore(paid, letters, reaches, {}, '2027-03-05')).toEqual({});
  });

  test('a duty for each list counts as done where it is done for all lists of the use', () => {
    const state = { is: 'done', on: '2026-03-04' } as const;
    const one = tickStanding(ward(), { todo: todo('reg-fresh'), covers: list, state }, WEDNESDAY);
    expect(statesDoneBefore(one, letters, reaches, {}, TODAY)).toEqual({
      'reg-fresh': { ...state, covers: { ...list, name: 'The petition list' } },
    });
    const both = { ...letters, lists: ['list-petition', 'list-register'] };
    expect(statesDoneBefore(one, both, reaches, {}, TODAY)).toEqual({});
    expect(statesDoneBefore(one, { ...letters, lists: [] }, reaches, {}, TODAY)).toEqual({});
  });

  test('a new channel makes training due again, in the answers and in the campaign', () => {
    const asking = (channel: string) =>
      decision({
        standing: [
          {
            todo: todo('train'),
            covers: CAMPAIGN_WIDE,
            state: { is: 'not-yet' },
            seen: { channel: [channel] },
          },
        ],
      });
    const begun = decideUse(ward(), 'use-letters', asking('post'), TUESDAY);
    const state = { is: 'done', on: '2026-03-04', note: 'Two evenings' } as const;
    const trained = tickStanding(begun, { todo: todo('train'), covers: CAMPAIGN_WIDE, state }, WEDNESDAY);
    expect(statesDoneBefore(trained, letters, reaches, { channel: 'post' }, TODAY)).toEqual({
      train: { ...state, covers: CAMPAIGN_WIDE },
    });
    expect(statesDoneBefore(trained, letters, reaches, { channel: 'doorstep' }, TODAY)).toEqual({});

    const same = decideUse(trained, 'use-emails', asking('post'), WEDNESDAY);
    expect(same.standing[0]?.state).toEqual(state);
    const other = decideUse(trained, 'use-emails', asking('doorstep'), WEDNESDAY);
    expect(other.standing[0]).toMatchObject({
      state: { is: 'not-yet', note: 'Two evenings' },
      reopenedBy: 'use-emails',
      seen: { channel: ['post', 'doorstep'] },
    });
    const again = tickStanding(other, { todo: todo('train'), covers: CAMPAIGN_WIDE, state }, WEDNESDAY);
    expect(again.standing[0]).not.toHaveProperty('reopenedBy');
    expect(statesDoneBefore(again, letters, reaches, { channel: 'doorstep' }, TODAY)).toEqual({
      train: { ...state, covers: CAMPAIGN_WIDE },
    });
  });

  test('a use that is answered anew still has what it was decided to be', () => {
    const anew = beginUse(withLetters({ decided: decided() }), 'use-letters', WEDNESDAY);
    expect(flaggedUses(setWho(anew, { poll: 'senedd' }, WEDNESDAY))).toHaveLength(1);
  });
});
