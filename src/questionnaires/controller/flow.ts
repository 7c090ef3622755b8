/**
 * Who is the controller? For one activity and one other party: you alone, the other alone, both together or each apart,
 * and whether data may go across. The words are in `content/questionnaires/controller`; every way through is listed in
 * `tests/flows/journeys/controller.md`.
 */
import { defineQuestionnaire } from '../../engine/define.ts';
import { EDITIONS } from '../editions.ts';
import { SELLER_TODOS } from '../shared-todos.ts';
import { facts } from './facts.ts';
import { questions } from './questions.ts';
import { rules } from './rules.ts';

/** What every outcome adds under which something goes ahead. */
const goesAhead = ['basis-record', 'roles', 'roles-written', 'rights-route'] as const;

/** Where nobody's office and no one body is concerned, what each decides is asked. */
const fromOfficeOn = [{ when: 'officeConcerned', to: 'office-work' }, { otherwise: 'they-decide' }] as const;

const byMark = [{ when: 'joint', to: 'joint-controllers' }, { otherwise: 'separate-controllers' }] as const;

export const controller = defineQuestionnaire({
  id: 'controller',
  version: '1.0.0',
  editions: EDITIONS,
  start: 'who',
  questions,
  facts,
  rules,
  routes: {
    who: 'activity',
    activity: 'other',
    other: [
      { when: 'socialMedia', to: 'passes' },
      { when: 'partOfOneBody', to: 'same-body' },
      ...fromOfficeOn,
    ],
    'same-body': { byOption: { yes: 'one-controller', no: 'they-decide' } },
    'office-work': {
      byOption: {
        yes: [{ when: 'officeOpen', to: 'not-settled' }, { otherwise: 'passes' }],
        no: 'they-decide',
      },
    },
    'they-decide': [{ when: 'theirPartOpen', to: 'not-settled' }, { otherwise: 'we-decide' }],
    'we-decide': [
      { when: 'ourPartOpen', to: 'not-settled' },
      { when: 'bothDecide', to: 'same-purpose' },
      { when: 'nobodyDecides', to: 'not-settled' },
      { otherwise: 'passes' },
    ],
    'same-purpose': {
      byOption: {
        yes: [{ when: 'purposeOpen', to: 'not-settled' }, { otherwise: 'passes' }],
        no: 'passes',
      },
    },
    passes: [
      { when: 'registerToController', to: 'register-not-lawful' },
      { when: 'basisAsked', to: 'basis-for-passing' },
      { when: 'processor', to: 'they-process-for-us' },
      { when: 'serving', to: 'we-process-for-them' },
      ...byMark,
    ],
    'basis-for-passing': {
      byOption: {
        yes: byMark,
        no: [{ when: 'joint', to: 'joint-controllers' }, { otherwise: 'do-not-pass' }],
      },
    },
  },
  marks: {
    joint: { other: ['socialMedia'], 'same-purpose': ['onePurpose'] },
    apart: { 'office-work': ['officeApart'], 'same-purpose': ['twoPurposes'] },
    processor: { 'we-decide': ['onlyWeDecide'] },
    serving: { 'we-decide': ['onlyTheyDecide'] },
  },
  offered: { passes: { 'gathered-together': 'joint' } },
  outcomes: {
    'they-process-for-us': { verdict: 'proceed', todos: goesAhead },
    'joint-controllers': { verdict: 'proceed', todos: goesAhead },
    'separate-controllers': { verdict: 'proceed', todos: goesAhead },
    'one-controller': { verdict: 'not-needed', todos: [] },
    'we-process-for-them': {
      verdict: 'not-needed',
      todos: ['contract', 'roles', 'other-duties', 'start-again-as-controller'],
    },
    'not-settled': { verdict: 'stop', todos: ['settle-roles', 'role-advice'] },
    'register-not-lawful': {
      verdict: 'stop',
      todos: ['pass-no-register', 'register-own-copy', 'register-ask-commission'],
    },
    'do-not-pass': { verdict: 'stop', todos: ['pass-nothing'] },
  },
  todos: [
    { when: 'nothingToPass', add: ['pass-nothing'] },
    // What it does for ends of its own aside, it works for you.
    { when: 'ownEnds', add: ['switch-off'], ahead: ['contract'] },
    { when: 'fromASeller', ...SELLER_TODOS },
    { when: 'processor', add: [], ahead: ['contract'] },
    { when: 'jointBeyondSocial', add: [], ahead: ['joint'] },
    { when: 'socialMedia', add: [], ahead: ['platform-joint'] },
    { when: 'joint', add: [], ahead: ['joint-gist'] },
    { when: 'jointSupplier', add: [], ahead: ['names-back'] },
    { when: 'serviceUsed', add: ['supplier-check'], ahead: ['tool-facts', 'no-pool', 'abroad'] },
    { when: 'platformUsed', add: [], ahead: ['match-tool-dpia', 'dpia-helpers'] },
    { when: 'ownPage', add: [], ahead: ['page-notice'] },
    { when: 'officeApart', add: ['no-office-swap'], ahead: ['casework-note', 'train'] },
    { when: 'registerGoes', add: ['reg-no-share'] },
    { when: 'passedOnABasis', add: [], ahead: ['tell-passing'] },
    { when: 'feeDue', add: [], ahead: ['fee'] },
    { when: 'feeForRole', add: [], ahead: ['fee-role'] },
  ],
  plans: {
    passes: { options: questions.passes.options },
  },
  followOns: [
    {
      questionnaire: 'supplier',
      when: 'offeredToUs',
      carries: {
        who: 'who',
        role: [
          { at: ['they-process-for-us'], answer: 'processor' },
          { at: ['joint-controllers'], answer: 'joint' },
          { at: ['separate-controllers', 'do-not-pass'], answer: 'another-controller' },
        ],
      },
    },
    { questionnaire: 'register', when: 'registerGoes', carries: { who: 'who', purpose: 'activity' } },
    {
      questionnaire: 'lawful-basis',
      when: 'weControl',
      carries: {
        who: 'who',
        purpose: 'activity',
        // Asked of a supplier alone: it decides something, or it would not be led on.
        'supplier-freedom': [{ when: 'weControl', answer: 'yes' }],
      },
    },
  ],
  clashes: {
    'own-ends-yet-same': { when: 'ownEndsYetSame', between: ['they-decide', 'same-purpose'] },
  },
});
