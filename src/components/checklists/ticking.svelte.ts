/** What one person has ticked on one checklist, and where it is kept. The boxes themselves stand in the page. */
import { todayHere } from '../../records/dates.ts';
import type { Ticks } from '../../records/ticks.ts';
import { keptTicks } from '../../storage/ticks.ts';
import { KeepingState, type KeepingNotice } from '../site/keeping-state.svelte.ts';

export const notices: Readonly<Record<KeepingNotice, string>> = {
  full: 'This browser has no room left to keep your ticks. They will be lost when this tab closes: download the record before you stop.',
  denied:
    'This browser does not let the site keep your ticks, as in some private windows. They will be lost when this tab closes or is refreshed: download the record before you stop.',
  elsewhere:
    'What was kept on this device has been erased in another tab. The ticks on this page last as long as this tab.',
  newer:
    'The ticks kept here are of a newer version of this site. Load this page again to see them. Until then, nothing is kept.',
  damaged:
    'The ticks kept here cannot be read. The boxes are empty, and what you tick now takes their place.',
  'partly-read':
    'Some of what is kept here cannot be read, and has been left out. Look through the boxes before you go on.',
  kept: 'Your ticks are now kept on this device until you erase them.',
  erased: 'Everything that this site kept in this browser has been erased.',
  'not-erased':
    'This browser did not let the site erase everything. Close its other tabs and try again, or clear its data in the browser’s settings.',
};

export class Ticking extends KeepingState<Ticks> {
  /** What was ticked before all was unticked, for as long as it can be undone. */
  unticked: Ticks['ticked'] | undefined = $state.raw();

  constructor(moment: string) {
    // Ticks that another tab has put on the device stay beside these.
    super(keptTicks(moment), (mine, there) => ({ ...mine, ticked: { ...there.ticked, ...mine.ticked } }));
  }

  get ticks(): Ticks {
    return this.value;
  }

  /** Takes up what the browser kept. Boxes ticked before this page came alive stay ticked. */
  async resumeWith(early: readonly string[]): Promise<void> {
    await this.resume();
    if (early.length > 0) this.tick(early, true);
  }

  protected override begin(): void {
    super.begin();
    this.unticked = undefined;
  }

  tick(clauses: readonly string[], on: boolean): void {
    const today = todayHere();
    this.unticked = undefined;
    this.change((ticks) => ({
      ...ticks,
      ticked: {
        ...Object.fromEntries(Object.entries(ticks.ticked).filter(([clause]) => !clauses.includes(clause))),
        ...(on ? Object.fromEntries(clauses.map((clause) => [clause, today])) : {}),
      },
    }));
  }

  /** What is to be listed: the kind of campaigner, and the subjects that are left out. */
  choose(who: string | undefined, leftOut: readonly string[]): void {
    if (who === this.ticks.who && leftOut.join() === this.ticks.leftOut.join()) return;
    this.change(({ who: _before, ...ticks }) => ({
      ...ticks,
      ...(who === undefined ? {} : { who }),
      leftOut: [...leftOut],
    }));
  }

  sign(part: Partial<Pick<Ticks, 'campaign' | 'tickedBy'>>): void {
    this.change((ticks) => ({ ...ticks, ...part }));
  }

  untickAll(): void {
    const { ticked } = this.ticks;
    this.change((ticks) => ({ ...ticks, ticked: {} }));
    this.unticked = ticked;
  }

  undo(): void {
    const back = this.unticked ?? {};
    this.unticked = undefined;
    this.change((ticks) => ({ ...ticks, ticked: { ...back, ...ticks.ticked } }));
  }
}
