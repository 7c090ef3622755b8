/** Opens the database on this device, and moves what an older version of this site kept there into its shape. */
import { openDB, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import * as v from 'valibot';
import { rowSchema, type RecordRow } from '../campaign/register.ts';
import { NAME, type Device } from './device.ts';
import { attempt } from './refusals.ts';

/** Raised with every change of shape; `moveUp` below then moves what is there. */
const VERSION = 4;

/** A row as version 2 kept it. */
interface OldRecord extends RecordRow {
  readonly json: string;
}

/** @throws DOMException when the browser has no storage for us, or holds a newer version than this code knows. */
export function openDatabase(): Promise<IDBPDatabase<Device>> {
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
  database.createObjectStore('training', { keyPath: 'key' });
  if (from === 3) return;
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
