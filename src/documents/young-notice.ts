/** The notice for young people: all that fills it is shared by texts, or is for the campaign alone to say. */
import type { DocumentRules } from './rules.ts';

export const rules: DocumentRules = {};
