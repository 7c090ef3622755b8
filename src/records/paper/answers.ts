/** What ticked boxes come to: answers to go on with, and what of them has to be said or is asked again. */
import { NOT_KNOWN, type Answer, type Answers, type Question } from '../../engine/define.ts';
import { foldJourneys } from '../../engine/folded-walk.ts';
import type { Reading } from '../../engine/reading.ts';
import { newDraft, type Draft } from '../draft.ts';
import { answerOf, type Box } from './boxes.ts';

/** Lists of questions are of their ids, in asking order. */
export interface FromPaper {
  /** The answers that are taken. */
  readonly answers: Answers;
  /** Questions whose ticked boxes cannot all hold, or of which a point is left out: they are asked again. */
  readonly unclear: readonly string[];
  /** Questions that do not take their answer after those before: they are asked again. */
  readonly refused: readonly string[];
  /** Questions that are not asked after these answers, so that what was ticked there is left out. */
  readonly notAsked: readonly string[];
  /** Questions that may be asked now, and of which no box was ticked, though later ones were. */
  readonly notTicked: readonly string[];
  /** Answered questions of which reasons are still to be typed. */
  readonly reasonsDue: readonly string[];
  /** The first question that is still open; undefined where none is. */
  readonly next: string | undefined;
  /** What is handed to the questionnaire. */
  readonly draft: Draft;
}

/** What an answer has no box for. */
const TYPED: readonly Question['kind'][] = ['date', 'number', 'text'];

/**
 * Walks ticked boxes through a questionnaire as it is now. Where a day, a number or words are still to be typed, every
 * way on from there is looked at, so that nothing is left out that may be asked.
 */
export function fromPaper(reading: Reading, ticks: readonly Box[]): FromPaper {
  const { questionnaire } = reading;
  const inOrder = Object.keys(questionnaire.questions);
  const byQuestion = Map.groupBy(ticks, ({ question }) => question);
  const given: Record<string, Answer> = {};
  for (const [id, ticked] of byQuestion) {
    const answer = answerOf(questionnaire, ticked);
    if (answer !== undefined) given[id] = answer;
  }
  const { reached, taken } = walk(reading, given);

  const answers = Object.fromEntries(
    inOrder.flatMap((id) => {
      const answer = given[id];
      return answer !== undefined && taken.has(id) ? [[id, answer] as const] : [];
    }),
  );
  const again = inOrder.filter((id) => byQuestion.has(id) && reached.has(id) && !taken.has(id));
  const unclear = again.filter((id) => isUnclear(reading.question(id), given[id]));
  const reasonsDue = Object.entries(answers).flatMap(([id, answer]) =>
    needsReason(reading.question(id), answer) ? [id] : [],
  );
  const settled = Object.fromEntries(Object.entries(answers).filter(([id]) => !reasonsDue.includes(id)));
  // What stands on the page of a question and has not been continued from: the rest of it is typed there.
  const begun = [...reasonsDue, ...unclear.filter((id) => reading.question(id).kind === 'points')];
  const lastTicked = inOrder.findLastIndex((id) => byQuestion.has(id));
  return {
    answers,
    unclear,
    refused: again.filter((id) => !unclear.includes(id)),
    notAsked: inOrder.filter((id) => byQuestion.has(id) && !reached.has(id)),
    notTicked: inOrder
      .slice(0, Math.max(0, lastTicked))
      .filter((id) => reached.has(id) && !byQuestion.has(id) && !TYPED.includes(reading.question(id).kind)),
    reasonsDue,
    next: reading.replay(settled).next,
    draft: {
      ...newDraft(questionnaire),
      answers: settled as Draft['answers'],
      pending: Object.fromEntries(
        begun.flatMap((id) => {
          const answer = given[id];
          return answer === undefined ? [] : [[id, { answer: answer as Draft['answers'][string] }]];
        }),
      ),
    },
  };
}

/** The questions that come up on any way on, and those of them that take the answer that was given. */
function walk(reading: Reading, given: Answers): Readonly<Record<'reached' | 'taken', ReadonlySet<string>>> {
  const [reached, taken] = [new Set<string>(), new Set<string>()];
  foldJourneys(reading, {
    ended: () => {
      // Only the places on the way are looked at.
    },
    at: (place, onward) => {
      reached.add(place.question);
      const answer = place.givenIn(given);
      if (answer === undefined) for (const one of place.classes) onward(one.answer);
      else {
        taken.add(place.question);
        onward(answer);
      }
    },
  });
  return { reached, taken };
}

/** Whether the boxes themselves do not go together, whatever was answered before. */
function isUnclear(question: Question, answer: Answer | undefined): boolean {
  if (answer === undefined) return true;
  if (question.kind === 'points') return Object.keys(answer).length < question.options.length;
  if (question.kind !== 'choices' || !Array.isArray(answer)) return false;
  const alone = [question.none, ...(question.notKnown === 'alone' ? [NOT_KNOWN] : [])];
  return answer.length > 1 && (answer as readonly string[]).some((option) => alone.includes(option));
}

/** Whether a reason has to be written after this answer. */
function needsReason({ reasons }: Question, answer: Answer): boolean {
  const after = Object.values(reasons) as readonly (readonly string[])[];
  return typeof answer === 'string' && after.some((options) => options.includes(answer));
}
