/** The note on kept lists. */
import { cameFrom } from './facts.ts';
import type { DocumentRules } from './rules.ts';

export const rules: DocumentRules = {
  conditions: { kept: (known) => cameFrom(known, ['kept']) },
};
