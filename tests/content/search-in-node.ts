/** The search as it is shipped, without a browser: Pagefind’s index, the worker that runs it, and the code of the page that asks it. */
import { Worker as Thread } from 'node:worker_threads';

import { openSearchIndex, type SearchIndex } from '../../src/components/search/search-index.ts';
import { makeIndex, type IndexFile } from '../../src/integrations/search-index.ts';
import type { IndexedRecord } from '../../src/integrations/search-records.ts';
import type { SearchWords } from '../../src/schemas/search-words.ts';

/** Where the index is taken to be; nothing is fetched from there. */
const folder = new URL('http://index.invalid/');

/** What a worker has in a browser and a thread of Node has not. */
const asInBrowser = `
  import { parentPort, workerData } from 'node:worker_threads';
  const { address, files } = workerData;
  globalThis.location = new URL(address);
  globalThis.fetch = async (asked) => new Response(files.get(new URL(asked, address).pathname.slice(1)));
  globalThis.addEventListener = (_message, receive) => parentPort.on('message', (data) => receive({ data }));
  globalThis.postMessage = (message) => parentPort.postMessage(message);
`;

const asModule = (code: string): URL => new URL(`data:text/javascript,${encodeURIComponent(code)}`);

/** A worker as a page has it, in a thread of Node. */
function workerFor(script: IndexFile, files: ReadonlyMap<string, Uint8Array>): typeof Worker {
  const code = Buffer.from(script.content).toString('utf8');
  return class {
    readonly #thread = new Thread(asModule(`${asInBrowser}\nawait import(${JSON.stringify(asModule(code).href)});`), {
      workerData: { address: new URL(script.path, folder).href, files },
    });

    addEventListener(name: 'message' | 'error', receive: (event: { data?: unknown }) => void): void {
      this.#thread.on(name, (data: unknown) => receive({ data }));
    }

    postMessage(message: unknown): void {
      this.#thread.postMessage(message);
    }

    terminate(): void {
      void this.#thread.terminate();
    }
  } as unknown as typeof Worker;
}

/**
 * What a page has once everything can be found. The worker ends with the tests.
 *
 * @param records what can be found
 * @param words volunteers’ words and the law’s
 */
export async function searchInNode(
  records: readonly IndexedRecord[],
  words: readonly SearchWords[],
): Promise<SearchIndex> {
  const { worker, first, rest } = await makeIndex(records, words);
  const files = new Map([...first, ...rest].map(({ path, content }) => [path, content]));
  const before = { Worker: globalThis.Worker, fetch: globalThis.fetch };
  Object.assign(globalThis, {
    Worker: workerFor(worker, files),
    fetch: (asked: URL) => Promise.resolve(new Response(files.get(asked.pathname.slice(1)) as BodyInit | undefined)),
  });
  try {
    const paths = (of: readonly IndexFile[]): string[] => of.map(({ path }) => path);
    return await openSearchIndex(folder, paths(first), paths(rest)).everything;
  } finally {
    Object.assign(globalThis, before);
  }
}
