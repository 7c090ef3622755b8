/**
 * Where drafts are kept: in this tab until the person chooses otherwise, then on this device. Every way in
 * which a browser can refuse is an answer here and never an exception, so that the questionnaire goes on.
 */
import type { Draft } from '../records/draft.ts';
import { restoreDraft, type RestoredDraft } from '../records/restore-draft.ts';
import { deleteEverything, openDevice, type KeptRecord } from './device.ts';
import { CHOSEN, draftKey, PREFIX } from './presence.ts';

/** `tab`: until the tab is closed. `device`: until erased. `memory`: the browser keeps nothing for us. */
export type Keeping = 'tab' | 'device' | 'memory';

export type Saved =
  | { readonly kept: true; readonly revision: number }
  /** `full`: no room. `denied`: the browser does not let us. `elsewhere`: another tab wrote or erased it since. */
  | { readonly kept: false; readonly why: 'full' | 'denied' | 'elsewhere' };

export type Loaded = RestoredDraft | { readonly none: true } | { readonly denied: true };

/** Runs something that a browser may refuse; undefined when it does. */
function attempt<Value>(run: () => Value): Value | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'QuotaExceededError' || error.code === 22);
}

/** Whether the person has chosen to keep answers on this device. */
export function keepsOnDevice(): boolean {
  return attempt(() => localStorage.getItem(CHOSEN)) === 'yes';
}

/** The draft of a questionnaire, from the device if that was chosen, else from this tab. */
export async function loadDraft(questionnaire: string): Promise<Loaded> {
  if (keepsOnDevice()) {
    try {
      const device = await openDevice();
      const text = await device.get('drafts', questionnaire);
      device.close();
      if (text !== undefined) return restoreDraft(text.json);
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
  const json = JSON.stringify({ ...draft, revision });
  if (keeping === 'tab') {
    try {
      sessionStorage.setItem(draftKey(draft.questionnaire), json);
      return { kept: true, revision };
    } catch (error) {
      return { kept: false, why: isFull(error) ? 'full' : 'denied' };
    }
  }
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
    return { kept: true, revision };
  } catch (error) {
    return { kept: false, why: isFull(error) ? 'full' : 'denied' };
  }
}

/** Moves a draft from the tab to the device, from now on and for every questionnaire. */
export async function keepOnDevice(draft: Draft): Promise<Saved> {
  if (attempt(() => localStorage.setItem(CHOSEN, 'yes')) === undefined && !keepsOnDevice()) {
    return { kept: false, why: 'denied' };
  }
  const saved = await saveDraft(draft, 'device', true);
  if (saved.kept) attempt(() => sessionStorage.removeItem(draftKey(draft.questionnaire)));
  else attempt(() => localStorage.removeItem(CHOSEN));
  return saved;
}

/** Forgets the draft of one questionnaire, wherever it is. */
export async function forgetDraft(questionnaire: string): Promise<void> {
  attempt(() => sessionStorage.removeItem(draftKey(questionnaire)));
  if (!keepsOnDevice()) return;
  try {
    const device = await openDevice();
    await device.delete('drafts', questionnaire);
    device.close();
  } catch {
    // What cannot be opened holds nothing that we could forget.
  }
}

/** Erases everything that this site keeps in this browser. Resolves to false when the browser did not let us. */
export async function eraseEverything(): Promise<boolean> {
  const cleared = attempt(() => {
    for (const store of [sessionStorage, localStorage]) {
      for (const key of Object.keys(store)) if (key.startsWith(PREFIX)) store.removeItem(key);
    }
    return true;
  });
  const deleted = await deleteEverything();
  return cleared === true && deleted;
}

/** Keeps a finished record on this device, if that was chosen. */
export async function keepRecord(record: KeptRecord): Promise<boolean> {
  if (!keepsOnDevice()) return false;
  try {
    const device = await openDevice();
    await device.put('records', record);
    device.close();
    return true;
  } catch {
    return false;
  }
}

/** Hands a draft to the questionnaire's page in this tab, or on the device if that was chosen. */
export async function handOver(draft: Draft): Promise<Saved> {
  return saveDraft(draft, keepsOnDevice() ? 'device' : 'tab', true);
}
