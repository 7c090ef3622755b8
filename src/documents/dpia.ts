/** The impact assessment: about every use, with the signs of high risk that its answers hold. */
import { conditionIs } from './asked.ts';
import { anyOf, chose, reason, softwareDecides } from './facts.ts';
import type { KnownUse } from './known.ts';
import type { DocumentRules, Settled } from './rules.ts';

const sign =
  (id: string) =>
  (use: KnownUse): Settled | undefined =>
    chose(use, 'risk-signs', [id]);

export const rules: DocumentRules = {
  use: {
    gaps: {
      'use.who-weighs': (use) => reason(use, 'solely-automated', 'why'),
    },
    conditions: {
      'use.large-scale-profiling': sign('large-scale-profiling'),
      'use.matching-sources': sign('matching-sources'),
      'use.people-not-told': sign('people-not-told'),
      'use.following': sign('following'),
      'use.sensitive-at-scale': sign('sensitive-at-scale'),
      'use.new-technology': sign('new-technology'),
      'use.no-signs': sign('none'),
      'use.online-targeting': (use) =>
        chose(use, 'channel', ['list-audience', 'lookalike-audience', 'platform-targeting', 'cookies']),
      'use.software-decides': softwareDecides,
      'use.significant': (use) =>
        anyOf([chose(use, 'legal-effect', ['yes']), chose(use, 'significant-effect', ['yes'])]),
      'use.party-condition': (use) => conditionIs(use, ['party-condition']),
      'use.kept': (use) => chose(use, 'sources', ['kept']),
      'use.bought': (use) => chose(use, 'sources', ['bought-contacts', 'bought-facts']),
    },
  },
};
