/** What is kept on this device, listed; and the records in it. */
import * as v from 'valibot';
import { words } from '../records/fields.ts';
import { openDevice, type KeptDraft, type KeptRecord, type KeptTicks } from './device.ts';
import { keepsOnDevice } from './keeping.ts';

export interface Kept {
  /** False where the person has not chosen to keep anything on this device. */
  readonly chosen: boolean;
  /** True where the browser does not let us look. */
  readonly denied: boolean;
  readonly drafts: readonly KeptDraft[];
  readonly checklists: readonly KeptTicks[];
  /** Newest first. */
  readonly records: readonly KeptRecord[];
  /** How many rows are not what we would have written, and are left out. */
  readonly unreadable: number;
}

const draftRow = v.object({ questionnaire: words, revision: v.number(), json: v.string() });
const ticksRow = v.object({ moment: words, json: v.string() });
const recordRow = v.object({
  fingerprint: words,
  title: words,
  questionnaire: words,
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  json: v.string(),
});

/** Everything that is kept on this device. Never rejects. */
export async function listKept(): Promise<Kept> {
  const nothing = { drafts: [], checklists: [], records: [], unreadable: 0 };
  if (!keepsOnDevice()) return { chosen: false, denied: false, ...nothing };
  try {
    const device = await openDevice();
    const rows = await Promise.all([
      device.getAll('drafts'),
      device.getAll('checklists'),
      device.getAll('records'),
    ]);
    device.close();
    const drafts = rows[0].filter((row) => v.is(draftRow, row));
    const checklists = rows[1].filter((row) => v.is(ticksRow, row));
    const records = rows[2].filter((row) => v.is(recordRow, row));
    return {
      chosen: true,
      denied: false,
      drafts,
      checklists,
      records: records.sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1)),
      unreadable: rows.flat().length - drafts.length - checklists.length - records.length,
    };
  } catch {
    return { chosen: true, denied: true, ...nothing };
  }
}

/** Keeps a finished record on this device, if that was chosen. */
export async function keepRecord(record: KeptRecord): Promise<boolean> {
  if (!keepsOnDevice()) return false;
  try {
    const device = await openDevice();
    await device.put('records', record);
    device.close();
    return true;
  } catch {
    return false;
  }
}

/** Deletes one record; putting the same value back undoes it. Resolves to whether the browser did it. */
export async function deleteRecord(fingerprint: string): Promise<boolean> {
  try {
    const device = await openDevice();
    await device.delete('records', fingerprint);
    device.close();
    return true;
  } catch {
    return false;
  }
}
