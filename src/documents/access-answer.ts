/** Answer to an access request: what is held on one person is theirs to look up; the days stand in the decision about it. */
import { answerBy, cameOn } from './happened.ts';
import type { DocumentRules } from './rules.ts';
import { abroad } from './telling.ts';

export const rules: DocumentRules = {
  gaps: { 'came-on': cameOn('see'), 'due-on': answerBy('see') },
  conditions: { abroad },
};
