/** Who does what between those who decide together. What they agreed, no record says. */
import { cameFrom } from './facts.ts';
import type { DocumentRules } from './rules.ts';

export const rules: DocumentRules = {
  conditions: { 'own-page': (known) => cameFrom(known, ['own-page']) },
};
