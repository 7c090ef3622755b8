/** The check before an advert: its parts follow how the audience is picked. */
import { chose, someUse } from './facts.ts';
import type { Known } from './known.ts';
import type { DocumentRules, Settled } from './rules.ts';

const reachedBy =
  (channel: string) =>
  (known: Known): Settled | undefined =>
    someUse(known, (use) => chose(use, 'channel', [channel]));

export const rules: DocumentRules = {
  conditions: {
    'list-audience': reachedBy('list-audience'),
    lookalike: reachedBy('lookalike-audience'),
    'platform-targeting': reachedBy('platform-targeting'),
  },
};
