/** When somebody says no: whom it has to reach, and what it does not stop. */
import { someUse } from './facts.ts';
import type { DocumentRules } from './rules.ts';
import { asParty, reaches } from './telling.ts';

export const rules: DocumentRules = {
  conditions: {
    'list-audience': reaches('list-audience', 'lookalike-audience'),
    'by-freepost': reaches('freepost'),
    'opinions-as-party': (known) => someUse(known, asParty),
  },
};
