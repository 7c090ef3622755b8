/** Fetches what questionnaires decide: scripts that stand by themselves, each of one questionnaire or of all. */
import type { Questionnaire } from '../../engine/define.ts';
import { importFetched } from '../site/import-fetched.ts';

/** @throws Error when the file does not come, or does not hold the questionnaire. */
export async function loadLogic(id: string, address: string): Promise<Questionnaire> {
  const parts = (await importFetched(address)) as Readonly<Record<string, Questionnaire>>;
  const found = Object.values(parts).find((part) => part.id === id);
  if (found === undefined) throw new Error(`${address} does not hold the questionnaire ${id}.`);
  return found;
}

/** @throws Error when the file does not come. */
export async function loadAllLogic(address: string): Promise<readonly Questionnaire[]> {
  const { questionnaires } = (await importFetched(address)) as {
    readonly questionnaires: readonly Questionnaire[];
  };
  return questionnaires;
}
