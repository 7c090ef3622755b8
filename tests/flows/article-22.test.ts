/** The proof of `article-22`. */
import { article22 } from '../../src/questionnaires/article-22/flow.ts';
import { proveQuestionnaire } from './proof.ts';

proveQuestionnaire(article22, {
  // Without folding, every prompt of the five questions doubles the graph. Beyond the last of them it is small.
  unfolded: { points: 40, from: 'threatening' },
});
