/** Answers that cannot both be true, as the questionnaire names them. They are told and route nothing. */
import { NOT_KNOWN, type Answer, type Clash } from './define.ts';
import type { Replay } from './replay.ts';

export interface ClashFound extends Clash {
  readonly id: string;
}

/** Whether nothing else was said than "I don't know yet". */
const unknown = (answer: Answer | undefined): boolean =>
  answer === NOT_KNOWN || (Array.isArray(answer) && answer.length === 1 && answer[0] === NOT_KNOWN);

/**
 * The clashes between answers on the path, in the questionnaire's order. What nobody knows clashes with nothing,
 * though it is walked as an answer.
 */
export function clashesOn({ reading, answers, path, facts }: Replay): readonly ClashFound[] {
  return Object.entries(reading.questionnaire.clashes).flatMap(([id, clash]) =>
    clash.between.every((question) => path.includes(question) && !unknown(answers[question])) &&
    reading.holds(clash.when, facts)
      ? [{ id, ...clash }]
      : [],
  );
}
