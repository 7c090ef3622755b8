/**
 * Where the ticks of a checklist are kept, by the rule for drafts: in this tab until the person chooses otherwise,
 * then on this device. Each change is made to what is kept at that instant, so that two tabs never overwrite each
 * other.
 */
import { newTicks, restoreTicks, ticksToJson, type Ticks } from '../records/ticks.ts';
import type { LeftOut } from '../records/read-what-fits.ts';
import { openDevice } from './device.ts';
import { keepsOnDevice, type Keeping } from './keeping.ts';
import { tellPagesInMemory } from './pages-in-memory.ts';
import { CHOSEN, ticksKey } from './presence.ts';
import { attempt, isFull } from './refusals.ts';

/** A change to what is ticked, chosen or typed. */
export type TicksChange = (ticks: Ticks) => Ticks;

export type TicksLoaded =
  | { readonly ticks: Ticks; readonly leftOut: readonly LeftOut[] }
  | { readonly none: true }
  | { readonly denied: true }
  | { readonly problem: 'newer' | 'damaged' };

/** `full`: no room. `denied`: the browser does not let us. `elsewhere`: another tab has erased everything. */
export type TicksSaved = 'kept' | 'full' | 'denied' | 'elsewhere';

/** Where this tab keeps the ticks of a moment. Those that it began by itself stay in it until they are moved. */
export function keepingOfTicks(moment: string): 'tab' | 'device' {
  const own = attempt(() => sessionStorage.getItem(ticksKey(moment)));
  return keepsOnDevice() && (own ?? null) === null ? 'device' : 'tab';
}

/** The ticks of a moment, from where this tab keeps them. */
export async function loadTicks(moment: string): Promise<TicksLoaded> {
  try {
    const text =
      keepingOfTicks(moment) === 'device'
        ? await readDevice(moment)
        : (sessionStorage.getItem(ticksKey(moment)) ?? undefined);
    return text === undefined ? { none: true } : restoreTicks(text);
  } catch {
    return { denied: true };
  }
}

/** Forgets the ticks that this tab keeps by itself. */
export function forgetTicksInTab(moment: string): void {
  attempt(() => sessionStorage.removeItem(ticksKey(moment)));
  tellPagesInMemory();
}

async function readDevice(moment: string): Promise<string | undefined> {
  const device = await openDevice();
  const kept = await device.get('checklists', moment);
  device.close();
  return kept?.json;
}

/** What is kept with a change made to it. What cannot be read gives way. */
function changed(moment: string, text: string | undefined, change: TicksChange): string {
  const restored = text === undefined ? undefined : restoreTicks(text);
  const before = restored !== undefined && 'ticks' in restored ? restored.ticks : newTicks(moment);
  return ticksToJson(change(before));
}

/** Makes a change to the ticks of a moment where they are kept. */
export async function changeTicks(
  moment: string,
  keeping: Keeping,
  change: TicksChange,
): Promise<TicksSaved> {
  if (keeping === 'memory') return 'denied';
  try {
    if (keeping === 'tab') {
      const key = ticksKey(moment);
      sessionStorage.setItem(key, changed(moment, sessionStorage.getItem(key) ?? undefined, change));
      tellPagesInMemory();
      return 'kept';
    }
    // Erased in another tab: nothing is to be written there again.
    if (!keepsOnDevice()) return 'elsewhere';
    const device = await openDevice();
    const writing = device.transaction('checklists', 'readwrite');
    const there = await writing.store.get(moment);
    await writing.store.put({ moment, json: changed(moment, there?.json, change) });
    await writing.done;
    device.close();
    return 'kept';
  } catch (error) {
    return isFull(error) ? 'full' : 'denied';
  }
}

/**
 * Moves the ticks of a moment from this tab to the device, from now on and for everything that is kept. Ticks that
 * another tab has put there stay beside these.
 */
export async function keepTicksOnDevice(ticks: Ticks): Promise<TicksSaved> {
  const chosenBefore = keepsOnDevice();
  if (attempt(() => localStorage.setItem(CHOSEN, 'yes')) === undefined && !keepsOnDevice()) return 'denied';
  const saved = await changeTicks(ticks.moment, 'device', (there) => ({
    ...ticks,
    ticked: { ...there.ticked, ...ticks.ticked },
  }));
  if (saved === 'kept') forgetTicksInTab(ticks.moment);
  else if (!chosenBefore) attempt(() => localStorage.removeItem(CHOSEN));
  return saved;
}
