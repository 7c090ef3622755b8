/** Message to the team: all that fills it is shared by texts. */
import type { DocumentRules } from './rules.ts';

export const rules: DocumentRules = {};
