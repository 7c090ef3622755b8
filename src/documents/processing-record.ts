/** The record of processing: one row a use. */
import { conditionIs } from './asked.ts';
import { someUse } from './facts.ts';
import type { KnownUse } from './known.ts';
import type { DocumentRules, Settled } from './rules.ts';

/** “Another condition” may be one of Schedule 1 or not: nobody has said. */
function onSchedule1(use: KnownUse): Settled | undefined {
  return conditionIs(use, ['another'])?.is === true ? undefined : conditionIs(use, ['party-condition']);
}

export const rules: DocumentRules = {
  conditions: { 'schedule-1': (known) => someUse(known, onSchedule1) },
};
