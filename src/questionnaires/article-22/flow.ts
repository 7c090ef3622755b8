/**
 * Does Article 22 restrict this profiling? The code's five questions with their prompts, and Articles 22A to 22D
 * beside them. The words are in `content/questionnaires/article-22`; every way through is listed in
 * `tests/flows/journeys/article-22.md`.
 */
import { defineQuestionnaire } from '../../engine/define.ts';
import { EDITIONS } from '../editions.ts';
import { BASE_TODOS, OBJECTION_TODOS } from '../shared-todos.ts';
import { CONDITION_DONE, CONDITION_TODOS, HELPERS_HANDLE_TODOS } from '../shared-rules.ts';
import { facts } from './facts.ts';
import { questions } from './questions.ts';
import { rules } from './rules.ts';

/** Whatever the path, a plan that is unfair or has no condition ends there, if Article 22 has not stopped it. */
const marked = [
  { when: 'unfairSoFar', to: 'unfair' },
  { when: 'noConditionSoFar', to: 'no-condition' },
] as const;
/** What lies beyond the safeguards, where a person weighs each decision and where nobody does. */
const withCare = [
  ...marked,
  { when: 'humanLook', to: 'human-decision' },
  { otherwise: 'proceed-with-care' },
] as const;

/** Beyond the condition for special category data, where it is not explicit consent or that is asked about. */
const onceCovered = [
  { when: 'nothingDecided', to: 'profiling-only' },
  { otherwise: 'solely-automated' },
] as const;

const goesAhead = [...BASE_TODOS, 'dpia-if-scale'] as const;
const profiled = [...goesAhead, 'prof-tell', 'prof-little', 'prof-object', 'dpia-22'] as const;

export const article22 = defineQuestionnaire({
  id: 'article-22',
  version: '2.0.0',
  editions: EDITIONS,
  start: 'who',
  questions,
  facts,
  rules,
  routes: {
    who: 'activity',
    activity: 'message',
    message: 'profiling',
    profiling: {
      byOption: { decides: 'others-handle', 'nothing-decided': 'others-handle', no: 'not-profiling' },
    },
    'others-handle': 'data-used',
    'data-used': [
      { when: 'specialCategoryUsed', to: 'condition' },
      { when: 'nothingDecided', to: 'profiling-only' },
      { otherwise: 'solely-automated' },
    ],
    condition: {
      byOption: {
        'explicit-consent': 'explicit-consent',
        'party-condition': onceCovered,
        members: [{ when: 'membersHandedOutside', to: 'no-condition' }, ...onceCovered],
        another: onceCovered,
        none: [{ when: 'nothingDecided', to: 'no-condition' }, { otherwise: 'solely-automated' }],
      },
    },
    'explicit-consent': onceCovered,
    'solely-automated': 'surprised',
    surprised: 'not-plain',
    // Special category data is intrusive in itself, and the record states so.
    'not-plain': [{ when: 'specialCategoryUsed', to: 'frequency' }, { otherwise: 'intrusive-otherwise' }],
    'intrusive-otherwise': 'frequency',
    frequency: 'timing',
    timing: 'unaware',
    unaware: 'delivery-otherwise',
    'delivery-otherwise': 'emotive',
    emotive: 'autonomy',
    autonomy: 'vulnerable',
    vulnerable: 'psychometrics',
    psychometrics: 'discriminatory',
    discriminatory: 'threatening',
    threatening: 'disenfranchising',
    disenfranchising: 'detriment-otherwise',
    'detriment-otherwise': 'other-reason',
    'other-reason': [
      { when: 'noWarningAndHuman', to: 'human-decision' },
      { when: 'noWarning', to: 'not-restricted' },
      { otherwise: 'dpia' },
    ],
    dpia: 'legal-effect',
    'legal-effect': 'significant-effect',
    'significant-effect': [
      { when: 'seriousAndAssessed', to: 'mitigated' },
      { when: 'seriousAndAutomated', to: 'safeguards' },
      ...withCare,
    ],
    mitigated: {
      byOption: {
        yes: withCare,
        no: [{ when: 'nobodyLooks', to: 'safeguards' }, ...marked, { otherwise: 'human-decision' }],
      },
    },
    safeguards: [
      { when: 'article22Bars', to: 'stop-article-22' },
      ...marked,
      { when: 'safeguardMissing', to: 'article-22-to-fix' },
      { otherwise: 'article-22-met' },
    ],
  },
  marks: {
    warned: {
      surprised: ['surprising'],
      'not-plain': ['notPlain', 'specialCategoryUsed'],
      'intrusive-otherwise': ['intrusiveOtherwise'],
      frequency: ['tooOften'],
      timing: ['timedForEffect'],
      unaware: ['worksUnawares'],
      'delivery-otherwise': ['deliveredIntrusively'],
      emotive: ['emotive'],
      autonomy: ['pressesOnChoice'],
      vulnerable: ['actsOnWeakness'],
      psychometrics: ['psychometric'],
      discriminatory: ['discriminatory'],
      threatening: ['threatening'],
      disenfranchising: ['disenfranchising'],
      'detriment-otherwise': ['harmsOtherwise'],
      'other-reason': ['otherReason'],
    },
    unfair: {
      psychometrics: ['psychometric'],
      discriminatory: ['discriminatory'],
      threatening: ['threatening'],
      disenfranchising: ['disenfranchising'],
    },
    noCondition: { condition: ['noConditionFound'] },
  },
  offered: {
    condition: { 'party-condition': 'partyOpinionsAlone', members: 'bodyWithMembers' },
    safeguards: { 'consent-to-all-data': 'specialCategoryUsed' },
  },
  outcomes: {
    'not-profiling': { verdict: 'not-needed', todos: BASE_TODOS },
    'profiling-only': {
      verdict: 'proceed',
      todos: [...goesAhead, 'prof-tell', 'prof-little', 'prof-object', 'object-tell', 'object-answer'],
    },
    'not-restricted': { verdict: 'proceed', todos: profiled },
    'proceed-with-care': { verdict: 'proceed', todos: profiled },
    'human-decision': { verdict: 'proceed', todos: [...profiled, 'human-note'] },
    'article-22-met': { verdict: 'proceed', todos: [...profiled, 'a22-dpia', 'a22-tell', 'a22-ways'] },
    'article-22-to-fix': { verdict: 'proceed-if', todos: [...profiled, 'a22-dpia', 'a22-tell', 'a22-ways'] },
    'stop-article-22': { verdict: 'stop', todos: ['a22-do-not-start', 'a22-change'] },
    unfair: { verdict: 'stop', todos: ['unfair-do-not-start', 'change-the-message'] },
    'no-condition': { verdict: 'stop', todos: ['no-condition-do-not-start', 'drop-the-data'] },
  },
  todos: [
    ...HELPERS_HANDLE_TODOS,
    { when: 'registerHandedOn', add: ['reg-no-share'] },
    ...CONDITION_TODOS,
    // A stop names each of the grounds that hold, whichever of them it ends on.
    { when: 'unfairSoFar', add: ['unfair-do-not-start', 'change-the-message'] },
    { when: 'noConditionSoFar', add: ['no-condition-do-not-start', 'drop-the-data'] },
    { when: 'peoplePicked', ...OBJECTION_TODOS },
    { when: 'warned', add: ['serious'], ahead: ['dpia-yes'] },
    { when: 'psychometricsUsed', add: ['psychometrics-out'] },
    { when: 'psychometricsOpen', add: ['psychometrics-find-out'] },
    { when: 'assessmentRequired', add: ['dpia-must'], ahead: ['dpia-if-risk-left'] },
    { when: 'assessmentOpen', add: ['dpia-find-out'], ahead: ['dpia-if-risk-left'] },
    { when: 'measuresSuffice', add: [], ahead: ['measures'] },
    { when: 'highRiskLeft', add: [], ahead: ['dpia-left-risk'] },
    { when: 'riskLeftOpen', add: [], ahead: ['dpia-if-risk-left'] },
    { when: 'consentReliedOn', add: [], ahead: ['a22-consent'] },
  ],
  done: {
    'dpia-must': 'assessed',
    'dpia-yes': 'assessed',
    'dpia-22': 'assessed',
    'dpia-if-scale': 'assessed',
    'a22-dpia': 'assessed',
    'dpia-if-risk-left': 'measuresSuffice',
    'a22-consent': 'consentReliedOn',
    'a22-tell': 'toldAndExplained',
    'a22-ways': 'heardAndAnswered',
    'dpia-find-out': 'assessed',
    ...CONDITION_DONE,
  },
  givesWay: {
    'dpia-must': ['a22-dpia'],
    'dpia-find-out': ['dpia-must', 'a22-dpia'],
    'helpers-find-out': ['roles-written'],
    'a9-consent': ['a9-consent-first'],
    'dpia-if-risk-left': ['dpia-left-risk'],
    'dpia-yes': ['dpia-must'],
    'dpia-22': ['dpia-must'],
    'dpia-if-scale': ['dpia-must'],
  },
  plans: {
    profiling: { options: ['nothing-decided', 'no'] },
    'data-used': { options: questions['data-used'].options },
    'solely-automated': { options: ['human-look'] },
    'not-plain': { options: ['no'] },
    'intrusive-otherwise': { options: ['no'] },
    frequency: { options: ['no'] },
    timing: { options: ['no'] },
    unaware: { options: ['no'] },
    'delivery-otherwise': { options: ['no'] },
    emotive: { options: ['no'] },
    autonomy: { options: ['no'] },
    vulnerable: { options: ['no'] },
    psychometrics: { options: ['no'] },
    discriminatory: { options: ['no'] },
    threatening: { options: ['no'] },
    disenfranchising: { options: ['no'] },
    'detriment-otherwise': { options: ['no'] },
    dpia: { options: ['done'] },
    safeguards: { options: questions.safeguards.options },
  },
  followOns: [
    {
      questionnaire: 'lawful-basis',
      when: 'usesData',
      carries: { who: 'who', purpose: 'activity' },
    },
  ],
  clashes: {
    'agreed-yet-hidden': { when: 'agreedYetHidden', between: ['condition', 'not-plain'] },
    'votes-lost-yet-no-effect': {
      when: 'votesLostYetNoEffect',
      between: ['disenfranchising', 'legal-effect'],
    },
  },
  stated: [{ question: 'intrusive-otherwise', answer: 'yes', when: 'specialDataIntrudes' }],
});
