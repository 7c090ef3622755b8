/** One thing after the other to decide, where what was wrong comes back: scenarios, and statements in the quiz. */
import { tick } from 'svelte';
import { todayHere } from '../../records/dates.ts';
import { nextOf, standing, type Progress } from '../../records/training-progress.ts';
import { keptProgress } from '../../storage/training.ts';
import { KeepingState } from '../site/keeping-state.svelte.ts';
import { fetchFile } from './fetch-file.ts';

/** What can be decided, and what is right. */
export interface Item<Way extends string> {
  readonly id: string;
  readonly right: Way;
}

/** Elements of the page that take the focus: what is asked, what is missing, and what came of it. */
export interface Places {
  title?: HTMLElement | undefined;
  summary?: HTMLElement | undefined;
  result?: HTMLElement | undefined;
}

export class Round<File, Way extends string> {
  readonly progress: KeepingState<Progress>;
  readonly places: Places = $state({});
  file: File | undefined = $state.raw();
  stage: 'coming' | 'here' | 'failed' = $state('coming');
  /** What is shown. */
  id: string | undefined = $state();
  chosen: Way | undefined = $state();
  /** What was chosen of it, once that counts. */
  decided: Way | undefined = $state();
  missing = $state(false);
  readonly #address: string;
  readonly #items: (file: File | undefined, progress: Progress) => readonly Item<Way>[];
  readonly order = $derived.by(() => this.#items(this.file, this.progress.value));
  readonly stands = $derived.by(() => standing(this.order, this.progress.value.given));

  /**
   * @param kept under what name it is kept
   * @param address where the file of all of it is, from the page
   * @param items what there is to decide, in order
   */
  constructor(
    kept: Parameters<typeof keptProgress>[0],
    address: string,
    items: (file: File | undefined, progress: Progress) => readonly Item<Way>[],
  ) {
    this.#address = address;
    this.#items = items;
    this.progress = new KeepingState<Progress>(keptProgress(kept), (mine, there) => ({
      ...mine,
      given: [...there.given, ...mine.given],
    }));
  }

  /** Fetches what there is and takes up what was kept; the page then says that it has come, or that it did not. */
  async load(): Promise<void> {
    this.stage = 'coming';
    try {
      [this.file] = await Promise.all([fetchFile<File>(this.#address), this.progress.resume()]);
      this.show();
      this.stage = 'here';
    } catch {
      this.stage = 'failed';
    }
    await tick();
    document.documentElement.dataset['learning'] = this.stage;
  }

  /** Shows one of them, or the one that comes next. */
  show(next: string | undefined = nextOf(this.order, this.progress.value.given)): void {
    this.id = next;
    this.chosen = undefined;
    this.decided = undefined;
    this.missing = false;
  }

  /** Goes to one of them, or to the one that comes next. */
  async goTo(next?: string): Promise<void> {
    this.show(next);
    await tick();
    this.places.title?.focus();
  }

  /** What is kept may be another now: what was decided on this page stays where it still holds. */
  lookAgain(): void {
    if (this.decided === undefined || !this.progress.value.given.some(({ of }) => of === this.id))
      this.show();
  }

  /** What is chosen counts from now on; where nothing is, that is said. */
  async decide(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { id, chosen } = this;
    if (id === undefined || this.decided !== undefined) return;
    this.missing = chosen === undefined;
    document.title = `${this.missing ? 'Error: ' : ''}${document.title.replace(/^Error: /, '')}`;
    if (chosen === undefined) {
      await tick();
      this.places.summary?.focus();
      return;
    }
    this.decided = chosen;
    const answer = { of: id, chose: chosen, on: todayHere() };
    this.progress.change((value) => ({ ...value, given: [...value.given, answer] }));
    await tick();
    this.places.result?.focus();
  }
}
