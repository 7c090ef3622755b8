/**
 * May we use this copy of the electoral register for this? It settles that point and no lawful basis. The words are in
 * `content/questionnaires/register`; every way through is listed in `tests/flows/journeys/register.md`.
 */
import { defineQuestionnaire } from '../../engine/define.ts';
import { EDITIONS } from '../editions.ts';
import { REGISTER_TODOS, SELLER_TODOS } from '../shared-todos.ts';
import { facts } from './facts.ts';
import { questions } from './questions.ts';
import { rules } from './rules.ts';

/** What goes with every copy that may be used. */
const use = ['basis-record', 'reg-people', 'reg-destroy', 'keep-limit'] as const;

export const register = defineQuestionnaire({
  id: 'register',
  version: '1.1.0',
  editions: EDITIONS,
  start: 'who',
  questions,
  facts,
  rules,
  routes: {
    who: 'purpose',
    purpose: 'which-list',
    'which-list': {
      byOption: {
        full: 'register-entitled',
        marked: 'register-entitled',
        open: 'combined',
        absent: 'register-entitled',
        overseas: 'register-entitled',
      },
    },
    'register-entitled': {
      byOption: {
        // A supplier may be lent register data by whoever is entitled, and is never entitled itself.
        yes: [{ when: 'supplierAsks', to: 'register-not-lawful' }, { otherwise: 'copy-from' }],
        no: 'register-not-lawful',
      },
    },
    'copy-from': {
      byOption: { officer: 'poll-over', 'own-body': 'poll-over', 'someone-else': 'register-not-lawful' },
    },
    'poll-over': {
      byOption: {
        no: 'goes-to',
        covered: 'goes-to',
        yes: [{ when: 'groundNotSettled', to: 'find-out-first' }, { otherwise: 'destroy-it' }],
      },
    },
    'goes-to': [
      { when: 'leavesUs', to: 'do-not-share' },
      { when: 'toProcessor', to: 'processor-allowed' },
      { otherwise: 'combined' },
    ],
    'processor-allowed': { byOption: { yes: 'combined', no: 'do-not-share' } },
    combined: [{ when: 'openRegister', to: 'open-register' }, { otherwise: 'fresh' }],
    fresh: { byOption: { newest: 'may-use', older: 'refresh-first' } },
  },
  offered: { 'copy-from': { 'own-body': 'mayBeOneBody' } },
  outcomes: {
    'may-use': { verdict: 'proceed', todos: use },
    'refresh-first': { verdict: 'proceed-if', todos: use },
    'open-register': {
      verdict: 'proceed-if',
      todos: ['basis-record', 'keep-limit', 'public-tell', 'seller-tell', 'reg-updates'],
    },
    'register-not-lawful': {
      verdict: 'stop',
      todos: ['register-do-not-use', 'register-own-copy', 'register-ask-commission'],
    },
    'do-not-share': { verdict: 'stop', todos: ['pass-no-register', 'register-ask-commission'] },
    'destroy-it': { verdict: 'stop', todos: ['reg-destroy-now'] },
    'find-out-first': { verdict: 'stop', todos: ['register-do-not-use', 'register-ask-commission'] },
  },
  todos: [
    // What the result says first stands first.
    { when: 'olderCopy', add: [], ahead: ['reg-latest'] },
    { when: 'restricted', ...REGISTER_TODOS },
    { when: 'listOpen', add: ['reg-which'] },
    { when: 'fullRegister', add: [], ahead: ['young-need', 'young-notice'] },
    { when: 'markedRegister', add: [], ahead: ['reg-marked'] },
    { when: 'perhapsYoung', add: [], ahead: ['young-if'] },
    { when: 'votersAbroad', add: [], ahead: ['reg-eea'] },
    { when: 'unlistedYetEntitled', add: [], ahead: ['reg-in-writing'] },
    { when: 'sameBodyClaimed', add: [], ahead: ['reg-one-body'] },
    { when: 'coveredAfterwards', add: [], ahead: ['kept-check', 'register-ask-commission'] },
    { when: 'toProcessor', add: [], ahead: ['contract', 'supplier-check', 'abroad'] },
    { when: 'joinedToOthers', add: [], ahead: ['dpia-must', 'dpia-if-risk-left'] },
    {
      when: 'joinedOpen',
      add: [],
      ahead: ['reg-joined', 'dpia-find-out', 'dpia-if-risk-left', 'a9-find-out'],
    },
    { when: 'supportAdded', add: [], ahead: ['a9-condition', 'a9-note'] },
    { when: 'boughtAdded', add: SELLER_TODOS.add, ahead: SELLER_TODOS.ahead },
    { when: 'profilesAdded', add: ['no-scrape'], ahead: ['match-tool-dpia', 'public-tell'] },
  ],
  plans: {
    'which-list': { options: ['open'] },
    'copy-from': { options: ['officer'] },
    'goes-to': { options: ['own-people', 'processor'] },
    combined: { options: ['nothing'] },
    fresh: { options: ['newest'] },
  },
  clashes: {
    'entitled-yet-borrowed': { when: 'entitledYetBorrowed', between: ['register-entitled', 'copy-from'] },
    'entitled-yet-over': { when: 'entitledYetOver', between: ['register-entitled', 'poll-over'] },
  },
  followOns: [
    {
      questionnaire: 'supplier',
      when: 'processorToCheck',
      carries: { who: 'who', 'register-data': [{ when: 'processorToCheck', answer: 'yes' }] },
    },
    {
      questionnaire: 'lawful-basis',
      when: 'basisStillDue',
      carries: {
        who: 'who',
        purpose: 'purpose',
        'personal-data': [{ when: 'votersIdentifiable', answer: 'yes' }],
        'register-entitled': 'register-entitled',
      },
    },
    {
      questionnaire: 'disproportionate-effort',
      when: 'somePeopleUntold',
      carries: {
        who: 'who',
        'personal-data': [{ when: 'votersIdentifiable', answer: 'yes' }],
        register: [
          { when: 'openRegister', answer: 'none' },
          { when: 'restricted', answer: 'with-other' },
        ],
      },
    },
  ],
});
