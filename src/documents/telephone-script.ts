/** Telephone script: goes by the uses that ring people. */
import { chose } from './facts.ts';
import type { DocumentRules } from './rules.ts';
import { inExpressWords, ofUsesBy } from './telling.ts';

export const rules: DocumentRules = {
  conditions: {
    'explicit-consent': ofUsesBy('live-call', inExpressWords),
    'call-firm': ofUsesBy('live-call', (use) => chose(use, 'others-handle', ['call-centre'])),
  },
};
