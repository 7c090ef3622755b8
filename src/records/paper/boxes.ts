/** The boxes that a questionnaire has on paper, and what ticked ones make of an answer. */
import { takesNotKnown } from '../../engine/answer.ts';
import {
  NOT_KNOWN,
  questionOf,
  type Answer,
  type PointAnswer,
  type Question,
  type Questionnaire,
} from '../../engine/define.ts';

/** A box to tick: an option, “I don’t know yet” among them, or one of the answers to a point. */
export interface Box {
  readonly question: string;
  readonly option: string;
  /** What it says of the point; only where the question has points. */
  readonly said?: PointAnswer;
}

/** What can be said of a point, in the order in which the boxes stand. */
export const SAID_OF_POINT: readonly PointAnswer[] = ['yes', 'no', NOT_KNOWN];

/** A box as the file of codes names it: `who registered-party`, or `consent-standard plain yes`. */
export const nameOf = ({ question, option, said }: Box): string =>
  [question, option, ...(said === undefined ? [] : [said])].join(' ');

/** The boxes of one question, in asking order, “I don’t know yet” last. */
export function boxesOf(id: string, question: Question): readonly Box[] {
  if (question.kind === 'points')
    return question.options.flatMap((option) =>
      SAID_OF_POINT.map((said) => ({ question: id, option, said })),
    );
  return [...question.options, ...(takesNotKnown(question) ? [NOT_KNOWN] : [])].map((option) => ({
    question: id,
    option,
  }));
}

/** All boxes of a questionnaire, in asking order. */
export function allBoxes({ questions }: Questionnaire): readonly Box[] {
  return Object.entries(questions).flatMap(([id, question]) => boxesOf(id, question));
}

/** The boxes that somebody has ticked who answers so; none where the answer is a day, a number or words. */
export function ticksOf(id: string, question: Question, answer: Answer): readonly Box[] {
  return boxesOf(id, question).filter(({ option, said }) => {
    if (typeof answer === 'string') return option === answer;
    if (typeof answer === 'number') return false;
    if (Array.isArray(answer)) return (answer as readonly string[]).includes(option);
    return (answer as Readonly<Record<string, PointAnswer>>)[option] === said;
  });
}

/** What ticked boxes of one question come to; undefined where they cannot all hold, or there is none. */
export function answerOf(questionnaire: Questionnaire, ticks: readonly Box[]): Answer | undefined {
  const [first] = ticks;
  if (first === undefined) return undefined;
  const question = questionOf(questionnaire, first.question);
  const inOrder = boxesOf(first.question, question).filter((box) =>
    ticks.some((tick) => nameOf(tick) === nameOf(box)),
  );
  if (question.kind === 'choices') return inOrder.map(({ option }) => option);
  if (question.kind === 'points') {
    const said = Object.fromEntries(inOrder.map(({ option, said }) => [option, said]));
    return Object.keys(said).length === inOrder.length ? (said as Answer) : undefined;
  }
  return inOrder.length === 1 ? first.option : undefined;
}
