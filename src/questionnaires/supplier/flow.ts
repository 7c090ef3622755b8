/**
 * May we take this data, or this service? What is offered by somebody else, looked at before it comes in or before
 * data goes out. The words are in `content/questionnaires/supplier`; every way through is listed in
 * `tests/flows/journeys/supplier.md`.
 */
import { defineQuestionnaire } from '../../engine/define.ts';
import { EDITIONS } from '../editions.ts';
import { SELLER_TODOS } from '../shared-todos.ts';
import { facts } from './facts.ts';
import { questions } from './questions.ts';
import { rules } from './rules.ts';

export const supplier = defineQuestionnaire({
  id: 'supplier',
  version: '1.1.0',
  editions: EDITIONS,
  start: 'who',
  questions,
  facts,
  rules,
  routes: {
    who: 'supplier',
    supplier: 'takes',
    takes: { byOption: { data: 'what-data', service: 'role' } },
    'what-data': [
      { when: 'registerEntries', to: 'register-not-lawful' },
      { when: 'dataUnknown', to: 'leave-it' },
      { when: 'figuresAlone', to: 'personal-data' },
      { when: 'contactDetails', to: 'named-consent' },
      { otherwise: 'provenance' },
    ],
    'personal-data': { byOption: { yes: 'provenance', no: 'no-personal-data' } },
    'named-consent': { byOption: { yes: 'consent-covers', no: 'leave-it' } },
    'consent-covers': { byOption: { yes: 'provenance', no: 'leave-it' } },
    provenance: {
      byOption: {
        yes: [{ when: 'aboutPeople', to: 'expected-fact' }, { otherwise: 'special-category' }],
        no: 'leave-it',
      },
    },
    'expected-fact': { byOption: { yes: 'special-category', no: 'leave-it' } },
    'special-category': [{ when: 'specialData', to: 'condition' }, { otherwise: 'take-data' }],
    condition: {
      byOption: {
        'explicit-consent': 'take-data',
        'party-condition': 'take-data',
        members: 'no-condition',
        another: 'take-data',
        none: 'no-condition',
      },
    },
    role: {
      byOption: {
        processor: 'uses-ours',
        joint: 'uses-ours',
        'another-controller': [{ when: 'roleOpen', to: 'roles-first' }, { otherwise: 'not-this-way' }],
      },
    },
    'uses-ours': [{ when: 'usesOurs', to: 'not-this-way' }, { otherwise: 'register-data' }],
    'register-data': [
      { when: 'registerToJoint', to: 'register-not-lawful' },
      { when: 'processor', to: 'contract' },
      { otherwise: 'checks' },
    ],
    contract: 'checks',
    checks: 'where',
    where: [
      { when: 'placeOpen', to: 'transfer-not-cleared' },
      { when: 'pointMissing', to: 'fix-first' },
      { otherwise: 'use-service' },
    ],
  },
  offered: {
    condition: { 'party-condition': 'partyOpinionsAlone', members: 'bodyWithMembers' },
    'uses-ours': { 'own-ends': 'processor' },
    checks: { duties: 'jointWithIt' },
  },
  outcomes: {
    'take-data': { verdict: 'proceed', todos: ['basis-record', 'dpia-if-scale', 'seller-contract'] },
    'use-service': { verdict: 'proceed', todos: ['basis-record'] },
    'fix-first': { verdict: 'proceed-if', todos: ['basis-record'] },
    'no-personal-data': { verdict: 'not-needed', todos: ['tool-look', 'area-first', 'recheck-link'] },
    'leave-it': { verdict: 'stop', todos: ['leave-data-out', 'other-source-or-channel'] },
    'no-condition': { verdict: 'stop', todos: ['no-condition-do-not-start', 'drop-the-data'] },
    'roles-first': { verdict: 'stop', todos: ['settle-roles'] },
    'not-this-way': { verdict: 'stop', todos: [] },
    'register-not-lawful': {
      verdict: 'stop',
      todos: ['register-do-not-use', 'register-own-copy', 'register-ask-commission'],
    },
    'transfer-not-cleared': { verdict: 'stop', todos: ['transfer-stop'] },
  },
  todos: [
    { when: 'anotherController', add: ['pass-nothing'] },
    { when: 'usesOurs', add: ['switch-off'] },
    { when: 'dataTaken', add: [], ahead: [...SELLER_TODOS.add, ...SELLER_TODOS.ahead] },
    { when: 'noProof', add: ['ask-source'] },
    { when: 'expectationAsked', add: ['seller-expect'] },
    { when: 'contactDetails', add: [], ahead: ['c-records', 'c-withdraw'] },
    { when: 'numbersTaken', add: [], ahead: ['tps'] },
    { when: 'messageAddressesTaken', add: [], ahead: ['mail-consent'] },
    { when: 'specialKindsKnown', add: ['a9-condition'], ahead: ['a9-note'] },
    { when: 'specialKindsOpen', add: ['a9-find-out'], ahead: ['a9-note'] },
    { when: 'byExplicitConsent', add: [], ahead: ['a9-consent-first'] },
    { when: 'byPartyCondition', add: [], ahead: ['p22-need', 'p22-harm', 'p22-policy', 'p22-notices'] },
    { when: 'opinionsGuessed', add: [], ahead: ['guess-party'] },
    { when: 'anotherCondition', add: [], ahead: ['condition-advice'] },
    { when: 'opinionsByAnother', add: [], ahead: ['a9-another'] },

    { when: 'serviceUsed', add: ['supplier-check'] },
    {
      when: 'serviceUsed',
      add: [],
      ahead: ['tool-facts', 'abroad', 'dpia-helpers', 'match-tool-dpia', 'c-move'],
    },
    { when: 'processor', add: [], ahead: ['contract'] },
    { when: 'jointWithIt', add: [], ahead: ['joint', 'joint-gist'] },
    { when: 'registerAtService', add: ['reg-no-share'] },
    { when: 'contractShort', add: [], ahead: ['contract-28'] },
    { when: 'bySafeguards', add: [], ahead: ['transfer-judged'] },
  ],
  done: {
    'seller-check': 'proofSeen',
    'seller-expect': 'expected',
    'supplier-check': 'checked',
    contract: 'contractWhole',
    joint: 'dutiesSettled',
    abroad: 'staysHere',
  },
  // What lies in the words of a condition is asked for once.
  givesWay: { 'condition-advice': ['a9-another'], contract: ['contract-28'] },
  plans: {
    'what-data': { options: questions['what-data'].options },
    'register-data': { options: ['no'] },
    contract: { options: questions.contract.options },
    checks: { options: questions.checks.options },
    where: { options: ['uk', 'eea', 'approved', 'safeguards'] },
  },
  followOns: [
    {
      questionnaire: 'lawful-basis',
      when: 'basisDue',
      carries: {
        who: 'who',
        'named-consent': 'named-consent',
        provenance: 'provenance',
        'special-category': 'special-category',
        condition: 'condition',
      },
    },
    {
      questionnaire: 'disproportionate-effort',
      when: 'proofSeen',
      carries: {
        who: 'who',
        'personal-data': [{ when: 'proofSeen', answer: 'yes' }],
        'special-category': 'special-category',
        condition: 'condition',
      },
    },
    { questionnaire: 'controller', when: 'roleOpen', carries: { who: 'who' } },
    { questionnaire: 'register', when: 'registerAtService', carries: { who: 'who' } },
  ],
  clashes: {
    'processor-yet-own-ends': { when: 'processorYetOwnEnds', between: ['role', 'uses-ours'] },
  },
});
