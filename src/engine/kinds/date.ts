import { isCalendarDate } from '../answer.ts';
import { NOT_KNOWN, type DateQuestion } from '../define.ts';
import { andNotKnown, cautiously, nothingPlanned, type Kind } from './kind.ts';

/** A date, or one of the options that stand in its place. */
export const date: Kind<DateQuestion> = {
  takes: ({ earliest, cautious }, options, answer) =>
    typeof answer === 'string' &&
    (options.includes(answer) ||
      (isCalendarDate(answer) && answer >= (earliest ?? '')) ||
      (answer === NOT_KNOWN && cautious !== undefined)),
  walked: cautiously,
  named: (answer) => (answer === NOT_KNOWN ? NOT_KNOWN : undefined),
  candidates: (question, options) => [...options, ...question.samples, ...andNotKnown(question)],
  settlements: ({ samples }, options) => [...options, ...samples],
  turnedOut: ({ samples }, options) => [...options, ...samples],
  planned: nothingPlanned,
};
