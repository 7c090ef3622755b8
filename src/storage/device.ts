/** What is kept on this device after the person has chosen so: one IndexedDB database, with a version. */
import type { DBSchema, IDBPDatabase } from 'idb';
import type { RecordRow } from '../campaign/register.ts';

/** What the database is called. */
export const NAME = 'clear-canvass';

export interface KeptDraft {
  /** The use that it answers; the questionnaire’s id where it answers none. */
  readonly key: string;
  readonly questionnaire: string;
  readonly revision: number;
  /** The draft as JSON, so that it goes through the same door as any other input. */
  readonly json: string;
}

/** A record itself. Its row stands apart from it, so that a list of records need not read them. */
export interface KeptFile {
  readonly fingerprint: string;
  /** The record as JSON. */
  readonly json: string;
}

export interface KeptTicks {
  readonly moment: string;
  /** What is ticked, as JSON. */
  readonly json: string;
}

/** Something of the training, such as what somebody decided alone. */
export interface KeptTraining {
  readonly key: string;
  readonly json: string;
}

export interface KeptCampaign {
  /** `now`; or the id of a campaign of before. */
  readonly place: string;
  readonly revision: number;
  /** The campaign as JSON. */
  readonly json: string;
}

export interface Device extends DBSchema {
  drafts: { key: string; value: KeptDraft };
  /** Index rows. */
  records: { key: string; value: RecordRow };
  files: { key: string; value: KeptFile };
  checklists: { key: string; value: KeptTicks };
  campaigns: { key: string; value: KeptCampaign };
  training: { key: string; value: KeptTraining };
}

/**
 * @throws DOMException when the browser has no storage for us, or holds a newer version than this code knows; Error
 *   when the file that opens it does not come.
 */
export async function openDevice(): Promise<IDBPDatabase<Device>> {
  // Fetched once somebody keeps something on the device: most pages never need it, nor how older shapes are moved.
  const { openDatabase } = await import('./database.ts');
  return openDatabase();
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
