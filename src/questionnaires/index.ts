/** The questionnaires of the site, in the order in which they are offered. */
import type { Questionnaire } from '../engine/define.ts';
import { lawfulBasis } from './lawful-basis/flow.ts';

export const questionnaires: readonly Questionnaire[] = [lawfulBasis];
