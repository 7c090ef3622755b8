/**
 * The service worker. It keeps the site on the device, a file at a time, in the order in which files are needed, so
 * that pages open without a network. It never fetches beside a page: when one asks for something, what is being
 * fetched is given up, and it goes on once the pages have been quiet for a while. What it could not finish it takes
 * up at the next page.
 *
 * Files are kept under the hash of their content, in one cache for all versions of the site: a new version fetches
 * only what has changed. It waits until no page of the site is open; nobody’s page is reloaded under them. What an
 * older version kept goes once the new one has all of its own, and until then stands in without a network.
 */
import { files, scripts } from 'virtual:kept-files';

import type { Asked, Have, State } from './messages.ts';

/** The parts of a worker’s global object that are used here; the types of the page’s know nothing of them. */
interface ExtendableEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface AskedEvent extends ExtendableEvent {
  readonly data: Asked | { readonly type: 'SKIP_WAITING' };
  readonly ports: readonly MessagePort[];
  readonly source: { readonly url?: string } | null;
}
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: AskedEvent) => void): void;
}
const worker = self as unknown as Scope;

interface File {
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
  readonly asked: boolean;
}

const KEPT = 'clear-canvass-pages';
/** What somebody asked for, as addresses without content: a worker has no other place for a word. */
const WISHES = 'clear-canvass-wishes';

/** How long pages have to be quiet before anything is fetched beside them. Milliseconds. */
const QUIET = 2000;

/** What stands in for a page that is not kept. */
const NOT_KEPT = 'not-kept/';

const all: readonly File[] = files.map(([path, hash, bytes, asked]) => ({
  path,
  hash,
  bytes,
  asked: asked === 1,
}));
const byPath = new Map(all.map((file) => [file.path, file]));
const isPage = ({ path }: File): boolean => path === '' || path.endsWith('/');

const base = new URL(worker.registration.scope);
const addressOf = (path: string): string => new URL(path, base).href;
const keyOf = ({ path, hash }: File): string => `${addressOf(path)}?kept=${hash}`;

/** The path of an address below this worker; undefined where it is not ours. */
function pathOf(address: string): string | undefined {
  const { origin, pathname } = new URL(address);
  if (origin !== base.origin || !pathname.startsWith(base.pathname)) return undefined;
  return pathname.slice(base.pathname.length).replace(/(^|\/)index\.html$/, '$1');
}

/** Requests of pages that are under way, and when the last of them ended. */
let asking = 0;
let quietSince = performance.now();
let filling: Promise<void> | undefined;
let full = false;
let waits = false;
/** What is being fetched for keeping, to be given up when a page asks for something. */
let fetching: AbortController | undefined;
/** The page that was opened last. */
let open = '';

worker.addEventListener('install', (event) => {
  const page = byPath.get(NOT_KEPT);
  if (page !== undefined) event.waitUntil(keep(page));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = request.method === 'GET' ? pathOf(request.url) : undefined;
  if (path === undefined) return;
  event.respondWith(answer(event, path));
});

worker.addEventListener('message', (event) => {
  const { data } = event;
  if ('type' in data) {
    event.waitUntil(worker.skipWaiting());
  } else if ('say' in data) {
    const said = data.say === 'have' ? have(data.paths) : state();
    event.waitUntil(said.then((answer) => event.ports[0]?.postMessage(answer)));
  } else {
    open = pathOf(event.source?.url ?? '') ?? '';
    event.waitUntil(begin(data));
  }
});

async function answer(event: FetchEvent, path: string): Promise<Response> {
  const { request } = event;
  const cache = await caches.open(KEPT);
  const file = byPath.get(path);
  const kept = file && (await cache.match(keyOf(file)));
  if (kept) return kept;
  asking += 1;
  fetching?.abort();
  try {
    const response = await fetch(request);
    if (file?.asked && response.ok && !response.redirected) {
      event.waitUntil(cache.put(keyOf(file), response.clone()).catch(() => undefined));
    }
    return response;
  } catch (error) {
    // What another version kept is better than nothing.
    const older = await cache.match(addressOf(path), { ignoreSearch: true });
    if (older) return older;
    if (request.mode === 'navigate') return notKept(cache);
    throw error;
  } finally {
    asking -= 1;
    quietSince = performance.now();
  }
}

/** The page that says so. It may stand at any address, so its links are made to begin at the site’s. */
async function notKept(cache: Cache): Promise<Response> {
  const page = await cache.match(addressOf(NOT_KEPT), { ignoreSearch: true });
  const html = ((await page?.text()) ?? '').replaceAll('="../', `="${base.pathname}`);
  return new Response(html, { status: 503, headers: { 'Content-Type': 'text/html;charset=utf-8' } });
}

/**
 * @returns whether the host has it, and it is kept now
 * @throws where the network fails, or where there is no room for it
 */
async function keep(file: File, signal?: AbortSignal): Promise<boolean> {
  const cache = await caches.open(KEPT);
  const response = await fetch(addressOf(file.path), {
    // Names with a hash never change; anything else is asked for anew, and comes only if it has changed.
    cache: /^(_astro|logic|pagefind)\//.test(file.path) ? 'default' : 'no-cache',
    ...(signal === undefined ? {} : { signal }),
  });
  if (!response.ok || response.redirected) return false;
  await cache.put(keyOf(file), response);
  return true;
}

async function keptKeys(): Promise<Set<string>> {
  const cache = await caches.open(KEPT);
  return new Set((await cache.keys()).map(({ url }) => url));
}

const wishOf = (wish: string): string => `${base.href}?wish=${wish}`;

async function wished(wish: 'by-itself' | 'everything'): Promise<boolean> {
  return (await (await caches.open(WISHES)).match(wishOf(wish))) !== undefined;
}

async function begin(asked: Exclude<Asked, { say: string }>): Promise<void> {
  if ('keep' in asked) await (await caches.open(WISHES)).put(wishOf(asked.keep), new Response(''));
  waits =
    'saves' in asked && asked.saves === true && !(await wished('everything')) && !(await wished('by-itself'));
  if (waits) return;
  full = false;
  filling ??= fill().finally(() => {
    filling = undefined;
  });
  await filling;
}

/** What is to be kept, the needs of the page that is open first. */
function inOrder(everything: boolean): readonly File[] {
  const questionnaire = /^questionnaires\/([^/]+)\//.exec(open)?.[1];
  const own = ({ path, asked }: File): boolean =>
    path === open ||
    (questionnaire !== undefined &&
      !asked &&
      (path.startsWith(`questionnaires/${questionnaire}/`) || path.startsWith(`logic/${questionnaire}.`)));
  const due = (file: File): boolean => everything || !file.asked || file.path === open;
  const wanted = all.slice(scripts).filter(due);
  return [
    ...all.slice(0, scripts).filter(due),
    ...wanted.filter(own),
    ...wanted.filter((file) => !own(file)),
  ];
}

async function fill(): Promise<void> {
  /** Kept, or not to be had from this host. */
  const dealtWith = await keptKeys();
  let complete = true;
  // The page has only just loaded.
  quietSince = performance.now();
  for (;;) {
    await quiet();
    const everything = await wished('everything');
    const file = inOrder(everything).find((one) => !dealtWith.has(keyOf(one)));
    if (file === undefined) break;
    fetching = new AbortController();
    const { signal } = fetching;
    try {
      complete = (await keep(file, signal)) && complete;
      dealtWith.add(keyOf(file));
    } catch (error) {
      // Given up for a page: again once that has what it asked for.
      if (signal.aborted) continue;
      full = error instanceof DOMException && error.name === 'QuotaExceededError';
      return;
    } finally {
      fetching = undefined;
    }
  }
  if (complete) await dropOlder();
}

/** Lets go of what only other versions of the site have. */
async function dropOlder(): Promise<void> {
  const ours = new Set(all.map(keyOf));
  const cache = await caches.open(KEPT);
  await Promise.all([...(await keptKeys())].filter((key) => !ours.has(key)).map((key) => cache.delete(key)));
}

/** Resolves once no page has asked for anything for a while. */
async function quiet(): Promise<void> {
  for (;;) {
    const left = asking > 0 ? QUIET : quietSince + QUIET - performance.now();
    if (left <= 0) return;
    await new Promise((resolve) => setTimeout(resolve, left));
  }
}

/** What works for whoever opens those files once the line is gone: any page may need any script that is kept by itself. */
async function have(paths: readonly string[]): Promise<Have> {
  const kept = await keptKeys();
  const files = [
    ...all.slice(0, scripts).filter(({ asked }) => !asked),
    ...paths.flatMap((path) => byPath.get(path) ?? []),
  ];
  return {
    parts: files.filter((file) => kept.has(keyOf(file))).length,
    ofParts: files.length,
    doing: doing(),
  };
}

const doing = (): State['doing'] => (filling ? 'filling' : full ? 'full' : waits ? 'waits' : 'resting');

async function state(): Promise<State> {
  const kept = await keptKeys();
  const missing = all.filter((file) => !kept.has(keyOf(file)));
  const weigh = (some: readonly File[]): number => some.reduce((sum, { bytes }) => sum + bytes, 0);
  const byItself = missing.filter(({ asked }) => !asked);
  return {
    pages: all.filter((file) => isPage(file) && kept.has(keyOf(file))).length,
    ofPages: all.filter(isPage).length,
    missing: weigh(byItself),
    missingOfAll: weigh(missing),
    everything: await wished('everything'),
    doing: doing(),
  };
}
