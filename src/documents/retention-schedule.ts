/** How long data is kept: until when, and why, is for the campaign to say, so what is known is which lists there are. */
import { cameFrom } from './facts.ts';
import type { DocumentRules } from './rules.ts';

export const rules: DocumentRules = {
  conditions: { 'kept-before': (known) => cameFrom(known, ['kept']) },
};
