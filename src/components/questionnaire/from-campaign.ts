/**
 * What the campaign knows of a use before it is answered, and what it is told once the use is decided. Loaded only where a
 * use of a campaign is answered, and alike for every answer.
 */
import { carry, carriedFrom, type Carried, type Carry, type NotCarried } from '../../campaign/carry.ts';
import {
  beginUse,
  decideUse,
  newId,
  noteRecord,
  planUse,
  setWho,
  useOf,
  type Campaign,
  type Use,
} from '../../campaign/campaign.ts';
import { decisionOf, statesDoneBefore } from '../../campaign/decision.ts';
import { rowOf } from '../../campaign/register.ts';
import type { Questionnaire } from '../../engine/define.ts';
import type { Reading } from '../../engine/reading.ts';
import { isoNow, todayHere } from '../../records/dates.ts';
import type { TodoStates } from '../../records/decide.ts';
import type { Draft } from '../../records/draft.ts';
import type { DecisionRecord } from '../../records/record.ts';
import type { Words } from '../../records/words.ts';
import { changeCampaign, loadCampaign, type CampaignSaved } from '../../storage/campaign.ts';
import { campaignerNames } from '../code/clause-names.ts';

/** An answer that another use settled. */
export type Known = Carried;

/** One that is asked again all the same. */
export type NotKnown = NotCarried;

export interface FromCampaign {
  readonly campaign: Campaign;
  readonly use: Use;
  readonly carry: Carry;
}

/** What the campaign knows; undefined where there is no such campaign or no such use in it. */
export async function lookUp(
  questionnaire: Pick<Questionnaire, 'questions'>,
  useId: string,
): Promise<FromCampaign | undefined> {
  const loaded = await loadCampaign();
  const use = 'campaign' in loaded ? useOf(loaded.campaign, useId) : undefined;
  if (!('campaign' in loaded) || use === undefined) return undefined;
  return {
    campaign: loaded.campaign,
    use,
    carry: carry(loaded.campaign, use, questionnaire, todayHere()),
  };
}

/** A draft with an answer that was given before, its reasons and where it is from. */
export function withCarried(draft: Draft, carried: Carried, campaign: Campaign): Draft {
  const { question, answer, reasons } = carried;
  const taken = answer as Draft['answers'][string];
  return {
    ...draft,
    answers: { ...draft.answers, [question]: taken },
    reasons: { ...draft.reasons, [question]: { ...reasons } },
    carried: {
      ...draft.carried,
      [question]: { answer: taken, from: carriedFrom(carried, campaign, todayHere()) },
    },
  };
}

/** A new draft with what was said of the campaign once: its facts, and the answers that hold for all of it. */
export function begunWith(
  blank: Draft,
  reading: Reading,
  { campaign, use, carry: known }: FromCampaign,
): Draft {
  const { kind, name, ...who } = campaign.who;
  const draft: Draft = {
    ...blank,
    details: {
      ...blank.details,
      ...who,
      title: use.title,
      campaign: name,
      campaignId: campaign.id,
      ...(kind === undefined ? {} : { kind: { id: kind, name: campaignerNames[kind] } }),
    },
  };
  return known.known.reduce((so, carried) => {
    const next = withCarried(so, carried, campaign);
    // One that is not taken where it comes up is asked for.
    return reading.replay(next.answers).refused ? so : next;
  }, draft);
}

/** States of to-dos that the campaign has done already for all that they cover in this use. */
export function doneBefore(
  { campaign, use }: FromCampaign,
  words: Words,
  answers: Draft['answers'],
): TodoStates {
  return statesDoneBefore(campaign, use, words.todos, answers, todayHere());
}

/**
 * The use that one calls for, in another questionnaire: the one that is planned already, or else one that is planned now,
 * of the same lists and suppliers. Undefined where the campaign could not be changed.
 */
export async function calledUse(
  { use }: Pick<FromCampaign, 'use'>,
  questionnaire: string,
): Promise<string | undefined> {
  const called = ({ uses }: Campaign): Use | undefined =>
    uses.find(
      (one) =>
        one.calledBy === use.id && one.questionnaire === questionnaire && one.supersededBy === undefined,
    );
  const { title, lists, suppliers } = use;
  const planned = { id: newId('use'), title, questionnaire, lists, suppliers, calledBy: use.id };
  const saved = await changeCampaign((campaign) =>
    called(campaign) === undefined ? planUse(campaign, planned, isoNow()) : campaign,
  );
  return saved.kept ? called(saved.campaign)?.id : undefined;
}

/** Notes that the use’s questions have been begun. */
export async function noteBegun(useId: string): Promise<void> {
  await changeCampaign((campaign) => beginUse(campaign, useId, isoNow()));
}

/** Notes what a use was decided to be, though no record of it was made yet. */
export async function noteDecided(record: DecisionRecord, useId: string, words: Words): Promise<void> {
  const { fingerprint: _none, ...decided } = record;
  await changeCampaign((campaign) => withDecision(campaign, decided, useId, words, record.madeAt));
}

/** A campaign that has not said who decides takes that from a record of it, so that no later one asks for it again. */
function withWhoDecides(campaign: Campaign, { details, madeAt }: DecisionRecord): Campaign {
  const { decidedBy, role } = campaign.who;
  return decidedBy === '' && role === ''
    ? setWho(campaign, { decidedBy: details.decidedBy, role: details.role }, madeAt)
    : campaign;
}

/** Keeps the record of a use in the register, and notes it and what it leaves to others: all of it or nothing. */
export function noteRecordOf(record: DecisionRecord, useId: string, words: Words): Promise<CampaignSaved> {
  const { fingerprint, madeAt } = record;
  return changeCampaign(
    (campaign) =>
      noteRecord(
        withDecision(withWhoDecides(campaign, record), record, useId, words, madeAt),
        useId,
        fingerprint,
        madeAt,
      ),
    { records: [{ row: rowOf(record, useId), json: JSON.stringify(record) }] },
  );
}

function withDecision(
  campaign: Campaign,
  record: Parameters<typeof decisionOf>[2],
  useId: string,
  { todos }: Words,
  at: string,
): Campaign {
  const use = useOf(campaign, useId);
  return use === undefined
    ? campaign
    : decideUse(campaign, useId, decisionOf(campaign, use, record, todos), at);
}
