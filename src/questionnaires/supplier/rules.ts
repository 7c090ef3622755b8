/** What the answers mean: named claims, each with the clauses that it rests on. Claims are published as written. */
import { rulesOver } from '../../engine/define.ts';
import { EDITIONS } from '../editions.ts';
import { facts } from './facts.ts';

const rule = rulesOver(facts, EDITIONS);

export const rules = {
  personalDataUsed: rule(['personalData'], {
    claim: 'People can be identified, or may be.',
    clauses: ['pd-identifiable'],
    holds: ({ personalData }) => personalData === true,
  }),
};
