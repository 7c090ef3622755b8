/** What the service worker keeps on the device, as a test waits for it. */
import type { Page } from '@playwright/test';

import type { State } from '../../src/storage/offline/messages.ts';

/** Waits until a page of the site is kept, with all that it needs, and until this page is served by the worker. */
export async function kept(page: Page, path: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    const { scope } = await navigator.serviceWorker.ready;
    const address = new URL(wanted, scope).href;
    while (
      navigator.serviceWorker.controller === null ||
      (await caches.match(address, { ignoreSearch: true })) === undefined
    ) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }, path);
}

/** What the worker says is kept. */
export function stateOf(page: Page): Promise<State> {
  return page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    return new Promise<State>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }: MessageEvent<State>) => resolve(data);
      active?.postMessage({ say: 'state' }, [port2]);
    });
  });
}
