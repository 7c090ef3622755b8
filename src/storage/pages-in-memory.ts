/**
 * Keeps a page that the browser holds in memory, as it was left, from coming back with what the tab no longer keeps.
 *
 * Firefox gives such a page its tab's sessionStorage as that was when the page was left, even after a reload: answers
 * that were erased meanwhile are there again, and older ones take the place of newer. The page cannot tell. But a
 * browser drops a page from memory when a message comes that the page would have had to hear, and loads it anew
 * when someone goes back to it. So whoever changes what this tab keeps says so, and pages that read it listen.
 */
import { PREFIX } from './presence.ts';
import { attempt } from './refusals.ts';

let channel: BroadcastChannel | undefined;

const open = (): BroadcastChannel | undefined =>
  (channel ??= attempt(() => new BroadcastChannel(`${PREFIX}changed`)));

/** For a page that shows what this tab keeps: a change made on another page is the end of this one in memory. */
export function endInMemoryOnChange(): void {
  const opened = open();
  // A channel to which nobody listens may be cleared away. A page that is looked at has nothing to do.
  if (opened) opened.onmessage = () => undefined;
}

/** After any change to what this tab keeps. */
export function tellPagesInMemory(): void {
  open()?.postMessage('');
}
