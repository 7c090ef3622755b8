/** How long we keep the page waiting before we let it breathe. */
const LONGEST_HOLD_MS = 25;

/** Lets the page stay alive during long work, which is done in slices. */
export class Breather {
  #since = performance.now();

  async pause(): Promise<void> {
    if (performance.now() - this.#since < LONGEST_HOLD_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.#since = performance.now();
  }
}
