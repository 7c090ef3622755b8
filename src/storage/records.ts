/**
 * Finished records, by the rule for drafts: in this tab until the person chooses otherwise, then on this device. Rows
 * stand apart from the records themselves, so that a list of a thousand is there at once.
 */
import * as v from 'valibot';
import { newestFirst, rowSchema, type RecordRow } from '../campaign/register.ts';
import { openDevice, type KeptFile } from './device.ts';
import { writeAtOnce } from './write-at-once.ts';
import { keepsOnDevice } from './keeping.ts';
import { tellPagesInMemory } from './pages-in-memory.ts';
import { recordKey, RECORD_KEYS } from './presence.ts';
import { attempt, isFull } from './refusals.ts';

/** A record with its row: what is kept, and what has to be put back to undo a deletion. */
export interface KeptRecord {
  readonly row: RecordRow;
  /** The record as JSON. */
  readonly json: string;
}

export interface KeptRecords {
  /** Newest first. */
  readonly rows: readonly RecordRow[];
  /** How many rows are not what we would have written, and are left out. */
  readonly unreadable: number;
  /** True where the browser does not let us look. */
  readonly denied: boolean;
}

/** `full`: no room, and nothing of it was kept. `denied`: the browser does not let us. */
export type RecordsSaved = 'kept' | 'full' | 'denied';

const inTabSchema = v.strictObject({ row: rowSchema, json: v.string() });

/** What this tab keeps by itself. */
export function recordsInTab(): { readonly records: readonly KeptRecord[]; readonly unreadable: number } {
  const keys = attempt(() => Object.keys(sessionStorage).filter((key) => key.startsWith(RECORD_KEYS))) ?? [];
  const records = keys.flatMap((key) => {
    const read = attempt(() => v.safeParse(inTabSchema, JSON.parse(sessionStorage.getItem(key) ?? '')));
    return read?.success === true ? [read.output] : [];
  });
  return { records, unreadable: keys.length - records.length };
}

/** The rows of all records, in this tab and on the device. Never rejects. */
export async function listRecords(): Promise<KeptRecords> {
  const { records, unreadable } = recordsInTab();
  const inTab = records.map(({ row }) => row);
  if (!keepsOnDevice()) return { rows: newestFirst(inTab), unreadable, denied: false };
  try {
    const device = await openDevice();
    const kept = await device.getAll('records');
    device.close();
    const rows = kept.filter((row) => v.is(rowSchema, row));
    const all = new Map([...inTab, ...rows].map((row) => [row.fingerprint, row]));
    return {
      rows: newestFirst([...all.values()]),
      unreadable: unreadable + kept.length - rows.length,
      denied: false,
    };
  } catch {
    return { rows: newestFirst(inTab), unreadable, denied: true };
  }
}

/** The JSON of some records, in the order asked for; one that is not there any more is left out. Never rejects. */
export async function readRecords(fingerprints: readonly string[]): Promise<readonly string[]> {
  const found = new Map(recordsInTab().records.map(({ row, json }) => [row.fingerprint, json]));
  if (keepsOnDevice()) {
    try {
      const device = await openDevice();
      const files = device.transaction('files').store;
      await Promise.all(
        fingerprints.map(async (fingerprint) => {
          const file = await files.get(fingerprint);
          if (typeof file?.json === 'string') found.set(fingerprint, file.json);
        }),
      );
      device.close();
    } catch {
      // What cannot be opened is not there.
    }
  }
  return fingerprints.flatMap((fingerprint) => found.get(fingerprint) ?? []);
}

/** Keeps records, all of them or none, where this tab keeps things. */
export async function keepRecords(records: readonly KeptRecord[]): Promise<RecordsSaved> {
  try {
    if (keepsOnDevice()) {
      await writeAtOnce(['records', 'files'], (writing) =>
        putRecords(writing.objectStore('records'), writing.objectStore('files'), records),
      );
      return 'kept';
    }
    keepInTab(records);
    return 'kept';
  } catch (error) {
    return isFull(error) ? 'full' : 'denied';
  }
}

/** Puts each row and each record into its store. */
export async function putRecords(
  rows: { readonly put: (row: RecordRow) => Promise<unknown> },
  files: { readonly put: (file: KeptFile) => Promise<unknown> },
  records: readonly KeptRecord[],
): Promise<void> {
  // One after the other: where one is refused, none of those before is left waiting for an answer.
  for (const { row, json } of records) {
    await rows.put(row);
    await files.put({ fingerprint: row.fingerprint, json });
  }
}

/** All of them or none. @throws what the browser throws where it refuses. */
export function keepInTab(records: readonly KeptRecord[]): void {
  const before = new Map<string, string | null>();
  try {
    for (const record of records) {
      const key = recordKey(record.row.fingerprint);
      before.set(key, sessionStorage.getItem(key));
      sessionStorage.setItem(key, JSON.stringify(record));
    }
    tellPagesInMemory();
  } catch (error) {
    for (const [key, value] of before)
      attempt(() => (value === null ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, value)));
    throw error;
  }
}

/** Deletes one record, and gives it to be put back; undefined where the browser did not let us, or it was gone. */
export async function deleteRecord(fingerprint: string): Promise<KeptRecord | undefined> {
  const inTab = recordsInTab().records.find(({ row }) => row.fingerprint === fingerprint);
  if (inTab !== undefined) {
    attempt(() => sessionStorage.removeItem(recordKey(fingerprint)));
    tellPagesInMemory();
  }
  if (!keepsOnDevice()) return inTab;
  try {
    return await writeAtOnce(['records', 'files'], async (writing) => {
      const [rows, files] = [writing.objectStore('records'), writing.objectStore('files')];
      const [row, file] = await Promise.all([rows.get(fingerprint), files.get(fingerprint)]);
      await Promise.all([rows.delete(fingerprint), files.delete(fingerprint)]);
      return row === undefined ? inTab : { row, json: file?.json ?? '' };
    });
  } catch {
    return inTab;
  }
}
