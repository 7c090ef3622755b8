import { keepDatesWhole } from '../site/dates.ts';
import type { Confidence, LawChangeEntry, LawKind } from '../../schemas/law-change.ts';

/** How sure we are, in words that a reader can weigh. */
const confidenceWords: Readonly<Record<Confidence, string>> = {
  confirmed: 'Confirmed: read in the law itself or on a regulator’s page.',
  secondary: 'Secondary: read in someone else’s account of the law.',
  inferred: 'Inferred: worked out from what we read, not found in so many words.',
  'not-confirmed': 'Not confirmed: looked for and not settled.',
};

/** The same in a word or two, for tables. */
export const confidenceNames: Readonly<Record<Confidence, string>> = {
  confirmed: 'Confirmed',
  secondary: 'Secondary source',
  inferred: 'Inferred',
  'not-confirmed': 'Not confirmed',
};

/** What an entry is to the draft, in a few words. */
export const kindNames: Readonly<Record<LawKind, string>> = {
  changed: 'The draft’s rule has changed',
  added: 'New beside the draft',
  about: 'About the rules',
  'no-change': 'No change seen',
};

/** How sure we are of an entry: its own note where it has one, the general words where not. */
export function howSure({
  confidence,
  confidenceNote,
}: Pick<LawChangeEntry, 'confidence' | 'confidenceNote'>): string {
  if (!confidenceNote) return confidenceWords[confidence];
  const name = confidenceNames[confidence];
  return keepDatesWhole(
    confidenceNote.toLowerCase().startsWith(name.split(' ')[0]?.toLowerCase() ?? name)
      ? confidenceNote
      : `${name}. ${confidenceNote}`,
  );
}

/** Since when, for the page; nothing where the list gives no date. */
export function sinceWhen({ since }: Pick<LawChangeEntry, 'since'>): string | undefined {
  return /^n\/a$/i.test(since) ? undefined : keepDatesWhole(since);
}
