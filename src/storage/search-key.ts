/** Whether the key that opens the search works in this browser: it does, unless the person has switched it off. */
import { PREFIX } from './presence.ts';

/** Set where the key is switched off. The script of every page looks for it. */
export const NO_SLASH = `${PREFIX}no-slash`;

/** False also where the browser does not let us look, as nothing can have been switched off there. */
export function isKeySwitchedOff(): boolean {
  try {
    return localStorage.getItem(NO_SLASH) !== null;
  } catch {
    return false;
  }
}

/** Keeps or forgets the choice. False where the browser refuses. */
export function switchKey(on: boolean): boolean {
  try {
    if (on) localStorage.removeItem(NO_SLASH);
    else localStorage.setItem(NO_SLASH, 'yes');
    return true;
  } catch {
    return false;
  }
}
