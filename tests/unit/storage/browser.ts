/** A browser’s storage for tests that need no browser: two tabs of one device, each with a session of its own. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import * as fake from 'fake-indexeddb';
import { vi } from 'vitest';

/** Storage as browsers have it: its keys are its own, and it may be full. */
function newStorage(room: () => number): Storage {
  const storage: Record<string, string> = {};
  const sizeOf = (key: string) => key.length + (storage[key] ?? '').length;
  const methods = {
    getItem: (key: string) => (Object.hasOwn(storage, key) ? storage[key] : null),
    setItem(key: string, value: string) {
      const others = Object.keys(storage).filter((other) => other !== key);
      if (others.reduce((all, other) => all + sizeOf(other), key.length + value.length) > room())
        throw new DOMException('There is no room.', 'QuotaExceededError');
      storage[key] = value;
    },
    removeItem: (key: string) => Reflect.deleteProperty(storage, key),
  };
  for (const [name, value] of Object.entries(methods))
    Object.defineProperty(storage, name, { value, enumerable: false });
  return storage as unknown as Storage;
}

export interface Tab {
  /** Makes this the tab in which everything runs. */
  open(): void;
  readonly session: Storage;
}

/** A device with nothing kept on it. `vi.unstubAllGlobals` puts everything back. */
export function newDevice(room = 5_000_000): {
  tab: () => Tab;
  local: Storage;
  setRoom: (characters: number) => void;
} {
  let space = room;
  for (const [name, value] of Object.entries(fake))
    if (/^IDB/.test(name) && typeof value === 'function') vi.stubGlobal(name, value);
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  // No page of these tabs is held in memory.
  vi.stubGlobal('BroadcastChannel', undefined);
  vi.stubGlobal('indexedDB', new IDBFactory());
  const local = newStorage(() => space);
  vi.stubGlobal('localStorage', local);
  return {
    local,
    setRoom(characters) {
      space = characters;
    },
    tab() {
      const session = newStorage(() => space);
      const entry = { state: null as unknown };
      return {
        session,
        open() {
          vi.stubGlobal('sessionStorage', session);
          vi.stubGlobal('history', {
            get state() {
              return entry.state;
            },
            replaceState: (state: unknown) => (entry.state = state),
          });
        },
      };
    },
  };
}

/** A browser that refuses everything, as a private window of some does. */
export function refuseEverything(): void {
  const refusing = new Proxy(
    {},
    {
      get() {
        throw new DOMException('It is denied.', 'SecurityError');
      },
      ownKeys() {
        throw new DOMException('It is denied.', 'SecurityError');
      },
    },
  );
  for (const name of ['sessionStorage', 'localStorage', 'indexedDB']) vi.stubGlobal(name, refusing);
}
