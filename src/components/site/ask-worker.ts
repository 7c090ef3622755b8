/** Asks the worker that keeps pages for later, again and again, as what it keeps grows by itself. */
import type { Asked } from '../../storage/offline/messages.ts';

/** How often it is asked how far it is. Milliseconds. */
const EVERY = 1000;

/** Absent where the page came over a connection that is not secure. */
export const canKeepPages = (): boolean => 'serviceWorker' in navigator;

/** Asks once. @param take is given what the worker answers */
export function askWorker<Answer>(asked: Asked, take: (answer: Answer) => void): void {
  void navigator.serviceWorker.ready.then(({ active }) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<Answer>) => {
      take(data);
      port1.close();
    };
    active?.postMessage(asked, [port2]);
  });
}

/** Asks now and every second. @returns what ends that */
export function keepAsking<Answer>(asked: Asked, take: (answer: Answer) => void): () => void {
  const look = () => askWorker(asked, take);
  look();
  const looking = setInterval(look, EVERY);
  return () => clearInterval(looking);
}
