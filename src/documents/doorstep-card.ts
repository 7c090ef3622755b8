/** Doorstep card: what it says of opinions goes by the uses that reach people at the door. */
import { chose } from './facts.ts';
import type { DocumentRules } from './rules.ts';
import { ofUsesBy } from './telling.ts';

export const rules: DocumentRules = {
  conditions: {
    opinions: ofUsesBy('doorstep', (use) => chose(use, 'special-category', ['political-opinions'])),
  },
};
