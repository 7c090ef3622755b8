/** Where what somebody decides while learning alone is kept. */
import { newProgress, progressToJson, restoreProgress, type Progress } from '../records/training-progress.ts';
import { changeValue, keepingOfValue, type KeptValue } from './kept-value.ts';
import { trainingKey } from './presence.ts';

/** Scenarios that are decided alone, and statements whose strength is guessed. */
export type Learned = 'alone' | 'quiz';

/** What was decided, and where it is kept. */
export const keptProgress = (learned: Learned): KeptValue<Progress> => ({
  store: 'training',
  key: learned,
  inTab: trainingKey(learned),
  blank: newProgress,
  restore: restoreProgress,
  toJson: progressToJson,
});

/** Makes a change to what was decided alone, where this tab keeps it. @returns whether it is kept */
export async function changeProgress(change: (progress: Progress) => Progress): Promise<boolean> {
  const kept = keptProgress('alone');
  return (await changeValue(kept, keepingOfValue(kept), change)) === 'kept';
}
