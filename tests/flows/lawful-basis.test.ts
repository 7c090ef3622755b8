/** The proof of `lawful-basis`, and what it makes exceptions for. */
import { lawfulBasis } from '../../src/questionnaires/lawful-basis/flow.ts';
import { proveQuestionnaire } from './proof.ts';

const laterQuestions =
  'Not knowing is walked as the answer that needs consent, and the consent route never asks whether there is another way. The record is provisional and lists what is open; the definite answer leads to the questions on necessity, which may stop it.';

proveQuestionnaire(lawfulBasis, {
  unreached: [
    {
      what: 'charity-soft-opt-in',
      editions: ['code-2019'],
      because: 'Charities have a soft opt-in of their own only since 5 February 2026.',
    },
  ],
  betterWhenUnknown: [
    { afterUnknown: 'consent', afterDefinite: 'not-necessary', because: laterQuestions },
    { afterUnknown: 'consent-to-fix', afterDefinite: 'not-necessary', because: laterQuestions },
  ],
  // The whole graph without folding has two million nodes and takes over a minute to walk. Beyond `channel`
  // one point leads to a few thousand. This shows that nothing said up to that point and forgotten by the fold
  // matters later, for the points drawn; that it holds for all of them rests on the test of what is remembered.
  unfolded: { points: 40, from: 'channel' },
});
