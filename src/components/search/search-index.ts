/**
 * The index as the page uses it. Pagefind is asked for each word by itself, because it answers only with what holds
 * every word of a query, and nobody asks in just the words of the law; `rank` puts the answers together.
 *
 * All of the index is fetched at once, when somebody is about to search: after that nothing that is fetched depends on
 * what is typed, and the slow line is waited for once.
 */
import { countWords } from './excerpt.ts';
import { rank, readQuery, type Hit } from './query.ts';
import type { SearchKind, SearchRecord, SearchRecords } from './search-record.ts';

/** What is used of Pagefind’s module, which has no types of its own. */
interface Pagefind {
  options(options: {
    metaCacheTag: string;
    ranking: { pageLength: number; metaWeights: Record<string, number> };
  }): Promise<void>;
  preload(term: string): Promise<void>;
  search(term: string): Promise<{ results: { id: string; score: number; words: number[] }[] }>;
  destroy(): Promise<void>;
}

/** A result, with the places of what was met in its title and in its text. */
export interface Found {
  record: SearchRecord;
  inTitle: ReadonlySet<number>;
  inText: ReadonlySet<number>;
}

export interface SearchIndex {
  /** Everything that answers to a query, best first. */
  find(query: string): Promise<Found[]>;
}

/**
 * How much a result counts for what it is. A statement is what most people are after; what is long finds a place in
 * every answer, and the audits mostly say again what the code says. Settled on `tests/content/searches.yaml`.
 */
const kindWeights: Readonly<Record<SearchKind, number>> = {
  statement: 1,
  term: 0.8,
  section: 0.55,
  law: 0.55,
  example: 0.4,
  question: 0.4,
  outcome: 0.4,
};
const auditsWeight = 0.8;

const ranking = { pageLength: 0.75, metaWeights: { title: 1, also: 0.3 } };

/** Pagefind gives up on its worker after five seconds; on a slow line a second try has what the first one fetched. */
const tries = 3;

/** Names every part of the index, so that none is left to be fetched when a word of it is asked for. */
const everyPart = [...'0123456789abcdefghijklmnopqrstuvwxyz']
  .flatMap((first) => [first, ...[...'aeiouhlnprstx'].map((second) => first + second)])
  .join(' ');

/**
 * @param folder where the index is, with a slash at the end
 * @param files what Pagefind will ask for there
 * @throws Error where some of it cannot be had
 */
export async function openSearchIndex(folder: URL, files: readonly string[]): Promise<SearchIndex> {
  const [{ records, words }, pagefind] = await Promise.all([
    fetchPart('records.json', folder).then((answer) => answer.json() as Promise<SearchRecords>),
    import(/* @vite-ignore */ new URL('pagefind.js', folder).href) as Promise<Pagefind>,
    // Pagefind asks for these one after the other; asked for together they are there in time.
    ...files.map((file) => fetchPart(file, folder).then((answer) => answer.arrayBuffer())),
  ]);
  await start(pagefind);

  const asked = new Map<string, Promise<readonly Hit[]>>();
  const ask = (term: string): Promise<readonly Hit[]> => {
    const known = asked.get(term);
    if (known) return known;
    const answer = pagefind.search(term).then(({ results }) => results);
    asked.set(term, answer);
    return answer;
  };
  const weightOf = (id: string): number => {
    const record = records[id];
    if (!record) return 0;
    return kindWeights[record.kind] * (record.href.startsWith('audits/') ? auditsWeight : 1);
  };

  return {
    async find(query) {
      const concepts = readQuery(query, words);
      const terms = [...new Set(concepts.flat().map(({ term }) => term))];
      const found = new Map(await Promise.all(terms.map(async (term) => [term, await ask(term)] as const)));
      return rank(concepts, found, weightOf).flatMap(({ id, words: places }) => {
        const record = records[id];
        if (!record) return [];
        const titleWords = countWords(record.title ?? '');
        return [
          {
            record,
            inTitle: new Set(places.filter((place) => place < titleWords)),
            inText: new Set(places.map((place) => place - titleWords).filter((place) => place >= 0)),
          },
        ];
      });
    },
  };
}

async function fetchPart(file: string, folder: URL): Promise<Response> {
  const answer = await fetch(new URL(file, folder));
  if (!answer.ok) throw new Error(`${file} of the search index is not there: ${answer.status}.`);
  return answer;
}

async function start(pagefind: Pagefind): Promise<void> {
  for (let turn = 1; ; turn += 1) {
    try {
      await pagefind.options({ metaCacheTag: 'index', ranking });
      await pagefind.preload(everyPart);
      return;
    } catch (error) {
      await pagefind.destroy();
      if (turn === tries) throw error;
    }
  }
}
