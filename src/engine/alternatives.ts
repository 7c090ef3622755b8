/** Definite answers that could stand in another's place. */
import { saysNotKnown } from './answer.ts';
import type { Answer } from './define.ts';
import { kindOf } from './kinds/index.ts';
import type { Point, Reading } from './reading.ts';

/** Whether two answers say the same. */
export const isSame = (one: Answer, other: Answer): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Every definite answer, one option changed at a time, that could turn out to be so in place of the given one. */
export function turnedOutInstead(
  reading: Reading,
  point: Point,
  offered: readonly string[],
  given: Answer,
): readonly Answer[] {
  const question = reading.question(point.question);
  return kindOf(question)
    .turnedOut(question, offered, given)
    .filter((answer) => !saysNotKnown(answer) && !isSame(answer, given) && reading.takes(point, answer));
}
