/** Words for petitions and surveys: only voter forms are asked for by name; whether there is a petition, nobody is asked. */
import type { DocumentRules } from './rules.ts';
import { comesFrom } from './telling.ts';

export const rules: DocumentRules = { conditions: { 'voter-forms': comesFrom('registration-forms') } };
