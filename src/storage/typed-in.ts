/** What is being typed in off a worksheet: it lasts as long as the tab, as answers do, and is erased with everything else. */
import { tellPagesInMemory } from './pages-in-memory.ts';
import { TYPED_IN } from './presence.ts';
import { attempt } from './refusals.ts';

export interface TypedIn {
  /** The code of the worksheet. */
  readonly worksheet: string;
  /** The codes of the ticked boxes. */
  readonly codes: string;
  /** How many boxes were counted. */
  readonly count: string;
}

/** More than any worksheet has, and little enough to be kept at each key. */
const LONGEST = 10_000;

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, LONGEST) : '');

/** What was being typed in this tab; nothing where nothing was kept, or it cannot be read. */
export function loadTypedIn(): TypedIn {
  const kept = attempt(() => JSON.parse(sessionStorage.getItem(TYPED_IN) ?? '{}') as unknown);
  const { worksheet, codes, count } = (typeof kept === 'object' && kept !== null ? kept : {}) as {
    readonly [part in keyof TypedIn]?: unknown;
  };
  return { worksheet: text(worksheet), codes: text(codes), count: text(count) };
}

/** Keeps it in this tab, where the browser lets us; nothing typed keeps nothing. */
export function keepTypedIn(typed: TypedIn): void {
  attempt(() => {
    if (Object.values(typed).every((part) => part === '')) sessionStorage.removeItem(TYPED_IN);
    else sessionStorage.setItem(TYPED_IN, JSON.stringify(typed));
    tellPagesInMemory();
  });
}
