/**
 * Where drafts are kept: in this tab until the person chooses otherwise, then on this device. Every way in
 * which a browser can refuse is an answer here and never an exception, so that the questionnaire goes on.
 */
import { draftToJson, type Draft } from '../records/draft.ts';
import type { LeftOut } from '../records/read-what-fits.ts';
import { restoreDraft, type RestoredDraft } from '../records/restore-draft.ts';
import { openDevice } from './device.ts';
import { keepsOnDevice, type Keeping } from './keeping.ts';
import { tellPagesInMemory } from './pages-in-memory.ts';
import { CHOSEN, draftKey } from './presence.ts';
import { attempt, isFull } from './refusals.ts';

export type Saved =
  | {
      readonly kept: true;
      readonly revision: number;
      /** Parts that could not have been read again, and were not kept. */
      readonly leftOut: readonly LeftOut[];
    }
  /** `full`: no room. `denied`: the browser does not let us. `elsewhere`: another tab wrote or erased it since. */
  | { readonly kept: false; readonly why: 'full' | 'denied' | 'elsewhere' };

export type Loaded = RestoredDraft | { readonly none: true } | { readonly denied: true };

/**
 * Where this tab keeps the draft of a questionnaire. One that it began by itself stays in it until it is moved,
 * whatever was chosen in another tab meanwhile.
 */
export function keepingOf(questionnaire: string): 'tab' | 'device' {
  const own = attempt(() => sessionStorage.getItem(draftKey(questionnaire)));
  return keepsOnDevice() && (own ?? null) === null ? 'device' : 'tab';
}

/** The draft of a questionnaire, from where this tab keeps it. */
export async function loadDraft(questionnaire: string): Promise<Loaded> {
  if (keepingOf(questionnaire) === 'device') {
    try {
      const device = await openDevice();
      const text = await device.get('drafts', questionnaire);
      device.close();
      if (text === undefined) return { none: true };
      const restored = restoreDraft(text.json);
      // The count that the next writing is held against is the row's.
      return 'draft' in restored
        ? { ...restored, draft: { ...restored.draft, revision: text.revision } }
        : restored;
    } catch {
      return { denied: true };
    }
  }
  try {
    const text = sessionStorage.getItem(draftKey(questionnaire));
    return text === null ? { none: true } : restoreDraft(text);
  } catch {
    return { denied: true };
  }
}

/**
 * Keeps a draft. On the device it is written only over the revision that this tab last saw; the next
 * revision number comes back. `force` writes over whatever is there.
 */
export async function saveDraft(draft: Draft, keeping: Keeping, force = false): Promise<Saved> {
  if (keeping === 'memory') return { kept: false, why: 'denied' };
  const revision = draft.revision + 1;
  const { json, leftOut } = draftToJson({ ...draft, revision });
  if (keeping === 'tab') {
    try {
      sessionStorage.setItem(draftKey(draft.questionnaire), json);
      tellPagesInMemory();
      return { kept: true, revision, leftOut };
    } catch (error) {
      return { kept: false, why: isFull(error) ? 'full' : 'denied' };
    }
  }
  // Erased in another tab: nothing is to be written there again.
  if (!keepsOnDevice()) return { kept: false, why: 'elsewhere' };
  try {
    const device = await openDevice();
    const writing = device.transaction('drafts', 'readwrite');
    const there = await writing.store.get(draft.questionnaire);
    const mine = there === undefined ? draft.revision === 0 : there.revision === draft.revision;
    if (!mine && !force) {
      writing.abort();
      await writing.done.catch(() => undefined);
      device.close();
      return { kept: false, why: 'elsewhere' };
    }
    await writing.store.put({ questionnaire: draft.questionnaire, revision, json });
    await writing.done;
    device.close();
    return { kept: true, revision, leftOut };
  } catch (error) {
    return { kept: false, why: isFull(error) ? 'full' : 'denied' };
  }
}

/**
 * Moves a draft from the tab to the device, from now on and for every questionnaire. One that another tab has put
 * there is written over only with `force`.
 */
export async function keepOnDevice(draft: Draft, force = false): Promise<Saved> {
  const chosenBefore = keepsOnDevice();
  if (chosenBefore && !force && (await isOnDevice(draft.questionnaire)))
    return { kept: false, why: 'elsewhere' };
  if (attempt(() => localStorage.setItem(CHOSEN, 'yes')) === undefined && !keepsOnDevice()) {
    return { kept: false, why: 'denied' };
  }
  const saved = await saveDraft(draft, 'device', true);
  if (saved.kept) forgetInTab(draft.questionnaire);
  else if (!chosenBefore) attempt(() => localStorage.removeItem(CHOSEN));
  return saved;
}

async function isOnDevice(questionnaire: string): Promise<boolean> {
  try {
    const device = await openDevice();
    const there = await device.getKey('drafts', questionnaire);
    device.close();
    return there !== undefined;
  } catch {
    return false;
  }
}

/** Forgets the draft that this tab keeps by itself. */
export function forgetInTab(questionnaire: string): void {
  attempt(() => sessionStorage.removeItem(draftKey(questionnaire)));
  tellPagesInMemory();
}

/** Forgets the draft of one questionnaire, where this tab keeps it. */
export async function forgetDraft(questionnaire: string): Promise<void> {
  const keeping = keepingOf(questionnaire);
  forgetInTab(questionnaire);
  if (keeping === 'tab') return;
  try {
    const device = await openDevice();
    await device.delete('drafts', questionnaire);
    device.close();
  } catch {
    // What cannot be opened holds nothing that we could forget.
  }
}

/** Hands a draft to the questionnaire's page, in this tab or on the device. */
export async function handOver(draft: Draft): Promise<Saved> {
  return saveDraft(draft, keepingOf(draft.questionnaire), true);
}
