import { NOT_KNOWN, type NumberQuestion } from '../define.ts';
import { andNotKnown, cautiously, nothingPlanned, type Kind } from './kind.ts';

/** A whole number between two limits. */
export const number: Kind<NumberQuestion> = {
  takes: ({ least, most, cautious }, _options, answer) =>
    (answer === NOT_KNOWN && cautious !== undefined) ||
    (typeof answer === 'number' && Number.isInteger(answer) && answer >= least && answer <= most),
  walked: cautiously,
  named: (answer) => (answer === NOT_KNOWN ? NOT_KNOWN : undefined),
  candidates: (question) => [...question.samples, ...andNotKnown(question)],
  settlements: ({ samples }) => samples,
  turnedOut: ({ samples }) => samples,
  planned: nothingPlanned,
};
