/** The record as JSON, for other software. */

/** Indented JSON that parses to the record. */
export function toJson(record: object): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** Characters as escapes that JSON has for them; only inside a text of it. */
export const escapeInJson = (characters: string): string =>
  Array.from(
    { length: characters.length },
    (_none, place) => `\\u${characters.charCodeAt(place).toString(16).padStart(4, '0')}`,
  ).join('');
