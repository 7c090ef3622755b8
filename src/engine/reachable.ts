/** What unfinished answers can still lead to, and which answers a change would put out of use. */
import type { Answer } from './define.ts';
import { foldJourneys } from './folded-walk.ts';
import type { Replay } from './replay.ts';

/** The outcomes that these answers can still lead to, in the questionnaire's order. */
export function reachableOutcomes({ reading, outcome, next, facts }: Replay): readonly string[] {
  if (outcome !== undefined || next === undefined) return outcome === undefined ? [] : [outcome];
  const reached = new Set<string>();
  foldJourneys(
    reading,
    {
      ended: (one) => {
        reached.add(one);
      },
      at: ({ classes }, onward) => {
        for (const { answer } of classes) onward(answer);
      },
    },
    { question: next, facts },
  );
  return Object.keys(reading.questionnaire.outcomes).filter((one) => reached.has(one));
}

/** The answered questions that are on the path, or can still come onto it once those left open have answers. */
function stillAsked({ reading, path, given, next, facts }: Replay): ReadonlySet<string> {
  const asked = new Set(path);
  const waiting = Object.keys(given).some(
    (id) => !asked.has(id) && id !== next && Object.hasOwn(reading.questionnaire.questions, id),
  );
  if (next === undefined || !waiting) return asked;
  foldJourneys(
    reading,
    {
      ended: () => {
        // Only the places on the way are looked at.
      },
      at: (place, onward) => {
        const answer = place.givenIn(given);
        if (answer === undefined) for (const one of place.classes) onward(one.answer);
        else {
          asked.add(place.question);
          onward(answer);
        }
      },
    },
    { question: next, facts },
  );
  return asked;
}

/**
 * The answered questions, in asking order, whose answers a changed or new answer would put out of use: whatever is
 * answered to the questions that it brings up, they are not asked any more or do not take that answer any more.
 */
export function setAsideBy(
  replay: Replay,
  change: { readonly question: string; readonly answer: Answer },
): readonly string[] {
  const { reading, given, path } = replay;
  // Someone who answers one question after the other has no answer that could be put out of use.
  if (!Object.hasOwn(given, change.question) && path.length === Object.keys(given).length) return [];
  const before = stillAsked(replay);
  const after = stillAsked(reading.replay({ ...given, [change.question]: change.answer }));
  return Object.keys(reading.questionnaire.questions).filter(
    (id) => before.has(id) && id !== change.question && !after.has(id),
  );
}
