import { describe, expect, test } from 'vitest';
import {
  decideUse,
  setWho,
  supersedeUse,
  tickStanding,
  type Campaign,
} from '../../../src/campaign/campaign.ts';
import type { TodoReaches } from '../../../src/campaign/decision.ts';
import { nextYear } from '../../../src/campaign/next-year.ts';
import { comesNext, sayQuiet } from '../../../src/campaign/next.ts';
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

const TODAY = '2026-03-10';
const reaches: TodoReaches = { fee: { scope: 'campaign', lasts: { months: 12 } } };
const days = (campaign: Campaign, today = TODAY) =>
  comesNext(campaign, reaches, today).dated.map(({ on, what, use, overdue }) => [
    on,
    what,
    use?.id ?? '',
    overdue,
  ]);

const full = withLetters({
  decided: decided({
    reviewOn: '2026-06-01',
    lastDays: [{ on: '2026-04-02', text: 'Tell people by 2 April 2026.' }],
    todos: [
      todo('basis-record'),
      todo('aft-destroy', { when: ['after'], holdsBack: false }),
      todo('reply', { by: '2026-03-05', holdsBack: false }),
    ],
  }),
  standing: [
    { todo: todo('train'), covers: CAMPAIGN_WIDE, state: { is: 'not-yet' } },
    { todo: todo('fee'), covers: CAMPAIGN_WIDE, state: { is: 'done', on: '2025-05-20' } },
  ],
});

describe('what comes next', () => {
  test('someone sees last days, the poll, reviews, to-dos and what has to be renewed in order of date', () => {
    expect(days(full)).toEqual([
      ['2026-03-05', 'to-do', 'use-letters', true],
      ['2026-04-02', 'last-day', 'use-letters', false],
      ['2026-05-07', 'polling-day', '', false],
      ['2026-05-08', 'to-do', 'use-letters', false],
      ['2026-05-20', 'again', '', false],
      ['2026-06-01', 'review', 'use-letters', false],
    ]);
  });

  test('what holds her back and has no day stands apart, named by what waits for it', () => {
    expect(
      comesNext(full, reaches, TODAY).waiting.map(({ todo: { id }, use, covers }) => [
        id,
        use?.id,
        covers?.for,
      ]),
    ).toEqual([
      ['basis-record', 'use-letters', undefined],
      ['train', undefined, 'campaign'],
    ]);
  });

  test('a use that another has taken the place of asks for nothing any more', () => {
    const after = supersedeUse(full, 'use-letters', 'use-emails', WEDNESDAY);
    expect(days(after)).toEqual([
      ['2026-05-07', 'polling-day', '', false],
      ['2026-05-20', 'again', '', false],
    ]);
  });

  test('a poll that is over is not told as coming, and a review that is due stays until it is done', () => {
    expect(days(full, '2026-07-01').filter(([, what]) => what === 'polling-day')).toEqual([]);
    expect(days(full, '2026-07-01')).toContainEqual(['2026-06-01', 'review', 'use-letters', true]);
    const again = decideUse(full, 'use-letters', decision(), WEDNESDAY);
    expect(days(again, '2026-07-01').filter(([, what]) => what === 'review')).toEqual([]);
  });

  test('without a polling day, what is for afterwards has no day and does not hold her back', () => {
    const undated = setWho(full, { pollingDay: undefined }, WEDNESDAY);
    expect(days(undated).map(([on]) => on)).not.toContain('2026-05-08');
    expect(comesNext(undated, reaches, TODAY).waiting.map(({ todo: { id } }) => id)).not.toContain(
      'aft-destroy',
    );
  });
});

describe('when nothing is due', () => {
  const quiet = (campaign: Campaign, today = TODAY) => sayQuiet(comesNext(campaign, reaches, today), today);

  test('someone is told until when she has time', () => {
    expect(quiet(setWho(ward(), { pollingDay: '2026-05-03' }, TUESDAY))).toBe(
      'Nothing is due before 3 May 2026.',
    );
    expect(quiet(setWho(ward(), { pollingDay: undefined }, TUESDAY))).toBe('Nothing is due.');
  });

  test('she is not told so on the day itself, nor while something is overdue or waits', () => {
    expect(quiet(ward(), '2026-05-07')).toBeUndefined();
    expect(quiet(full)).toBeUndefined();
    const waits = tickStanding(
      ward(),
      { todo: todo('train'), covers: CAMPAIGN_WIDE, state: { is: 'not-yet' } },
      TUESDAY,
    );
    expect(quiet(waits)).toBeUndefined();
  });
});

describe('next year', () => {
  test('someone begins again with her people, lists and plans, and with nothing done', () => {
    const before = withLetters({
      settled: [settled()],
      standing: [{ todo: todo('fee'), covers: CAMPAIGN_WIDE, state: { is: 'done', on: '2026-03-03' } }],
    });
    let made = 0;
    const after = nextYear(before, { campaign: 'campaign-next', use: () => `use-${(made += 1)}` }, WEDNESDAY);
    expect(after).toMatchObject({
      id: 'campaign-next',
      begunFrom: 'campaign-elm',
      revision: 0,
      who: { name: 'Ada for Elm', kind: 'independent-candidate' },
      lists: [{ id: 'list-petition', source: 'kept' }],
      standing: [],
      settled: [],
    });
    expect(after.who).not.toHaveProperty('pollingDay');
    expect(after.uses.map(({ id, title, state, decided: was }) => [id, title, state, was])).toEqual([
      ['use-1', 'Post letters', 'planned', undefined],
      ['use-2', 'E-mail signers', 'planned', undefined],
    ]);
    expect(after.uses[1]?.lists).toEqual(['list-petition']);
  });
});
