/** Uses of lawful basis and what is known with them, for tests of texts for voters. */
import type { Known, KnownUse } from '../../../src/documents/known.ts';
import { knownOf as knownWith, useOf } from './use-of.ts';

export const NOT_KNOWN = 'not-known';

/** A use with these answers, which came to this outcome, if to any. */
export const useWith = (
  said: Parameters<typeof useOf>[0],
  outcome?: string,
  reasons?: Parameters<typeof useOf>[2],
): KnownUse =>
  useOf(
    said,
    {
      id: JSON.stringify(said),
      ...(outcome === undefined ? {} : { outcome: { id: outcome, name: outcome, verdict: 'proceed' } }),
    },
    reasons,
  );

/** A campaign with these uses, and words for some options. */
export const knownOf = (uses: readonly KnownUse[], more: Partial<Known> = {}): Known =>
  knownWith({
    uses,
    phrases: {
      sources: { 'full-register': 'the full register', kept: 'an earlier campaign' },
      'special-category': { 'political-opinions': 'political opinions', health: 'health' },
      condition: { 'explicit-consent': 'you agreed to it in express words' },
    },
    ...more,
  });

export const list = (source: string): Known['lists'][number] => ({
  id: 'l',
  name: 'The list',
  source,
  poll: '',
});
