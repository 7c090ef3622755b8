/** The record as JSON, for other software. */
import type { DecisionRecord } from '../record.ts';

/** Indented JSON that parses to the record. */
export function toJson(record: DecisionRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
