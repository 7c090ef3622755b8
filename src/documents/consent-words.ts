/** Consent wording: a box for each way that rests on consent, and for no other, as a yes that changes nothing misleads. */
import { chose, endedAt, softwareDecides, someUse } from './facts.ts';
import type { ConditionRule, DocumentRules } from './rules.ts';
import { bothOf, inExpressWords } from './telling.ts';

const onConsentBy =
  (channel: string): ConditionRule =>
  (known) =>
    someUse(known, (use) =>
      bothOf(chose(use, 'channel', [channel]), endedAt(use, ['consent', 'consent-to-fix'])),
    );

export const rules: DocumentRules = {
  conditions: {
    'decides-on-consent': (known) =>
      someUse(known, (use) => bothOf(softwareDecides(use), inExpressWords(use))),
    'calls-on-consent': onConsentBy('live-call'),
    'post-on-consent': onConsentBy('post-by-name'),
  },
};
