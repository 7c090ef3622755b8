/** What is kept on this device, listed. */
import * as v from 'valibot';
import { words } from '../records/fields.ts';
import { openDevice, type KeptDraft, type KeptTicks } from './device.ts';
import { keepsOnDevice } from './keeping.ts';
import { listRecords, type KeptRecords } from './records.ts';

export interface Kept {
  /** False where the person has not chosen to keep anything on this device. */
  readonly chosen: boolean;
  /** True where the browser does not let us look. */
  readonly denied: boolean;
  readonly drafts: readonly KeptDraft[];
  readonly checklists: readonly KeptTicks[];
  /** Newest first; those that this tab keeps by itself among them. */
  readonly records: KeptRecords['rows'];
  /** How many rows are not what we would have written, and are left out. */
  readonly unreadable: number;
}

const draftRow = v.object({ key: words, questionnaire: words, revision: v.number(), json: v.string() });
const ticksRow = v.object({ moment: words, json: v.string() });

/** Everything that is kept on this device. Never rejects. */
export async function listKept(): Promise<Kept> {
  const { rows, unreadable, denied } = await listRecords();
  const nothing = { drafts: [], checklists: [], records: rows, unreadable };
  if (!keepsOnDevice()) return { chosen: false, denied, ...nothing };
  try {
    const device = await openDevice();
    const kept = await Promise.all([device.getAll('drafts'), device.getAll('checklists')]);
    device.close();
    const drafts = kept[0].filter((row) => v.is(draftRow, row));
    const checklists = kept[1].filter((row) => v.is(ticksRow, row));
    return {
      chosen: true,
      denied,
      drafts,
      checklists,
      records: rows,
      unreadable: unreadable + kept.flat().length - drafts.length - checklists.length,
    };
  } catch {
    return { chosen: true, denied: true, ...nothing };
  }
}
