/** The legitimate interests assessment: about the uses that rest on that basis, or may while none is found. */
import { asShown, chose, reason } from './facts.ts';
import type { KnownUse } from './known.ts';
import { settled, type DocumentRules, type Settled } from './rules.ts';

/** What a charity’s own soft opt-in asks: all four. */
const SOFT_OPT_IN = ['charity', 'charitable-purposes', 'interest-shown', 'free-refusal'];

/** Whether the way of reaching people needs their consent, whatever the balance says. */
function needsConsent(use: KnownUse): Settled | undefined {
  const reading = chose(use, 'channel', ['cookies']);
  if (reading?.is === true) return reading;
  const sending = chose(use, 'channel', ['electronic-mail', 'automated-call', 'forwarding']);
  if (sending?.is !== true) return sending;
  const promotes = chose(use, 'promotes', ['yes']);
  if (promotes?.is === false) return promotes;
  const company = chose(use, 'whose-address', ['company']);
  if (company?.is === true) return settled(false, company.sources);
  const optIn = use.answers['charity-soft-opt-in'];
  return optIn !== undefined && SOFT_OPT_IN.every((point) => optIn.options.includes(point))
    ? settled(false, chose(use, 'charity-soft-opt-in', SOFT_OPT_IN)?.sources ?? [])
    : sending;
}

export const rules: DocumentRules = {
  uses: ({ questionnaire, outcome }) =>
    questionnaire === 'lawful-basis' &&
    (outcome === undefined || ['legitimate-interests', 'by-source'].includes(outcome.id)),
  use: {
    gaps: {
      'use.interest-which': (use) => asShown(use, 'interest'),
      'use.young': (use) => asShown(use, 'under-18'),
      'use.outweighs-why': (use) => reason(use, 'outweighs', 'why'),
      'use.result': (use) => asShown(use, 'outweighs'),
    },
    conditions: {
      'use.is-marketing': (use) => {
        const reachesNobody = chose(use, 'channel', ['not-at-all']);
        return reachesNobody?.is === true
          ? settled(false, reachesNobody.sources)
          : chose(use, 'promotes', ['yes']);
      },
      'use.needs-pecr-consent': needsConsent,
      'use.bought': (use) => chose(use, 'sources', ['bought-contacts', 'bought-facts']),
    },
  },
};
