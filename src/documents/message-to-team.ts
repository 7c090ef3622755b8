/** Message to the team: it tells people what they do, so that only what may begin is in it. */
import type { DocumentRules } from './rules.ts';

export const rules: DocumentRules = { uses: ({ outcome }) => outcome?.verdict === 'proceed' };
