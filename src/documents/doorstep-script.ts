/** Doorstep script: how a view may be noted goes by the uses that reach people at the door. */
import type { DocumentRules } from './rules.ts';
import { asParty, comesFrom, inExpressWords, ofUsesBy } from './telling.ts';

export const rules: DocumentRules = {
  conditions: {
    'explicit-consent': ofUsesBy('doorstep', inExpressWords),
    'opinions-as-party': ofUsesBy('doorstep', asParty),
    'voter-forms': comesFrom('registration-forms'),
  },
};
