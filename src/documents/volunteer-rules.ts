/** The rules for volunteers. */
import { cameFrom } from './facts.ts';
import type { DocumentRules } from './rules.ts';

export const rules: DocumentRules = {
  conditions: { forms: (known) => cameFrom(known, ['registration-forms']) },
};
