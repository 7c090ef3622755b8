/** The proof of `register`, and what it makes exceptions for. */
import { register } from '../../src/questionnaires/register/flow.ts';
import { proveQuestionnaire } from './proof.ts';

proveQuestionnaire(register, { unfolded: 'whole' });
