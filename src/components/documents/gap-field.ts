/** The field of a gap: a text has one for each, where it is met first. */
import type { FilledGap } from '../../documents/fill.ts';

export const gapFieldId = (key: string): string => `gap-${key.replace(/[^A-Za-z0-9]+/g, '-')}`;

/** What a gap asks for, and for which use, list or supplier. */
export const gapLabel = ({ words }: Pick<FilledGap, 'words'>): string =>
  words.of === undefined ? words.label : `${words.label} (${words.of})`;

/** To the field of a gap; the address stays that of the text. */
export function toGapField(event: Event, key: string): void {
  event.preventDefault();
  document.getElementById(gapFieldId(key))?.focus();
}
