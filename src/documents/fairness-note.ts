/** The note on fairness: what uses have said of harm and of what people expect. */
import { anyOf, chose } from './facts.ts';
import type { DocumentRules } from './rules.ts';

export const rules: DocumentRules = {
  use: {
    conditions: {
      'use.picks': (use) =>
        use.questionnaire === 'article-22'
          ? chose(use, 'profiling', ['decides'])
          : anyOf([
              chose(use, 'risk-signs', ['large-scale-profiling']),
              chose(use, 'channel', ['list-audience', 'lookalike-audience', 'platform-targeting']),
            ]),
    },
  },
};
