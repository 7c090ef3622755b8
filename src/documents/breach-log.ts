/** What to do when data is lost: when it was known and what happened stand in the decision about it. */
import { breachSaid } from './happened.ts';
import type { DocumentRules } from './rules.ts';

export const rules: DocumentRules = {
  gaps: { 'known-at': breachSaid('aware-on'), happened: breachSaid('what-happened') },
};
