/** Privacy from the start: what each list holds, only the campaign can say. */
import { cameFrom } from './facts.ts';
import type { DocumentRules } from './rules.ts';

export const rules: DocumentRules = {
  conditions: { site: (known) => cameFrom(known, ['own-site']) },
};
