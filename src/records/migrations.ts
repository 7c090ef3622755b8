/**
 * Brings a record of an older shape into the newest one. Migrations are numbered, contiguous and never
 * changed once released; each has frozen files in `tests/fixtures/records/v<from>`.
 */

import { RECORD_SHAPE } from './shape.ts';

/** The version of records that this site writes. */
export const CURRENT_VERSION = RECORD_SHAPE;

type Part = Readonly<Record<string, unknown>>;

export interface Migration {
  /** The version that it makes. */
  readonly to: number;
  /** What the older shape holds, in the newer one. It must not change what it is given. */
  readonly migrate: (record: Part) => Part;
}

/** In order: the first makes version 2. */
export const migrations: readonly Migration[] = [
  {
    // One last day became several. A to-do was done once a use.
    to: 2,
    migrate: ({ outcome, todos, ...record }) => {
      const { deadline, ...others } = outcome as Part;
      return {
        ...record,
        schema: 'clear-canvass/decision-record/2',
        lists: [],
        suppliers: [],
        clashes: [],
        outcome: {
          ...others,
          because: [],
          deadlines:
            deadline === undefined
              ? []
              : [{ ...(deadline as Part), ...('on' in (deadline as Part) ? { is: 'on' } : {}) }],
        },
        todos: (todos as readonly Part[]).map((todo) => ({ ...todo, scope: 'use' })),
      };
    },
  },
];

/** The version that a file says its record has; undefined where it names no shape of ours. */
export function versionOf(schema: unknown): number | undefined {
  const found =
    typeof schema === 'string' ? /^clear-canvass\/decision-record\/([1-9]\d{0,5})$/.exec(schema) : null;
  return found === null ? undefined : Number(found[1]);
}

/**
 * Brings a record of version `from`, which fits the schema of that version, into the newest shape. Its fingerprint stays
 * that of the shape in which it was made.
 */
export function migrate(record: Part, from: number): Part {
  return migrations.filter((step) => step.to > from).reduce((older, step) => step.migrate(older), record);
}
