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

/**
 * A gap or condition of a text, after the text where it is its own, and before the use, list or supplier of its row. The
 * campaign keeps what was put in by hand under the same names, so a file is read only where they can be kept again.
 */
export const textPlace = v.pipe(
  v.string(),
  v.maxLength(300),
  v.regex(/^([a-z0-9-]+\/)?([a-z]+\.)?[a-z0-9-]+(@[A-Za-z0-9-]+)?$/),
);
