/**
 * Reads a record that this site kept itself, to list, copy or pack it. It is checked against its schema and not scanned,
 * and its fingerprint is not taken again: that is for whoever opens it (`restore.ts`), and takes most of the time.
 */
import * as v from 'valibot';
import { CURRENT_VERSION, migrate, versionOf } from './migrations.ts';
import { parseKept } from './read-what-fits.ts';
import { recordSchema, type DecisionRecord } from './record.ts';

/** The record in the newest shape; undefined where it cannot be read, or is of a shape that is newer. */
export function readKeptRecord(json: string): DecisionRecord | undefined {
  let value: unknown;
  try {
    value = parseKept(json);
  } catch {
    return undefined;
  }
  const { schema } = (value ?? {}) as { schema?: unknown };
  const version = versionOf(schema);
  if (version === undefined || version > CURRENT_VERSION) return undefined;
  try {
    const read = v.safeParse(recordSchema, migrate(value as Record<string, unknown>, version));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}
