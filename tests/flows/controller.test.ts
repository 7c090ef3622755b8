/** The proof of `controller`, and what it makes exceptions for. */
import { controller } from '../../src/questionnaires/controller/flow.ts';
import { proveQuestionnaire } from './proof.ts';

proveQuestionnaire(controller, { unfolded: 'whole' });
