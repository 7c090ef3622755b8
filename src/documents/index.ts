/** The rules of every text, by its id. The page of texts alone loads them, all of them, whichever is opened. */
import { rules as messageToTeam } from './message-to-team.ts';
import type { DocumentRules } from './rules.ts';

export const RULES: Readonly<Record<string, DocumentRules>> = {
  'message-to-team': messageToTeam,
};
