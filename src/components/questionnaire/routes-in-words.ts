/** Where each answer leads, in words: for the worksheet and the map, which have no script to lead the way. */
import { NOT_KNOWN, type Questionnaire } from '../../engine/define.ts';
import { waysOn, type Way } from '../../engine/ways.ts';
import { NOT_KNOWN_LABEL, type Words } from '../../records/words.ts';

export interface WayOn {
  /** The way as the logic has it. */
  readonly way: Way;
  /** The answers that it is about; none where every answer is. */
  readonly answers: readonly string[];
  /** The rule that has to hold, as a claim; none where it always does. */
  readonly when?: string;
  readonly to: { readonly id: string; readonly isQuestion: boolean; readonly text: string };
}

/** The ways on from a question, in the order in which they are tried. */
export function routesInWords(questionnaire: Questionnaire, words: Words, id: string): readonly WayOn[] {
  const asked = words.questions[id];
  const numbers = Object.keys(questionnaire.questions);
  const said = (answer: string): string =>
    answer === NOT_KNOWN
      ? (asked?.unknownLabel ?? NOT_KNOWN_LABEL)
      : (asked?.options?.[answer]?.label ?? answer);
  return waysOn(questionnaire, id).map((way) => {
    const isQuestion = way.to in questionnaire.questions;
    return {
      way,
      answers: way.answers.map(said),
      ...(way.when === undefined ? {} : { when: questionnaire.rules[way.when]?.claim ?? way.when }),
      to: {
        id: way.to,
        isQuestion,
        text: isQuestion
          ? `question ${numbers.indexOf(way.to) + 1}`
          : (words.outcomes[way.to]?.name ?? way.to),
      },
    };
  });
}
