/** What comes next in a campaign, in order of date; and what waits to be done without one. */
import { daysAfter } from '../records/deadline.ts';
import { plainDate } from '../records/dates.ts';
import type { Campaign, Cover, ShortTodo, Use } from './campaign.ts';
import { doneUntil, type TodoReaches } from './decision.ts';

/** Something with a day. */
export interface Dated {
  /** Tells it from all others of the campaign, and stays the same while its day or words change. */
  readonly key: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /**
   * `last-day`: the law sets it. `review`: a decision is to be looked at again. `to-do`: to be done by then. `again`: was
   * done, and counts as done until then. `polling-day`: the poll itself.
   */
  readonly what: 'last-day' | 'review' | 'to-do' | 'again' | 'polling-day';
  /** What is said of it, in a sentence or a name. */
  readonly text: string;
  /** The use that it is about; absent where it is about the campaign. */
  readonly use?: Pick<Use, 'id' | 'title'>;
  /** True where the day has passed and it is still open. */
  readonly overdue: boolean;
}

/** Something to do before the start that has no day. */
export interface Waiting {
  readonly todo: ShortTodo;
  /** The use that waits for it; absent where it is done once for what it covers. */
  readonly use?: Pick<Use, 'id' | 'title'>;
  readonly covers?: Cover;
}

export interface Next {
  /** What is overdue, then what comes, in order of date. */
  readonly dated: readonly Dated[];
  /** What holds a use back, and can be done now. */
  readonly waiting: readonly Waiting[];
}

const REVIEW = 'Look at this decision again';
const POLLING_DAY = 'Polling day';

/**
 * What comes next. A poll or a review that lies behind is told only while it is open: a review until the use is decided
 * anew, a poll not at all.
 *
 * @param today `YYYY-MM-DD`
 */
export function comesNext(campaign: Campaign, reaches: TodoReaches, today: string): Next {
  const { pollingDay } = campaign.who;
  const dated: Dated[] = [];
  const waiting: Waiting[] = [];
  const add = (item: Omit<Dated, 'overdue'>) => dated.push({ ...item, overdue: item.on < today });

  if (pollingDay !== undefined && pollingDay >= today)
    add({ key: 'polling-day', on: pollingDay, what: 'polling-day', text: POLLING_DAY });

  for (const { decided, supersededBy, id, title } of campaign.uses) {
    if (decided === undefined || supersededBy !== undefined) continue;
    const use = { id, title };
    for (const [place, { on, text }] of decided.lastDays.entries())
      add({ key: `last-day-${id}-${place}`, on, what: 'last-day', text, use });
    if (decided.reviewOn !== undefined)
      add({ key: `review-${id}`, on: decided.reviewOn, what: 'review', text: REVIEW, use });
    for (const todo of decided.todos) {
      const on = dayOf(todo, pollingDay);
      if (on !== undefined) add({ key: `to-do-${id}-${todo.id}`, on, what: 'to-do', text: todo.text, use });
      else if (todo.holdsBack) waiting.push({ todo, use });
    }
  }

  for (const { todo, covers, state } of campaign.standing) {
    const name = `${covers.for === 'campaign' ? 'campaign' : covers.id}-${todo.id}`;
    if (state.is === 'not-yet') {
      const on = dayOf(todo, pollingDay);
      if (on !== undefined) add({ key: `to-do-${name}`, on, what: 'to-do', text: todo.text });
      else if (todo.holdsBack) waiting.push({ todo, covers });
    }
    const until = state.is === 'done' ? doneUntil(state.on, reaches[todo.id]?.lasts) : undefined;
    if (until !== undefined) add({ key: `again-${name}`, on: until, what: 'again', text: todo.text });
  }

  // The same day keeps the order in which the campaign has them.
  return { dated: dated.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)), waiting };
}

/** The day of a to-do: the one by which it has to be done, or the day after the poll where it is for afterwards alone. */
function dayOf({ by, when }: ShortTodo, pollingDay: string | undefined): string | undefined {
  if (by !== undefined) return by;
  return pollingDay !== undefined && when.every((time) => time === 'after')
    ? daysAfter(pollingDay, 1)
    : undefined;
}

/** “Nothing is due before 3 May 2026.”, where that is so; undefined where something is due or waits now. */
export function sayQuiet({ dated, waiting }: Next, today: string): string | undefined {
  if (waiting.length > 0) return undefined;
  const [first] = dated;
  if (first === undefined) return 'Nothing is due.';
  return first.on <= today ? undefined : `Nothing is due before ${plainDate(first.on)}.`;
}
