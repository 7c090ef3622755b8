/**
 * What is known and may be carried into a questionnaire. Nothing is taken unseen: the campaign’s answers are shown as
 * answered, those about a list or supplier are offered by its name, and what is not carried is told with the reason.
 */
import type { Answer, Question, Questionnaire } from '../engine/define.ts';
import { saysNotKnown } from '../engine/answer.ts';
import { kindOf } from '../engine/kinds/index.ts';
import { HOLDS_FOR, READ_BESIDE } from '../questionnaires/holds-for.ts';
import { daysAfter } from '../records/deadline.ts';
import type { Carried as RecordCarried } from '../records/record.ts';
import {
  changedFacts,
  factsOf,
  type Campaign,
  type CampaignFacts,
  type Settled,
  type Use,
} from './campaign.ts';

/** An answer that is known, and where from. */
export interface Carried {
  readonly question: string;
  readonly answer: Answer;
  /** As it was shown; empty where it is what was said of the campaign and not an answer. */
  readonly said: readonly string[];
  readonly reasons: Readonly<Record<string, string>>;
  /** True where it says “I don’t know yet”, which is carried as that. */
  readonly notKnown: boolean;
  /** The list or supplier that it is about; absent where it holds for the whole campaign. */
  readonly about?: { readonly id: string; readonly name: string };
  /** Absent where it is what was said of the campaign itself. */
  readonly from?: Settled['from'];
}

/** An answer that is known and is not carried. It may be read beside the question, and is asked for. */
export interface NotCarried {
  readonly question: string;
  readonly said: readonly string[];
  readonly about?: { readonly id: string; readonly name: string };
  readonly from: Settled['from'];
  /**
   * `fact-changed`: it rests on a fact that is no longer so. `date-passed`: a date has passed since that may have changed
   * it. `asked-each-time`: campaigners of this kind may answer otherwise each time. `each-use`: every use decides it
   * anew. `not-taken`: the questionnaire, as it is now, does not take it.
   */
  readonly why: 'fact-changed' | 'date-passed' | 'asked-each-time' | 'each-use' | 'not-taken';
  readonly reasons: Readonly<Record<string, string>>;
  /** The facts that changed. */
  readonly facts: readonly (keyof CampaignFacts)[];
}

export interface Carry {
  /** What holds for the whole campaign: filled in, and shown as answered. */
  readonly known: readonly Carried[];
  /** What holds for a list or supplier of this use: offered by its name. */
  readonly offered: readonly Carried[];
  readonly notCarried: readonly NotCarried[];
}

/** Question id → the fact of the campaign that answers it. */
const FACT_ASKED: Readonly<Record<string, keyof CampaignFacts>> = {
  who: 'kind',
  nation: 'nation',
  poll: 'poll',
};

/**
 * What is known of a questionnaire’s questions, in asking order.
 *
 * @param use the lists and suppliers that this use has; an answer about any other is not for it
 * @param today `YYYY-MM-DD`
 */
export function carry(
  campaign: Campaign,
  use: Pick<Use, 'id' | 'lists' | 'suppliers'>,
  questionnaire: Pick<Questionnaire, 'questions'>,
  today: string,
): Carry {
  const known: Carried[] = [];
  const offered: Carried[] = [];
  const notCarried: NotCarried[] = [];
  for (const [id, question] of Object.entries(questionnaire.questions)) {
    if (READ_BESIDE.includes(id)) notCarried.push(...earlierAnswers(campaign, use, id));
    const holds = Object.hasOwn(HOLDS_FOR, id) ? HOLDS_FOR[id] : undefined;
    if (holds === undefined) continue;
    const { kind } = campaign.who;
    const fact = Object.hasOwn(FACT_ASKED, id) ? campaign.who[FACT_ASKED[id] ?? 'kind'] : undefined;
    const asksEachTime = kind !== undefined && holds.askedAgainOf?.includes(kind) === true;
    if (fact !== undefined && !asksEachTime && takes(question, fact)) {
      known.push({ question: id, answer: fact, said: [], reasons: {}, notKnown: false });
      continue;
    }
    for (const settled of campaign.settled) {
      // Its own answers are the use’s draft, and no earlier ones.
      if (settled.question !== id || settled.holds.for !== holds.for || settled.from.use === use.id) continue;
      const about = aboutOf(campaign, use, settled);
      if (about === undefined) continue;
      const named = about === 'campaign' ? {} : { about };
      const facts = changedFacts(onlyOf(settled.facts, holds.restsOn ?? []), campaign.who);
      const why = !takes(question, settled.answer)
        ? 'not-taken'
        : facts.length > 0
          ? 'fact-changed'
          : asksEachTime
            ? 'asked-each-time'
            : hasPassed(holds.askedAgainAfter, settled.from.on, campaign.who.pollingDay, today)
              ? 'date-passed'
              : undefined;
      const { answer, said, reasons, from } = settled;
      if (why !== undefined) notCarried.push({ question: id, said, reasons, ...named, from, why, facts });
      else {
        const notKnown = question.kind !== 'text' && saysNotKnown(answer);
        const carried = { question: id, answer, said, reasons, notKnown, ...named, from };
        (about === 'campaign' ? known : offered).push(carried);
      }
    }
  }
  return { known, offered, notCarried };
}

/** What other uses answered that is asked anew in each: about the lists of this use, or about no list of their own. */
function earlierAnswers(
  campaign: Campaign,
  use: Pick<Use, 'id' | 'lists' | 'suppliers'>,
  question: string,
): readonly NotCarried[] {
  return campaign.settled.flatMap((settled): NotCarried[] => {
    const about = aboutOf(campaign, use, settled);
    if (settled.question !== question || settled.from.use === use.id || about === undefined) return [];
    const { said, reasons, from } = settled;
    const named = about === 'campaign' ? {} : { about };
    return [{ question, said, reasons, ...named, from, why: 'each-use', facts: [] }];
  });
}

/**
 * Whether a question takes a carried answer where it comes up, given the options that it offers there under the edition
 * that decides. One that it does not take is not filled in, and the person is told so.
 */
export function takesHere(question: Question, offered: readonly string[], answer: Answer): boolean {
  return kindOf(question).takes(question, offered, answer);
}

const takes = (question: Question, answer: Answer): boolean => takesHere(question, question.options, answer);

/** What a draft and its record say of where a carried answer came from. @param today `YYYY-MM-DD` */
export function carriedFrom({ from, about }: Carried, campaign: Campaign, today: string): RecordCarried {
  const holdsFor = about === undefined ? 'campaign' : isList(campaign, about.id) ? 'list' : 'supplier';
  return {
    title: from?.title ?? campaign.who.name,
    ...(from?.record === undefined ? {} : { fingerprint: from.record }),
    on: from?.on ?? today,
    holds: { for: holdsFor, ...(about === undefined ? {} : about) },
  };
}

const isList = ({ lists }: Campaign, id: string): boolean => lists.some((list) => list.id === id);

/** A use whose decision rests on facts of the campaign that are no longer so. */
export interface Flagged {
  readonly use: Use;
  readonly facts: readonly (keyof CampaignFacts)[];
}

/** The uses to look at again because a fact of the campaign has changed since they were decided. */
export function flaggedUses(campaign: Campaign): readonly Flagged[] {
  return campaign.uses.flatMap((use) => {
    if (use.decided === undefined || use.supersededBy !== undefined) return [];
    const facts = changedFacts(use.decided.facts, factsOf(campaign.who));
    return facts.length === 0 ? [] : [{ use, facts }];
  });
}

function aboutOf(
  campaign: Campaign,
  use: Pick<Use, 'lists' | 'suppliers'>,
  { holds }: Settled,
): NonNullable<Carried['about']> | 'campaign' | undefined {
  if (holds.for === 'campaign') return 'campaign';
  const [chosen, all] =
    holds.for === 'list' ? [use.lists, campaign.lists] : [use.suppliers, campaign.suppliers];
  const entry = chosen.includes(holds.id) ? all.find(({ id }) => id === holds.id) : undefined;
  return entry === undefined ? undefined : { id: entry.id, name: entry.name };
}

function onlyOf(facts: CampaignFacts, wanted: readonly (keyof CampaignFacts)[]): CampaignFacts {
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => wanted.some((one) => one === fact)));
}

function hasPassed(
  after: (typeof HOLDS_FOR)[string]['askedAgainAfter'],
  answeredOn: string,
  pollingDay: string | undefined,
  today: string,
): boolean {
  if (after === undefined) return false;
  if (after !== 'polling-day') return daysAfter(answeredOn, after.days) < today;
  return pollingDay !== undefined && answeredOn <= pollingDay && pollingDay < today;
}
