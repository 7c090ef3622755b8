/** The proof of `objection`, and what it makes exceptions for. */
import { objection } from '../../src/questionnaires/objection/flow.ts';
import { proveQuestionnaire } from './proof.ts';

proveQuestionnaire(objection, { unfolded: 'whole' });
