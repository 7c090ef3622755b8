/** The letter to a supplier: one for each, with the questions that the campaign’s uses call for. */
import { chose, someUse } from './facts.ts';
import type { DocumentRules } from './rules.ts';

export const rules: DocumentRules = {
  conditions: {
    'online-tool': (known) =>
      someUse(known, (use) => chose(use, 'others-handle', ['canvassing-tool', 'advertising-platform'])),
  },
};
