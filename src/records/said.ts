/** Answers, dates and typed text as they are shown. */
import { NOT_KNOWN, type Answer, type PointAnswer, type Question } from '../engine/define.ts';
import { isCalendarDate, saysNotKnown } from '../engine/walk.ts';
import { NOT_KNOWN_LABEL, type QuestionWords } from './words.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2026-05-02` as `2 May 2026`. What is no such date comes back as it is. */
export function plainDate(iso: string): string {
  const [, year, month, day] = /^(\d{4,})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return day === undefined || name === undefined ? iso : `${Number(day)} ${name} ${year}`;
}

/** `2026-05-02T14:03:00+01:00` as `2 May 2026 at 14:03 (UTC+01:00)`: the clock of the place where it was made. */
export function plainTime(iso: string): string {
  const [, time, offset] = /[T ](\d{2}:\d{2})[^Z+-]*(Z|[+-].*)?$/.exec(iso) ?? [];
  return time === undefined ? plainDate(iso) : `${plainDate(iso)} at ${time} (UTC${offset === 'Z' ? '' : (offset ?? '')})`;
}

/** A moment as an ISO date and time with the offset of the place, such as `2026-05-02T14:03:00+01:00`. */
export function isoWithOffset(moment: Date): string {
  const ahead = -Math.round(moment.getTimezoneOffset());
  const local = new Date(moment.getTime() + ahead * 60_000).toISOString().slice(0, 19);
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.abs(ahead);
  return `${local}${ahead < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * Typed text as every format can hold it. Halves of characters, which JSON refuses, become U+FFFD; control
 * characters other than tab and line ends, which XML refuses, are left out. All else stays as it was typed.
 */
export function cleanText(text: string): string {
  return (
    text
      .replace(/[\p{Surrogate}\uFFFE\uFFFF]/gu, '\uFFFD')
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '')
  );
}

/** Whether an answer says "I don't know yet". The same words typed into a text box are text. */
export function isNotKnown(question: Question, answer: Answer): boolean {
  return question.kind !== 'text' && saysNotKnown(answer);
}

const POINT_WORDS: Readonly<Record<PointAnswer, string>> = { yes: 'Yes', no: 'No', [NOT_KNOWN]: NOT_KNOWN_LABEL };

/** An answer as it was shown, one line an option. */
export function saidOf(question: Question, words: QuestionWords, answer: Answer): string[] {
  const label = (option: string) =>
    option === NOT_KNOWN ? (words.unknownLabel ?? NOT_KNOWN_LABEL) : (words.options?.[option]?.label ?? option);
  switch (question.kind) {
    case 'text':
      return [String(answer)];
    case 'choices':
      return (Array.isArray(answer) ? (answer as readonly string[]) : [String(answer)]).map(label);
    case 'points':
      return Object.entries(answer as Readonly<Record<string, PointAnswer>>).map(
        ([point, said]) => `${label(point)}: ${POINT_WORDS[said]}`,
      );
    case 'number':
      return [typeof answer === 'number' ? answer.toLocaleString('en-GB') : label(String(answer))];
    case 'date':
      return [typeof answer === 'string' && isCalendarDate(answer) ? plainDate(answer) : label(String(answer))];
    case 'choice':
    case 'rating':
      return [label(String(answer))];
  }
}
