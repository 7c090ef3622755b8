/** The appropriate policy document: about the uses that need sensitive data, or may. */
import { conditionIs, reasonsOf, sensitive } from './asked.ts';
import { chose, someUse } from './facts.ts';
import type { KnownUse } from './known.ts';
import { settled, type DocumentRules, type Settled } from './rules.ts';

/**
 * Whether sensitive data is worked out. Where something is worked out beside data from elsewhere, nobody has said which
 * of it is the sensitive part.
 */
function isWorkedOut(use: KnownUse): Settled | undefined {
  const needed = sensitive(use);
  const worked = chose(use, 'sources', ['worked-out']);
  if (needed?.is === false) return needed;
  if (worked?.is !== true || needed === undefined) return worked?.is === false ? worked : undefined;
  return use.answers['sources']?.options.length === 1
    ? settled(true, [...needed.sources, ...worked.sources])
    : undefined;
}

export const rules: DocumentRules = {
  uses: (use) => sensitive(use)?.is !== false,
  gaps: { others: (known) => reasonsOf(known, 'condition', 'which') },
  conditions: {
    'party-condition': (known) => someUse(known, (use) => conditionIs(use, ['party-condition'])),
    members: (known) => someUse(known, (use) => conditionIs(use, ['members'])),
    another: (known) => someUse(known, (use) => conditionIs(use, ['another'])),
    guesses: (known) => someUse(known, isWorkedOut),
  },
};
