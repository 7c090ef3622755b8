import { describe, expect, test } from 'vitest';
import {
  decideUse,
  newCampaign,
  planUse,
  putList,
  setWho,
  tickStanding,
  type Campaign,
} from '../../../src/campaign/campaign.ts';
import { chosenAtFirst, compare, take, type Brought } from '../../../src/campaign/merge.ts';
import type { RecordRow } from '../../../src/campaign/register.ts';
import {
  CAMPAIGN_WIDE,
  decided,
  decision,
  settled,
  todo,
  TUESDAY,
  ward,
  WEDNESDAY,
} from './example-campaign.ts';

const row = (letter: string, more: Partial<RecordRow> = {}): RecordRow => ({
  fingerprint: letter.repeat(64),
  title: `Record ${letter}`,
  questionnaire: 'lawful-basis',
  madeAt: TUESDAY,
  verdict: 'proceed',
  outcome: 'Legitimate interests',
  ...more,
});
const brought = (campaign: Campaign, rows: readonly RecordRow[] = []): Brought => ({
  campaign,
  records: rows.map((one) => ({ row: one, json: `{"of":"${one.fingerprint}"}` })),
});
/** What is not simply the same, by key. */
const told = (mine: Campaign, rows: readonly RecordRow[], theirs: Brought) =>
  Object.fromEntries(
    compare(mine, rows, theirs).parts.flatMap(({ key, is }) => (is === 'same' ? [] : [[key, is]])),
  );
const fee = (state: { is: 'done' | 'not-yet'; on?: string }) => ({
  todo: todo('fee'),
  covers: CAMPAIGN_WIDE,
  state,
});
const FEE = 'standing fee campaign';

describe('someone opens a campaign that she took away', () => {
  test('and finds that there is nothing to take where nothing has changed', () => {
    const mine = decideUse(ward(), 'use-letters', decision({ settled: [settled()] }), TUESDAY);
    const comparison = compare(mine, [row('a')], brought(structuredClone(mine), [row('a')]));
    expect(new Set(comparison.parts.map(({ is }) => is))).toEqual(new Set(['same']));
    expect(comparison.another).toBe(false);
    expect(chosenAtFirst(comparison).size).toBe(0);
  });

  test('on another machine, and finds all of it new', () => {
    const theirs = decideUse(ward(), 'use-letters', decision({ settled: [settled()] }), TUESDAY);
    const blank = newCampaign('campaign-blank', WEDNESDAY);
    const comparison = compare(blank, [], brought(theirs, [row('a')]));
    expect(comparison.another).toBe(false);
    const { campaign, records } = take(blank, comparison, chosenAtFirst(comparison), WEDNESDAY);
    // The same campaign on two machines: neither is told later that the other’s is another one.
    expect(campaign).toEqual({ ...theirs, changedOn: WEDNESDAY });
    expect(compare(theirs, [row('a')], brought(campaign, [row('a')])).another).toBe(false);
    expect(records.map((record) => record.row.fingerprint)).toEqual(['a'.repeat(64)]);
  });

  test('and is told where it is another campaign', () => {
    const other = { ...ward(), id: 'campaign-oak' };
    expect(compare(ward(), [], brought(other)).another).toBe(true);
    expect(compare(ward(), [], brought({ ...other, begunFrom: 'campaign-elm' })).another).toBe(false);
  });
});

describe('what is new, older or in conflict', () => {
  test('a use that was decided there and only planned here is new, the other way round older', () => {
    const there = decideUse(ward(), 'use-letters', decision(), TUESDAY);
    expect(told(ward(), [], brought(there))).toEqual({ 'use use-letters': 'new' });
    expect(told(there, [], brought(ward()))).toEqual({ 'use use-letters': 'older' });
  });

  test('a use decided on both is in conflict, and is chosen by hand alone', () => {
    const here = decideUse(ward(), 'use-letters', decision(), TUESDAY);
    const there = decideUse(
      ward(),
      'use-letters',
      decision({ decided: decided({ verdict: 'stop' }) }),
      WEDNESDAY,
    );
    const comparison = compare(here, [], brought(there));
    expect(comparison.parts.filter(({ is }) => is === 'conflict').map(({ key }) => key)).toEqual([
      'use use-letters',
    ]);
    const untouched = take(here, comparison, chosenAtFirst(comparison), WEDNESDAY).campaign;
    expect(untouched.uses).toEqual(here.uses);
    const taken = take(here, comparison, new Set(['use use-letters']), WEDNESDAY).campaign;
    expect(taken.uses[0]?.decided?.verdict).toBe('stop');
  });

  test('a duty done on both with different days is in conflict, done there alone new, done here alone older', () => {
    const may = tickStanding(ward(), fee({ is: 'done', on: '2026-05-03' }), TUESDAY);
    const june = tickStanding(ward(), fee({ is: 'done', on: '2026-06-03' }), TUESDAY);
    const open = tickStanding(ward(), fee({ is: 'not-yet' }), TUESDAY);
    expect(told(may, [], brought(june))).toEqual({ [FEE]: 'conflict' });
    expect(told(open, [], brought(june))).toEqual({ [FEE]: 'new' });
    expect(told(may, [], brought(open))).toEqual({ [FEE]: 'older' });
    expect(told(may, [], brought(may))).toEqual({});
  });

  test('two records of one use are in conflict, unless one says that it takes the other’s place', () => {
    const here = [row('a', { use: 'use-letters' })];
    const records = (theirs: RecordRow) => told(ward(), here, brought(ward(), [theirs]));
    expect(records(row('b', { use: 'use-letters' }))).toEqual({ [`record ${'b'.repeat(64)}`]: 'conflict' });
    expect(records(row('b', { use: 'use-letters', supersedes: 'a'.repeat(64) }))).toEqual({
      [`record ${'b'.repeat(64)}`]: 'new',
    });
    expect(records(row('b', { use: 'use-emails' }))).toEqual({ [`record ${'b'.repeat(64)}`]: 'new' });
    const later = [row('b', { supersedes: 'a'.repeat(64) })];
    expect(told(ward(), later, brought(ward(), [row('a')]))).toEqual({
      [`record ${'a'.repeat(64)}`]: 'older',
    });
  });

  test('two records that take the place of the same one are in conflict, and both can be kept', () => {
    const here = [row('b', { supersedes: 'a'.repeat(64) })];
    const theirs = brought(ward(), [row('c', { supersedes: 'a'.repeat(64) })]);
    const comparison = compare(ward(), here, theirs);
    expect(comparison.parts.at(-1)?.is).toBe('conflict');
    const { records } = take(ward(), comparison, new Set([`record ${'c'.repeat(64)}`]), WEDNESDAY);
    expect(records).toHaveLength(1);
  });

  test('who we are is new where here nothing was said, older where there nothing was, else in conflict', () => {
    const silent = setWho(ward(), { decidedBy: '', poll: undefined }, TUESDAY);
    expect(told(silent, [], brought(ward()))).toEqual({ who: 'new' });
    expect(told(ward(), [], brought(silent))).toEqual({ who: 'older' });
    expect(told(ward(), [], brought(setWho(ward(), { poll: 'senedd' }, TUESDAY)))).toEqual({
      who: 'conflict',
    });
  });

  test('another answer about the same is older by its day, else in conflict', () => {
    const with_ = (answer: string, on: string) =>
      decideUse(
        ward(),
        'use-letters',
        decision({ settled: [settled({ answer, from: { use: 'use-letters', title: 'Post letters', on } })] }),
        TUESDAY,
      );
    const may = with_('supplier', '2026-05-01');
    expect(told(may, [], brought(with_('party-candidate', '2026-04-01')))).toEqual({
      'settled who campaign': 'older',
    });
    expect(told(may, [], brought(with_('party-candidate', '2026-06-01')))).toEqual({
      'settled who campaign': 'conflict',
    });
    expect(told(may, [], brought(with_('supplier', '2026-06-01')))).toEqual({});
  });
});

describe('taking a part', () => {
  test('a use that is taken without its list names no list that is not there', () => {
    const there = planUse(
      putList(ward(), { id: 'list-new', name: 'New', poll: '' }, TUESDAY),
      {
        id: 'use-new',
        title: 'New',
        questionnaire: 'lawful-basis',
        lists: ['list-new'],
        calledBy: 'use-gone',
      },
      TUESDAY,
    );
    const comparison = compare(ward(), [], brought(there));
    const alone = take(ward(), comparison, new Set(['use use-new']), WEDNESDAY).campaign;
    expect(alone.uses.at(-1)).toEqual({
      id: 'use-new',
      title: 'New',
      questionnaire: 'lawful-basis',
      state: 'planned',
      lists: [],
      suppliers: [],
    });
    const whole = take(ward(), comparison, chosenAtFirst(comparison), WEDNESDAY).campaign;
    expect(whole.uses.at(-1)?.lists).toEqual(['list-new']);
  });

  test('what is kept is not changed by comparing or taking, so that it can be taken up again', () => {
    const mine = ward();
    const theirs = brought(decideUse(ward(), 'use-letters', decision(), TUESDAY), [row('a')]);
    const comparison = compare(mine, [], theirs);
    take(mine, comparison, chosenAtFirst(comparison), WEDNESDAY);
    expect(mine).toEqual(ward());
  });
});
