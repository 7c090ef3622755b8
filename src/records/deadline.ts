/** The last days and moments that an outcome sets, worked out from dates that were given. */
import { isCalendarDate, isDateWithTime } from '../engine/answer.ts';
import type { Deadline } from '../engine/define.ts';
import type { Replay } from '../engine/replay.ts';
import { isoWithOffset, plainDate } from './dates.ts';
import { plainClock } from './uk-clock.ts';
import { hoursAfter, isoInTheUk, momentOf } from './uk-time.ts';
import type { OutcomeWords } from './words.ts';

/** The last day; that it has passed or not begun to run, where no date was given. */
export type LastDay =
  | {
      readonly is: 'on';
      /** The day, ISO; in the UK where hours are counted. */
      readonly on: string;
      /** The moment, ISO with the offset of the UK, where hours are counted. */
      readonly at?: string;
    }
  | { readonly is: 'past' }
  | { readonly is: 'not-begun' };

/** One of the last days of an outcome. */
export interface DueBy {
  /** Its id, by which the outcome’s words name it too. */
  readonly id: string;
  readonly deadline: Deadline;
  readonly day: LastDay;
}

/** No record holds a later day than this. One that lies beyond it is taken to be this. */
const LAST_DAY = '9999-12-31';

/**
 * The day so many calendar months after a date: the same day of that month, or its last day where it has no such day.
 * Dates are ISO and no time of day comes into it, so a change of the clocks changes nothing.
 */
export function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(2000, 0, 1));
  lastOfMonth.setUTCFullYear(year, month - 1 + months + 1, 0);
  const wanted = new Date(lastOfMonth);
  wanted.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()));
  return dayOf(wanted);
}

/** The day so many days after a date, weekends and all. */
export function daysAfter(date: string, days: number): string {
  const wanted = new Date(`${date}T00:00:00Z`);
  wanted.setUTCDate(wanted.getUTCDate() + days);
  return dayOf(wanted);
}

function dayOf(moment: Date): string {
  return moment.getUTCFullYear() > Number(LAST_DAY.slice(0, 4))
    ? LAST_DAY
    : moment.toISOString().slice(0, 10);
}

function endOf(deadline: Deadline, given: string): LastDay {
  const day = given.slice(0, LAST_DAY.length);
  if ('hours' in deadline) {
    // Without a time of day it may have begun with the day.
    const from = momentOf(isCalendarDate(given) ? `${given}T00:00` : given);
    const at = isoInTheUk(hoursAfter(from, deadline.hours));
    if (!isCalendarDate(at.slice(0, LAST_DAY.length))) return { is: 'on', on: LAST_DAY };
    return { is: 'on', on: at.slice(0, LAST_DAY.length), at };
  }
  return {
    is: 'on',
    on: 'months' in deadline ? monthsAfter(day, deadline.months) : daysAfter(day, deadline.days),
  };
}

/** What has passed, or may have, comes first, then what ends sooner, and last what has not begun to run. */
function rank({ day }: DueBy): string {
  if (day.is === 'on') return `1 ${day.at ?? day.on}`;
  return day.is === 'past' ? '0' : '2';
}

/**
 * The last days that answers come to, the most pressing first. Those whose rule does not hold, or whose date was not
 * asked for, do not apply.
 */
export function lastDaysOf({ reading, outcome, answers, facts }: Replay): readonly DueBy[] {
  const { deadlines = {} } = reading.questionnaire.outcomes[outcome ?? ''] ?? {};
  return Object.entries(deadlines)
    .flatMap(([id, deadline]): DueBy[] => {
      const given = answers[deadline.question];
      const applies = deadline.when === undefined || reading.holds(deadline.when, facts);
      if (!applies || typeof given !== 'string') return [];
      if (isCalendarDate(given) || isDateWithTime(given))
        return [{ id, deadline, day: endOf(deadline, given) }];
      return [{ id, deadline, day: { is: given === deadline.notBegun ? 'not-begun' : 'past' } }];
    })
    .toSorted((one, other) => (rank(one) < rank(other) ? -1 : Number(rank(one) > rank(other))));
}

/** What a time limit counts, and how many of them. */
export function spanOf(deadline: Deadline): {
  readonly clock: 'months' | 'days' | 'hours';
  readonly length: number;
} {
  if ('months' in deadline) return { clock: 'months', length: deadline.months };
  return 'days' in deadline
    ? { clock: 'days', length: deadline.days }
    : { clock: 'hours', length: deadline.hours };
}

/** What is said of a last day, in the outcome's own words; nothing where it has none. */
export function sayLastDay(outcome: OutcomeWords, { id, day }: DueBy): string | undefined {
  const words = outcome.deadlines?.[id];
  if (day.is !== 'on') return day.is === 'past' ? words?.past : words?.notBegun;
  return words?.on.replace('{date}', day.at === undefined ? plainDate(day.on) : plainClock(day.at));
}

/** What is said of a last day that has gone by; nothing while it has not. */
export function sayPassed(
  { on, at }: { readonly on: string; readonly at?: string },
  now: Date,
): string | undefined {
  if (at === undefined)
    return on < isoWithOffset(now).slice(0, on.length) ? 'That day has passed.' : undefined;
  return new Date(at) < now ? 'That time has passed.' : undefined;
}
