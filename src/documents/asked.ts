/** What several texts ask of a use beyond what all texts share: a reason, sensitive data, its condition. */
import { SPECIAL_CATEGORIES } from '../questionnaires/shared-questions.ts';
import { chose, reason } from './facts.ts';
import type { Known, KnownUse } from './known.ts';
import { found, type Found, type Settled } from './rules.ts';

/** The reasons that uses give for one answer, each with the name of its use where there are several. */
export function reasonsOf(known: Known, question: string, id: string): Found | undefined {
  const all = known.uses.flatMap((use) => {
    const one = reason(use, question, id);
    return one === undefined ? [] : [{ use, one }];
  });
  return found(
    all.map(({ use, one }) => (all.length === 1 ? one.text : `${use.title}: ${one.text}`)).join('\n'),
    all.flatMap(({ one }) => one.sources),
    true,
  );
}

/** Whether a use needs special category data. Questionnaires ask it in one of two places. */
export function sensitive(use: KnownUse): Settled | undefined {
  return chose(use, 'special-category', SPECIAL_CATEGORIES) ?? chose(use, 'data-used', SPECIAL_CATEGORIES);
}

/** Whether sensitive data of a use rests on one of some conditions: it rests on none where there is no such data. */
export function conditionIs(use: KnownUse, conditions: readonly string[]): Settled | undefined {
  const needsOne = sensitive(use);
  return needsOne?.is === false ? needsOne : chose(use, 'condition', conditions);
}
