/** What one page keeps, as the page sees it: the value itself, where it is kept, and what the person has to be told. */
import { eraseEverything, type Keeping } from '../../storage/keeping.ts';
import {
  changeValue,
  forgetValueInTab,
  keepingOfValue,
  keepValueOnDevice,
  loadValue,
  type Change,
  type KeptValue,
} from '../../storage/kept-value.ts';

/** What the person has to be told; each page has words of its own for it. */
export type KeepingNotice =
  'full' | 'denied' | 'elsewhere' | 'newer' | 'damaged' | 'partly-read' | 'kept' | 'erased' | 'not-erased';

/** What is of no use any more once the person has gone on. */
const PASSING: readonly (KeepingNotice | undefined)[] = ['partly-read', 'kept', 'erased'];

export class KeepingState<Value> {
  value: Value = $state.raw() as Value;
  keeping: Keeping = $state('tab');
  notice: KeepingNotice | undefined = $state();
  readonly #kept: KeptValue<Value>;
  readonly #merge: (mine: Value, there: Value) => Value;
  #saving: Promise<void> = Promise.resolve();
  /** Whether something of it has been kept: where that is gone, it was erased. */
  #keptOnce = false;
  /** True where another tab has erased what was kept: the next change keeps the whole value in this tab. */
  #erasedElsewhere = false;

  /** @param merge makes one of what this tab has and of what is on the device, when it moves there */
  constructor(kept: KeptValue<Value>, merge: (mine: Value, there: Value) => Value) {
    this.#kept = kept;
    this.#merge = merge;
    this.value = kept.blank();
  }

  /** Takes up what the browser kept. */
  async resume(): Promise<void> {
    this.keeping = keepingOfValue(this.#kept);
    const loaded = await loadValue(this.#kept);
    if ('value' in loaded) {
      this.value = loaded.value;
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

  /** Shows what another tab has changed since. */
  async refresh(): Promise<void> {
    if (this.keeping !== 'device') return;
    await this.#saving;
    await this.resume();
  }

  /** The page was left and is back as it stood, out of the browser’s memory: what was kept meanwhile holds. */
  async comeBack(): Promise<void> {
    await this.#saving;
    if (this.keeping === 'memory') return;
    const keptOnce = this.#keptOnce;
    await this.resume();
    if (keptOnce && 'none' in (await loadValue(this.#kept))) this.begin();
  }

  /** Another tab has erased everything: the page stays as it is, and the next change begins to keep it anew. */
  hearOfErasing(): void {
    forgetValueInTab(this.#kept);
    if (!this.#keptOnce) return;
    this.#erasedElsewhere = true;
    this.keeping = 'tab';
    this.notice = 'elsewhere';
  }

  /** Nothing was done, and nothing is kept. */
  protected begin(): void {
    this.value = this.#kept.blank();
    this.keeping = 'tab';
    this.notice = undefined;
    this.#keptOnce = false;
    this.#erasedElsewhere = false;
  }

  /** Changes are written one after the other. */
  change(change: Change<Value>): void {
    this.value = change(this.value);
    if (PASSING.includes(this.notice)) this.notice = undefined;
    const whole = this.#erasedElsewhere ? this.value : undefined;
    this.#erasedElsewhere = false;
    this.#saving = this.#saving.then(async () => {
      const saved = await changeValue(this.#kept, this.keeping, whole === undefined ? change : () => whole);
      if (saved === 'kept') {
        this.#keptOnce = true;
        if (this.notice === 'full') this.notice = undefined;
        return;
      }
      if (saved === 'elsewhere') {
        this.keeping = 'tab';
        const all = this.value;
        await changeValue(this.#kept, 'tab', () => all);
      } else if (saved === 'denied') {
        if (this.keeping === 'memory') return;
        this.keeping = 'memory';
      }
      this.notice = saved;
    });
  }

  /** From now on keeps it on this device. */
  async keep(): Promise<void> {
    await this.#saving;
    const mine = this.value;
    const saved = await keepValueOnDevice(this.#kept, (there) => this.#merge(mine, there));
    if (saved === 'kept') {
      await this.resume();
      this.notice = 'kept';
    } else this.notice = saved;
  }

  /** Erases everything that this site keeps in this browser. */
  async erase(): Promise<void> {
    await this.#saving;
    const erased = await eraseEverything();
    this.begin();
    this.notice = erased ? 'erased' : 'not-erased';
  }
}
