/**
 * Brings a record of an older shape into the newest one. Migrations are numbered, contiguous and never
 * changed once released; each has frozen files in `tests/fixtures/records/v<from>`.
 */

export interface Migration {
  /** The version that it makes. */
  readonly to: number;
  /** What the older shape holds, in the newer one. It must not change what it is given. */
  readonly migrate: (record: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}

/** In order: the first makes version 2. */
export const migrations: readonly Migration[] = [];

/** The version of records that this site writes. */
export const CURRENT_VERSION = 1;

/** A record of version `from` in the newest shape; its fingerprint stays that of the shape it was made in. */
export function migrate(
  record: Readonly<Record<string, unknown>>,
  from: number,
): Readonly<Record<string, unknown>> {
  return migrations.filter((step) => step.to > from).reduce((older, step) => step.migrate(older), record);
}
