/**
 * The index as the page uses it. Pagefind is asked for each word by itself, because it answers only with what holds
 * every word of a query, and nobody asks in just the words of the law; `rank` puts the answers together.
 *
 * All of the index is fetched when somebody is about to search, the statements first: what is fetched does not depend
 * on what is typed, and whoever waits on a slow line has the statements while the rest is on its way.
 */
import { countWords, splitWords } from './excerpt.ts';
import {
  nearWords,
  rank,
  readQuery,
  withoutGuesses,
  wordsOf,
  type Concept,
  type Hit,
  type Placing,
} from './query.ts';
import type { Answer, Call } from './search-calls.ts';
import {
  isOfQuestionnaire,
  OTHERS,
  STATEMENTS,
  WORKER,
  type SearchKind,
  type SearchRecord,
  type StatementsFile,
} from './search-record.ts';

/** A result, with the places of what was met in its title and in its text. */
export interface Found {
  record: SearchRecord;
  inTitle: ReadonlySet<number>;
  inText: ReadonlySet<number>;
}

/** A word of a query that nothing has, and the words that were looked for in its place, if any is like it. */
export interface Missing {
  word: string;
  near: readonly string[];
}

export interface Findings {
  /** What answers to the query, best first. */
  found: Found[];
  /** What of it was not found, once everything can be; nothing before. */
  missing: Missing[];
  /** Whether part of it was found as it was typed, or as what that stands for. */
  isTrue: boolean;
}

export interface SearchIndex {
  find(query: string): Promise<Findings>;
}

/** The two steps in which there is something to search in. */
export interface Opening {
  statements: Promise<SearchIndex>;
  everything: Promise<SearchIndex>;
  /** Ends it: for where the rest could not be had, once nobody waits for what the statements answer any more. */
  end(): void;
}

/**
 * How much a result counts for what it is. A statement is what most people are after; what is long finds a place in
 * every answer, and the audits mostly say again what the code says. Settled on `tests/content/searches.yaml`.
 */
const kindWeights: Readonly<Record<SearchKind, number>> = {
  statement: 1,
  term: 0.8,
  section: 0.55,
  checklist: 0.7,
  law: 0.55,
  example: 0.4,
  questionnaire: 0.4,
  question: 0.4,
  outcome: 0.4,
};
const auditsWeight = 0.75;
/** What is for people in haste counts as a statement does: they are to find it first. */
const urgentWeight = 1;
/** How much a word counts that is only like the one that was typed. */
const nearWeight = 0.8;

/**
 * A questionnaire has twenty questions that say much the same: one of all questionnaires may stand among the first
 * results, and what is asked in them after that, so that the answer itself keeps its place however many there are.
 */
function placingOf(record: SearchRecord | undefined): Placing {
  if (record === undefined) return { weight: 0, amongFirst: 0 };
  const weight =
    (record.urgent ? urgentWeight : kindWeights[record.kind]) *
    (record.href.startsWith('audits/') ? auditsWeight : 1);
  if (!isOfQuestionnaire(record)) return { weight, amongFirst: Infinity };
  return { weight, amongFirst: record.kind === 'questionnaire' ? 1 : 0 };
}

/**
 * Both steps fail with an Error where a file cannot be had.
 *
 * @param folder where the index is, with a slash at the end
 * @param first what has to be there for statements to be found
 * @param rest what has to be there besides for everything to be found
 */
export function openSearchIndex(folder: URL, first: readonly string[], rest: readonly string[]): Opening {
  const worker = startWorker(new URL(WORKER, folder));
  const fetchPart = async (file: string): Promise<unknown> => {
    const answer = await fetch(new URL(file, folder));
    if (!answer.ok) throw new Error(`${file} of the search index is not there: ${answer.status}.`);
    return file.endsWith('.json') ? answer.json() : answer.arrayBuffer();
  };
  /** Pagefind asks for its files one after the other; asked for together they are there in time. */
  const fetchAll = async (files: readonly string[]): Promise<ReadonlyMap<string, unknown>> =>
    new Map(await Promise.all(files.map(async (file) => [file, await fetchPart(file)] as const)));

  const fetchFirst = fetchAll(first);
  const statements = fetchFirst.then(async (parts) => {
    await worker.call('openStatements');
    return searchIn(worker, parts.get(STATEMENTS) as StatementsFile, false);
  });
  const everything = statements.then(async () => {
    const parts = await fetchAll(rest);
    await worker.call('openAll');
    const { records, words } = (await fetchFirst).get(STATEMENTS) as StatementsFile;
    const others = parts.get(OTHERS) as Record<string, SearchRecord>;
    return searchIn(worker, { records: { ...records, ...others }, words }, true);
  });
  statements.catch(() => worker.end());
  return { statements, everything, end: () => worker.end() };
}

/** An index of some records, as the worker has it by now. */
function searchIn(worker: SearchWorker, { records, words }: StatementsFile, isWhole: boolean): SearchIndex {
  const inOrder = new Map<string, string[]>();
  const wordsIn = (id: string): string[] => {
    const { title = '', text = '' } = records[id] ?? {};
    const known = inOrder.get(id) ?? splitWords(`${title} ${text}`);
    inOrder.set(id, known);
    return known;
  };
  const metIn = ({ id, words: places }: Hit): string[] =>
    places.flatMap((place) => wordsOf(wordsIn(id)[place] ?? ''));
  const asked = new Map<string, Promise<readonly Hit[]>>();
  const ask = (term: string): Promise<readonly Hit[]> => {
    const answer =
      asked.get(term) ?? worker.call('search', term).then((hits) => withoutGuesses(term, hits, metIn));
    asked.set(term, answer);
    return answer;
  };
  const findTerms = async (concepts: readonly Concept[]): Promise<Map<string, readonly Hit[]>> => {
    const terms = [...new Set(concepts.flat().map(({ term }) => term))];
    return new Map(await Promise.all(terms.map(async (term) => [term, await ask(term)] as const)));
  };
  let vocabulary: ReadonlySet<string> | undefined;
  const everyWord = (): ReadonlySet<string> =>
    (vocabulary ??= new Set(
      Object.values(records).flatMap(({ title = '', text }) => wordsOf(`${title} ${text}`)),
    ));

  return {
    async find(query) {
      const typed = readQuery(query, words);
      const met = await findTerms(typed);
      const isMet = (concept: Concept): boolean => concept.some(({ term }) => met.get(term)?.length);
      const missing = isWhole
        ? typed
            .filter((concept) => !isMet(concept))
            .flatMap(([own]) => (own ? [{ word: own.term, near: nearWords(own.term, everyWord()) }] : []))
        : [];
      const near = missing.map((one) => one.near.map((term) => ({ term, weight: nearWeight })));
      const concepts = [...typed.filter(isMet), ...near];
      const found = new Map([...met, ...(await findTerms(near))]);
      const results = rank(concepts, found, (id) => placingOf(records[id])).flatMap(
        ({ id, words: places }) => {
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
        },
      );
      return { found: results, missing, isTrue: typed.some(isMet) };
    },
  };
}

interface SearchWorker {
  /** Fails with what the worker says went wrong. */
  call(name: Call['name'], term?: string): Promise<readonly Hit[]>;
  end(): void;
}

function startWorker(address: URL): SearchWorker {
  const worker = new Worker(address, { type: 'module' });
  const waiting = new Map<
    number,
    { resolve: (hits: readonly Hit[]) => void; reject: (error: Error) => void }
  >();
  let count = 0;
  let broken: Error | undefined;
  worker.addEventListener('message', ({ data: { number, hits, failed } }: MessageEvent<Answer>) => {
    const caller = waiting.get(number);
    waiting.delete(number);
    if (failed === undefined) caller?.resolve(hits);
    else caller?.reject(new Error(failed));
  });
  const breakOff = (why: string): void => {
    broken = new Error(why);
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
    worker.terminate();
  };
  worker.addEventListener('error', () => breakOff('The script of the search cannot be run.'));
  return {
    call: (name, term = '') =>
      new Promise((resolve, reject) => {
        if (broken) {
          reject(broken);
          return;
        }
        count += 1;
        waiting.set(count, { resolve, reject });
        worker.postMessage({ number: count, name, term } satisfies Call);
      }),
    end: () => breakOff('The search has ended.'),
  };
}
