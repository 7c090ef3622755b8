/**
 * Where a session that is led is kept: in this tab, or on this device where the person has chosen that for everything.
 * It is written before the key that changed it has come up again, so that a lid that closes costs nothing; that is why
 * it does not stand in the database, which answers later.
 */
import { ledToJson, restoreLed, type Led } from '../records/led-session.ts';
import type { LeftOut } from '../records/read-what-fits.ts';
import { keepsOnDevice } from './keeping.ts';
import { tellPagesInMemory } from './pages-in-memory.ts';
import { PREFIX } from './presence.ts';
import { attempt, isFull } from './refusals.ts';

export const LED = `${PREFIX}led-session`;

export type LedLoaded =
  | { readonly led: Led; readonly leftOut: readonly LeftOut[]; readonly where: 'tab' | 'device' }
  | { readonly none: true }
  | { readonly denied: true }
  /** With the text as it was kept, so that it can be taken away. */
  | { readonly problem: 'newer' | 'damaged'; readonly text: string };

/** Where it is kept now, or why it is not. */
export type LedSaved = 'tab' | 'device' | 'full' | 'denied';

/** The session that this tab leads, or else the one that is kept on this device. Never throws. */
export function loadLed(): LedLoaded {
  try {
    const own = sessionStorage.getItem(LED);
    const text = own ?? (keepsOnDevice() ? localStorage.getItem(LED) : null);
    if (text === null) return { none: true };
    const restored = restoreLed(text);
    return 'problem' in restored
      ? { ...restored, text }
      : { led: restored.value, leftOut: restored.leftOut, where: own === null ? 'device' : 'tab' };
  } catch {
    return { denied: true };
  }
}

/** Keeps it. What this tab kept by itself moves, once everything is kept on the device. Never throws. */
export function saveLed(led: Led): LedSaved {
  try {
    const json = ledToJson(led);
    const onDevice = keepsOnDevice();
    (onDevice ? localStorage : sessionStorage).setItem(LED, json);
    if (onDevice) sessionStorage.removeItem(LED);
    tellPagesInMemory();
    return onDevice ? 'device' : 'tab';
  } catch (error) {
    return isFull(error) ? 'full' : 'denied';
  }
}

/** Forgets what this tab keeps of it by itself. */
export function forgetLedInTab(): void {
  attempt(() => sessionStorage.removeItem(LED));
  tellPagesInMemory();
}

/** Forgets it here and on the device. */
export function forgetLed(): void {
  attempt(() => localStorage.removeItem(LED));
  forgetLedInTab();
}
