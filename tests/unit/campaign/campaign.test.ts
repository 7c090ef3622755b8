import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  beginUse,
  campaignSchema,
  changedFacts,
  changeUse,
  decideUse,
  isUncopied,
  newCampaign,
  newId,
  noteCopiedOut,
  noteRecord,
  planUse,
  removeCovered,
  removeUse,
  setWho,
  standingState,
  supersedeUse,
  tickStanding,
  useOf,
  type Campaign,
} from '../../../src/campaign/campaign.ts';
import {
  CAMPAIGN_WIDE,
  decided,
  decision,
  MONDAY,
  settled,
  todo,
  TUESDAY,
  ward,
  WEDNESDAY,
  withLetters,
} from './example-campaign.ts';

const fee = { todo: todo('fee'), covers: CAMPAIGN_WIDE, state: { is: 'not-yet' } } as const;
const done = { is: 'done', on: '2026-03-04', note: 'Paid by card' } as const;

/** An edit must leave the campaign that it is given as it was: undo takes that one up again. */
function untouched(before: Campaign, edit: (campaign: Campaign) => Campaign): Campaign {
  const copy = structuredClone(before);
  const after = edit(before);
  expect(before).toEqual(copy);
  expect(v.parse(campaignSchema, after)).toEqual(after);
  return after;
}

describe('who we are', () => {
  test('someone who has said nothing yet has a campaign that can be kept', () => {
    const campaign = newCampaign(newId('campaign'), MONDAY);
    expect(v.is(campaignSchema, campaign)).toBe(true);
    expect(isUncopied(campaign)).toBe(false);
  });

  test('someone who changes the poll keeps her name, and can take the day back', () => {
    const after = untouched(ward(), (campaign) =>
      setWho(campaign, { poll: 'mayor-or-commissioner', pollingDay: undefined }, TUESDAY),
    );
    expect(after.who).toMatchObject({ name: 'Ada for Elm', poll: 'mayor-or-commissioner' });
    expect(after.who).not.toHaveProperty('pollingDay');
    expect(after.changedOn).toBe(TUESDAY);
  });

  test('someone who has won is told which of her facts have changed, and nothing of those she had not said', () => {
    const after = setWho(ward(), { kind: 'elected-representative' }, WEDNESDAY);
    expect(changedFacts(decided().facts, after.who)).toEqual(['kind']);
    expect(changedFacts({ kind: 'elected-representative' }, after.who)).toEqual([]);
  });

  test('two things that are made get different ids, which a record’s schema would take as well', () => {
    const ids = Array.from({ length: 200 }, () => newId('use'));
    expect(new Set(ids).size).toBe(200);
    expect(ids.every((id) => /^use-[0-9a-f]{16}$/.test(id))).toBe(true);
  });
});

describe('uses', () => {
  test('someone plans a use, begins it and decides it', () => {
    const planned = untouched(ward(), (campaign) =>
      planUse(campaign, { id: 'use-notes', title: 'Doorstep notes', questionnaire: 'lawful-basis' }, TUESDAY),
    );
    expect(useOf(planned, 'use-notes')).toMatchObject({ state: 'planned', lists: [], suppliers: [] });
    const begun = untouched(planned, (campaign) => beginUse(campaign, 'use-notes', TUESDAY));
    expect(useOf(begun, 'use-notes')?.state).toBe('begun');
    const after = untouched(begun, (campaign) => decideUse(campaign, 'use-notes', decision(), WEDNESDAY));
    expect(useOf(after, 'use-notes')).toMatchObject({ state: 'decided', decided: { verdict: 'proceed-if' } });
  });

  test('someone who answers a decided use anew still sees what it was decided to be', () => {
    const anew = beginUse(withLetters(), 'use-letters', WEDNESDAY);
    expect(useOf(anew, 'use-letters')).toMatchObject({ state: 'begun', decided: { verdict: 'proceed-if' } });
  });

  test('someone who decides a use that was removed in another tab changes nothing', () => {
    const before = ward();
    expect(decideUse(before, 'use-gone', decision({ settled: [settled()] }), TUESDAY)).toBe(before);
  });

  test('someone who makes a record finds its fingerprint beside the use and what it settled', () => {
    const record = 'a'.repeat(64);
    const after = untouched(withLetters({ settled: [settled()] }), (campaign) =>
      noteRecord(campaign, 'use-letters', record, WEDNESDAY),
    );
    expect(useOf(after, 'use-letters')?.decided?.record).toBe(record);
    expect(after.settled[0]?.from.record).toBe(record);
  });

  test('someone who takes a use out loses no answer that others rest on, and no use names it any more', () => {
    const follows = planUse(
      withLetters({ settled: [settled()] }),
      { id: 'use-after', title: 'Tell people', questionnaire: 'lawful-basis', calledBy: 'use-letters' },
      WEDNESDAY,
    );
    const after = untouched(supersedeUse(follows, 'use-emails', 'use-letters', WEDNESDAY), (campaign) =>
      removeUse(campaign, 'use-letters', WEDNESDAY),
    );
    expect(after.settled).toHaveLength(1);
    expect(JSON.stringify(after.uses)).not.toContain('use-letters');
  });

  test('someone who takes a list out finds it in no use, and keeps nothing that held for it alone', () => {
    const list = { for: 'list', id: 'list-petition' } as const;
    const known = withLetters({
      settled: [settled(), settled({ question: 'provenance', answer: 'yes', holds: list })],
      standing: [{ todo: todo('reg-fresh'), covers: list, state: { is: 'done', on: '2026-03-03' } }],
    });
    const after = untouched(known, (campaign) => removeCovered(campaign, list, WEDNESDAY));
    expect(after.lists).toEqual([]);
    expect(useOf(after, 'use-emails')).toMatchObject({ lists: [], suppliers: ['supplier-print'] });
    expect(after.settled.map(({ question }) => question)).toEqual(['who']);
    expect(after.standing).toEqual([]);
  });

  test('someone gives a use other lists and another title', () => {
    const after = untouched(ward(), (campaign) =>
      changeUse(campaign, 'use-letters', { title: 'Two letters', lists: ['list-petition'] }, TUESDAY),
    );
    expect(useOf(after, 'use-letters')).toMatchObject({ title: 'Two letters', lists: ['list-petition'] });
  });
});

describe('what is done once for the campaign', () => {
  test('someone who ticks a standing duty finds it done, with day and note, after her next decision', () => {
    const ticked = untouched(withLetters({ standing: [fee] }), (campaign) =>
      tickStanding(campaign, { ...fee, state: done }, WEDNESDAY),
    );
    const after = untouched(ticked, (campaign) =>
      decideUse(campaign, 'use-emails', decision({ standing: [fee] }), WEDNESDAY),
    );
    expect(after.standing).toEqual([
      { todo: todo('fee'), covers: CAMPAIGN_WIDE, state: done, askedBy: ['use-letters', 'use-emails'] },
    ]);
  });

  test('answers that show a duty done leave the day and note that she wrote', () => {
    const ticked = tickStanding(ward(), { ...fee, state: done }, TUESDAY);
    const shown = decision({ standing: [{ ...fee, state: { is: 'done' } }] });
    expect(standingState(decideUse(ticked, 'use-letters', shown, WEDNESDAY), 'fee', CAMPAIGN_WIDE)).toEqual(
      done,
    );
  });

  test('a duty for one list says nothing of another', () => {
    const covers = { for: 'list', id: 'list-petition' } as const;
    const after = tickStanding(ward(), { todo: todo('reg-fresh'), covers, state: done }, TUESDAY);
    expect(standingState(after, 'reg-fresh', covers)).toEqual(done);
    expect(standingState(after, 'reg-fresh', { for: 'list', id: 'list-register' })).toBeUndefined();
    expect(standingState(after, 'reg-fresh', CAMPAIGN_WIDE)).toBeUndefined();
  });

  test('a duty that no use asks for any more goes, unless something was said of it', () => {
    const known = withLetters({ standing: [fee, { ...fee, todo: todo('train') }] });
    const ticked = tickStanding(known, { ...fee, todo: todo('train'), state: done }, WEDNESDAY);
    const left = (campaign: Campaign) => campaign.standing.map((one) => one.todo.id);
    expect(left(untouched(ticked, (one) => removeUse(one, 'use-letters', WEDNESDAY)))).toEqual(['train']);
    expect(left(supersedeUse(ticked, 'use-letters', 'use-emails', WEDNESDAY))).toEqual(['train']);
    // Decided again, and no longer asked for.
    expect(left(decideUse(ticked, 'use-letters', decision(), WEDNESDAY))).toEqual(['train']);
  });
});

describe('answers that hold for more than one use', () => {
  test('a later answer takes the place of one that held for the same, and of no other', () => {
    const list = { for: 'list', id: 'list-petition' } as const;
    const known = withLetters({
      settled: [settled(), settled({ question: 'provenance', answer: 'no', holds: list })],
    });
    const after = decideUse(
      known,
      'use-emails',
      decision({ settled: [settled({ question: 'provenance', answer: 'yes', holds: list })] }),
      WEDNESDAY,
    );
    expect(after.settled.map(({ question, answer }) => [question, answer])).toEqual([
      ['who', 'independent-candidate'],
      ['provenance', 'yes'],
    ]);
  });
});

describe('copied out', () => {
  test('someone is reminded once something has changed since, and not before', () => {
    expect(isUncopied(ward())).toBe(true);
    const copied = noteCopiedOut(ward(), TUESDAY);
    expect(isUncopied(copied)).toBe(false);
    expect(isUncopied(beginUse(copied, 'use-letters', WEDNESDAY))).toBe(true);
  });

  test('a clock an hour ahead elsewhere is read as the moment that it names', () => {
    const copied = { ...ward(), changedOn: '2026-03-02T10:30:00+01:00' };
    expect(isUncopied({ ...copied, copiedOutOn: '2026-03-02T09:45:00+00:00' })).toBe(false);
  });
});
