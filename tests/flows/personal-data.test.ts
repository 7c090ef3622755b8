/** The proof of `personal-data`, and what it makes exceptions for. */
import { personalData } from '../../src/questionnaires/personal-data/flow.ts';
import { proveQuestionnaire } from './proof.ts';

proveQuestionnaire(personalData, { unfolded: 'whole' });
