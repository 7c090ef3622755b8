/** The last day that an outcome sets, worked out from a date that was given. */
import { isCalendarDate } from '../engine/answer.ts';
import type { Replay } from '../engine/replay.ts';
import { plainDate } from './dates.ts';
import type { OutcomeWords } from './words.ts';

/** The last day; that it has passed or not begun to run, where no date was given. */
export type LastDay =
  { readonly is: 'on'; readonly on: string } | { readonly is: 'past' } | { readonly is: 'not-begun' };

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
  return wanted.toISOString().slice(0, 10);
}

/** The day so many days after a date, weekends and all. */
export function daysAfter(date: string, days: number): string {
  const wanted = new Date(`${date}T00:00:00Z`);
  wanted.setUTCDate(wanted.getUTCDate() + days);
  return wanted.toISOString().slice(0, 10);
}

/** The last day that answers come to; none where their outcome sets none or its date was not asked for. */
export function lastDayOf({
  reading,
  outcome,
  answers,
}: Pick<Replay, 'reading' | 'outcome' | 'answers'>): LastDay | undefined {
  const deadline = reading.questionnaire.outcomes[outcome ?? '']?.deadline;
  const given = deadline === undefined ? undefined : answers[deadline.question];
  if (deadline === undefined || typeof given !== 'string') return undefined;
  if (isCalendarDate(given))
    return {
      is: 'on',
      on: 'months' in deadline ? monthsAfter(given, deadline.months) : daysAfter(given, deadline.days),
    };
  return given === deadline.notBegun ? { is: 'not-begun' } : { is: 'past' };
}

/** What is said of a last day, in the outcome's own words. */
export function sayLastDay(outcome: OutcomeWords, day: LastDay | undefined): string | undefined {
  if (day === undefined) return undefined;
  const { deadline } = outcome;
  if (day.is === 'on') return deadline?.on.replace('{date}', plainDate(day.on));
  return day.is === 'past' ? deadline?.past : deadline?.notBegun;
}
