/** The proof of `disproportionate-effort`. */
import { disproportionateEffort } from '../../src/questionnaires/disproportionate-effort/flow.ts';
import { proveQuestionnaire } from './proof.ts';

proveQuestionnaire(disproportionateEffort, { unfolded: 'whole' });
