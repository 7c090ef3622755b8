/** What to do when data is lost: all that fills it is shared by texts, or is for the campaign alone to say. */
import type { DocumentRules } from './rules.ts';

export const rules: DocumentRules = {};
