/**
 * Where the campaign is kept: in this tab until the person chooses otherwise, then on this device. Each edit is made to
 * what is kept at that instant, so that two tabs never overwrite each other, and a record is kept in the same writing
 * as the campaign that names it: whatever is closed or breaks off meanwhile, both are there or neither. Every way in
 * which a browser can refuse is an answer here and never an exception.
 */
import { newCampaign, newId, type Campaign } from '../campaign/campaign.ts';
import { campaignToJson, restoreCampaign, type RestoredCampaign } from '../campaign/read-campaign.ts';
import { isoWithOffset } from '../records/dates.ts';
import { openDevice, type KeptDraft } from './device.ts';
import { writeAtOnce } from './write-at-once.ts';
import { keepsOnDevice } from './keeping.ts';
import { tellPagesInMemory } from './pages-in-memory.ts';
import { CAMPAIGN, CHANGED, CHOSEN, draftKey, KNOWN_FIRST, recordKey } from './presence.ts';
import { keepInTab, putRecords, recordsInTab, type KeptRecord } from './records.ts';
import { attempt, isFull } from './refusals.ts';

export type CampaignLoaded = RestoredCampaign | { readonly none: true } | { readonly denied: true };

export type CampaignSaved =
  | { readonly kept: true; readonly campaign: Campaign }
  /**
   * `full`: no room. `denied`: the browser does not let us. `elsewhere`: another tab has erased everything, or has
   * changed what was to be written over. `newer`, `damaged`: what is kept cannot be read, and is not written over.
   */
  | { readonly kept: false; readonly why: 'full' | 'denied' | 'elsewhere' | 'newer' | 'damaged' };

/** What is done to the campaign. It may be asked for twice, and must change nothing that it is given. */
export type CampaignEdit = (campaign: Campaign) => Campaign;

export interface Along {
  /** Records to keep in the same writing. */
  readonly records?: readonly KeptRecord[];
  /** Written only where what is kept still has this revision. */
  readonly over?: number;
}

/** The place of the campaign that is under way; one of before stands under its id. */
const NOW = 'now';

/** Where this tab keeps the campaign. One that it began by itself stays in it until it is moved. */
export function keepingOfCampaign(): 'tab' | 'device' {
  return keepsOnDevice() && (attempt(() => sessionStorage.getItem(CAMPAIGN)) ?? null) === null
    ? 'device'
    : 'tab';
}

/** The campaign, from where this tab keeps it. */
export async function loadCampaign(): Promise<CampaignLoaded> {
  try {
    if (keepingOfCampaign() === 'tab') {
      const text = sessionStorage.getItem(CAMPAIGN);
      return text === null ? { none: true } : restoreCampaign(text);
    }
    const device = await openDevice();
    const row = await device.get('campaigns', NOW);
    device.close();
    return row === undefined ? { none: true } : counted(restoreCampaign(row.json), row.revision);
  } catch {
    return { denied: true };
  }
}

/** The count that the next writing is held against is the row’s. */
const counted = (restored: RestoredCampaign, revision: number): RestoredCampaign =>
  'campaign' in restored ? { ...restored, campaign: { ...restored.campaign, revision } } : restored;

/** The campaign after an edit to what is kept, or why there is none. Where nothing is kept, one is begun. */
function edited(
  kept: RestoredCampaign | undefined,
  edit: CampaignEdit,
  over: number | undefined,
): { readonly campaign: Campaign; readonly json: string } | Extract<CampaignSaved, { kept: false }> {
  if (kept !== undefined && 'problem' in kept) return { kept: false, why: kept.problem };
  const before = kept?.campaign ?? newCampaign(newId('campaign'), isoWithOffset(new Date()));
  if (over !== undefined && before.revision !== over) return { kept: false, why: 'elsewhere' };
  const { json } = campaignToJson({ ...edit(before), revision: before.revision + 1 });
  const written = restoreCampaign(json);
  return 'campaign' in written ? { campaign: written.campaign, json } : { kept: false, why: written.problem };
}

/** Makes an edit to the campaign where it is kept. */
export async function changeCampaign(
  edit: CampaignEdit,
  { records = [], over }: Along = {},
): Promise<CampaignSaved> {
  try {
    if (keepingOfCampaign() === 'tab') {
      const text = sessionStorage.getItem(CAMPAIGN);
      const after = edited(text === null ? undefined : restoreCampaign(text), edit, over);
      if ('kept' in after) return after;
      keepInTab(records);
      sessionStorage.setItem(CAMPAIGN, after.json);
      tellPagesInMemory();
      return { kept: true, campaign: after.campaign };
    }
    const saved = await writeAtOnce(['campaigns', 'records', 'files'], async (writing) => {
      const campaigns = writing.objectStore('campaigns');
      const row = await campaigns.get(NOW);
      const kept = row === undefined ? undefined : counted(restoreCampaign(row.json), row.revision);
      const after = edited(kept, edit, over);
      if ('kept' in after) return after;
      const { campaign, json } = after;
      await campaigns.put({ place: NOW, revision: campaign.revision, json });
      await putRecords(writing.objectStore('records'), writing.objectStore('files'), records);
      return { kept: true, campaign } as const;
    });
    if (saved.kept) tellOfChange(saved.campaign);
    return saved;
  } catch (error) {
    return { kept: false, why: isFull(error) ? 'full' : 'denied' };
  }
}

/** Lets other tabs know that what is on the device has changed, and the pages of questions what is known first. */
function tellOfChange(campaign: Campaign | undefined): void {
  attempt(() => localStorage.removeItem(KNOWN_FIRST));
  const { kind } = campaign?.who ?? {};
  const planned = campaign?.uses.filter(({ state }) => state === 'planned') ?? [];
  if (kind !== undefined)
    attempt(() => localStorage.setItem(KNOWN_FIRST, [kind, ...planned.map(({ id }) => id)].join(' ')));
  attempt(() => localStorage.setItem(CHANGED, String(Date.now() + Math.random())));
}

/**
 * Moves everything that this tab keeps to the device, from now on: campaign, records and unfinished answers, all of it
 * or nothing. Where another tab has put another campaign there, nothing is written without `force`.
 */
export async function keepCampaignOnDevice(force = false): Promise<CampaignSaved> {
  const text = attempt(() => sessionStorage.getItem(CAMPAIGN));
  if (text === undefined) return { kept: false, why: 'denied' };
  const mine = text === null ? undefined : restoreCampaign(text);
  if (mine !== undefined && 'problem' in mine) return { kept: false, why: mine.problem };
  const chosenBefore = keepsOnDevice();
  if (attempt(() => localStorage.setItem(CHOSEN, 'yes')) === undefined && !keepsOnDevice())
    return { kept: false, why: 'denied' };
  const { records } = recordsInTab();
  const drafts = draftsInTab();
  try {
    const moved = await writeAtOnce(['campaigns', 'records', 'files', 'drafts'], async (writing) => {
      const campaigns = writing.objectStore('campaigns');
      const there = await campaigns.get(NOW);
      const theirs = there === undefined ? undefined : restoreCampaign(there.json);
      const same = theirs !== undefined && 'campaign' in theirs && theirs.campaign.id === mine?.campaign.id;
      if (mine !== undefined && theirs !== undefined && !same && !force) return undefined;
      // Answers that another tab has put there are not written over unseen: these stay in this tab.
      const inTheWay = new Set(force ? [] : await writing.objectStore('drafts').getAllKeys());
      const going = drafts.filter(({ key }) => !inTheWay.has(key));
      if (mine !== undefined || theirs === undefined) {
        const begun = mine?.campaign ?? newCampaign(newId('campaign'), isoWithOffset(new Date()));
        const revision = Math.max(begun.revision, there?.revision ?? 0) + 1;
        const { json } = campaignToJson({ ...begun, revision });
        await campaigns.put({ place: NOW, revision, json });
      }
      await putRecords(writing.objectStore('records'), writing.objectStore('files'), records);
      await Promise.all(going.map((draft) => writing.objectStore('drafts').put(draft)));
      return going;
    });
    if (moved === undefined) return { kept: false, why: 'elsewhere' };
    for (const key of [
      CAMPAIGN,
      ...records.map(({ row }) => recordKey(row.fingerprint)),
      ...moved.map(({ key: owner }) => draftKey(owner)),
    ])
      attempt(() => sessionStorage.removeItem(key));
    tellPagesInMemory();
    const loaded = await loadCampaign();
    tellOfChange('campaign' in loaded ? loaded.campaign : undefined);
    return 'campaign' in loaded ? { kept: true, campaign: loaded.campaign } : { kept: false, why: 'denied' };
  } catch (error) {
    if (!chosenBefore) attempt(() => localStorage.removeItem(CHOSEN));
    return { kept: false, why: isFull(error) ? 'full' : 'denied' };
  }
}

/** The unfinished answers that this tab keeps, as rows of the device; what is no draft stays where it is. */
function draftsInTab(): readonly KeptDraft[] {
  const start = draftKey('');
  const keys = attempt(() => Object.keys(sessionStorage)) ?? [];
  return keys
    .filter((key) => key.startsWith(start))
    .flatMap((key) => {
      const json = attempt(() => sessionStorage.getItem(key)) ?? '';
      const draft = attempt(() => JSON.parse(json) as { questionnaire?: unknown; revision?: unknown } | null);
      return typeof draft?.questionnaire === 'string' && typeof draft.revision === 'number'
        ? [
            {
              key: key.slice(start.length),
              questionnaire: draft.questionnaire,
              revision: draft.revision,
              json,
            },
          ]
        : [];
    });
}

/**
 * Begins another campaign in the place of the one that is kept; that one is set by where it was, and can be taken up
 * again by its id.
 */
export async function succeedCampaign(next: Campaign): Promise<CampaignSaved> {
  const loaded = await loadCampaign();
  if ('denied' in loaded) return { kept: false, why: 'denied' };
  if ('problem' in loaded) return { kept: false, why: loaded.problem };
  if ('campaign' in loaded) {
    const aside = await setAside(loaded.campaign);
    if (aside !== 'kept') return { kept: false, why: aside };
  }
  return changeCampaign(() => next);
}

async function setAside(campaign: Campaign): Promise<'kept' | 'full' | 'denied'> {
  const { json } = campaignToJson(campaign);
  try {
    if (keepingOfCampaign() === 'tab') sessionStorage.setItem(`${CAMPAIGN}:${campaign.id}`, json);
    else {
      const device = await openDevice();
      await device.put('campaigns', { place: campaign.id, revision: campaign.revision, json });
      device.close();
    }
    return 'kept';
  } catch (error) {
    return isFull(error) ? 'full' : 'denied';
  }
}

/** Campaigns of before that a later one took over from, as far as they can be read. Never rejects. */
export async function campaignsOfBefore(): Promise<readonly Campaign[]> {
  const texts =
    attempt(() =>
      Object.keys(sessionStorage)
        .filter((key) => key.startsWith(`${CAMPAIGN}:`))
        .map((key) => sessionStorage.getItem(key) ?? ''),
    ) ?? [];
  const rows: string[] = [];
  if (keepsOnDevice()) {
    try {
      const device = await openDevice();
      const kept = await device.getAll('campaigns');
      device.close();
      rows.push(...kept.filter(({ place }) => place !== NOW).map(({ json }) => json));
    } catch {
      // What cannot be opened is not there.
    }
  }
  return [...texts, ...rows].flatMap((text) => {
    const restored = restoreCampaign(text);
    return 'campaign' in restored ? [restored.campaign] : [];
  });
}

/** Leaves a campaign that cannot be read behind; its text was offered for download before. */
export async function forgetCampaign(): Promise<void> {
  const keeping = keepingOfCampaign();
  attempt(() => sessionStorage.removeItem(CAMPAIGN));
  tellPagesInMemory();
  if (keeping === 'tab') return;
  tellOfChange(undefined);
  try {
    const device = await openDevice();
    await device.delete('campaigns', NOW);
    device.close();
  } catch {
    // What cannot be opened holds nothing that we could forget.
  }
}

/** Whether the browser has promised not to clear this site’s storage by itself. */
export type Persisted = 'yes' | 'no' | 'unknown';

/**
 * Asks the browser to keep what is on the device until the person erases it: Safari may clear it after seven days
 * without a visit. To be asked once something is kept there, as some browsers put the question to the person.
 */
export async function askToPersist(): Promise<Persisted> {
  try {
    if (!keepsOnDevice()) return 'unknown';
    if (await navigator.storage.persisted()) return 'yes';
    return (await navigator.storage.persist()) ? 'yes' : 'no';
  } catch {
    return 'unknown';
  }
}
