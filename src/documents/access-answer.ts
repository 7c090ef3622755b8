/** Answer to an access request: what is held on one person is theirs to look up; no rule fills it. */
import type { DocumentRules } from './rules.ts';
import { abroad } from './telling.ts';

export const rules: DocumentRules = { conditions: { abroad } };
