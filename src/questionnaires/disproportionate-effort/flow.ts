/**
 * May we leave these people untold? The exception of Article 14(5) for disproportionate effort. The words are in
 * `content/questionnaires/disproportionate-effort`; every way through is listed in
 * `tests/flows/journeys/disproportionate-effort.md`.
 */
import { defineQuestionnaire } from '../../engine/define.ts';
import { EDITIONS } from '../editions.ts';
import { CONDITION_DONE, CONDITION_TODOS } from '../shared-rules.ts';
import { facts } from './facts.ts';
import { questions } from './questions.ts';
import { rules } from './rules.ts';

/** Telling people after all: what an Article 14 notice takes. */
const tell = ['tell-all-means', 'notice-plain', 'notice-complain'] as const;
const rely = [
  'de-write',
  'de-dpia',
  'de-publish',
  'de-factors',
  'de-again',
  'measures',
  'dpia-if-risk-left',
  'notice-plain',
  'notice-complain',
] as const;
/** The last day for telling people whose data came from elsewhere: one month after it came. Article 14(3)(a). */
const aMonth = {
  question: 'obtained-on',
  months: 1,
  notBegun: 'not-yet',
  clause: 'col-article-14',
} as const;

/** Special category data has a significant effect by itself: there is nothing left to weigh. */
const unlessSpecial = [
  { when: 'specialCategoryUsed', to: 'must-inform' },
  { otherwise: 'easiest-route' },
] as const;

export const disproportionateEffort = defineQuestionnaire({
  id: 'disproportionate-effort',
  version: '2.0.0',
  editions: EDITIONS,
  start: 'who',
  questions,
  facts,
  rules,
  routes: {
    who: 'data',
    data: 'source',
    source: 'people',
    people: 'obtained-on',
    'obtained-on': 'personal-data',
    'personal-data': { byOption: { yes: 'still-needed', no: 'no-personal-data' } },
    'still-needed': {
      byOption: {
        yes: 'register',
        no: [{ when: 'needNotSettled', to: 'find-out-first' }, { otherwise: 'delete-it' }],
      },
    },
    register: {
      byOption: { 'nothing-else': 'has-information', 'with-other': 'indirect', none: 'indirect' },
    },
    indirect: {
      byOption: {
        yes: 'who-collected',
        no: [{ when: 'sourceNotSettled', to: 'find-out-first' }, { otherwise: 'tell-at-collection' }],
      },
    },
    'who-collected': { byOption: { yes: 'when-and-what-told', no: 'find-out-first' } },
    'when-and-what-told': { byOption: { yes: 'special-category', no: 'find-out-first' } },
    'special-category': [{ when: 'specialCategoryUsed', to: 'condition' }, { otherwise: 'has-information' }],
    condition: {
      byOption: {
        'explicit-consent': 'explicit-consent',
        'party-condition': 'has-information',
        members: 'has-information',
        another: 'has-information',
        none: 'no-condition',
      },
    },
    'explicit-consent': 'has-information',
    'has-information': {
      byOption: {
        'with-evidence': 'told-already',
        assured: 'passing-on',
        partly: 'passing-on',
        no: 'passing-on',
      },
    },
    'passing-on': {
      byOption: {
        yes: [
          { when: 'registerToAController', to: 'do-not-share' },
          { when: 'membersPassedOn', to: 'no-condition' },
          { otherwise: 'must-inform' },
        ],
        // No letter to each voter is expected, whichever firm keeps the register for them.
        'to-processor': [{ when: 'registerAlone', to: 'contacting' }, { otherwise: 'must-inform' }],
        no: 'contacting',
      },
    },
    contacting: {
      byOption: { all: 'tell-on-contact', some: unlessSpecial, none: unlessSpecial },
    },
    'easiest-route': 'age-of-data',
    'age-of-data': 'surprise',
    surprise: 'sensitivity',
    sensitivity: 'profiling-effect',
    'profiling-effect': 'vulnerable',
    vulnerable: 'consequence',
    consequence: [{ when: 'balanceTips', to: 'safeguards-applied' }, { otherwise: 'must-inform' }],
    'safeguards-applied': 'dpia',
    dpia: 'published',
    published: [{ when: 'assessedAndPublished', to: 'may-rely' }, { otherwise: 'may-rely-once-done' }],
  },
  offered: {
    condition: { 'party-condition': 'partyOpinionsAlone', members: 'bodyWithMembers' },
  },
  outcomes: {
    'may-rely': { verdict: 'proceed', todos: rely },
    'may-rely-once-done': { verdict: 'proceed-if', todos: rely },
    'told-already': { verdict: 'proceed', todos: ['evidence'] },
    'tell-on-contact': {
      verdict: 'proceed-if',
      todos: [...tell, 'tell-first'],
      deadlines: { month: { ...aMonth, when: 'contactedBeyondRegister' } },
    },
    'must-inform': { verdict: 'proceed-if', todos: ['tell-14', ...tell], deadlines: { month: aMonth } },
    'do-not-share': {
      verdict: 'stop',
      todos: ['pass-no-register', 'register-ask-commission'],
      deadlines: { month: aMonth },
    },
    'no-condition': {
      verdict: 'stop',
      todos: ['no-condition-do-not-start', 'drop-the-data'],
      deadlines: { month: aMonth },
    },
    'no-personal-data': { verdict: 'not-needed', todos: [] },
    'tell-at-collection': { verdict: 'stop', todos: ['tell-13', 'notice-plain', 'notice-complain'] },
    'find-out-first': { verdict: 'stop', todos: ['erase'], deadlines: { month: aMonth } },
    'delete-it': { verdict: 'stop', todos: ['erase'] },
  },
  todos: [
    { when: 'needNotSettled', add: ['settle-need'] },
    { when: 'sourceUnclear', add: ['ask-source'] },
    { when: 'registerUsed', add: ['reg-tell'], ahead: ['reg-joint-drive'] },
    { when: 'registerOpen', add: ['reg-find-out'] },
    ...CONDITION_TODOS,
    { when: 'registerPassedOn', add: ['reg-no-share'] },
    { when: 'passingOn', add: ['tell-passing'] },
    { when: 'someContacted', add: ['tell-first'] },
    { when: 'contactedBeyondRegister', add: ['tell-14'] },
    { when: 'effortNotRated', add: ['effort-rate'] },
  ],
  done: { 'de-dpia': 'assessed', 'de-publish': 'noticePublic', ...CONDITION_DONE },
  // Whoever is to be told anyway need not weigh how hard that is.
  givesWay: { 'effort-rate': ['tell-14'], 'a9-consent': ['a9-consent-first'] },
  plans: {
    'passing-on': { options: ['no'] },
    contacting: { options: ['none'] },
    dpia: { options: ['yes'] },
    published: { options: ['yes'] },
  },
  clashes: {
    'agreed-yet-untold': { when: 'agreedYetUntold', between: ['condition', 'has-information'] },
  },
  stated: [{ question: 'sensitivity', answer: 'significant', when: 'specialCategoryUsed' }],
  balance: {
    lighter: { questions: ['easiest-route'], raisedBy: { question: 'age-of-data', option: 'raises' } },
    heavier: { questions: ['surprise', 'sensitivity', 'profiling-effect', 'vulnerable', 'consequence'] },
  },
});
