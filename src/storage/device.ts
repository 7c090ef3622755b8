/** What is kept on this device after the person has chosen so: one IndexedDB database, with a version. */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import * as v from 'valibot';
import { rowSchema, type RecordRow } from '../campaign/register.ts';
import { attempt } from './refusals.ts';

const NAME = 'clear-canvass';
/** Raised with every change of shape; `upgrade` below then moves what is there. */
const VERSION = 3;

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
}

/** A row as version 2 kept it. */
interface OldRecord extends RecordRow {
  readonly json: string;
}

/**
 * @throws DOMException when the browser has no storage for us, or holds a newer version than this code knows; Error
 *   when the file that opens it does not come.
 */
export async function openDevice(): Promise<IDBPDatabase<Device>> {
  // Fetched once somebody keeps something on the device: most pages never need it.
  const { openDB } = await import('idb');
  return openDB<Device>(NAME, VERSION, {
    upgrade(database, from, _to, moving) {
      // Where it cannot be moved it stays as it was, and the opening fails.
      moveUp(database, from, moving).catch(() => attempt(() => moving.abort()));
    },
    // Another tab wants to erase or upgrade: let go, so that it can.
    blocking(_now, _wanted, event) {
      (event.target as IDBDatabase | null)?.close();
    },
  });
}

async function moveUp(
  database: IDBPDatabase<Device>,
  from: number,
  moving: IDBPTransaction<Device, StoreNames<Device>[], 'versionchange'>,
): Promise<void> {
  const oldDrafts = from < 1 ? [] : await moving.objectStore('drafts').getAll();
  const oldRecords = from < 1 ? [] : ((await moving.objectStore('records').getAll()) as OldRecord[]);
  if (from < 1) database.createObjectStore('records', { keyPath: 'fingerprint' });
  else database.deleteObjectStore('drafts');
  if (from < 2) database.createObjectStore('checklists', { keyPath: 'moment' });
  const drafts = database.createObjectStore('drafts', { keyPath: 'key' });
  const files = database.createObjectStore('files', { keyPath: 'fingerprint' });
  database.createObjectStore('campaigns', { keyPath: 'place' });
  for (const draft of oldDrafts) await drafts.put({ ...draft, key: draft.questionnaire });
  for (const { json, ...row } of oldRecords) {
    await files.put({ fingerprint: row.fingerprint, json });
    const more = { ...row, ...seenIn(json) };
    await moving.objectStore('records').put(v.is(rowSchema, more) ? more : row);
  }
}

/**
 * Writes all that `run` asks for, or nothing of it: whatever goes wrong meanwhile, the device is as it was.
 * @throws what the browser throws where it refuses, and what `run` throws.
 */
export async function writeAtOnce<Store extends StoreNames<Device>, Result>(
  stores: readonly Store[],
  run: (writing: IDBPTransaction<Device, Store[], 'readwrite'>) => Promise<Result>,
): Promise<Result> {
  const device = await openDevice();
  try {
    const writing = device.transaction([...stores], 'readwrite');
    try {
      const result = await run(writing);
      await writing.done;
      return result;
    } catch (error) {
      void writing.done.catch(() => undefined);
      attempt(() => writing.abort());
      throw error;
    }
  } finally {
    device.close();
  }
}

/** What a row tells of a record besides its title, unchecked; nothing where the record cannot be read. */
function seenIn(json: string): Partial<RecordRow> {
  try {
    const { outcome, details, supersedes } = JSON.parse(json) as {
      outcome: { verdict: RecordRow['verdict']; name: string };
      details: { reviewOn?: string };
      supersedes?: string;
    };
    return {
      verdict: outcome.verdict,
      outcome: outcome.name,
      ...(details.reviewOn === undefined ? {} : { reviewOn: details.reviewOn }),
      ...(supersedes === undefined ? {} : { supersedes }),
    };
  } catch {
    return {};
  }
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
