/** Questions to whoever sells or gives data: which of them are asked depends on where data comes from. */
import { cameFrom, chose, someUse } from './facts.ts';
import type { KnownUse } from './known.ts';
import type { DocumentRules, Settled } from './rules.ts';

/** Whether people are said to have agreed, by way of a seller or giver, that this campaign has their details. */
function agreedThroughOthers(use: KnownUse): Settled | undefined {
  const fromOthers = chose(use, 'sources', ['bought-contacts', 'bought-facts', 'shared']);
  return fromOthers?.is === false ? fromOthers : chose(use, 'named-consent', ['yes']);
}

export const rules: DocumentRules = {
  conditions: {
    contacts: (known) => cameFrom(known, ['bought-contacts']),
    facts: (known) => cameFrom(known, ['bought-facts']),
    shared: (known) => cameFrom(known, ['shared']),
    kept: (known) => cameFrom(known, ['kept']),
    'given-for-other': (known) => cameFrom(known, ['given-for-other', 'casework']),
    'others-consent': (known) => someUse(known, agreedThroughOthers),
  },
};
