/** What a downloaded record is called. */
import type { DecisionRecord } from './record.ts';

/** Longest part that is made from the title: the whole name stays below what any file system takes. */
const LONGEST_SLUG = 60;

/** Small letters, figures and hyphens, cut between words; empty where a title has none of them. */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/[\p{M}’'‘]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (slug.length <= LONGEST_SLUG) return slug;
  const cut = slug.slice(0, LONGEST_SLUG + 1);
  const hyphen = cut.lastIndexOf('-');
  return hyphen > 0 ? cut.slice(0, hyphen) : cut.slice(0, LONGEST_SLUG);
}

/** Date, questionnaire and title, such as `2026-05-02-lawful-basis-polling-day-letters.html`. */
export function fileNameOf(
  record: Pick<DecisionRecord, 'madeAt' | 'questionnaire' | 'details'>,
  extension: string,
): string {
  const parts = [record.madeAt.slice(0, 10), record.questionnaire.id, slugOf(record.details.title)];
  return `${parts.filter((part) => part !== '').join('-')}.${extension}`;
}
