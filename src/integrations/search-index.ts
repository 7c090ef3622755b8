/**
 * Writes the search index: Pagefind’s, of records made from the content, so that a result leads to the very statement.
 *
 * Pagefind keeps each record in a file of its own, to be fetched once it is found. That would be hundreds of files to
 * keep for use without a network, and what is fetched would tell what was searched for. So the records stand in one
 * file, and those of Pagefind are not published; neither are the parts of it that this site does not use.
 *
 * The folder is named after what is in it, so that browsers may keep it for good.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

import type { SearchRecord, SearchRecords } from '../components/search/search-record.ts';
import { readContent } from '../schemas/read-content.ts';
import { listSearchRecords, type IndexedRecord } from './search-records.ts';

/** What Pagefind writes before the content of each of its packed files. */
const signature = 'pagefind_dcd';
const language = 'en';

/** The page that searches, and the attributes that tell it where the index is and what of it to fetch. */
const searchPage = 'search/index.html';
const placeholder = 'data-index="" data-files=""';

interface IndexFile {
  /** Path in the folder of the index. */
  path: string;
  content: Uint8Array;
}

/** Works on finished pages: it must run before the service worker’s, which records every file. */
export function searchIndex(): AstroIntegration {
  let root = process.cwd();
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const { searchWords, ...content } = readContent(root);
        const records = reachable(listSearchRecords({ searchWords, ...content }), folder);
        const { files, ids } = await writeIndex(records);
        const named: SearchRecords = {
          records: Object.fromEntries(
            records.map(({ also: _, ...record }, place): [string, SearchRecord] => [
              idOf(ids, place, record),
              record,
            ]),
          ),
          words: searchWords,
        };
        const all = [...files, { path: 'records.json', content: Buffer.from(JSON.stringify(named)) }];
        const home = `pagefind/${hashOf(all)}/`;
        for (const { path, content: bytes } of all) {
          const file = join(folder, home, path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, bytes);
        }
        tellPage(join(folder, searchPage), home, files);
        const size = all.reduce((sum, { content: { length } }) => sum + length, 0);
        logger.info(`${records.length} things can be found, in ${Math.ceil(size / 1024)} kB.`);
      },
    },
  };
}

/**
 * The records whose page is in this build: the site of the browser tests has other questionnaires than the published one.
 *
 * @throws Error where a page is there and the place on it is not
 */
function reachable(records: readonly IndexedRecord[], folder: string): IndexedRecord[] {
  const places = new Map<string, Set<string> | undefined>();
  const placesOf = (page: string): Set<string> | undefined => {
    if (!places.has(page)) {
      const file = join(folder, page, 'index.html');
      places.set(
        page,
        existsSync(file)
          ? new Set([...readFileSync(file, 'utf8').matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? ''))
          : undefined,
      );
    }
    return places.get(page);
  };
  return records.filter(({ href }) => {
    const [page = '', place] = href.split('#');
    const there = placesOf(page);
    if (there === undefined) return false;
    if (place !== undefined && !there.has(place)) {
      throw new Error(`The search would lead to ${href}, and ${page} has no such place: mend its id.`);
    }
    return true;
  });
}

/** The files of the index that the page uses, and Pagefind’s id for each record, in their order. */
async function writeIndex(
  records: readonly IndexedRecord[],
): Promise<{ files: IndexFile[]; ids: ReadonlyMap<number, string> }> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: language });
  if (!index) throw new Error(`Pagefind gives no index: ${errors.join('; ')}`);
  for (const [place, { title, text, also }] of records.entries()) {
    const added = await index.addCustomRecord({
      url: String(place),
      content: title === undefined ? text : `${title} ${text}`,
      language,
      meta: { ...(title !== undefined && { title }), ...(also !== '' && { also }) },
    });
    if (added.errors.length > 0) throw new Error(`Pagefind refuses a record: ${added.errors.join('; ')}`);
  }
  const written = await index.getFiles();
  await pagefind.close();
  if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join('; ')}`);

  const ids = new Map<number, string>();
  for (const { path, content } of written.files) {
    const id = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    if (id === undefined) continue;
    const text = gunzipSync(content).toString('utf8');
    const { url } = JSON.parse(text.slice(signature.length)) as { url: string };
    ids.set(Number(url), id);
  }
  const used = new RegExp(
    `^(pagefind\\.js|pagefind-worker\\.js|pagefind-entry\\.json|wasm\\.${language}\\.pagefind|[^/]+\\.pf_meta|index/[^/]+\\.pf_index)$`,
  );
  const files = written.files
    .filter(({ path }) => used.test(path))
    .sort((one, other) => one.path.localeCompare(other.path, 'en'));
  return { files, ids };
}

function idOf(ids: ReadonlyMap<number, string>, place: number, { href }: SearchRecord): string {
  const id = ids.get(place);
  if (id === undefined) throw new Error(`Pagefind has lost the record of ${href}.`);
  return id;
}

function hashOf(files: readonly IndexFile[]): string {
  const hash = createHash('sha256');
  for (const { path, content } of files) hash.update(`${path}\0${content.length}\0`).update(content);
  return hash.digest('hex').slice(0, 12);
}

/** Pagefind adds `?ts=` to the address of its entry; what is fetched beforehand must have the same one. */
function tellPage(file: string, home: string, files: readonly IndexFile[]): void {
  const html = readFileSync(file, 'utf8');
  if (!html.includes(placeholder)) throw new Error(`${searchPage} has no ${placeholder}.`);
  const fetched = files
    .map(({ path }) => path)
    .filter((path) => path !== 'pagefind.js')
    .map((path) => (path === 'pagefind-entry.json' ? `${path}?ts=index` : path));
  writeFileSync(file, html.replace(placeholder, `data-index="${home}" data-files="${fetched.join(' ')}"`));
}
