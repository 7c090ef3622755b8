/**
 * The campaign as its page has it: read from where it is kept, changed there, and read anew whenever another tab, an
 * erasure or the way back may have changed it. What was done last can be undone for as long as the page says so.
 */
import type { Campaign } from '../../campaign/campaign.ts';
import type { RecordRow } from '../../campaign/register.ts';
import { isoNow } from '../../records/dates.ts';
import {
  askToPersist,
  changeCampaign,
  keepCampaignOnDevice,
  keepingOfCampaign,
  loadCampaign,
  type CampaignSaved,
} from '../../storage/campaign.ts';
import { keepsOnDevice } from '../../storage/keeping.ts';
import { listRecords } from '../../storage/records.ts';
import { loadChosen, type Chosen } from '../../storage/start.ts';

/** What the page can show. `looking`: not read yet. `newer`, `damaged`: kept, and cannot be read. */
export type BookState = 'looking' | 'ready' | 'denied' | 'newer' | 'damaged';

/** An edit, given the moment at which it is made. */
type Edit = (campaign: Campaign, at: string) => Campaign;

const refusals: Readonly<Record<Exclude<CampaignSaved, { kept: true }>['why'], string>> = {
  full: 'This browser has no room left, so that was not kept. Download your campaign, then delete records that you no longer need here.',
  denied: 'This browser did not let the site keep that. Download your campaign before you close the tab.',
  elsewhere: 'Another tab has changed or erased the campaign meanwhile. This page now shows what is kept.',
  newer: 'What is kept here was written by a newer version of this site. Nothing was written over.',
  damaged: 'What is kept here cannot be read. Nothing was written over.',
};

/** What the page hears of when the campaign that it shows has been read or changed. */
export const CAMPAIGN_SHOWN = 'clear-canvass:campaign-shown';

const tellPage = (): boolean => document.dispatchEvent(new Event(CAMPAIGN_SHOWN));

export class Book {
  state: BookState = $state('looking');
  /** Present once it has been read, and something was kept. */
  campaign: Campaign | undefined = $state.raw();
  records: readonly RecordRow[] = $state.raw([]);
  /** How many records are kept and cannot be read. */
  unreadable = $state(0);
  /** The text of a campaign that cannot be read. */
  keptText = $state('');
  /** What was chosen on the list of before, which this page took the place of; offered, not taken. */
  chosenBefore: Chosen | undefined = $state.raw();
  /** Whether what is kept outlasts the tab. */
  onDevice = $state(false);
  /** The last thing that happened, for everyone to read and hear. */
  said = $state('');
  #undo: (() => Promise<void>) | undefined = $state.raw();

  get canUndo(): boolean {
    return this.#undo !== undefined;
  }

  /** Reads everything anew. What was said of earlier holds no more. */
  async lookAnew(): Promise<void> {
    this.said = '';
    this.#undo = undefined;
    await this.look();
  }

  async look(): Promise<void> {
    const [loaded, kept] = await Promise.all([loadCampaign(), listRecords()]);
    this.records = kept.rows;
    this.unreadable = kept.unreadable;
    this.onDevice = keepsOnDevice() && keepingOfCampaign() === 'device';
    this.campaign = 'campaign' in loaded ? loaded.campaign : undefined;
    this.chosenBefore = 'none' in loaded ? loadChosen() : undefined;
    this.keptText = 'problem' in loaded ? loaded.kept : '';
    this.state = 'denied' in loaded ? 'denied' : 'problem' in loaded ? loaded.problem : 'ready';
    tellPage();
  }

  /**
   * Makes an edit and says what it did; `undoable` where it takes something away. Resolves to whether it was kept.
   */
  async change(
    edit: Edit,
    said = '',
    { undoable = false, over }: { readonly undoable?: boolean; readonly over?: number } = {},
  ): Promise<boolean> {
    const before = this.campaign;
    const saved = await changeCampaign(
      (campaign) => edit(campaign, isoNow()),
      over === undefined ? {} : { over },
    );
    if (!saved.kept) {
      this.said = refusals[saved.why];
      await this.look();
      return false;
    }
    this.campaign = saved.campaign;
    this.state = 'ready';
    tellPage();
    this.said = said;
    this.#undo =
      undoable && before !== undefined
        ? // What another tab has changed since is not undone with it.
          () =>
            this.change(() => before, 'It is as it was before.', { over: saved.campaign.revision }).then(
              () => undefined,
            )
        : undefined;
    return true;
  }

  /** Says that something was done that is no edit of the campaign, and how it is undone. */
  tell(said: string, undo?: () => Promise<void>): void {
    this.said = said;
    this.#undo = undo;
  }

  async undo(): Promise<void> {
    const undo = this.#undo;
    this.#undo = undefined;
    await undo?.();
  }

  /** Keeps everything on this device from now on, and asks the browser not to clear it by itself. */
  async keepOnDevice(force = false): Promise<CampaignSaved> {
    const saved = await keepCampaignOnDevice(force);
    if (saved.kept) {
      const persisted = await askToPersist();
      await this.look();
      this.tell(
        persisted === 'yes'
          ? 'Your campaign is now kept on this device until you erase it.'
          : 'Your campaign is now kept on this device. This browser may clear it by itself if you do not come back for a week, so download a copy too.',
      );
    } else if (saved.why !== 'elsewhere') this.tell(refusals[saved.why]);
    return saved;
  }
}
