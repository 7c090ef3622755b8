/**
 * Writes the search index: Pagefind’s, of records made from the content, so that a result leads to the very statement.
 *
 * Pagefind keeps each record in a file of its own, to be fetched once it is found. That would be hundreds of files to
 * keep for use without a network, and what is fetched would tell what was searched for. So the records stand in two
 * files, and those of Pagefind are not published; neither are the parts of it that this site does not use.
 *
 * There are three indexes: a small one of the statements, which somebody on a slow line has soon; one of all but
 * questionnaires, which takes its place; and one of questionnaires by themselves, because how much a word counts hangs
 * on how often it stands in an index: so a new questionnaire moves nothing else. The folder is named after what is in
 * it, so that browsers may keep it for good.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

import {
  CACHE_TAG,
  isOfQuestionnaire,
  OTHERS,
  PAGEFIND,
  QUESTIONNAIRES,
  SOURCES,
  STATEMENTS,
  WORKER,
  type SearchRecord,
  type StatementsFile,
} from '../components/search/search-record.ts';
import type { SearchWords } from '../schemas/search-words.ts';
import { readContent } from '../schemas/read-content.ts';
import { bundleScript } from './bundle-script.ts';
import { listSearchRecords, type IndexedRecord } from './search-records.ts';

/** What Pagefind writes before the content of each of its packed files. */
const signature = 'pagefind_dcd';
const language = 'en';
/** Where everything of the search is; the host’s answers for it have a policy of their own. */
const indexFolder = 'pagefind/';

/** The page that searches, and the attributes that tell it where the index is and what of it to fetch, in two goes. */
const searchPage = 'search/index.html';
const placeholder = 'data-index data-first data-rest';

const workerEntry = fileURLToPath(new URL('../components/search/search-worker.ts', import.meta.url));

export interface IndexFile {
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
        const { worker, first, rest } = await makeIndex(records, searchWords);
        const all = [worker, ...first, ...rest];
        const home = `${indexFolder}${hashOf(all)}/`;
        for (const { path, content: bytes } of all) {
          const file = join(folder, home, path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, bytes);
        }
        tellPage(join(folder, searchPage), home, first, rest);
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

/** What asks the index, what it needs first, so that statements can be found, and what then, so that everything can. */
export async function makeIndex(
  records: readonly IndexedRecord[],
  words: readonly SearchWords[],
): Promise<{ worker: IndexFile; first: IndexFile[]; rest: IndexFile[] }> {
  const isStatement = ({ kind }: SearchRecord): boolean => kind === 'statement';
  const statements = await writeIndex(records, isStatement);
  const sources = await writeIndex(records, (record) => !isOfQuestionnaire(record));
  const questionnaires = await writeIndex(records, isOfQuestionnaire);
  await pagefind.close();
  const script = await bundleScript(workerEntry, 'es', { [PAGEFIND]: statements.code });
  const below = (folder: string, files: readonly IndexFile[]): IndexFile[] =>
    files.map(({ path, content }) => ({ path: `${folder}${path}`, content }));
  return {
    worker: { path: WORKER, content: Buffer.from(script.code) },
    first: [
      ...statements.files,
      statements.wasm,
      asJson(STATEMENTS, { records: nameRecords(records.filter(isStatement), statements.ids), words }),
    ],
    rest: [
      ...below(SOURCES, sources.files),
      ...below(QUESTIONNAIRES, questionnaires.files),
      asJson(
        OTHERS,
        nameRecords(
          records.filter((record) => !isStatement(record)),
          new Map([...sources.ids, ...questionnaires.ids]),
        ),
      ),
    ],
  };
}

const asJson = (path: string, content: StatementsFile | Record<string, SearchRecord>): IndexFile => ({
  path,
  content: Buffer.from(JSON.stringify(content)),
});

/** What makes up one index. */
const parts = /^(pagefind-entry\.json|[^/]+\.pf_meta|index\/[^/]+\.pf_index)$/;

/**
 * The files of an index that the page uses, and Pagefind’s id for each address in it. A record has the same id in every
 * index that it is in, because the id is made from the record.
 */
async function writeIndex(
  records: readonly IndexedRecord[],
  isIn: (record: IndexedRecord) => boolean,
): Promise<{ files: IndexFile[]; ids: ReadonlyMap<string, string>; code: string; wasm: IndexFile }> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: language });
  if (!index) throw new Error(`Pagefind gives no index: ${errors.join('; ')}`);
  for (const { title, text, also, href } of records.filter(isIn)) {
    const added = await index.addCustomRecord({
      url: href,
      content: title === undefined ? text : `${title} ${text}`,
      language,
      meta: { ...(title !== undefined && { title }), ...(also !== '' && { also }) },
    });
    if (added.errors.length > 0) throw new Error(`Pagefind refuses a record: ${added.errors.join('; ')}`);
  }
  const written = await index.getFiles();
  if (written.errors.length > 0) throw new Error(`Pagefind: ${written.errors.join('; ')}`);

  const ids = new Map<string, string>();
  for (const { path, content } of written.files) {
    const id = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    if (id === undefined) continue;
    const text = gunzipSync(content).toString('utf8');
    const { url } = JSON.parse(text.slice(signature.length)) as { url: string };
    ids.set(url, id);
  }
  const named = (wanted: string): IndexFile => {
    const file = written.files.find(({ path }) => path === wanted);
    if (!file) throw new Error(`Pagefind has written no ${wanted}.`);
    return file;
  };
  return {
    // Pagefind writes them in no order of its own.
    files: written.files
      .filter(({ path }) => parts.test(path))
      .toSorted((one, other) => one.path.localeCompare(other.path, 'en')),
    ids,
    code: Buffer.from(named('pagefind.js').content).toString('utf8'),
    wasm: named(`wasm.${language}.pagefind`),
  };
}

/** Each record by Pagefind’s id, as the page needs it. */
function nameRecords(
  records: readonly IndexedRecord[],
  ids: ReadonlyMap<string, string>,
): Record<string, SearchRecord> {
  return Object.fromEntries(
    records.map(({ also: _, ...record }): [string, SearchRecord] => {
      const id = ids.get(record.href);
      if (id === undefined) throw new Error(`Pagefind has lost the record of ${record.href}.`);
      return [id, record];
    }),
  );
}

function hashOf(files: readonly IndexFile[]): string {
  const hash = createHash('sha256');
  for (const { path, content } of files) hash.update(`${path}\0${content.length}\0`).update(content);
  return hash.digest('hex').slice(0, 12);
}

/**
 * Pagefind adds `?ts=` to the address of its entry; what is fetched beforehand must have the same one. The largest come
 * first: a browser that asks for few files at a time then waits for none of them alone.
 */
function tellPage(file: string, home: string, first: readonly IndexFile[], rest: readonly IndexFile[]): void {
  const html = readFileSync(file, 'utf8');
  if (!html.includes(placeholder)) throw new Error(`${searchPage} has no ${placeholder}.`);
  const list = (files: readonly IndexFile[]): string =>
    files
      .toSorted((one, other) => other.content.length - one.content.length)
      .map(({ path }) => (path.endsWith('pagefind-entry.json') ? `${path}?ts=${CACHE_TAG}` : path))
      .join(' ');
  writeFileSync(
    file,
    html.replace(placeholder, `data-index="${home}" data-first="${list(first)}" data-rest="${list(rest)}"`),
  );
}
