/** Reads a campaign that someone brings, and takes what is chosen of it. Loaded only when someone brings one. */
import { newCampaign, newId, type Campaign } from '../../campaign/campaign.ts';
import { OPEN_PROBLEMS, openCampaign } from '../../campaign/files/open-campaign.ts';
import { openOneRecord } from '../../campaign/files/open-one-record.ts';
import { chosenAtFirst, compare, take, type Comparison } from '../../campaign/merge.ts';
import { isoNow } from '../../records/dates.ts';
import { MOST_ZIP_BYTES } from '../../records/zip.ts';
import { changeCampaign } from '../../storage/campaign.ts';
import { deleteRecord } from '../../storage/records.ts';
import type { Book } from './book.svelte.ts';

export type LookedAt =
  | { readonly problem: string }
  | {
      readonly comparison: Comparison;
      readonly chosen: ReadonlySet<string>;
      /** What has to be told besides, in sentences. */
      readonly notes: readonly string[];
    };

const blank = (): Campaign => newCampaign(newId('campaign'), isoNow());

/** What a file has beside what is here. @throws what the browser throws where it cannot read the file */
export async function lookAt(file: File, book: Book, offered: readonly string[]): Promise<LookedAt> {
  if (file.size > MOST_ZIP_BYTES) return { problem: OPEN_PROBLEMS['too-large'] };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const opened = await openCampaign(bytes, offered);
  const mine = book.campaign ?? blank();
  if (!opened.ok)
    return opened.problem === 'not-a-campaign'
      ? lookAtOne(bytes, file.name, mine, book, offered)
      : { problem: opened.sentence };
  const comparison = compare(mine, book.records, opened.brought);
  const { refused, ofAnother, missing } = opened;
  return {
    comparison,
    chosen: chosenAtFirst(comparison),
    notes: [
      ...refused.map(({ name, sentence }) => `${name}: ${sentence}`),
      ...(ofAnother.length === 0 ? [] : [`Made for another campaign: ${ofAnother.join(', ')}.`]),
      ...(missing === 0
        ? []
        : [
            `${missing === 1 ? 'One record' : `${missing} records`} that the campaign names ${missing === 1 ? 'is' : 'are'} not in the file.`,
          ]),
    ],
  };
}

/** What the file of one record has beside what is here: that record, and nothing of a campaign. */
async function lookAtOne(
  bytes: Uint8Array,
  name: string,
  mine: Campaign,
  book: Book,
  offered: readonly string[],
): Promise<LookedAt> {
  const opened = await openOneRecord(bytes, offered, name, mine);
  if (!opened.ok) return { problem: opened.sentence };
  const all = compare(mine, book.records, { campaign: mine, records: [opened.brought] });
  const comparison = { ...all, parts: all.parts.filter(({ what }) => what === 'record') };
  return { comparison, chosen: chosenAtFirst(comparison), notes: opened.notes };
}

/** Takes what was chosen, all of it or nothing; it can be undone as a whole. */
export async function takeChosen(
  book: Book,
  comparison: Comparison,
  chosen: ReadonlySet<string>,
): Promise<void> {
  const before = book.campaign;
  const known = new Set(book.records.map(({ fingerprint }) => fingerprint));
  const { records } = take(before ?? blank(), comparison, chosen, isoNow());
  const saved = await changeCampaign((campaign) => take(campaign, comparison, chosen, isoNow()).campaign, {
    records,
  });
  await book.look();
  if (!saved.kept) {
    book.tell(
      saved.why === 'full'
        ? 'This browser has no room for all of it, so nothing was taken.'
        : 'This browser did not let the site keep it, so nothing was taken.',
    );
    return;
  }
  book.tell(`Taken: ${chosen.size === 1 ? 'one thing' : `${chosen.size} things`}.`, async () => {
    // What another tab has changed since is not undone with it.
    const undone = await changeCampaign(() => before ?? blank(), {
      over: saved.campaign.revision,
    });
    if (!undone.kept) {
      await book.look();
      book.tell('Another tab has changed the campaign meanwhile, so nothing was undone.');
      return;
    }
    for (const { row } of records) if (!known.has(row.fingerprint)) await deleteRecord(row.fingerprint);
    await book.look();
    book.tell('It is as it was before.');
  });
}
