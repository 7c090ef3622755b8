import { isCalendarDate, isDateWithTime } from '../answer.ts';
import { NOT_KNOWN, type DateQuestion } from '../define.ts';
import { andNotKnown, cautiously, nothingPlanned, type Kind } from './kind.ts';

/** A date, with a time of day where the question takes one, or one of the options that stand in its place. */
export const date: Kind<DateQuestion> = {
  takes: ({ earliest, cautious, clock }, options, answer) =>
    typeof answer === 'string' &&
    (options.includes(answer) ||
      (((clock !== 'required' && isCalendarDate(answer)) ||
        (clock !== undefined && isDateWithTime(answer))) &&
        answer >= (earliest ?? '')) ||
      (answer === NOT_KNOWN && cautious !== undefined)),
  walked: (question, answer) =>
    question.clock !== undefined && typeof answer === 'string' && isCalendarDate(answer)
      ? `${answer}T00:00`
      : cautiously(question, answer),
  named: (answer) => (answer === NOT_KNOWN ? NOT_KNOWN : undefined),
  candidates: (question, options) => [...options, ...question.samples, ...andNotKnown(question)],
  settlements: ({ samples }, options) => [...options, ...samples],
  turnedOut: ({ samples }, options) => [...options, ...samples],
  planned: nothingPlanned,
};
