/** The proof of `breach`, and what it makes exceptions for. */
import { breach } from '../../src/questionnaires/breach/flow.ts';
import { proveQuestionnaire } from './proof.ts';

proveQuestionnaire(breach, { unfolded: 'whole' });
