/** Short privacy notice: where it stands depends on what reaches people, and on where data is taken in. */
import { usesRegister } from './facts.ts';
import type { DocumentRules } from './rules.ts';
import { comesFrom, ofUsesBy, reaches } from './telling.ts';

const fromSite = comesFrom('own-site');

export const rules: DocumentRules = {
  conditions: {
    'by-freepost': reaches('freepost'),
    'post-by-name': reaches('post-by-name'),
    'post-from-register': ofUsesBy('post-by-name', usesRegister),
    'own-page': comesFrom('own-page'),
    // A website and an app are asked about in one: that there is either does not say that there is an app.
    'own-app': (known) => {
      const either = fromSite(known);
      return either?.is === false ? either : undefined;
    },
  },
};
