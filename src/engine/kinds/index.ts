/** The kinds of question, each as one object. */
import type { Question, QuestionKind } from '../define.ts';
import { choice } from './choice.ts';
import { choices } from './choices.ts';
import { date } from './date.ts';
import type { Kind } from './kind.ts';
import { number } from './number.ts';
import { points } from './points.ts';
import { text } from './text.ts';

const KINDS: { readonly [K in QuestionKind]: Kind<Extract<Question, { kind: K }>> } = {
  choice,
  rating: choice,
  choices,
  points,
  date,
  number,
  text,
};

/** What the engine needs to know of a question's kind. */
export function kindOf(question: Question): Kind<Question> {
  return KINDS[question.kind] as Kind<Question>;
}
