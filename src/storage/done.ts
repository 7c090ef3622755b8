/** What has been begun and what has been done, for the list of tasks. Nothing here throws: a browser may refuse all of it. */
import { listKept } from './kept.ts';
import { draftKey, PREFIX } from './presence.ts';
import { loadTicks } from './ticks.ts';

const madeKey = (questionnaire: string) => `${PREFIX}made:${questionnaire}`;

/** Notes in this tab that a record was downloaded: the record itself is kept only where that was chosen. */
export function noteRecordMade(questionnaire: string): void {
  try {
    sessionStorage.setItem(madeKey(questionnaire), 'yes');
  } catch {
    // The list will not say so, and nothing else depends on it.
  }
}

export interface Done {
  /** Ids of questionnaires with unfinished or finished answers, in this tab or on the device. */
  readonly drafts: ReadonlySet<string>;
  /** Ids of questionnaires of which a record was made in this tab, or is kept on the device. */
  readonly records: ReadonlySet<string>;
}

function keysInTab(): readonly string[] {
  try {
    return Object.keys(sessionStorage);
  } catch {
    return [];
  }
}

/** What was begun and done with each questionnaire, as far as this browser lets us look. */
export async function listDone(): Promise<Done> {
  const keys = keysInTab();
  const after = (start: string) =>
    keys.filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
  const kept = await listKept();
  return {
    drafts: new Set([...after(draftKey('')), ...kept.drafts.map(({ questionnaire }) => questionnaire)]),
    records: new Set([...after(madeKey('')), ...kept.records.map(({ questionnaire }) => questionnaire)]),
  };
}

/** How many statements are ticked on the checklist of a moment. */
export async function countTicks(moment: string): Promise<number> {
  const loaded = await loadTicks(moment);
  return 'ticks' in loaded ? Object.keys(loaded.ticks.ticked).length : 0;
}
