/** The file of one record, in any format that carries it, brought into a campaign. */
import type { DecisionRecord } from '../../records/record.ts';
import { restoreRecord } from '../../records/restore.ts';
import type { Campaign } from '../campaign.ts';
import type { BroughtRecord } from '../merge.ts';
import { rowOf } from '../register.ts';
import { CHANGED, isOfAnother, OPEN_PROBLEMS } from './open-campaign.ts';

export type OpenedOne =
  | {
      readonly ok: true;
      readonly brought: BroughtRecord;
      /** What has to be told besides, in sentences. */
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly sentence: string };

/**
 * Opens a record that is no campaign. Like the records of a campaign, it is taken only as it was made.
 *
 * @param offered the ids of the questionnaires that the site has
 * @param fileName used only to explain why a file of that kind holds no record
 */
export async function openOneRecord(
  bytes: Uint8Array,
  offered: readonly string[],
  fileName: string,
  campaign: Campaign,
): Promise<OpenedOne> {
  const restored = await restoreRecord(bytes, offered, fileName);
  if (!restored.ok)
    return {
      ok: false,
      sentence: restored.problem === 'not-a-record' ? OPEN_PROBLEMS['not-a-campaign'] : restored.sentence,
    };
  if (restored.matches === false) return { ok: false, sentence: CHANGED };
  const { record, original, altered } = restored;
  return {
    ok: true,
    brought: { row: rowOf(record), json: JSON.stringify(original) },
    notes: [
      ...(altered === undefined
        ? []
        : ['The words that the file shows differ from the record in it. The record is what is taken.']),
      ...(isOfAnother(record.details, campaign) ? [`Made for another campaign: ${titleOf(record)}.`] : []),
    ],
  };
}

const titleOf = ({ details }: DecisionRecord): string =>
  details.title.trim() === '' ? 'Untitled decision' : details.title;
