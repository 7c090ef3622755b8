/** The proof of `supplier`, and what it makes exceptions for. */
import { supplier } from '../../src/questionnaires/supplier/flow.ts';
import { proveQuestionnaire } from './proof.ts';

proveQuestionnaire(supplier, { unfolded: 'whole' });
