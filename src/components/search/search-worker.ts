/**
 * Runs Pagefind beside the page. It stands in the folder of the index, because Pagefind compiles WebAssembly: the host’s
 * answers for that folder allow it, the policy of pages does not. The build bundles it by itself, Pagefind included.
 */
import * as pagefind from 'virtual:pagefind';

import type { Answer, Call } from './search-calls.ts';
import { CACHE_TAG, QUESTIONNAIRES, SOURCES } from './search-record.ts';

/** Settled on `tests/content/searches.yaml`, with the weights of `search-index.ts`. */
const ranking = { pageLength: 0.8, metaWeights: { title: 1, also: 0.3 } };

/** Names every part of the index, so that none is left to be fetched when a word of it is asked for. */
const everyPart = [...'0123456789abcdefghijklmnopqrstuvwxyz']
  .flatMap((first) => [first, ...[...'aeiouhlnprstx'].map((second) => first + second)])
  .join(' ');

const folder = new URL('./', location.href);

const calls: { [Name in Call['name']]: (term: string) => Promise<Answer['hits']> } = {
  async openStatements() {
    await pagefind.options({ basePath: folder.href, metaCacheTag: CACHE_TAG, ranking });
    await pagefind.preload(everyPart);
    return [];
  },
  async openAll() {
    for (const index of [SOURCES, QUESTIONNAIRES]) {
      await pagefind.mergeIndex(new URL(index, folder).href, { metaCacheTag: CACHE_TAG, ranking });
    }
    await pagefind.preload(everyPart);
    // Pagefind goes on asking the first index too. What it says is in the second, and counts there.
    await pagefind.options({ indexWeight: 0 });
    return [];
  },
  async search(term) {
    const { results } = await pagefind.search(term);
    return results.map(({ id, score, words }) => ({ id, score, words }));
  },
};

addEventListener('message', ({ data: { number, name, term } }: MessageEvent<Call>) => {
  const send = (answer: Answer): void => postMessage(answer);
  calls[name](term).then(
    (hits) => send({ number, hits }),
    (error: unknown) => send({ number, hits: [], failed: String(error) }),
  );
});
