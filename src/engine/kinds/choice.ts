import { NOT_KNOWN, type Choice, type Rating } from '../define.ts';
import { andNotKnown, cautiously, type Kind } from './kind.ts';

/** One option of several; a rating is one whose options are ordered. */
export const choice: Kind<Choice | Rating> = {
  takes: (question, options, answer) =>
    typeof answer === 'string' &&
    (options.includes(answer) || (answer === NOT_KNOWN && question.cautious !== undefined)),
  walked: cautiously,
  named: (answer) => answer as string,
  candidates: (question, options) => [...options, ...andNotKnown(question)],
  settlements: (_question, options) => options,
  turnedOut: (_question, options) => options,
  planned: (_question, plan, free, given) => {
    if (plan.ranked !== true) return free.filter((option) => option !== given);
    const place = plan.options.indexOf(given as string);
    // The nearest first: it is the least that would have to change.
    return free.filter((option) => plan.options.indexOf(option) < place).reverse();
  },
};
