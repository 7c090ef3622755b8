/** Short privacy notice: where it stands depends on what reaches people, and on where data is taken in. */
import type { DocumentRules } from './rules.ts';
import { comesFrom, reaches } from './telling.ts';

export const rules: DocumentRules = {
  conditions: {
    'by-freepost': reaches('freepost'),
    'post-by-name': reaches('post-by-name'),
    'own-page': comesFrom('own-page'),
    'own-site': comesFrom('own-site'),
  },
};
