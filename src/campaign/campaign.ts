/**
 * The campaign: who campaigns, what it does with people’s details, and what holds for all of that. It points at records
 * and takes nothing from them away: a record never depends on it. Published as JSON Schema at
 * `/schema/campaign/1.json`.
 *
 * An edit takes a campaign and the moment, and gives the campaign after it. It changes nothing that it is given, and
 * leaves `revision` alone: whoever keeps a campaign counts its writings.
 */
import * as v from 'valibot';
import { NATIONS, POLLS } from '../questionnaires/places.ts';
import { CAMPAIGNERS } from '../questionnaires/shared-questions.ts';
import { dateOnly, words } from '../records/fields.ts';
import { answerSchema } from '../records/record.ts';
import { textsSchema } from './texts.ts';

/** Names the shape; a file that names a later number was made by a newer version of the site. */
export const CAMPAIGN_SCHEMA = 'clear-canvass/campaign/1';

const id = v.pipe(v.string(), v.maxLength(100), v.regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/));
const ids = v.array(id);
/** ISO date and time with offset. */
const moment = v.pipe(v.string(), v.isoTimestamp());
const fingerprint = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Who we are. A text that nobody has given is empty. */
export const whoSchema = v.strictObject({
  /** The kind of campaigner; absent until it is said. */
  kind: v.optional(v.picklist(CAMPAIGNERS)),
  /** What the campaign is called. */
  name: words,
  nation: v.optional(v.picklist(NATIONS)),
  poll: v.optional(v.picklist(POLLS)),
  pollingDay: v.optional(dateOnly),
  /** The name of whoever decides. */
  decidedBy: words,
  role: words,
  /** Where the evidence is kept. */
  evidence: words,
});
export type Who = v.InferOutput<typeof whoSchema>;

/** The facts about a campaign that answers and outcomes can rest on, as they were at the time. */
const factsSchema = v.strictObject({
  kind: v.optional(v.picklist(CAMPAIGNERS)),
  nation: v.optional(v.picklist(NATIONS)),
  poll: v.optional(v.picklist(POLLS)),
});
export type CampaignFacts = v.InferOutput<typeof factsSchema>;

/** A list of people, which several uses can share. */
const listSchema = v.strictObject({
  id,
  name: words,
  /** Where it came from: an option of the question `sources`, such as `full-register` or `kept`. */
  source: v.optional(id),
  /** The day on which it came. */
  came: v.optional(dateOnly),
  /** The poll for which it came, in the campaign’s own words. */
  poll: words,
});
export type List = v.InferOutput<typeof listSchema>;

/** Someone who handles data for the campaign, in one service. */
const supplierSchema = v.strictObject({
  id,
  name: words,
  /** What they do, in the campaign’s own words. */
  service: words,
});
export type Supplier = v.InferOutput<typeof supplierSchema>;

/** Something to do, as short as the campaign’s page shows it. */
const todoSchema = v.strictObject({
  /** Its id in `content/todos.yaml`. */
  id,
  text: words,
  strength: v.picklist(['must', 'should', 'must-by-statute']),
  when: v.array(v.picklist(['before', 'collecting', 'contact', 'during', 'after'])),
  /** True while it keeps the use from starting. */
  holdsBack: v.boolean(),
  /** The day by which it has to be done, where one is known. */
  by: v.optional(dateOnly),
});
export type ShortTodo = v.InferOutput<typeof todoSchema>;

/** What a use was decided to be, as much of it as the campaign’s page shows. The whole stands in its record. */
const decidedSchema = v.strictObject({
  verdict: v.picklist(['stop', 'proceed-if', 'proceed', 'not-needed']),
  /** The name of the outcome. */
  outcome: words,
  /** What to do with this plan, in one sentence. */
  plain: words,
  /** When it was decided. */
  on: moment,
  /** The day on which to look at it again. */
  reviewOn: v.optional(dateOnly),
  /** Days by which something has to be done, and what is said of each. */
  lastDays: v.array(v.strictObject({ on: dateOnly, text: words })),
  /** What is to be done for this use alone, and is open. */
  todos: v.array(todoSchema),
  /** The questionnaire’s version that decided. */
  version: words,
  /** The fingerprint of its record; absent where none was made. */
  record: v.optional(fingerprint),
  /** The campaign’s facts at that time. */
  facts: factsSchema,
});
export type Decided = v.InferOutput<typeof decidedSchema>;

/** A use: one purpose, and one way of reaching people. */
const useSchema = v.strictObject({
  id,
  /** What it is called. */
  title: words,
  /** The plan that it was begun from: an id in `content/plans.yaml`. */
  plan: v.optional(id),
  questionnaire: id,
  state: v.picklist(['planned', 'begun', 'decided']),
  /** The lists that it uses. */
  lists: ids,
  /** The suppliers that it uses. */
  suppliers: ids,
  /** The use that called for this one. */
  calledBy: v.optional(id),
  /** Present once it is decided; stays while it is answered anew. */
  decided: v.optional(decidedSchema),
  /** The use that takes its place. */
  supersededBy: v.optional(id),
});
export type Use = v.InferOutput<typeof useSchema>;

/** What a to-do or an answer holds for: the whole campaign, or one list or supplier of it. */
export const coverSchema = v.variant('for', [
  v.strictObject({ for: v.literal('campaign') }),
  v.strictObject({ for: v.literal('list'), id }),
  v.strictObject({ for: v.literal('supplier'), id }),
]);
export type Cover = v.InferOutput<typeof coverSchema>;

const stateSchema = v.strictObject({
  is: v.picklist(['not-yet', 'done', 'does-not-apply']),
  on: v.optional(dateOnly),
  note: v.optional(words),
});
export type StandingState = v.InferOutput<typeof stateSchema>;

/** A to-do that is done once for what it covers, and not once a use. */
const standingSchema = v.strictObject({
  todo: todoSchema,
  covers: coverSchema,
  state: stateSchema,
  /** The uses that ask for it. */
  askedBy: ids,
  /** Question id → the options, of those that make it due again where they are new, that uses had when it was asked for. */
  seen: v.optional(v.record(id, ids)),
  /** The use by which it is due again after it was done. */
  reopenedBy: v.optional(id),
});
export type Standing = v.InferOutput<typeof standingSchema>;

/** An answer that holds for more than the use in which it was given. */
const settledSchema = v.strictObject({
  question: id,
  /** The question as it was shown. */
  text: words,
  answer: answerSchema,
  /** The answer as it was shown, one line an option. */
  said: v.array(words),
  /** Reason id → the person’s own words. */
  reasons: v.record(id, words),
  holds: coverSchema,
  from: v.strictObject({
    /** The use in which it was given; it may be gone. */
    use: id,
    /** What that use is called. */
    title: words,
    /** The fingerprint of its record, where there is one. */
    record: v.optional(fingerprint),
    /** The day on which it was decided. */
    on: dateOnly,
  }),
  questionnaire: id,
  version: words,
  /** The campaign’s facts at that time. */
  facts: factsSchema,
});
export type Settled = v.InferOutput<typeof settledSchema>;

export const campaignSchema = v.strictObject({
  schema: v.literal(CAMPAIGN_SCHEMA),
  /** Tells campaigns apart, on every device. */
  id,
  /** Counts the writings, so that two tabs do not overwrite each other unseen. */
  revision: count,
  who: whoSchema,
  lists: v.array(listSchema),
  suppliers: v.array(supplierSchema),
  /** In the order in which they were planned. */
  uses: v.array(useSchema),
  standing: v.array(standingSchema),
  settled: v.array(settledSchema),
  /** What is kept of the texts that it uses; absent until one is taken up. */
  texts: v.optional(textsSchema),
  /** The id of last year’s campaign, where this one was begun from it. */
  begunFrom: v.optional(id),
  /** When it was last copied out; absent where it never was. */
  copiedOutOn: v.optional(moment),
  /** When it was last changed. */
  changedOn: moment,
});
export type Campaign = v.InferOutput<typeof campaignSchema>;

/** The id of something new: what is made on two devices is never taken for the same thing. */
export function newId(kind: 'campaign' | 'use' | 'list' | 'supplier'): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return `${kind}-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** A campaign that has said nothing yet. */
export function newCampaign(campaignId: string, at: string): Campaign {
  return {
    schema: CAMPAIGN_SCHEMA,
    id: campaignId,
    revision: 0,
    who: { name: '', decidedBy: '', role: '', evidence: '' },
    lists: [],
    suppliers: [],
    uses: [],
    standing: [],
    settled: [],
    changedOn: at,
  };
}

/** Whether nothing has been said of it yet. */
export function isBlank({ who, lists, suppliers, uses, standing, settled, texts }: Campaign): boolean {
  return (
    texts === undefined &&
    Object.values(who).every((said) => said === '') &&
    [lists, suppliers, uses, standing, settled].every((some) => some.length === 0)
  );
}

/** The facts that answers and outcomes can rest on, as they are now. */
export function factsOf({ kind, nation, poll }: CampaignFacts): CampaignFacts {
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(nation === undefined ? {} : { nation }),
    ...(poll === undefined ? {} : { poll }),
  };
}

/** Which of the facts are no longer what they were; one that was not said then has not changed. */
export function changedFacts(then: CampaignFacts, now: CampaignFacts): readonly (keyof CampaignFacts)[] {
  return (['kind', 'nation', 'poll'] as const).filter(
    (fact) => then[fact] !== undefined && then[fact] !== now[fact],
  );
}

/** Whether it was changed since it was last copied out, or never copied out though there is something in it. */
export function isUncopied({ copiedOutOn, changedOn, uses }: Campaign): boolean {
  return copiedOutOn === undefined ? uses.length > 0 : Date.parse(changedOn) > Date.parse(copiedOutOn);
}

/** Whether two to-dos or answers hold for the same. */
export function sameCover(one: Cover, other: Cover): boolean {
  return (
    one.for === other.for &&
    (one.for === 'campaign' ? '' : one.id) === (other.for === 'campaign' ? '' : other.id)
  );
}

export const useOf = (campaign: Campaign, use: string): Use | undefined =>
  campaign.uses.find((one) => one.id === use);

/** Says who we are: fields that are named take the place of what was said; `undefined` takes a choice back. */
export function setWho(
  campaign: Campaign,
  said: { readonly [Field in keyof Who]?: Who[Field] | undefined },
  at: string,
): Campaign {
  const who = Object.fromEntries(
    Object.entries({ ...campaign.who, ...said }).filter(([, value]) => value !== undefined),
  ) as Who;
  return { ...campaign, who, changedOn: at };
}

/** Takes in a list, or puts it in the place of the one with its id. */
export function putList(campaign: Campaign, list: List, at: string): Campaign {
  return { ...campaign, lists: putById(campaign.lists, list), changedOn: at };
}

/** Takes in a supplier, or puts it in the place of the one with its id. */
export function putSupplier(campaign: Campaign, supplier: Supplier, at: string): Campaign {
  return { ...campaign, suppliers: putById(campaign.suppliers, supplier), changedOn: at };
}

/** Takes a list or supplier out, with what held for it alone. Uses that were decided keep their records. */
export function removeCovered(
  campaign: Campaign,
  gone: Exclude<Cover, { for: 'campaign' }>,
  at: string,
): Campaign {
  const field = gone.for === 'list' ? 'lists' : 'suppliers';
  const without = <Item extends { readonly id: string }>(items: Item[]) =>
    items.filter((item) => item.id !== gone.id);
  return {
    ...campaign,
    lists: gone.for === 'list' ? without(campaign.lists) : campaign.lists,
    suppliers: gone.for === 'supplier' ? without(campaign.suppliers) : campaign.suppliers,
    uses: campaign.uses.map((use) => ({ ...use, [field]: use[field].filter((one) => one !== gone.id) })),
    standing: campaign.standing.filter((one) => !sameCover(one.covers, gone)),
    settled: campaign.settled.filter((one) => !sameCover(one.holds, gone)),
    changedOn: at,
  };
}

/** Plans a use. Lists and suppliers can be chosen later. */
export function planUse(
  campaign: Campaign,
  use: Pick<Use, 'id' | 'title' | 'questionnaire'> &
    Partial<Pick<Use, 'plan' | 'lists' | 'suppliers' | 'calledBy'>>,
  at: string,
): Campaign {
  const planned: Use = { ...use, state: 'planned', lists: use.lists ?? [], suppliers: use.suppliers ?? [] };
  return { ...campaign, uses: putById(campaign.uses, planned), changedOn: at };
}

/** Gives a use another title, or other lists or suppliers. */
export function changeUse(
  campaign: Campaign,
  use: string,
  change: Partial<Pick<Use, 'title' | 'lists' | 'suppliers'>>,
  at: string,
): Campaign {
  return withUse(campaign, use, (one) => ({ ...one, ...change }), at);
}

/** A use’s questionnaire has been begun. One that is decided and answered anew keeps what it was decided to be. */
export function beginUse(campaign: Campaign, use: string, at: string): Campaign {
  return withUse(campaign, use, (one) => ({ ...one, state: 'begun' }), at);
}

/** What a decision leaves behind for others, worked out when it is made. */
export interface Decision {
  readonly decided: Decided;
  /** To-dos that are done once for what they cover. */
  readonly standing: readonly Pick<Standing, 'todo' | 'covers' | 'state' | 'seen'>[];
  /** Answers that hold for more than this use. */
  readonly settled: readonly Settled[];
}

/**
 * A use is decided. An answer takes the place of one that held for the same. A standing to-do that is known stays as it
 * stands, with its day and note, unless this decision says more of it, and is asked for by this use from now on.
 */
export function decideUse(campaign: Campaign, use: string, decision: Decision, at: string): Campaign {
  if (useOf(campaign, use) === undefined) return campaign;
  const decided = withUse(
    campaign,
    use,
    (one) => ({ ...one, state: 'decided', decided: decision.decided }),
    at,
  );
  const settled = campaign.settled.filter(
    (old) =>
      !decision.settled.some((now) => now.question === old.question && sameCover(now.holds, old.holds)),
  );
  const before = unasked(campaign.standing, use);
  const standing = decision.standing.reduce<readonly Standing[]>((known, asked) => {
    const old = known.find((one) => isSameStanding(one, asked));
    const now = { ...askedAgain(old, asked, use), askedBy: [...(old?.askedBy ?? []), use] };
    return old === undefined ? [...known, now] : known.map((one) => (one === old ? now : one));
  }, before);
  return {
    ...decided,
    settled: [...settled, ...decision.settled],
    standing: standing.filter(isStillOfUse),
  };
}

/** A standing to-do of which a decision says something, beside what was known of it. */
function askedAgain(
  old: Standing | undefined,
  asked: Decision['standing'][number],
  use: string,
): Omit<Standing, 'askedBy'> {
  if (old === undefined) return asked;
  const seen = Object.fromEntries(
    [...new Set([...Object.keys(old.seen ?? {}), ...Object.keys(asked.seen ?? {})])].map((question) => [
      question,
      [...new Set([...(old.seen?.[question] ?? []), ...(asked.seen?.[question] ?? [])])],
    ]),
  );
  const all = { ...old, ...asked, ...(Object.keys(seen).length === 0 ? {} : { seen }) };
  const saysMore =
    asked.state.is !== 'not-yet' && (asked.state.on !== undefined || old.state.is !== asked.state.is);
  if (saysMore) return all;
  return isDueAgain(old, asked.seen ?? {})
    ? { ...all, state: { ...old.state, is: 'not-yet' }, reopenedBy: use }
    : { ...all, state: old.state };
}

/** Whether something that was not there when a to-do was done, such as a new channel, makes it due again. */
export function isDueAgain(
  { state, seen = {} }: Pick<Standing, 'state' | 'seen'>,
  now: Readonly<Record<string, readonly string[]>>,
): boolean {
  return (
    state.is === 'done' &&
    Object.entries(now).some(
      ([question, options]) =>
        seen[question] !== undefined && options.some((option) => !seen[question]?.includes(option)),
    )
  );
}

/** The record of a decided use has been made. */
export function noteRecord(campaign: Campaign, use: string, record: string, at: string): Campaign {
  return {
    ...withUse(
      campaign,
      use,
      (one) => (one.decided === undefined ? one : { ...one, decided: { ...one.decided, record } }),
      at,
    ),
    settled: campaign.settled.map((one) =>
      one.from.use === use ? { ...one, from: { ...one.from, record } } : one,
    ),
  };
}

/** Another use takes the place of one; nothing is asked for by the one that gave way any more. */
export function supersedeUse(campaign: Campaign, use: string, supersededBy: string, at: string): Campaign {
  return {
    ...withUse(campaign, use, (one) => ({ ...one, supersededBy }), at),
    standing: unasked(campaign.standing, use).filter(isStillOfUse),
  };
}

/**
 * Takes a use out. What it settled about the campaign, a list or a supplier stays, as does a standing to-do that
 * something was said of. To undo it, take up the campaign as it was before.
 */
export function removeUse(campaign: Campaign, use: string, at: string): Campaign {
  return {
    ...campaign,
    uses: campaign.uses.flatMap((one) => {
      if (one.id === use) return [];
      const { calledBy, supersededBy, ...rest } = one;
      return [
        {
          ...rest,
          ...(calledBy === undefined || calledBy === use ? {} : { calledBy }),
          ...(supersededBy === undefined || supersededBy === use ? {} : { supersededBy }),
        },
      ];
    }),
    standing: unasked(campaign.standing, use).filter(isStillOfUse),
    changedOn: at,
  };
}

/** Says how far a standing to-do has come. One that no decision asked for yet is taken in. */
export function tickStanding(
  campaign: Campaign,
  ticked: Pick<Standing, 'todo' | 'covers' | 'state'>,
  at: string,
): Campaign {
  const known = campaign.standing.some((one) => isSameStanding(one, ticked));
  return {
    ...campaign,
    standing: known
      ? campaign.standing.map((one) => (isSameStanding(one, ticked) ? tickedNow(one, ticked) : one))
      : [...campaign.standing, { ...ticked, askedBy: [] }],
    changedOn: at,
  };
}

function tickedNow(
  { reopenedBy: _gone, ...one }: Standing,
  { todo, state }: Pick<Standing, 'todo' | 'state'>,
): Standing {
  return { ...one, todo, state };
}

/** The state of a to-do for what it covers; undefined where nobody has said or asked anything of it. */
export function standingState(campaign: Campaign, todo: string, covers: Cover): StandingState | undefined {
  return campaign.standing.find((one) => one.todo.id === todo && sameCover(one.covers, covers))?.state;
}

/** It has been copied out as it stands now. */
export function noteCopiedOut(campaign: Campaign, at: string): Campaign {
  return { ...campaign, copiedOutOn: at };
}

const isSameStanding = (
  one: Pick<Standing, 'todo' | 'covers'>,
  other: Pick<Standing, 'todo' | 'covers'>,
): boolean => one.todo.id === other.todo.id && sameCover(one.covers, other.covers);

const unasked = (standing: readonly Standing[], use: string): readonly Standing[] =>
  standing.map((one) => ({ ...one, askedBy: one.askedBy.filter((asking) => asking !== use) }));

/** Nobody asks for it, and nothing was said of it. */
const isStillOfUse = ({ askedBy, state }: Standing): boolean => askedBy.length > 0 || state.is !== 'not-yet';

function putById<Item extends { readonly id: string }>(items: readonly Item[], item: Item): Item[] {
  return items.some((one) => one.id === item.id)
    ? items.map((one) => (one.id === item.id ? item : one))
    : [...items, item];
}

function withUse(campaign: Campaign, use: string, change: (use: Use) => Use, at: string): Campaign {
  return {
    ...campaign,
    uses: campaign.uses.map((one) => (one.id === use ? change(one) : one)),
    changedOn: at,
  };
}
