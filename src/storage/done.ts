/** What has been begun and what has been done, for the list of tasks. Nothing here throws: a browser may refuse all of it. */
import { restoreDraft } from '../records/restore-draft.ts';
import { listKept, type Kept } from './kept.ts';
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

/** Unfinished or open answers: those of a use, or of a questionnaire that was answered by itself. */
export interface OpenAnswers {
  /** The id of the use; absent where they answer none. */
  readonly use?: string;
  readonly questionnaire: string;
  /** How many questions have an answer. */
  readonly answered: number;
}

function keysInTab(): readonly string[] {
  try {
    return Object.keys(sessionStorage);
  } catch {
    return [];
  }
}

const after = (start: string): readonly string[] =>
  keysInTab()
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length));

/** All unfinished or open answers, in this tab and on the device, as far as they can be read. */
export async function listOpenAnswers(): Promise<readonly OpenAnswers[]> {
  return openIn((await listKept()).drafts);
}

function openIn(drafts: Kept['drafts']): readonly OpenAnswers[] {
  const texts = new Map(drafts.map(({ key, json }) => [key, json]));
  for (const owner of after(draftKey(''))) texts.set(owner, sessionStorage.getItem(draftKey(owner)) ?? '');
  return [...texts].flatMap(([owner, text]) => {
    const restored = restoreDraft(text);
    if (!('draft' in restored)) return [];
    const { questionnaire, answers } = restored.draft;
    return [
      {
        questionnaire,
        answered: Object.keys(answers).length,
        ...(owner === questionnaire ? {} : { use: owner }),
      },
    ];
  });
}

/** What was begun and done with each questionnaire, as far as this browser lets us look. */
export async function listDone(): Promise<Done> {
  const { records, drafts } = await listKept();
  const open = openIn(drafts);
  return {
    drafts: new Set(open.map(({ questionnaire }) => questionnaire)),
    records: new Set([...after(madeKey('')), ...records.map(({ questionnaire }) => questionnaire)]),
  };
}

/** How many statements are ticked on the checklist of a moment. */
export async function countTicks(moment: string): Promise<number> {
  const loaded = await loadTicks(moment);
  return 'value' in loaded ? Object.keys(loaded.value.ticked).length : 0;
}
