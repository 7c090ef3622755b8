/** Answers and typed text as they are shown. */
import { NOT_KNOWN, type Answer, type PointAnswer, type Question } from '../engine/define.ts';
import { isCalendarDate, isDateWithTime } from '../engine/answer.ts';
import { plainDate } from './dates.ts';
import { plainClock } from './uk-clock.ts';
import { NOT_KNOWN_LABEL, type QuestionWords } from './words.ts';

const POINT_WORDS: Readonly<Record<PointAnswer, string>> = {
  yes: 'Yes',
  no: 'No',
  [NOT_KNOWN]: NOT_KNOWN_LABEL,
};

/** An answer as it was shown, one line an option. */
export function saidOf(
  question: Question,
  words: Pick<QuestionWords, 'options' | 'unknownLabel'>,
  answer: Answer,
): string[] {
  const label = (option: string) =>
    option === NOT_KNOWN
      ? (words.unknownLabel ?? NOT_KNOWN_LABEL)
      : (words.options?.[option]?.label ?? option);
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
      return [sayDate(String(answer)) ?? label(String(answer))];
    case 'choice':
    case 'rating':
      return [label(String(answer))];
  }
}

/** A day, or a day with a time in the UK, in words; nothing where it is neither. */
export function sayDate(answer: string): string | undefined {
  if (isCalendarDate(answer)) return plainDate(answer);
  return isDateWithTime(answer) ? plainClock(answer) : undefined;
}
