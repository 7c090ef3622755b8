/**
 * What a decision leaves behind for the campaign: worked out once, when it is made, from its record and from how far each
 * to-do reaches. The campaign’s page then needs no questionnaire’s logic, and fetches nothing by what was answered.
 */
import { HOLDS_FOR, READ_BESIDE } from '../questionnaires/holds-for.ts';
import { daysAfter, monthsAfter } from '../records/deadline.ts';
import type { TodoState } from '../records/decide.ts';
import type { RecordBody } from '../records/record.ts';
import {
  factsOf,
  isDueAgain,
  sameCover,
  type Campaign,
  type Cover,
  type Decision,
  type Settled,
  type ShortTodo,
  type Standing,
  type StandingState,
  type Use,
} from './campaign.ts';

/** How far a to-do reaches, and what makes it due again. */
export interface TodoReach {
  /** For what it is done once; `use` if left out. */
  readonly scope?: 'campaign' | 'list' | 'supplier' | 'use' | undefined;
  /** Questions of which another answer than any before makes it due again. */
  readonly reopens?: readonly string[] | undefined;
  /** For how long it counts as done. */
  readonly lasts?: { readonly months: number } | { readonly days: number } | undefined;
}

export type TodoReaches = Readonly<Record<string, TodoReach>>;

type DecidedRecord = Pick<
  RecordBody,
  'questionnaire' | 'details' | 'madeAt' | 'steps' | 'outcome' | 'todos'
> & { readonly fingerprint?: string };

/**
 * What a decision about a use leaves behind.
 *
 * @param record with its fingerprint, where one was made of the decision
 * @param reaches which questions make which to-do due again
 */
export function decisionOf(
  campaign: Pick<Campaign, 'who'>,
  use: Pick<Use, 'id' | 'title' | 'lists' | 'suppliers'>,
  record: DecidedRecord,
  reaches: TodoReaches = {},
): Decision {
  const facts = factsOf(campaign.who);
  const { outcome } = record;
  const todos = record.todos.map((todo) => ({
    short: shortTodo(todo),
    covers: coversOf(use, todo.scope),
    seen: optionsIn(record, reaches[todo.id]?.reopens ?? []),
    state: stateOf(todo.state),
  }));
  return {
    decided: {
      verdict: outcome.verdict,
      outcome: outcome.name,
      plain: outcome.plain ?? outcome.headline,
      on: record.madeAt,
      ...(record.details.reviewOn === undefined ? {} : { reviewOn: record.details.reviewOn }),
      lastDays: outcome.deadlines.flatMap(({ on, text }) => (on === undefined ? [] : [{ on, text }])),
      todos: todos.flatMap(({ short, covers, state }) =>
        covers.length === 0 && state.is === 'not-yet' ? [short] : [],
      ),
      version: record.questionnaire.version,
      ...(record.fingerprint === undefined ? {} : { record: record.fingerprint }),
      facts,
    },
    standing: todos.flatMap(({ short, covers, seen, state }) =>
      covers.map((cover) => ({
        todo: short,
        covers: cover,
        state,
        ...(Object.keys(seen).length === 0 ? {} : { seen }),
      })),
    ),
    settled: record.steps.flatMap(({ question, text, answer, said, reasons, carried }): Settled[] => {
      const holds = Object.hasOwn(HOLDS_FOR, question) ? HOLDS_FOR[question] : undefined;
      // An answer about several lists at once says nothing of any one of them, and one that was carried is known already.
      const [cover, ...others] = READ_BESIDE.includes(question) ? [besideOf(use)] : coversOf(use, holds?.for);
      if (cover === undefined || others.length > 0 || carried !== undefined) return [];
      return [
        {
          question,
          text,
          answer,
          said,
          reasons: Object.fromEntries(reasons.map((reason) => [reason.id, reason.text])),
          holds: cover,
          from: {
            use: use.id,
            title: use.title,
            ...(record.fingerprint === undefined ? {} : { record: record.fingerprint }),
            on: record.madeAt.slice(0, 10),
          },
          questionnaire: record.questionnaire.id,
          version: record.questionnaire.version,
          facts,
        },
      ];
    }),
  };
}

/**
 * States of to-dos that were done before for all that they have to cover in this use: the campaign, or each of its lists
 * or suppliers. One that was done too long ago, or to which these answers add something new, is not among them.
 *
 * @param answers option ids by question, as they are answered now
 * @param today `YYYY-MM-DD`
 */
export function statesDoneBefore(
  campaign: Campaign,
  use: Pick<Use, 'lists' | 'suppliers'>,
  reaches: TodoReaches,
  answers: Readonly<Record<string, unknown>>,
  today: string,
): Readonly<Record<string, TodoState>> {
  const states = Object.entries(reaches).flatMap(([todo, reach]) => {
    const covers = coversOf(use, reach.scope);
    const seen = optionsOf(answers, reach.reopens ?? []);
    const done = covers.flatMap((cover) => {
      const one = campaign.standing.find(
        (standing) => standing.todo.id === todo && sameCover(standing.covers, cover),
      );
      return one !== undefined && isStillDone(one, reach, today) && !isDueAgain(one, seen) ? [one.state] : [];
    });
    if (done.length === 0 || done.length < covers.length) return [];
    const last = done
      .map(({ on }) => on ?? '')
      .sort()
      .at(-1);
    const notes = [...new Set(done.flatMap(({ note }) => note ?? []))].join('; ');
    const state: TodoState = {
      is: 'done',
      ...(last === undefined || last === '' ? {} : { on: last }),
      ...(notes === '' ? {} : { note: notes }),
      covers: named(campaign, covers),
    };
    return [[todo, state] as const];
  });
  return Object.fromEntries(states);
}

/** What a to-do that was done covered, as a record names it: of several lists or suppliers none is named. */
function named(campaign: Campaign, covers: readonly Cover[]): NonNullable<TodoState['covers']> {
  const [cover] = covers;
  if (cover === undefined || cover.for === 'campaign') return { for: 'campaign' };
  const entries = cover.for === 'list' ? campaign.lists : campaign.suppliers;
  const entry = covers.length === 1 ? entries.find(({ id }) => id === cover.id) : undefined;
  return entry === undefined ? { for: cover.for } : { for: cover.for, id: entry.id, name: entry.name };
}

/** Whether a standing to-do that was done still counts as done. */
export function isStillDone(
  { state }: Pick<Standing, 'state'>,
  { lasts }: TodoReach,
  today: string,
): boolean {
  if (state.is !== 'done') return false;
  const until = doneUntil(state.on, lasts);
  return until === undefined || today <= until;
}

/** The last day on which a to-do that was done on a day counts as done; none where it lasts for good. */
export function doneUntil(on: string | undefined, lasts: TodoReach['lasts']): string | undefined {
  if (on === undefined || lasts === undefined) return undefined;
  return 'months' in lasts ? monthsAfter(on, lasts.months) : daysAfter(on, lasts.days);
}

/** What a to-do or answer of a scope covers in a use; nothing where it holds for the use alone. */
function coversOf(use: Pick<Use, 'lists' | 'suppliers'>, scope: TodoReach['scope']): readonly Cover[] {
  switch (scope) {
    case 'campaign':
      return [{ for: 'campaign' }];
    case 'list':
      return use.lists.map((id) => ({ for: 'list', id }));
    case 'supplier':
      return use.suppliers.map((id) => ({ for: 'supplier', id }));
    case 'use':
    case undefined:
      return [];
  }
}

/** Beside which uses an answer may be read that is given anew in each: those of the same list, where there is one. */
function besideOf({ lists: [list, ...others] }: Pick<Use, 'lists'>): Cover {
  return list === undefined || others.length > 0 ? { for: 'campaign' } : { for: 'list', id: list };
}

/** How far it has come, without what it covered before: that is what it stands for here. */
function stateOf({ is, on, note }: TodoState): StandingState {
  return { is, ...(on === undefined ? {} : { on }), ...(note === undefined ? {} : { note }) };
}

function shortTodo({ id, text, strength, when, holdsBack }: RecordBody['todos'][number]): ShortTodo {
  return { id, text, strength, when: [...when], holdsBack };
}

const optionsIn = ({ steps }: Pick<RecordBody, 'steps'>, questions: readonly string[]) =>
  optionsOf(Object.fromEntries(steps.map(({ question, answer }) => [question, answer])), questions);

/** The options that were chosen in some questions. */
function optionsOf(
  answers: Readonly<Record<string, unknown>>,
  questions: readonly string[],
): Record<string, string[]> {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const answer = Object.hasOwn(answers, question) ? answers[question] : undefined;
      const options = (Array.isArray(answer) ? answer : [answer]).filter((one) => typeof one === 'string');
      return options.length === 0 ? [] : [[question, options] as const];
    }),
  );
}
