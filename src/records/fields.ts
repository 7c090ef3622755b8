/** What a field of a record, a draft or a checklist can hold: one rule for what is typed, kept, exported and read. */
import * as v from 'valibot';

/** The longest text that one field holds, in UTF-16 units. */
export const LONGEST_TEXT = 200_000;

/** Any text that a field can hold. */
export const words = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));

/** A day, as `2026-05-02`. */
export const dateOnly = v.pipe(v.string(), v.isoDate());

/** What is said where a text is too long to be kept; nothing where it is not. */
export function sayTooLong(text: string): string | undefined {
  const inWords = (count: number) => count.toLocaleString('en-GB');
  return text.length <= LONGEST_TEXT
    ? undefined
    : `Shorten this to ${inWords(LONGEST_TEXT)} characters. It has ${inWords(text.length)}, and is not kept until then`;
}
