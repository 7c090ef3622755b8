/** The note on the fee: whether it is due, no record says. */
import { isKind } from './facts.ts';
import type { DocumentRules } from './rules.ts';

export const rules: DocumentRules = {
  conditions: {
    'is-standing': isKind('party-candidate', 'independent-candidate', 'elected-representative'),
  },
};
