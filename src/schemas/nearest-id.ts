import { closest, distance } from 'fastest-levenshtein';

/** How to name what an id was perhaps meant to be, to be put behind a remedy; empty where no id is like it. */
export function orPerhaps(id: string, known: Iterable<string>): string {
  const ids = [...known];
  if (ids.length === 0) return '';
  const near = closest(id, ids);
  return distance(id, near) <= Math.max(1, Math.floor(id.length / 5)) ? `, perhaps ${near}` : '';
}
