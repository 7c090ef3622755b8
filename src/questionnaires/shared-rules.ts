/**
 * Rules, and what they add, that several questionnaires hold over facts of the same name: `who`, `isParty` and
 * `isRepresentative`, `condition`, `opinions` and `opinionsAlone` (political opinions are used, and are the only special
 * category data), `specialCategory`, `specialKnown` (it is known whether there is any) and `explicitShort` (a point of
 * explicit consent is missing). A questionnaire that lacks one of these facts is refused when it is defined.
 */
import { choices, factsOf, NOT_KNOWN, rulesOver } from '../engine/define.ts';
import { EDITIONS } from './editions.ts';
import { condition, explicitConsent, othersHandle, SPECIAL_CATEGORIES, who } from './shared-questions.ts';

const { answer, definite, missing, ticked, tickedWithout } = factsOf({
  who,
  kinds: choices(SPECIAL_CATEGORIES, { notKnown: 'alone' }),
  condition,
  'explicit-consent': explicitConsent,
});

const rule = rulesOver(
  {
    who: answer('who', (who) => who),
    opinions: ticked('kinds', 'political-opinions'),
    isParty: answer('who', (who) => who === 'registered-party'),
    isRepresentative: answer('who', (who) => who === 'elected-representative'),
    opinionsAlone: tickedWithout('kinds', ['political-opinions']),
    condition: answer('condition', (condition) => condition),
    specialCategory: ticked('kinds', ...SPECIAL_CATEGORIES, NOT_KNOWN),
    specialKnown: definite('kinds'),
    explicitShort: missing('explicit-consent', ...explicitConsent.options),
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
  specialKindsKnown: rule(['specialCategory', 'specialKnown'], {
    claim: 'Special category data is used, or worked out.',
    clauses: ['sc-condition-first', 'sc-what'],
    holds: ({ specialCategory, specialKnown }) => specialCategory === true && specialKnown === true,
  }),
  specialKindsOpen: rule(['specialKnown'], {
    claim: 'It is not known whether special category data is used, so it is treated as if it were.',
    clauses: ['sc-condition-first', 'sc-what'],
    holds: ({ specialKnown }) => specialKnown === false,
  }),
  explicitConsentAsked: rule(['explicitShort'], {
    claim: 'The condition is explicit consent, so it has to be there before you start.',
    clauses: ['sc-explicit-consent', 'sc-explicit-records'],
    holds: ({ explicitShort }) => explicitShort !== undefined,
  }),
  explicitConsentThere: rule(['explicitShort'], {
    claim: 'People gave explicit consent, in words that name the kind of data, and it is recorded.',
    clauses: ['sc-explicit-consent', 'sc-explicit-records'],
    holds: ({ explicitShort }) => explicitShort === false,
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
  // A representative’s casework has a condition of its own in the law, which the code leaves out.
  opinionsByAnother: rule(['condition', 'opinions', 'isParty', 'isRepresentative'], {
    claim:
      'Political opinions rest on a condition that you named yourself. The code points whoever is no registered party to explicit consent.',
    clauses: ['sc-others-consent', 'sc-target-consent'],
    holds: ({ condition, opinions, isParty, isRepresentative }) =>
      condition === 'another' && opinions === true && isParty === false && isRepresentative === false,
  }),
};

/** What special category data asks of a campaign, and each condition for it. */
export const CONDITION_TODOS = [
  { when: 'specialKindsKnown', add: ['a9-condition'], ahead: ['a9-note'] },
  { when: 'specialKindsOpen', add: ['a9-find-out'], ahead: ['a9-note'] },
  { when: 'explicitConsentAsked', add: [], ahead: ['a9-consent-first'] },
  { when: 'byExplicitConsent', add: [], ahead: ['a9-consent'] },
  { when: 'byPartyCondition', add: [], ahead: ['p22-need', 'p22-harm', 'p22-policy', 'p22-notices'] },
  { when: 'byMembersCondition', add: [], ahead: ['np-limits'] },
  { when: 'opinionsByAnother', add: [], ahead: ['a9-another'] },
] as const;

/** What answers show to be done. */
export const CONDITION_DONE = { 'a9-consent-first': 'explicitConsentThere' } as const;

const helped = factsOf({ 'others-handle': othersHandle });
const helperRule = rulesOver(
  {
    supplierHandles: helped.ticked(
      'others-handle',
      'printer',
      'call-centre',
      'canvassing-tool',
      'advertising-platform',
    ),
    toolHandles: helped.ticked('others-handle', 'canvassing-tool', 'advertising-platform'),
    equalHandles: helped.ticked('others-handle', 'advertising-platform', 'party', 'another-campaign'),
    helpersOpen: helped.ticked('others-handle', NOT_KNOWN),
  },
  EDITIONS,
);

/** Who else handles the data, over facts of these names. */
export const helperRules = {
  someoneHandles: helperRule(['supplierHandles', 'equalHandles'], {
    claim: 'Somebody else handles the data too.',
    clauses: ['ctrl-be-clear', 'ctrl-assess-document'],
    holds: ({ supplierHandles, equalHandles }) => supplierHandles === true || equalHandles === true,
  }),
  supplierHandles: helperRule(['supplierHandles'], {
    claim: 'A supplier handles the data for you.',
    clauses: ['acc-contracts', 'prof-due-diligence'],
    holds: ({ supplierHandles }) => supplierHandles === true,
  }),
  toolHandles: helperRule(['toolHandles'], {
    claim: 'An app or a platform holds the data.',
    clauses: ['web-platform-evidence', 'prof-no-pool'],
    holds: ({ toolHandles }) => toolHandles === true,
  }),
  equalHandles: helperRule(['equalHandles'], {
    claim:
      'A platform, a party or another campaign handles the data, and may decide over it together with you.',
    clauses: ['web-joint', 'ctrl-register-separate'],
    holds: ({ equalHandles }) => equalHandles === true,
  }),
  helpersOpen: helperRule(['helpersOpen'], {
    claim: 'It is not known who else handles the data.',
    clauses: ['ctrl-be-clear', 'acc-contracts'],
    holds: ({ helpersOpen }) => helpersOpen === true,
  }),
};

/** What each kind of helper asks of a campaign. */
export const HELPERS_HANDLE_TODOS = [
  { when: 'someoneHandles', add: ['roles'], ahead: ['roles-written'] },
  { when: 'supplierHandles', add: ['contract', 'supplier-check'], ahead: ['abroad'] },
  { when: 'toolHandles', add: [], ahead: ['tool-facts', 'no-pool'] },
  { when: 'equalHandles', add: ['joint'] },
  { when: 'helpersOpen', add: ['helpers-find-out'] },
] as const;

const outside = factsOf({ condition, 'others-handle': othersHandle });
const outsideRule = rulesOver(
  {
    condition: outside.answer('condition', (condition) => condition),
    // Whether register data is used, which each questionnaire asks in its own way.
    register: outside.ticked('others-handle'),
    outsidersHandle: outside.ticked('others-handle', 'advertising-platform', 'another-campaign', NOT_KNOWN),
    campaignsHandle: outside.ticked('others-handle', 'party', 'another-campaign'),
  },
  EDITIONS,
);

/** What must not go to everybody who handles data, over facts of these names. */
export const outsideRules = {
  membersHandedOutside: outsideRule(['condition', 'outsidersHandle'], {
    claim:
      'The members’ condition lets nothing be passed outside without explicit consent, and somebody outside handles the data, or may.',
    clauses: ['sc-members-no-disclosure'],
    holds: ({ condition, outsidersHandle }) => condition === 'members' && outsidersHandle === true,
  }),
  registerHandedOn: outsideRule(['register', 'campaignsHandle'], {
    claim:
      'Register data is used, and a party or another campaign handles the data. Register data must go to no other controller.',
    clauses: ['er-no-sharing', 'ctrl-register-separate'],
    holds: ({ register, campaignsHandle }) => register === true && campaignsHandle === true,
  }),
};
