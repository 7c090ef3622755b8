/**
 * The logic of `supplier`. The words are in `content/questionnaires/supplier`; every way through is listed in
 * `tests/flows/journeys/supplier.md`.
 */
import { defineQuestionnaire } from '../../engine/define.ts';
import { EDITIONS } from '../editions.ts';
import { facts } from './facts.ts';
import { questions } from './questions.ts';
import { rules } from './rules.ts';

export const supplier = defineQuestionnaire({
  id: 'supplier',
  // Below 1.0.0 its journeys may change freely; from then on each change of a journey needs a new version.
  version: '0.1.0',
  editions: EDITIONS,
  start: 'purpose',
  questions,
  facts,
  rules,
  routes: {
    purpose: 'personal-data',
    'personal-data': { byOption: { yes: 'take-care', no: 'no-personal-data' } },
  },
  outcomes: {
    'take-care': { verdict: 'proceed-if', todos: ['basis-record'] },
    'no-personal-data': { verdict: 'not-needed', todos: [] },
  },
  todos: [{ when: 'personalDataUsed', add: ['least-data'] }],
  // What a campaign can choose to do otherwise: other plans are proposed from this, and nothing else is.
  plans: { 'personal-data': { options: ['no'] } },
});
