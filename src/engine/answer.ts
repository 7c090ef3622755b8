/** What can be told of an answer, or of what a question takes, by itself. The first question's page loads no more. */
import { NOT_KNOWN, type Answer, type Question } from './define.ts';

/** Whether "I don't know yet" is among a question's answers. */
export function takesNotKnown(question: Question): boolean {
  if (question.kind === 'choices') return question.notKnown !== undefined;
  if (question.kind === 'points') return true;
  return 'cautious' in question && question.cautious !== undefined;
}

/** Whether an answer, stored or typed, says "I don't know yet" anywhere. */
export function saysNotKnown(answer: Answer): boolean {
  if (typeof answer === 'object') return Object.values(answer).includes(NOT_KNOWN);
  return answer === NOT_KNOWN;
}

/** Whether an answer leaves its question open. The words "not-known" typed into a text box are text. */
export function leavesOpen(question: Question, answer: Answer): boolean {
  return question.kind !== 'text' && saysNotKnown(answer);
}

/** A calendar date as YYYY-MM-DD that exists, from the year 1 on. */
export function isCalendarDate(value: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
}

/** A date that exists and a time of day, as `2026-05-02T14:03`. */
export function isDateWithTime(value: string): boolean {
  return /T(?:[01]\d|2[0-3]):[0-5]\d$/.test(value) && isCalendarDate(value.slice(0, -'T00:00'.length));
}
