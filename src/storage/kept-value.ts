/**
 * What one page keeps under a name, by the rule for drafts: in this tab until the person chooses otherwise, then on
 * this device. Each change is made to what is kept at that instant, so that two tabs never overwrite each other. Every
 * way in which a browser can refuse is an answer here and never an exception.
 */
import type { LeftOut, Restored } from '../records/read-what-fits.ts';
import { openDevice } from './device.ts';
import { keepsOnDevice, type Keeping } from './keeping.ts';
import { tellPagesInMemory } from './pages-in-memory.ts';
import { CHOSEN } from './presence.ts';
import { attempt, isFull } from './refusals.ts';

/** Something that is kept, where, and how it is read. */
export interface KeptValue<Value> {
  /** Its store on the device. */
  readonly store: 'checklists' | 'training';
  /** What it is called in that store. */
  readonly key: string;
  /** Where a tab keeps it. */
  readonly inTab: string;
  /** What there is before anything was done. */
  readonly blank: () => Value;
  /** Reads what a browser kept: it may be half, foreign or from another version. */
  readonly restore: (text: string) => Restored<Value>;
  /** As it is kept: what could not be read again is left out of it. */
  readonly toJson: (value: Value) => string;
}

/** It may be asked for twice, and must change nothing that it is given. */
export type Change<Value> = (value: Value) => Value;

export type ValueLoaded<Value> =
  | { readonly value: Value; readonly leftOut: readonly LeftOut[] }
  | { readonly none: true }
  | { readonly denied: true }
  | { readonly problem: 'newer' | 'damaged' };

/** `full`: no room. `denied`: the browser does not let us. `elsewhere`: another tab has erased everything. */
export type ValueSaved = 'kept' | 'full' | 'denied' | 'elsewhere';

/** Where this tab keeps it. What it began by itself stays in it until it is moved. */
export function keepingOfValue({ inTab }: Pick<KeptValue<unknown>, 'inTab'>): 'tab' | 'device' {
  const own = attempt(() => sessionStorage.getItem(inTab));
  return keepsOnDevice() && (own ?? null) === null ? 'device' : 'tab';
}

/** It, from where this tab keeps it. */
export async function loadValue<Value>(kept: KeptValue<Value>): Promise<ValueLoaded<Value>> {
  try {
    const text =
      keepingOfValue(kept) === 'device'
        ? await readDevice(kept)
        : (sessionStorage.getItem(kept.inTab) ?? undefined);
    return text === undefined ? { none: true } : kept.restore(text);
  } catch {
    return { denied: true };
  }
}

/** Forgets what this tab keeps by itself. */
export function forgetValueInTab({ inTab }: Pick<KeptValue<unknown>, 'inTab'>): void {
  attempt(() => sessionStorage.removeItem(inTab));
  tellPagesInMemory();
}

async function readDevice({
  store,
  key,
}: Pick<KeptValue<unknown>, 'store' | 'key'>): Promise<string | undefined> {
  const device = await openDevice();
  const row = await device.get(store, key);
  device.close();
  return row?.json;
}

/** What is kept with a change made to it. What cannot be read gives way. */
function changed<Value>(kept: KeptValue<Value>, text: string | undefined, change: Change<Value>): string {
  const restored = text === undefined ? undefined : kept.restore(text);
  return kept.toJson(change(restored !== undefined && 'value' in restored ? restored.value : kept.blank()));
}

/** Makes a change to it where it is kept. */
export async function changeValue<Value>(
  kept: KeptValue<Value>,
  keeping: Keeping,
  change: Change<Value>,
): Promise<ValueSaved> {
  const { store, key, inTab } = kept;
  if (keeping === 'memory') return 'denied';
  try {
    if (keeping === 'tab') {
      sessionStorage.setItem(inTab, changed(kept, sessionStorage.getItem(inTab) ?? undefined, change));
      tellPagesInMemory();
      return 'kept';
    }
    // Erased in another tab: nothing is to be written there again.
    if (!keepsOnDevice()) return 'elsewhere';
    const device = await openDevice();
    const writing = device.transaction(store, 'readwrite');
    const json = changed(kept, (await writing.store.get(key))?.json, change);
    await writing.store.put(store === 'checklists' ? { moment: key, json } : { key, json });
    await writing.done;
    device.close();
    return 'kept';
  } catch (error) {
    return isFull(error) ? 'full' : 'denied';
  }
}

/**
 * Moves it from this tab to the device, from now on and for everything that is kept.
 *
 * @param merge makes one of what another tab has put there and of what moves
 */
export async function keepValueOnDevice<Value>(
  kept: KeptValue<Value>,
  merge: Change<Value>,
): Promise<ValueSaved> {
  const chosenBefore = keepsOnDevice();
  if (attempt(() => localStorage.setItem(CHOSEN, 'yes')) === undefined && !keepsOnDevice()) return 'denied';
  const saved = await changeValue(kept, 'device', merge);
  if (saved === 'kept') forgetValueInTab(kept);
  else if (!chosenBefore) attempt(() => localStorage.removeItem(CHOSEN));
  return saved;
}
