/** All unfinished answers, in this tab and on the device, as far as they can be read. */
import type { Draft } from '../records/draft.ts';
import { restoreDraft } from '../records/restore-draft.ts';
import { openDevice } from './device.ts';
import { keepsOnDevice } from './keeping.ts';
import { draftKey } from './presence.ts';
import { attempt } from './refusals.ts';

/** Each with its owner: a use of the campaign, or else its questionnaire. What this tab keeps comes before the device. Never rejects. */
export async function allDrafts(): Promise<readonly Draft[]> {
  const start = draftKey('');
  const found = new Map<string, string>();
  if (keepsOnDevice()) {
    try {
      const device = await openDevice();
      for (const { key, json } of await device.getAll('drafts')) found.set(key, json);
      device.close();
    } catch {
      // What cannot be opened is not there.
    }
  }
  for (const key of attempt(() => Object.keys(sessionStorage)) ?? []) {
    const json = key.startsWith(start) ? attempt(() => sessionStorage.getItem(key)) : undefined;
    if (typeof json === 'string') found.set(key.slice(start.length), json);
  }
  return [...found].flatMap(([owner, json]) => {
    const restored = restoreDraft(json);
    if (!('draft' in restored)) return [];
    const { use: _said, ...draft } = restored.draft;
    return [{ ...draft, ...(owner === draft.questionnaire ? {} : { use: owner }) }];
  });
}
