/** What would have to be different for a decision to come out better. */
import type { Answers, Verdict } from '../engine/define.ts';
import { fewestChanges, type Alternative, type Change } from '../engine/fewest-changes.ts';
import type { Replay } from '../engine/replay.ts';
import { decide } from './decide.ts';
import type { Words } from './words.ts';

/** Verdicts as they are compared: not-needed ranks with proceed. */
const RANKS: Readonly<Record<Verdict, number>> = { stop: 0, 'proceed-if': 1, proceed: 2, 'not-needed': 2 };

/** How many ways are shown. */
const MOST = 5;

/**
 * The plans with the fewest changes that end better, or that can once what they bring up is answered: fewest changes
 * first. To-dos count as not yet done, but for those that the answers show to be done.
 */
export function whatWouldBeBetter(replay: Replay, words: Words): readonly Alternative[] {
  const { reading } = replay;
  const { outcomes } = reading.questionnaire;
  const rank = RANKS[decide(replay, words).verdict ?? 'stop'];
  const worthReaching = (outcome: string): boolean => RANKS[outcomes[outcome]?.verdict ?? 'stop'] > rank;
  const endsBetter = (all: Answers): boolean =>
    RANKS[decide(reading.replay(all), words).verdict ?? 'stop'] > rank;
  if (!Object.keys(outcomes).some(worthReaching)) return [];

  const found: Alternative[] = [];
  const without: Change[] = [];
  while (found.length < MOST) {
    const next = fewestChanges(replay, { worthReaching, endsBetter, without });
    // A way with more changes than the first is no other way of the same kind.
    if (next === undefined || next.changes.length > (found[0]?.changes.length ?? Infinity)) break;
    found.push(next);
    const [first] = next.changes;
    if (first === undefined) break;
    without.push(first);
  }
  return found;
}
