/**
 * What is known of a campaign when a text is filled: what it said of itself, its lists and suppliers, what is done once
 * for all of it, and the answers of each use, from its record or, where none was made yet, from its open draft. Pure: it
 * is given what was read, and reads nothing itself.
 */
import type { Answer, PointAnswer, Question, Questionnaire, Verdict } from '../engine/define.ts';
import { leavesOpen } from '../engine/answer.ts';
import { under } from '../engine/reading.ts';
import type { Campaign, List, Standing, Supplier, Who } from '../campaign/campaign.ts';
import { DECIDING_EDITION } from '../questionnaires/editions.ts';
import { NO_USE } from '../questionnaires/holds-for.ts';
import type { Draft } from '../records/draft.ts';
import type { DecisionRecord } from '../records/record.ts';
import { saidOf } from '../records/said.ts';
import type { QuestionWords } from '../records/words.ts';
import type { SharedTextWords } from './words.ts';

/** One answer of a use. */
export interface KnownAnswer {
  readonly question: string;
  /** The question as it was shown. */
  readonly text: string;
  readonly answer: Answer;
  /** The options that it chose: of a choice the one, of choices all, of points those answered yes. None of a text. */
  readonly options: readonly string[];
  /** The answer as it was shown, one line an option. */
  readonly said: readonly string[];
  /** Reason id → the person’s own words; those left empty are not there. */
  readonly reasons: Readonly<Record<string, string>>;
  /** True where it says “I don’t know yet”, anywhere. */
  readonly notKnown: boolean;
}

/** One purpose and one way of reaching people, as far as it has been answered. */
export interface KnownUse {
  /** Its id in the campaign; of a record or a draft outside it, the fingerprint or the questionnaire. */
  readonly id: string;
  readonly title: string;
  /** True where nobody gave it a title, and `title` says only what kind of decision it is. */
  readonly untitled?: boolean;
  readonly questionnaire: string;
  /** Question id → the answer on its path. What was answered once and left off the path later is not there. */
  readonly answers: Readonly<Record<string, KnownAnswer>>;
  /** Absent while a question is still to be answered. */
  readonly outcome?: { readonly id: string; readonly name: string; readonly verdict: Verdict };
  /** The use of the campaign that called for it, which may have answered what this one does not ask. */
  readonly calledBy?: string;
  /** What the campaign is called, how long the data is kept, and who else handles it; empty where nothing was said. */
  readonly campaign: string;
  readonly keep: string;
  readonly others: string;
  /** The lists and suppliers of the campaign that it uses. */
  readonly lists: readonly List[];
  readonly suppliers: readonly Supplier[];
  /** The day on which it was decided. */
  readonly decidedOn?: string;
  /** The fingerprint of its record; absent where none was made yet. */
  readonly record?: string;
}

/** All that a text can be filled from. */
export interface Known {
  readonly who: Who;
  readonly lists: readonly List[];
  readonly suppliers: readonly Supplier[];
  /** To-dos that are done once for the campaign, a list or a supplier. */
  readonly standing: readonly Standing[];
  /** Uses that were answered, in part at least, in the campaign’s order; those that were given up or decided to stop are not there. */
  readonly uses: readonly KnownUse[];
  /** What happened, and was answered for in part at least: breaches, and what people asked. These are no uses. */
  readonly happened: readonly KnownUse[];
  /** Titles of uses that are planned, and of which nothing was answered: what is said of “all uses” is not known of them. */
  readonly unanswered: readonly string[];
  /** What options are called where others read them: see `content/documents/shared.yaml`. */
  readonly phrases: SharedTextWords['phrases'];
}

/** Words of a questionnaire’s outcomes and questions, as far as they say what was answered. */
export interface AskedWords {
  readonly questions: Readonly<Record<string, Pick<QuestionWords, 'text' | 'options' | 'unknownLabel'>>>;
  /** Outcome id → its name. */
  readonly outcomes: Readonly<Record<string, string>>;
}

/** What was read from where things are kept. */
export interface WhatIsKept {
  /** Absent where none was begun. */
  readonly campaign?: Campaign | undefined;
  /** Records, of uses of the campaign and others. */
  readonly records: readonly DecisionRecord[];
  /** Unfinished answers, with what they are kept by: a use or a questionnaire. */
  readonly drafts: readonly Draft[];
}

/** What the site knows of questionnaires, so that a draft can be walked and its answers said. */
export interface Questionnaires {
  readonly logic: readonly Questionnaire[];
  readonly words: Readonly<Record<string, AskedWords>>;
  readonly phrases: SharedTextWords['phrases'];
}

/** A campaign that has said nothing of itself. */
const BLANK_WHO: Who = { name: '', decidedBy: '', role: '', evidence: '' };

/**
 * Gathers what is known. A use that stops, and one of data by which nobody can be identified, is none that a text has to
 * speak of. A decided use is known from its record; one without, from its draft, walked under the edition that decides.
 */
export function knownFrom(
  { campaign, records, drafts }: WhatIsKept,
  { logic, words, phrases }: Questionnaires,
): Known {
  const byFingerprint = new Map(records.map((record) => [record.fingerprint, record]));
  const walk = (draft: Draft | undefined): Walked | undefined => {
    const questionnaire = logic.find(({ id }) => id === draft?.questionnaire);
    return draft === undefined || questionnaire === undefined
      ? undefined
      : walked(draft, questionnaire, words[questionnaire.id]);
  };
  const alive = (campaign?.uses ?? []).filter(({ supersededBy }) => supersededBy === undefined);
  const ofCampaign = alive.map((use) => {
    const record = byFingerprint.get(use.decided?.record ?? '');
    const said = record === undefined ? walk(drafts.find((draft) => draft.use === use.id)) : inRecord(record);
    return { use, said };
  });
  const inCampaign = new Set((campaign?.uses ?? []).map(({ id }) => id));
  const openDrafts = drafts
    .filter((draft) => draft.use === undefined || !inCampaign.has(draft.use))
    .flatMap((draft) => {
      const said = walk(draft);
      return said === undefined || Object.keys(said.answers).length === 0 ? [] : [{ draft, said }];
    });
  const replaced = new Set([
    ...records.flatMap(({ supersedes }) => supersedes ?? []),
    ...openDrafts.flatMap(({ draft, said }) => (said.outcome === undefined ? [] : (draft.supersedes ?? []))),
  ]);
  const others: KnownUse[] = [
    ...records
      .filter(
        ({ fingerprint, use }) =>
          !replaced.has(fingerprint) && (use === undefined || !inCampaign.has(use.id)),
      )
      .map((record) => ({ ...inRecord(record), id: record.fingerprint, lists: [], suppliers: [] })),
    ...openDrafts
      // One that goes on from a record says nothing until it is decided anew.
      .filter(({ draft, said }) => draft.supersedes === undefined || said.outcome !== undefined)
      .map(({ draft, said }) => ({
        ...said,
        id: draft.use ?? draft.questionnaire,
        lists: [],
        suppliers: [],
      })),
  ];
  const uses = [
    ...ofCampaign.flatMap(({ use, said }): KnownUse[] =>
      said === undefined || Object.keys(said.answers).length === 0
        ? []
        : [
            {
              ...said,
              id: use.id,
              title: use.title.trim() === '' ? said.title : use.title,
              untitled: use.title.trim() === '' && said.untitled === true,
              lists: (campaign?.lists ?? []).filter(({ id }) => use.lists.includes(id)),
              suppliers: (campaign?.suppliers ?? []).filter(({ id }) => use.suppliers.includes(id)),
              ...(use.calledBy === undefined ? {} : { calledBy: use.calledBy }),
            },
          ],
    ),
    ...others,
  ];
  return {
    who: campaign?.who ?? BLANK_WHO,
    lists: campaign?.lists ?? [],
    suppliers: campaign?.suppliers ?? [],
    standing: campaign?.standing ?? [],
    uses: uses.filter(isDone),
    happened: uses.filter(({ questionnaire }) => NO_USE.includes(questionnaire)),
    unanswered: ofCampaign
      .filter(({ said }) => said === undefined || Object.keys(said.answers).length === 0)
      .map(({ use }) => use.title),
    phrases,
  };
}

/** Whether a text has to speak of it: it is a use, is not stopped, and is about people who can be told apart. */
function isDone({ questionnaire, outcome, answers }: KnownUse): boolean {
  return (
    !NO_USE.includes(questionnaire) &&
    outcome?.verdict !== 'stop' &&
    answers['personal-data']?.answer !== 'no'
  );
}

type Walked = Omit<KnownUse, 'id' | 'lists' | 'suppliers'>;

function inRecord(record: DecisionRecord): Walked {
  const { details, outcome, questionnaire } = record;
  return {
    title: details.title.trim() === '' ? questionnaire.title : details.title,
    untitled: details.title.trim() === '',
    questionnaire: questionnaire.id,
    answers: Object.fromEntries(
      record.steps.map(({ question, text, answer, said, reasons, notKnown }) => [
        question,
        {
          question,
          text,
          answer,
          options: optionsOf(answer),
          said,
          reasons: Object.fromEntries(
            reasons.flatMap((reason) => (reason.text.trim() === '' ? [] : [[reason.id, reason.text]])),
          ),
          notKnown,
        },
      ]),
    ),
    outcome: { id: outcome.id, name: outcome.name, verdict: outcome.verdict },
    campaign: details.campaign,
    keep: details.keep,
    others: details.others,
    decidedOn: record.madeAt.slice(0, 10),
    record: record.fingerprint,
  };
}

function walked(draft: Draft, questionnaire: Questionnaire, words: AskedWords | undefined): Walked {
  const replay = under(questionnaire, DECIDING_EDITION).replay(draft.answers);
  const answers = replay.steps.flatMap(({ question: id, answer }): KnownAnswer[] => {
    const question: Question | undefined = questionnaire.questions[id];
    if (question === undefined) return [];
    const asked = words?.questions[id];
    return [
      {
        question: id,
        text: asked?.text ?? id,
        answer,
        options: question.kind === 'text' ? [] : optionsOf(answer),
        said: asked === undefined ? [] : saidOf(question, asked, answer),
        reasons: Object.fromEntries(
          Object.entries(draft.reasons[id] ?? {}).filter(([, text]) => text.trim() !== ''),
        ),
        notKnown: leavesOpen(question, answer),
      },
    ];
  });
  const outcome = replay.outcome === undefined ? undefined : questionnaire.outcomes[replay.outcome];
  const { details } = draft;
  return {
    title: details.title.trim() === '' ? 'A decision without a title' : details.title,
    untitled: details.title.trim() === '',
    questionnaire: questionnaire.id,
    answers: Object.fromEntries(answers.map((answer) => [answer.question, answer])),
    ...(replay.outcome === undefined || outcome === undefined
      ? {}
      : {
          outcome: {
            id: replay.outcome,
            name: words?.outcomes[replay.outcome] ?? replay.outcome,
            verdict: outcome.verdict,
          },
        }),
    campaign: details.campaign,
    keep: details.keep,
    others: details.others,
  };
}

function optionsOf(answer: Answer): readonly string[] {
  if (typeof answer === 'string') return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(answer) ? [answer] : [];
  if (Array.isArray(answer)) return answer as readonly string[];
  return typeof answer === 'object'
    ? Object.entries(answer as Readonly<Record<string, PointAnswer>>).flatMap(([point, said]) =>
        said === 'yes' ? [point] : [],
      )
    : [];
}
