/** What the page asks of the worker that runs Pagefind, and what comes back. */
import type { Hit } from './query.ts';

export interface Call {
  /** Tells answers apart. */
  number: number;
  name: 'openStatements' | 'openAll' | 'search';
  /** What to look for; empty where nothing is. */
  term: string;
}

export interface Answer {
  number: number;
  hits: readonly Hit[];
  /** Why there is no answer. */
  failed?: string;
}
