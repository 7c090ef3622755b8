/** A question about the law behind what is planned, to somebody who can answer it. */
import { conditionIs, reasonsOf } from './asked.ts';
import { chose, someUse } from './facts.ts';
import type { KnownUse } from './known.ts';
import type { DocumentRules, Settled } from './rules.ts';

/** Whether a use leans on a law behind the task. A use that is not for democratic engagement is not asked for one. */
function leansOnTask(use: KnownUse): Settled | undefined {
  const engages = chose(use, 'democratic-engagement', ['yes']);
  return engages?.is === false
    ? engages
    : chose(use, 'task-in-law', ['all', 'register-part', 'named-by-lawyer']);
}

export const rules: DocumentRules = {
  gaps: {
    'law-seen': (known) => reasonsOf(known, 'task-in-law', 'law'),
    'condition-seen': (known) => reasonsOf(known, 'condition', 'which'),
  },
  conditions: {
    'on-task': (known) => someUse(known, leansOnTask),
    another: (known) => someUse(known, (use) => conditionIs(use, ['another'])),
    freepost: (known) => someUse(known, (use) => chose(use, 'channel', ['freepost'])),
  },
};
