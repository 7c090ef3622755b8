/** The record as JSON, for other software. */

/** Indented JSON that parses to the record. */
export function toJson(record: object): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
