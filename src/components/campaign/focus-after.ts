/** Where the keyboard goes on from when what was pressed is gone from the page. */
import { tick } from 'svelte';

/** Gives the focus to an element once the page shows what was done, unless it is somewhere already. */
export async function focusAfter(selector: string): Promise<void> {
  await tick();
  const { activeElement } = document;
  const isLost =
    activeElement === null || activeElement === document.body || !activeElement.checkVisibility();
  if (isLost) document.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
}
