/** What is kept on this device after the person has chosen so: one IndexedDB database, with a version. */
import type { DBSchema, IDBPDatabase } from 'idb';

const NAME = 'clear-canvass';
/** Raised with every change of shape; `upgrade` below then moves what is there. */
const VERSION = 2;

export interface KeptDraft {
  readonly questionnaire: string;
  readonly revision: number;
  /** The draft as JSON, so that it goes through the same door as any other input. */
  readonly json: string;
}

export interface KeptRecord {
  readonly fingerprint: string;
  readonly title: string;
  readonly questionnaire: string;
  /** ISO date and time with offset. */
  readonly madeAt: string;
  /** The record as JSON. */
  readonly json: string;
}

export interface KeptTicks {
  readonly moment: string;
  /** What is ticked, as JSON. */
  readonly json: string;
}

interface Device extends DBSchema {
  drafts: { key: string; value: KeptDraft };
  records: { key: string; value: KeptRecord };
  checklists: { key: string; value: KeptTicks };
}

/**
 * @throws DOMException when the browser has no storage for us, or holds a newer version than this code knows; Error
 *   when the file that opens it does not come.
 */
export async function openDevice(): Promise<IDBPDatabase<Device>> {
  // Fetched once somebody keeps something on the device: most pages never need it.
  const { openDB } = await import('idb');
  return openDB<Device>(NAME, VERSION, {
    upgrade(database, from) {
      if (from < 1) {
        database.createObjectStore('drafts', { keyPath: 'questionnaire' });
        database.createObjectStore('records', { keyPath: 'fingerprint' });
      }
      if (from < 2) database.createObjectStore('checklists', { keyPath: 'moment' });
    },
    // Another tab wants to erase or upgrade: let go, so that it can.
    blocking(_now, _wanted, event) {
      (event.target as IDBDatabase | null)?.close();
    },
  });
}

/** Deletes the database. Resolves to false when the browser did not let us within two seconds. */
export async function deleteEverything(): Promise<boolean> {
  try {
    const request = indexedDB.deleteDatabase(NAME);
    return await new Promise<boolean>((resolve) => {
      request.onsuccess = () => resolve(true);
      request.onerror = () => resolve(false);
      setTimeout(resolve, 2000, false);
    });
  } catch {
    return false;
  }
}
