/** What the pages fetch that are there for all questionnaires: alike whatever is opened or typed, so that no request tells. */
import type { Questionnaire } from '../../engine/define.ts';
import { unpackWords, type PackedWords } from '../../records/pack-words.ts';
import type { Words } from '../../records/words.ts';
import { loadAllLogic } from '../questionnaire/load-logic.ts';

/** Nobody waits longer for what she can do without. */
const LONGEST_WAIT_MS = 10_000;

/** What all questionnaires decide; none where it does not come in time. */
export async function fetchAllLogic(address: string): Promise<readonly Questionnaire[]> {
  try {
    return await Promise.race([
      loadAllLogic(address),
      new Promise<never>((_resolve, reject) => setTimeout(reject, LONGEST_WAIT_MS)),
    ]);
  } catch {
    return [];
  }
}

/** The words of questionnaires by their ids, those that come in time. @param root the way to the root of the site */
export async function fetchAllWords(
  root: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Words>> {
  const fetched = await Promise.all(
    ids.map(async (id): Promise<(readonly [string, Words])[]> => {
      try {
        const response = await fetch(`${root}questionnaires/${id}/words.json`, {
          signal: AbortSignal.timeout(LONGEST_WAIT_MS),
        });
        return response.ok ? [[id, unpackWords((await response.json()) as PackedWords)]] : [];
      } catch {
        return [];
      }
    }),
  );
  return new Map(fetched.flat());
}
