/** When somebody says no: whom it has to reach, and what it does not stop. */
import { someUse } from './facts.ts';
import { cameOn } from './happened.ts';
import type { DocumentRules } from './rules.ts';
import { asParty, reaches } from './telling.ts';

/** What somebody says who is owed the reply. */
const NO = [
  'stop-contact',
  'stop-profiling',
  'stop-other-use',
  'take-back-consent',
  'party-notice',
  'delete',
  'complain-contact',
];

export const rules: DocumentRules = {
  gaps: { 'came-on': cameOn(...NO) },
  conditions: {
    'list-audience': reaches('list-audience', 'lookalike-audience'),
    'by-freepost': reaches('freepost'),
    'opinions-as-party': (known) => someUse(known, asParty),
  },
};
