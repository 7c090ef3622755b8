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
import { CAMPAIGN, CHOSEN, draftKey, useHere } from './presence.ts';
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

/** What a draft is kept by: the use that it answers, or its questionnaire. */
export const ownerOf = ({ use, questionnaire }: Pick<Draft, 'use' | 'questionnaire'>): string =>
  use ?? questionnaire;

/**
 * The use whose answers this page shows, where it shows those of one. An address that ends in `#use-…` says so once, and
 * the browser’s history remembers it.
 */
export function takeUpUse(): string | undefined {
  const named = /^#(use-[0-9a-f]{16})$/.exec(location.hash)?.[1];
  if (named === undefined) return useHere();
  const state = history.state as object | null;
  history.replaceState({ ...state, use: named }, '', location.pathname + location.search);
  return named;
}

/**
 * Where this tab keeps a draft, by its owner. One that it began by itself stays in it until it is moved, whatever was
 * chosen in another tab meanwhile.
 */
export function keepingOf(owner: string): 'tab' | 'device' {
  const own = attempt(() => sessionStorage.getItem(draftKey(owner)));
  return keepsOnDevice() && (own ?? null) === null ? 'device' : 'tab';
}

/** The draft of an owner, from where this tab keeps it. */
export async function loadDraft(owner: string): Promise<Loaded> {
  if (keepingOf(owner) === 'device') {
    try {
      const device = await openDevice();
      const text = await device.get('drafts', owner);
      device.close();
      if (text === undefined) return { none: true };
      // The count that the next writing is held against is the row's.
      return owned(restoreDraft(text.json), owner, text.revision);
    } catch {
      return { denied: true };
    }
  }
  try {
    const text = sessionStorage.getItem(draftKey(owner));
    return text === null ? { none: true } : owned(restoreDraft(text), owner);
  } catch {
    return { denied: true };
  }
}

/** Whether there are answers that another draft would write over, readable or not. */
export async function hasAnswers(owner: string): Promise<boolean> {
  const there = await loadDraft(owner);
  return 'draft' in there ? Object.keys(there.draft.answers).length > 0 : 'problem' in there;
}

/** A draft as its owner’s, whatever it says itself: it will be written where it was read. */
function owned(restored: RestoredDraft, owner: string, revision?: number): RestoredDraft {
  if (!('draft' in restored)) return restored;
  const { use: _said, ...draft } = restored.draft;
  return {
    ...restored,
    draft: {
      ...draft,
      ...(owner === draft.questionnaire ? {} : { use: owner }),
      revision: revision ?? draft.revision,
    },
  };
}

/**
 * Keeps a draft. On the device it is written only over the revision that this tab last saw; the next
 * revision number comes back. `force` writes over whatever is there.
 */
export async function saveDraft(draft: Draft, keeping: Keeping, force = false): Promise<Saved> {
  if (keeping === 'memory') return { kept: false, why: 'denied' };
  const owner = ownerOf(draft);
  const revision = draft.revision + 1;
  const { json, leftOut } = draftToJson({ ...draft, revision });
  if (keeping === 'tab') {
    try {
      sessionStorage.setItem(draftKey(owner), json);
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
    const there = await writing.store.get(owner);
    const mine = there === undefined ? draft.revision === 0 : there.revision === draft.revision;
    if (!mine && !force) {
      writing.abort();
      await writing.done.catch(() => undefined);
      device.close();
      return { kept: false, why: 'elsewhere' };
    }
    await writing.store.put({ key: owner, questionnaire: draft.questionnaire, revision, json });
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
  if (chosenBefore && !force && (await isOnDevice(ownerOf(draft)))) return { kept: false, why: 'elsewhere' };
  if (attempt(() => localStorage.setItem(CHOSEN, 'yes')) === undefined && !keepsOnDevice()) {
    return { kept: false, why: 'denied' };
  }
  const saved = await saveDraft(draft, 'device', true);
  if (saved.kept) {
    forgetInTab(ownerOf(draft));
    // The campaign that these answers belong to goes with them.
    if ((attempt(() => sessionStorage.getItem(CAMPAIGN)) ?? null) !== null)
      await (await import('./campaign.ts')).keepCampaignOnDevice();
  }
  if (!saved.kept && !chosenBefore) attempt(() => localStorage.removeItem(CHOSEN));
  return saved;
}

async function isOnDevice(owner: string): Promise<boolean> {
  try {
    const device = await openDevice();
    const there = await device.getKey('drafts', owner);
    device.close();
    return there !== undefined;
  } catch {
    return false;
  }
}

/** Forgets the draft that this tab keeps by itself. */
export function forgetInTab(owner: string): void {
  attempt(() => sessionStorage.removeItem(draftKey(owner)));
  tellPagesInMemory();
}

/** Forgets the draft of an owner, where this tab keeps it. */
export async function forgetDraft(owner: string): Promise<void> {
  const keeping = keepingOf(owner);
  forgetInTab(owner);
  if (keeping === 'tab') return;
  try {
    const device = await openDevice();
    await device.delete('drafts', owner);
    device.close();
  } catch {
    // What cannot be opened holds nothing that we could forget.
  }
}

/** Hands a draft to the questionnaire's page, in this tab or on the device. */
export async function handOver(draft: Draft): Promise<Saved> {
  return saveDraft(draft, keepingOf(ownerOf(draft)), true);
}
