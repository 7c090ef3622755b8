/** Where things are kept, as the person has chosen, and how all of them are erased. */
import { deleteEverything } from './device.ts';
import { tellPagesInMemory } from './pages-in-memory.ts';
import { CHANGED, CHOSEN, ERASED, PREFIX } from './presence.ts';
import { attempt } from './refusals.ts';

/** `tab`: until the tab is closed. `device`: until erased. `memory`: the browser keeps nothing for us. */
export type Keeping = 'tab' | 'device' | 'memory';

/** Whether the person has chosen to keep answers on this device. */
export function keepsOnDevice(): boolean {
  return attempt(() => localStorage.getItem(CHOSEN)) === 'yes';
}

/**
 * Erases everything that this site keeps in this browser, in other tabs too: the script of every page does it there.
 * Resolves to false when the browser did not let us.
 */
export async function eraseEverything(): Promise<boolean> {
  const cleared = attempt(() => {
    for (const store of [sessionStorage, localStorage]) {
      for (const key of Object.keys(store)) if (key.startsWith(PREFIX)) store.removeItem(key);
    }
    localStorage.setItem(ERASED, 'yes');
    localStorage.removeItem(ERASED);
    tellPagesInMemory();
    return true;
  });
  const deleted = await deleteEverything();
  return cleared === true && deleted;
}

/** Whether another tab has just erased everything. */
export const tellsOfErasing = ({ key, newValue }: StorageEvent): boolean =>
  key === ERASED && newValue !== null;

/** Whether another tab has changed what is on the device. */
export const tellsOfChange = ({ key }: StorageEvent): boolean => key === CHANGED;
