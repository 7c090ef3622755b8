/** The complaints procedure: the day on which one came stands in the decision about it; the rest is shared or asked for. */
import { cameOn } from './happened.ts';
import type { DocumentRules } from './rules.ts';

export const rules: DocumentRules = {
  gaps: { 'came-on': cameOn('complain-contact', 'complain-other') },
};
