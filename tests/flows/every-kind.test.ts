/** The same proof of the fixture questionnaire, which has every kind of question and is small enough to try in full. */
import { everyKind } from '../fixtures/site/every-kind/flow.ts';
import { proveQuestionnaire } from './proof.ts';

const beforeComplaints = ['code-2019', 'law-2026-02'];

proveQuestionnaire(everyKind, {
  unreached: [
    {
      what: 'complaints-route',
      editions: beforeComplaints,
      because: 'Complaints are asked about since 19 June 2026.',
    },
  ],
  unfolded: 'whole',
  table: false,
});
