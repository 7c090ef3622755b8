/**
 * What texts take from a decision about something that happened: a breach, or what somebody asked. Where several are
 * kept, nobody can tell which one a text is for, so nothing is taken.
 */
import { monthsAfter } from '../records/deadline.ts';
import { plainDate } from '../records/dates.ts';
import { asShown, fromUse } from './facts.ts';
import type { Known, KnownUse } from './known.ts';
import { found, type Found, type GapRule } from './rules.ts';

/** The one decision of a questionnaire that is kept, in which one of some options was chosen, if that matters. */
function theOne(
  { happened }: Known,
  questionnaire: string,
  asked?: { readonly question: string; readonly options: readonly string[] },
): KnownUse | undefined {
  const [one, ...others] = happened.filter(
    ({ questionnaire: id, answers }) =>
      id === questionnaire &&
      (asked === undefined ||
        asked.options.some((option) => answers[asked.question]?.options.includes(option))),
  );
  return others.length === 0 ? one : undefined;
}

/** The breach that is kept, as far as it was answered. */
export const breachSaid =
  (question: string): GapRule =>
  (known) => {
    const one = theOne(known, 'breach');
    return one === undefined ? undefined : asShown(one, question);
  };

const received = (
  known: Known,
  options: readonly string[],
  words: (day: string) => string,
): Found | undefined => {
  const one = theOne(known, 'objection', { question: 'asks', options });
  const day = one?.answers['received-on']?.answer;
  return one === undefined || typeof day !== 'string' || !/^\d/.test(day)
    ? undefined
    : found(words(day), fromUse(one, 'received-on'));
};

/** The day on which somebody asked for one of these things. */
export const cameOn =
  (...options: readonly string[]): GapRule =>
  (known) =>
    received(known, options, plainDate);

/** The last day of the month in which that is answered. */
export const answerBy =
  (...options: readonly string[]): GapRule =>
  (known) =>
    received(known, options, (day) => plainDate(monthsAfter(day, 1)));
