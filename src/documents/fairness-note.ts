/** The note on fairness: what uses have said of harm and of what people expect. */
import { reason } from './asked.ts';
import { anyOf, chose } from './facts.ts';
import type { DocumentRules } from './rules.ts';

export const rules: DocumentRules = {
  use: {
    gaps: {
      'use.harm-why': (use) => reason(use, 'harm', 'why'),
      'use.expected-why': (use) => reason(use, 'expected', 'why') ?? reason(use, 'surprised', 'why'),
    },
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
