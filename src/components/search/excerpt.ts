/** Shows the part of a text in which most of what was looked for stands. */

/** A run of words, and whether they were looked for. */
export interface Run {
  text: string;
  marked: boolean;
}

/** The words of a text as Pagefind counts them, marks and all. */
export const splitWords = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** How many words Pagefind counts in a text. */
export function countWords(text: string): number {
  return splitWords(text).length;
}

/**
 * @param marks places of the words that were met, from 0
 * @param most how many words to show: of a longer text, those with the most marks among them
 * @returns runs that make up the text; where words were left out there stands an ellipsis
 */
export function excerptOf(text: string, marks: ReadonlySet<number>, most = Infinity): Run[] {
  const words = splitWords(text);
  const start = words.length > most ? densest(marks, words.length, most) : 0;
  const end = Math.min(words.length, start + most);
  const runs: Run[] = start > 0 ? [{ text: '… ', marked: false }] : [];
  for (let at = start; at < end; at += 1) {
    const marked = marks.has(at);
    const last = runs.at(-1);
    const word = words[at] ?? '';
    const gap = at + 1 < end ? ' ' : '';
    if (last && !last.marked && !marked) last.text += word + gap;
    else runs.push(marked ? { text: word, marked } : { text: word + gap, marked });
    if (marked && gap) runs.push({ text: gap, marked: false });
  }
  if (end < words.length) runs.push({ text: ' …', marked: false });
  return runs;
}

/** Where the stretch of `most` words with the most marks begins: up to four words before its first mark, if there is room. */
function densest(marks: ReadonlySet<number>, length: number, most: number): number {
  const places = [...marks].filter((place) => place < length).sort((one, other) => one - other);
  let best = { first: 0, last: 0, count: 0 };
  for (const first of places) {
    const within = places.filter((place) => place >= first && place < first + most);
    if (within.length > best.count) best = { first, last: within.at(-1) ?? first, count: within.length };
  }
  const room = most - (best.last - best.first + 1);
  return Math.max(0, Math.min(best.first - Math.min(4, room), length - most));
}
