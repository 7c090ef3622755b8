/**
 * Rules, and what they add, that several questionnaires hold over facts of the same name: `who`, `condition` and
 * `opinionsAlone` (political opinions are the only special category data). A questionnaire that lacks one of these
 * facts is refused when it is defined.
 */
import { choices, factsOf, rulesOver } from '../engine/define.ts';
import { EDITIONS } from './editions.ts';
import { condition, SPECIAL_CATEGORIES, who } from './shared-questions.ts';

const { answer, tickedWithout } = factsOf({ who, kinds: choices(SPECIAL_CATEGORIES), condition });

const rule = rulesOver(
  {
    who: answer('who', (who) => who),
    opinionsAlone: tickedWithout('kinds', ['political-opinions']),
    condition: answer('condition', (condition) => condition),
  },
  EDITIONS,
);

/** Who is a person, or a business, and so no body with members, former members and regular contacts of its own. */
const NO_BODY: readonly (string | undefined)[] = [
  'party-candidate',
  'independent-candidate',
  'elected-representative',
  'supplier',
];

/** Which Article 9 conditions are open, and which one covers special category data. */
export const conditionRules = {
  partyOpinionsAlone: rule(['who', 'opinionsAlone'], {
    claim: 'You are a registered party and the only special category data is political opinions.',
    clauses: ['sc-party-only'],
    holds: ({ who, opinionsAlone }) => who === 'registered-party' && opinionsAlone === true,
  }),
  bodyWithMembers: rule(['who'], {
    claim:
      'You may be a not-for-profit body with members. A candidate, a representative and a supplier count here as none.',
    clauses: ['sc-members'],
    holds: ({ who }) => who !== undefined && !NO_BODY.includes(who),
  }),
  byExplicitConsent: rule(['condition'], {
    claim: 'The condition is explicit consent.',
    clauses: ['sc-explicit-consent'],
    holds: ({ condition }) => condition === 'explicit-consent',
  }),
  byPartyCondition: rule(['condition'], {
    claim: 'The condition is the one for registered parties.',
    clauses: ['sc-party-only', 'sc-party-necessary'],
    holds: ({ condition }) => condition === 'party-condition',
  }),
  byMembersCondition: rule(['condition'], {
    claim: 'The condition is the one for members and regular contacts.',
    clauses: ['sc-members'],
    holds: ({ condition }) => condition === 'members',
  }),
};

/** What each condition asks of a campaign. */
export const CONDITION_TODOS = [
  { when: 'byExplicitConsent', add: ['a9-consent'] },
  { when: 'byPartyCondition', add: ['p22-need', 'p22-harm', 'p22-policy', 'p22-notices'] },
  { when: 'byMembersCondition', add: ['np-limits'] },
] as const;
