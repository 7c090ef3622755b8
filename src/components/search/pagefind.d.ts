/** What is used of Pagefind’s module, which has no types of its own. */
declare module 'virtual:pagefind' {
  import type { Hit } from './query.ts';

  export interface Ranking {
    /** How much it counts for a text to be short, from 0 to 1. */
    pageLength: number;
    /** How much words of its fields count, beside 1 for the text. */
    metaWeights: Readonly<Record<string, number>>;
  }
  export interface Options {
    /** Where the index is, with a slash at the end. */
    basePath?: string;
    /** What stands behind the address of its entry. */
    metaCacheTag?: string;
    ranking?: Ranking;
    /** How much the results of the index count: 1 if it is not said. */
    indexWeight?: number;
  }
  export function options(options: Options): Promise<void>;
  /** Fetches what a search for these words would need. */
  export function preload(term: string): Promise<void>;
  /** Searches a further index too from then on. */
  export function mergeIndex(path: string, options: Options): Promise<void>;
  export function search(term: string): Promise<{ results: Hit[] }>;
}
