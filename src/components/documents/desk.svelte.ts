/** The texts as their page has them: filled from what is kept here, and what is put in by hand kept with the campaign. */
import { newCampaign, newId, type Campaign } from '../../campaign/campaign.ts';
import { settleCondition, textsOf, typeInGap, useText, type UsedText } from '../../campaign/texts.ts';
import type { FilledText } from '../../documents/fill.ts';
import type { Known } from '../../documents/known.ts';
import { changedSince, type Changed } from '../../documents/stale.ts';
import type { TextWords } from '../../documents/words.ts';
import { isoNow } from '../../records/dates.ts';
import { changeCampaign, keepingOfCampaign } from '../../storage/campaign.ts';
import { filledText, loadSources, lookAtKept, type Addresses, type Sources } from './load-texts.ts';

type Edit = (campaign: Campaign, at: string) => Campaign;

/** How long somebody may type before it is kept, in milliseconds. */
const TYPING = 400;

const refusals = {
  full: 'This browser has no room left, so what you put in lasts only while this page is open. Download the text.',
  denied:
    'This browser did not let the site keep that, so it lasts only while this page is open. Download the text.',
  elsewhere: 'Another tab has changed or erased the campaign meanwhile. This page now shows what is kept.',
  newer: 'What is kept here was written by a newer version of this site. Nothing was written over.',
  damaged:
    'The campaign that is kept here cannot be read, so what you put in lasts only while this page is open.',
} as const;

export class Desk {
  state: 'looking' | 'ready' | 'unloaded' = $state('looking');
  sources: Sources | undefined = $state.raw();
  known: Known | undefined = $state.raw();
  campaign: Campaign = $state.raw(newCampaign('campaign', '1970-01-01T00:00:00Z'));
  /** The text that is open. */
  id: string | undefined = $state();
  /** What happened last, for everyone to read and hear. */
  said = $state('');
  onDevice = $state(false);
  readonly texts = $derived(textsOf(this.campaign));
  readonly words: TextWords | undefined = $derived(this.sources?.file.texts.find(({ id }) => id === this.id));
  readonly filled: FilledText | undefined = $derived(
    this.id === undefined ? undefined : this.#filledNow(this.id),
  );
  readonly used: UsedText | undefined = $derived(this.texts.used.find(({ id }) => id === this.id));
  readonly changed: readonly Changed[] = $derived(
    this.used === undefined || this.filled === undefined ? [] : changedSince(this.used, this.filled),
  );
  readonly #addresses: Addresses;
  #saving: Promise<void> = Promise.resolve();
  /** Edits that wait to be kept, the last of each kind. */
  #edits: Readonly<Record<string, Edit>> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(addresses: Addresses) {
    this.#addresses = addresses;
  }

  #filledNow(id: string): FilledText | undefined {
    return this.sources === undefined || this.known === undefined
      ? undefined
      : filledText(id, this.sources, this.known, this.texts);
  }

  /** Fetches the words, once, and reads what is kept. */
  async look(): Promise<void> {
    try {
      this.sources ??= await loadSources(this.#addresses);
    } catch {
      this.state = 'unloaded';
      return;
    }
    await this.saved();
    const { campaign, known, loaded } = await lookAtKept(this.sources);
    if (campaign !== undefined) this.campaign = campaign;
    else if ('none' in loaded) this.campaign = newCampaign(newId('campaign'), isoNow());
    this.known = known;
    this.onDevice = keepingOfCampaign() === 'device';
    this.state = 'ready';
  }

  /** Which of the texts that were used are out of date. */
  isStale(id: string): boolean {
    const used = this.texts.used.find((one) => one.id === id);
    const filled = used === undefined ? undefined : this.#filledNow(id);
    return used !== undefined && filled !== undefined && changedSince(used, filled).length > 0;
  }

  type(gap: string, typed: string): void {
    this.#edit(gap, (campaign, at) => typeInGap(campaign, gap, typed, at), true);
  }

  settle(condition: string, is: 'yes' | 'no' | undefined): void {
    this.#edit(condition, (campaign, at) => settleCondition(campaign, condition, is, at), false);
  }

  /** The text is taken away as it stands. One that is out of date stays so until somebody says that she has seen it. */
  noteUsed(): void {
    if (this.changed.length === 0) this.accept();
  }

  /** From now on it rests on what is known now. */
  accept(): void {
    const { filled } = this;
    if (filled === undefined) return;
    const used = restingOn(filled);
    this.#make('used', (campaign, at) => useText(campaign, used(at), at), false);
  }

  /** Puts something in by hand. What a text rests on is kept from the first time on. */
  #edit(what: string, edit: Edit, typing: boolean): void {
    const first = this.filled !== undefined && this.used === undefined ? restingOn(this.filled) : undefined;
    this.#make(what, edit, typing);
    if (first !== undefined) this.#make('used', (campaign, at) => useText(campaign, first(at), at), typing);
  }

  /** Makes an edit on the page at once, and to what is kept once the person pauses. */
  #make(what: string, edit: Edit, typing: boolean): void {
    this.campaign = edit(this.campaign, isoNow());
    this.#edits = { ...this.#edits, [what]: edit };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.saved(), typing ? TYPING : 0);
  }

  /** Resolves once all that was put in has been kept, or has been refused. */
  saved(): Promise<void> {
    clearTimeout(this.#timer);
    const edits = Object.values(this.#edits);
    this.#edits = {};
    if (edits.length > 0) this.#saving = this.#saving.then(() => this.#keep(edits));
    return this.#saving;
  }

  async #keep(edits: readonly Edit[]): Promise<void> {
    const saved = await changeCampaign((campaign) =>
      edits.reduce((so, edit) => edit(so, isoNow()), campaign),
    );
    if (!saved.kept) this.said = refusals[saved.why];
    // What was typed meanwhile is kept next.
    else if (Object.keys(this.#edits).length === 0) this.campaign = saved.campaign;
  }
}

const restingOn =
  ({ id, rests }: FilledText) =>
  (on: string): UsedText => ({ id, on, rests: rests.map((rest) => ({ ...rest, from: [...rest.from] })) });
