/** What a downloaded record is called. */
import type { DecisionRecord } from './record.ts';

/** Longest part that is made from the title, in UTF-8: the whole name stays below what any file system takes. */
const MOST_BYTES = 90;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/**
 * Small letters, figures and hyphens, cut between words; empty where a title has none of them. Letters of every script
 * stay as they are, with their marks: every system takes them.
 */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’'‘\p{Cf}]/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .split('-')
    // A mark without its letter is none.
    .map((word) => word.replace(/^\p{M}+/u, ''))
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (bytesOf(longer) > MOST_BYTES) return slug === '' ? cutWithin(word) : slug;
    slug = longer;
  }
  return slug;
}

/** The beginning of a word that is too long by itself, no letter parted from its marks. */
function cutWithin(word: string): string {
  let cut = '';
  for (const letter of word.match(/\P{M}\p{M}*/gu) ?? []) {
    if (bytesOf(cut + letter) > MOST_BYTES) break;
    cut += letter;
  }
  return cut;
}

/** Date, questionnaire and title, such as `2026-05-02-lawful-basis-polling-day-letters.html`. */
export function fileNameOf(
  record: Pick<DecisionRecord, 'madeAt' | 'questionnaire' | 'details'>,
  extension: string,
): string {
  const parts = [record.madeAt.slice(0, 10), record.questionnaire.id, slugOf(record.details.title)];
  return `${parts.filter((part) => part !== '').join('-')}.${extension}`;
}
