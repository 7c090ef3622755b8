/** What telling people would take: what the questionnaire on disproportionate effort was told, put in one place. */
import { asShown, chose, reason, said } from './facts.ts';
import type { DocumentRules } from './rules.ts';

export const rules: DocumentRules = {
  uses: ({ questionnaire }) => questionnaire === 'disproportionate-effort',
  use: {
    gaps: {
      'use.list': (use) => said(use, 'data'),
      'use.count': (use) => said(use, 'people'),
      'use.age-why': (use) => reason(use, 'age-of-data', 'why'),
      'use.easiest': (use) => reason(use, 'easiest-route', 'why') ?? asShown(use, 'easiest-route'),
      'use.surprise-why': (use) => reason(use, 'surprise', 'why'),
      'use.sensitive-why': (use) => reason(use, 'sensitivity', 'why'),
      'use.profiled-why': (use) => reason(use, 'profiling-effect', 'why'),
      'use.vulnerable-why': (use) => reason(use, 'vulnerable', 'why'),
      'use.consequence-why': (use) => reason(use, 'consequence', 'why'),
      'use.guards': (use) => said(use, 'safeguards-applied'),
      'use.notice-at': (use) => reason(use, 'published', 'address'),
    },
    conditions: {
      'use.contacts': (use) => chose(use, 'contacting', ['all', 'some']),
    },
  },
};
