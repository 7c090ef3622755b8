/** What the page says of the results of a search. */
import type { Missing } from './search-index.ts';

/** How many results there are, and whether they are only near to what was typed. */
export function countInWords(count: number, isTrue: boolean): string {
  const near = isTrue || count === 0 ? '' : 'near ';
  return count === 1 ? `1 ${near}result` : `${count || 'No'} ${near}results`;
}

const quoted = (words: readonly string[], last: string): string =>
  words
    .map((word) => `“${word}”`)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ` ${last} `);

/**
 * Which words were not found, and what is shown instead; empty where each was.
 *
 * @param isTrue whether part of what was typed was found
 */
export function missingInWords(missing: readonly Missing[], isTrue: boolean): string {
  if (missing.length === 0) return '';
  const words = [...new Set(missing.map(({ word }) => word))];
  const near = [...new Set(missing.flatMap((one) => one.near))];
  const sentences = [`${quoted(words, 'and')} ${words.length === 1 ? 'was' : 'were'} not found.`];
  const shown = [
    ...(near.length > 0 ? [`for ${quoted(near, 'or')}, which is like it`] : []),
    ...(isTrue ? ['for the rest of your words'] : []),
  ];
  if (shown.length > 0) sentences.push(`The results are ${shown.join(', and ')}.`);
  return sentences.join(' ');
}
