/** The rules for the copy of the register. Which provision gives it is what a use wrote when it was asked. */
import { reasonsOf } from './asked.ts';
import { cameFrom } from './facts.ts';
import type { DocumentRules } from './rules.ts';

export const rules: DocumentRules = {
  gaps: { 'entitled-by': (known) => reasonsOf(known, 'register-entitled', 'why') },
  conditions: { marked: (known) => cameFrom(known, ['marked-register']) },
};
