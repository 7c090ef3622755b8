/** Doorstep card: what it says of opinions and of the register goes by the uses that reach people at the door. */
import { chose, usesRegister } from './facts.ts';
import type { DocumentRules } from './rules.ts';
import { ofUsesBy, reaches } from './telling.ts';

export const rules: DocumentRules = {
  conditions: {
    'by-freepost': reaches('freepost'),
    'door-from-register': ofUsesBy('doorstep', usesRegister),
    opinions: ofUsesBy('doorstep', (use) => chose(use, 'special-category', ['political-opinions'])),
  },
};
