/** Soft opt-in wording: for a charity that meets all its points, and for nobody else. */
import { charitySoftOptIn } from '../questionnaires/shared-questions.ts';
import { fromUse, isKind, someUse } from './facts.ts';
import type { KnownUse } from './known.ts';
import { settled, type DocumentRules, type Settled } from './rules.ts';

const POINTS: readonly string[] = charitySoftOptIn.options;

/** Each point is yes: then it is open. One is no: then it is not. “I don’t know yet” leaves it unknown. */
function meetsAll(use: KnownUse): Settled | undefined {
  const answer = use.answers['charity-soft-opt-in'];
  if (answer === undefined) return undefined;
  const all = POINTS.every((point) => answer.options.includes(point));
  return all || !answer.notKnown ? settled(all, fromUse(use, 'charity-soft-opt-in')) : undefined;
}

export const rules: DocumentRules = {
  conditions: {
    charity: (known) => {
      const kind = isKind('charity-or-other')(known);
      return kind?.is === false ? kind : someUse(known, meetsAll);
    },
  },
};
