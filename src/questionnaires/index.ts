/** The questionnaires of the site, in the order in which they are offered. */
import type { Questionnaire } from '../engine/define.ts';
import { article22 } from './article-22/flow.ts';
import { disproportionateEffort } from './disproportionate-effort/flow.ts';
import { lawfulBasis } from './lawful-basis/flow.ts';
import { register } from './register/flow.ts';
import { controller } from './controller/flow.ts';
import { personalData } from './personal-data/flow.ts';
import { supplier } from './supplier/flow.ts';
import { breach } from './breach/flow.ts';
import { objection } from './objection/flow.ts';

export const questionnaires: readonly Questionnaire[] = [
  lawfulBasis,
  article22,
  disproportionateEffort,
  register,
  controller,
  personalData,
  supplier,
  breach,
  objection,
];
