/** What one person has ticked on one checklist, and where it is kept. The boxes themselves stand in the page. */
import { todayHere } from '../../records/dates.ts';
import { newTicks, type Ticks } from '../../records/ticks.ts';
import { eraseEverything, type Keeping } from '../../storage/keeping.ts';
import {
  changeTicks,
  forgetTicksInTab,
  keepingOfTicks,
  keepTicksOnDevice,
  loadTicks,
  type TicksChange,
} from '../../storage/ticks.ts';

/** What the person has to be told, in the words of `notices`. */
export type TickNotice =
  'full' | 'denied' | 'elsewhere' | 'newer' | 'damaged' | 'partly-read' | 'kept' | 'erased' | 'not-erased';

/** What is of no use any more once the person has gone on. */
const PASSING: readonly (TickNotice | undefined)[] = ['partly-read', 'kept', 'erased'];

export const notices: Readonly<Record<TickNotice, string>> = {
  full: 'This browser has no room left to keep your ticks. You can go on, but they will be lost when this tab closes: download the record before you stop.',
  denied:
    'This browser does not let the site keep your ticks, as in some private windows. You can go on, but they will be lost when this tab closes or is refreshed: download the record before you stop.',
  elsewhere:
    'What was kept on this device has been erased in another tab. The ticks on this page last as long as this tab.',
  newer:
    'The ticks kept here were made by a newer version of this site. Load this page again to see them. Until then, nothing is kept.',
  damaged:
    'The ticks kept here cannot be read. The boxes are empty, and what you tick now takes their place.',
  'partly-read':
    'Some of the ticks kept here, or what stood with them, cannot be read, and has been left out. All the rest is here: look through the boxes before you go on.',
  kept: 'Your ticks are now kept on this device until you erase them.',
  erased: 'Everything that this site kept in this browser has been erased.',
  'not-erased':
    'This browser did not let the site erase everything. Close the other tabs of this site and press the button again, or clear this site’s data in the browser’s settings.',
};

export class Ticking {
  readonly moment: string;
  ticks: Ticks = $state.raw() as Ticks;
  keeping: Keeping = $state('tab');
  notice: TickNotice | undefined = $state();
  /** What was ticked before all was unticked, for as long as it can be undone. */
  unticked: Ticks['ticked'] | undefined = $state.raw();
  #saving: Promise<void> = Promise.resolve();
  /** Whether something of these ticks has been kept: where that is gone, it was erased. */
  #keptOnce = false;
  /** True where another tab has erased what was kept: the next change keeps the whole page in this tab. */
  #erasedElsewhere = false;

  constructor(moment: string) {
    this.moment = moment;
    this.ticks = newTicks(moment);
  }

  /** Takes up what the browser kept. Boxes ticked before this page came alive stay ticked. */
  async resume(early: readonly string[]): Promise<void> {
    await this.#read();
    if (early.length > 0) this.tick(early, true);
  }

  /** Shows what another tab has changed since. */
  async refresh(): Promise<void> {
    if (this.keeping !== 'device') return;
    await this.#saving;
    await this.#read();
  }

  /** The page was left and is back as it stood, out of the browser’s memory: what was kept meanwhile holds. */
  async comeBack(): Promise<void> {
    await this.#saving;
    if (this.keeping === 'memory') return;
    const keptOnce = this.#keptOnce;
    await this.#read();
    if (keptOnce && 'none' in (await loadTicks(this.moment))) this.#begin();
  }

  /** Another tab has erased everything: the boxes stay as they are, and the next tick begins to keep them anew. */
  hearOfErasing(): void {
    forgetTicksInTab(this.moment);
    if (!this.#keptOnce) return;
    this.#erasedElsewhere = true;
    this.keeping = 'tab';
    this.notice = 'elsewhere';
  }

  #begin(): void {
    this.ticks = newTicks(this.moment);
    this.unticked = undefined;
    this.keeping = 'tab';
    this.notice = undefined;
    this.#keptOnce = false;
    this.#erasedElsewhere = false;
  }

  async #read(): Promise<void> {
    this.keeping = keepingOfTicks(this.moment);
    const loaded = await loadTicks(this.moment);
    if ('ticks' in loaded) {
      this.ticks = loaded.ticks;
      this.#keptOnce = true;
      if (loaded.leftOut.length > 0) this.notice = 'partly-read';
    } else if ('denied' in loaded) {
      this.keeping = 'memory';
      this.notice = 'denied';
    } else if ('problem' in loaded) {
      if (loaded.problem === 'newer') this.keeping = 'memory';
      this.notice = loaded.problem;
    }
  }

  tick(clauses: readonly string[], on: boolean): void {
    const today = todayHere();
    this.unticked = undefined;
    this.#change((ticks) => ({
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
    this.#change(({ who: _before, ...ticks }) => ({
      ...ticks,
      ...(who === undefined ? {} : { who }),
      leftOut: [...leftOut],
    }));
  }

  sign(part: Partial<Pick<Ticks, 'campaign' | 'tickedBy'>>): void {
    this.#change((ticks) => ({ ...ticks, ...part }));
  }

  untickAll(): void {
    const { ticked } = this.ticks;
    this.#change((ticks) => ({ ...ticks, ticked: {} }));
    this.unticked = ticked;
  }

  undo(): void {
    const back = this.unticked ?? {};
    this.unticked = undefined;
    this.#change((ticks) => ({ ...ticks, ticked: { ...back, ...ticks.ticked } }));
  }

  /** From now on keeps ticks on this device. */
  async keep(): Promise<void> {
    await this.#saving;
    const saved = await keepTicksOnDevice(this.ticks);
    if (saved === 'kept') {
      await this.#read();
      this.notice = 'kept';
    } else this.notice = saved;
  }

  /** Erases everything that this site keeps in this browser. */
  async erase(): Promise<void> {
    await this.#saving;
    const erased = await eraseEverything();
    this.#begin();
    this.notice = erased ? 'erased' : 'not-erased';
  }

  /** Changes are written one after the other. */
  #change(change: TicksChange): void {
    this.ticks = change(this.ticks);
    if (PASSING.includes(this.notice)) this.notice = undefined;
    const whole = this.#erasedElsewhere ? this.ticks : undefined;
    this.#erasedElsewhere = false;
    this.#saving = this.#saving.then(async () => {
      const saved = await changeTicks(this.moment, this.keeping, whole === undefined ? change : () => whole);
      if (saved === 'kept') {
        this.#keptOnce = true;
        if (this.notice === 'full') this.notice = undefined;
        return;
      }
      if (saved === 'elsewhere') {
        this.keeping = 'tab';
        const all = this.ticks;
        await changeTicks(this.moment, 'tab', () => all);
      } else if (saved === 'denied') {
        if (this.keeping === 'memory') return;
        this.keeping = 'memory';
      }
      this.notice = saved;
    });
  }
}
