/**
 * Which lawful basis fits this purpose? The words are in `content/questionnaires/lawful-basis`; every way
 * through is listed in `tests/flows/journeys/lawful-basis.md`.
 */
import { defineQuestionnaire } from '../../engine/define.ts';
import { EDITIONS } from '../editions.ts';
import {
  AUDIENCE_TODOS,
  BASE_TODOS,
  CONSENT_TODOS,
  HELPER_TODOS,
  OBJECTION_TODOS,
  REGISTER_TODOS,
  REUSE_TODOS,
  SELLER_TODOS,
} from '../shared-todos.ts';
import { CONDITION_TODOS } from '../shared-rules.ts';
import { facts } from './facts.ts';
import { questions } from './questions.ts';
import { rules } from './rules.ts';

/** The questions that the sources call for, in order. Each list begins at its own place in that order. */
const fromReuseOn = [{ when: 'reused', to: 'first-basis' }, { otherwise: 'special-category' }] as const;
const fromNamedConsentOn = [{ when: 'contactsBought', to: 'named-consent' }, ...fromReuseOn] as const;
const fromProvenanceOn = [{ when: 'boughtOrShared', to: 'provenance' }, ...fromReuseOn] as const;
const fromRegisterOn = [{ when: 'registerUsed', to: 'register-entitled' }, ...fromProvenanceOn] as const;
const fromCaseworkOn = [
  { when: 'caseworkUsed', to: 'casework-expected' },
  { otherwise: 'special-category' },
] as const;

/** What every outcome adds under which something goes ahead. */
const basis = [...BASE_TODOS, ...HELPER_TODOS] as const;

export const lawfulBasis = defineQuestionnaire({
  id: 'lawful-basis',
  version: '1.1.0',
  editions: EDITIONS,
  start: 'who',
  questions,
  facts,
  rules,
  routes: {
    who: {
      byOption: {
        'registered-party': 'purpose',
        'party-candidate': 'purpose',
        'independent-candidate': 'purpose',
        'elected-representative': 'purpose',
        'referendum-campaigner': 'purpose',
        'non-party-campaigner': 'purpose',
        'recall-campaigner': 'purpose',
        'unregistered-group': 'purpose',
        'charity-or-other': 'purpose',
        supplier: 'supplier-freedom',
      },
    },
    'supplier-freedom': { byOption: { yes: 'purpose', no: 'controller-decides' } },
    purpose: 'personal-data',
    'personal-data': { byOption: { yes: 'sources', no: 'channel' } },
    sources: [
      { when: 'sourceNotKnown', to: 'find-out-first' },
      { when: 'underEighteensUnsettled', to: 'under-18' },
      // Only the full register settles that question, and it calls for its own.
      { otherwise: 'register-entitled' },
    ],
    'under-18': fromRegisterOn,
    'register-entitled': { byOption: { yes: fromProvenanceOn, no: 'register-not-lawful' } },
    provenance: { byOption: { yes: fromNamedConsentOn, no: 'no-basis' } },
    'named-consent': { byOption: { yes: fromReuseOn, no: 'no-basis' } },
    'first-basis': 'compatible',
    compatible: fromCaseworkOn,
    'casework-expected': 'special-category',
    'special-category': [{ when: 'specialCategoryUsed', to: 'condition' }, { otherwise: 'channel' }],
    condition: {
      byOption: {
        'explicit-consent': 'channel',
        'party-condition': 'channel',
        members: 'channel',
        another: 'channel',
        none: 'no-condition',
      },
    },
    channel: [
      { when: 'forwarding', to: 'tell-a-friend' },
      { when: 'registerToPlatform', to: 'register-not-lawful' },
      { when: 'membersToPlatform', to: 'no-condition' },
      { when: 'electronicMail', to: 'promotes' },
      { when: 'noPersonalDataAndConsentNeeded', to: 'free-to-refuse' },
      { when: 'noPersonalData', to: 'no-personal-data' },
      { when: 'reachesPeople', to: 'promotes' },
      { otherwise: 'harm' },
    ],
    promotes: [
      { when: 'noPersonalDataAndConsentNeeded', to: 'free-to-refuse' },
      { when: 'noPersonalData', to: 'no-personal-data' },
      { otherwise: 'harm' },
    ],
    harm: { byOption: { yes: 'unfair', no: 'risk-signs' } },
    'risk-signs': [
      { when: 'consentNeeded', to: 'free-to-refuse' },
      { when: 'promotesByOtherMeans', to: 'democratic-engagement' },
      { otherwise: 'everyday-basis' },
    ],
    'everyday-basis': {
      byOption: {
        contract: 'another-way',
        'legal-duty': 'another-way',
        'protect-life': 'another-way',
        none: 'democratic-engagement',
      },
    },
    'democratic-engagement': {
      byOption: {
        yes: [{ when: 'taskInLawAsked', to: 'task-in-law' }, { otherwise: 'another-way' }],
        no: 'another-way',
      },
    },
    'task-in-law': 'another-way',
    'another-way': { byOption: { yes: 'not-necessary', no: 'proportionate' } },
    proportionate: {
      byOption: {
        yes: [
          { when: 'contractClaimed', to: 'contract' },
          { when: 'legalDutyClaimed', to: 'legal-obligation' },
          { when: 'dangerClaimed', to: 'vital-interests' },
          { when: 'lawBehindAll', to: 'public-task' },
          { otherwise: 'interest' },
        ],
        no: 'not-necessary',
      },
    },
    interest: {
      byOption: { 'democratic-engagement': 'expected', another: 'expected', none: 'free-to-refuse' },
    },
    expected: { byOption: { yes: 'outweighs', no: 'free-to-refuse' } },
    outweighs: {
      byOption: {
        yes: [{ when: 'lawBehindRegisterPart', to: 'by-source' }, { otherwise: 'legitimate-interests' }],
        no: 'free-to-refuse',
      },
    },
    'free-to-refuse': { byOption: { yes: 'stop-if-refused', no: 'no-basis' } },
    'stop-if-refused': { byOption: { yes: 'consent-status', no: 'no-basis' } },
    'consent-status': {
      byOption: {
        'have-consent': 'consent-standard',
        designing: 'consent-standard',
        'hold-without': 'no-basis',
      },
    },
    'consent-standard': [
      { when: 'consentShort', to: 'consent-not-valid' },
      { when: 'consentDesignShort', to: 'consent-to-fix' },
      { otherwise: 'consent' },
    ],
  },
  marks: {
    beyondRegister: { sources: ['otherSources'], channel: ['platformPicks'] },
    consentNeeded: {
      'named-consent': ['agreedToYouByName'],
      compatible: ['notCompatible', 'agreedToFirstUseOnly'],
      'casework-expected': ['caseworkNotExpected'],
      channel: ['channelNeedsConsent'],
      promotes: ['electronicMarketing'],
    },
  },
  offered: {
    condition: { 'party-condition': 'partyOpinionsAlone', members: 'bodyWithMembers' },
    channel: {
      'platform-targeting': 'peopleIdentifiable',
      'post-by-name': 'peopleIdentifiable',
      'list-audience': 'peopleIdentifiable',
      'lookalike-audience': 'peopleIdentifiable',
    },
    'task-in-law': { 'register-part': 'registerMixed' },
    interest: { 'democratic-engagement': 'democraticEngagement' },
    'consent-standard': { 'special-words': 'specialCategoryUsed' },
  },
  outcomes: {
    'public-task': {
      verdict: 'proceed',
      todos: [...basis, 'law-name', 'law-advice', 'pt-notice', 'object-tell'],
    },
    'legitimate-interests': { verdict: 'proceed', todos: [...basis, 'lia', 'lia-again', 'object-tell'] },
    'by-source': {
      verdict: 'proceed',
      todos: [
        ...basis,
        'law-name',
        'law-advice',
        'pt-notice',
        'lia',
        'lia-again',
        'object-tell',
        'split',
        'dpia-must',
        'dpia-if-risk-left',
      ],
    },
    consent: { verdict: 'proceed', todos: [...basis, ...CONSENT_TODOS] },
    contract: { verdict: 'proceed', todos: [...basis, 'only-needed'] },
    'legal-obligation': { verdict: 'proceed', todos: [...basis, 'only-needed'] },
    'vital-interests': { verdict: 'proceed', todos: [...basis, 'only-needed'] },
    'consent-to-fix': { verdict: 'proceed-if', todos: [...basis, ...CONSENT_TODOS] },
    'no-personal-data': { verdict: 'not-needed', todos: ['area-first'] },
    'controller-decides': {
      verdict: 'not-needed',
      todos: ['contract', 'roles', 'roles-written', 'start-again-as-controller'],
    },
    'not-necessary': { verdict: 'stop', todos: ['do-not-start-unneeded', 'leaflets-or-less'] },
    'register-not-lawful': {
      verdict: 'stop',
      todos: ['register-do-not-use', 'register-own-copy', 'register-ask-commission'],
    },
    'no-condition': { verdict: 'stop', todos: ['no-condition-do-not-start', 'drop-the-data'] },
    unfair: { verdict: 'stop', todos: ['unfair-do-not-start', 'change-the-message'] },
    'tell-a-friend': { verdict: 'stop', todos: ['no-forwarding', 'publish-unasked'] },
    'find-out-first': { verdict: 'stop', todos: ['ask-source', 'erase'] },
    'consent-not-valid': {
      verdict: 'stop',
      todos: ['consent-stop-using', 'consent-ask-anew', 'consent-keep-opt-outs'],
    },
    'no-basis': { verdict: 'stop', todos: ['leave-data-out', 'other-source-or-channel', 'no-email-to-ask'] },
  },
  todos: [
    { when: 'supplierIsFree', add: HELPER_TODOS },
    { when: 'youngLikely', add: ['young-need', 'young-notice', 'young-design'] },
    { when: 'registerUsed', add: REGISTER_TODOS },
    { when: 'collectedByUs', add: ['tell-at-once'] },
    { when: 'registrationForms', add: ['forms-care', 'forms-clear'] },
    { when: 'givenForOtherOrCasework', add: REUSE_TODOS },
    { when: 'caseworkUsed', add: ['casework-note', 'casework-consent', 'no-office-swap'] },
    { when: 'boughtOrShared', add: SELLER_TODOS },
    { when: 'factsBought', add: ['seller-expect'] },
    { when: 'publicOrOpen', add: ['public-tell', 'no-scrape', 'match-tool-dpia', 'seller-tell'] },
    { when: 'ownPage', add: ['page-notice'] },
    { when: 'byOwnSite', add: ['cookie'] },
    { when: 'keptFromBefore', add: ['kept-check', 'kept-dpia'] },
    { when: 'workedOut', add: ['guess-care', 'area-first', 'prof-tell'] },
    { when: 'specialCategoryUsed', add: ['a9-condition', 'a9-note'] },
    { when: 'sensitiveYetNone', add: ['special-again'] },
    ...CONDITION_TODOS,
    { when: 'canObject', add: OBJECTION_TODOS },
    { when: 'byPost', add: ['occupier'] },
    { when: 'unaddressedWithData', add: ['occupier'] },
    { when: 'byPageAdvert', add: ['cookie', 'imprint'] },
    { when: 'platformDataElsewhere', add: SELLER_TODOS },
    { when: 'byFreepost', add: ['freepost-tell'] },
    { when: 'freepostInDoubt', add: ['freepost-right', ...OBJECTION_TODOS] },
    { when: 'onDoorstep', add: ['door-train', 'door-doubt', 'tell-at-once'] },
    { when: 'byLiveCall', add: ['tps', 'call-who', 'voicemail'] },
    { when: 'byAutomatedCall', add: ['robo-consent', 'robo-who'] },
    { when: 'electronicMail', add: ['mail-consent', 'mail-who'] },
    { when: 'byCookies', add: ['cookie', 'ads-check', 'dpia-online', 'dpia-if-risk-left', 'imprint'] },
    { when: 'onAPlatform', add: HELPER_TODOS },
    { when: 'byAudience', add: [...AUDIENCE_TODOS, 'dpia-if-risk-left'] },
    { when: 'byLookalike', add: ['look-inform'] },
    {
      when: 'byPlatformTargeting',
      add: ['ads-check', 'platform-joint', 'joint', 'dpia-online', 'dpia-if-risk-left', 'imprint'],
    },
    { when: 'dpiaRequired', add: ['dpia-must', 'dpia-if-risk-left'] },
    { when: 'factsMatchedToRegister', add: ['dpia-must', 'dpia-if-risk-left'] },
    { when: 'dpiaWorthwhile', add: ['dpia-consider'] },
    { when: 'optInMissing', add: ['fix-opt-in'] },
    { when: 'prominentMissing', add: ['fix-prominent'] },
    { when: 'separateMissing', add: ['fix-separate'] },
    { when: 'plainMissing', add: ['fix-plain'] },
    { when: 'namedMissing', add: ['fix-named'] },
    { when: 'purposesMissing', add: ['fix-purposes'] },
    { when: 'channelsMissing', add: ['fix-channels'] },
    { when: 'specialWordsMissing', add: ['fix-special-words'] },
    { when: 'recordedMissing', add: ['fix-recorded'] },
    { when: 'withdrawalMissing', add: ['fix-withdrawal'] },
  ],
  done: {
    'reuse-factors': 'factorsWritten',
    'casework-note': 'caseworkReasonWritten',
    'law-name': 'lawNamed',
  },
  givesWay: { 'dpia-consider': ['dpia-must', 'dpia-online'] },
  plans: {
    'personal-data': { options: ['no'] },
    sources: { options: questions.sources.options },
    'special-category': { options: questions['special-category'].options },
    // From what reaches nobody by name to what is hardest to escape: nobody is told to disturb people more.
    channel: {
      options: [
        'not-at-all',
        'unaddressed-post',
        'page-advert',
        'freepost',
        'platform-targeting',
        'post-by-name',
        'doorstep',
        'live-call',
        'electronic-mail',
        'list-audience',
        'lookalike-audience',
        'cookies',
        'automated-call',
        'forwarding',
      ],
      ranked: true,
    },
    promotes: { options: ['no'] },
    'free-to-refuse': { options: ['yes'] },
    'stop-if-refused': { options: ['yes'] },
    'consent-status': { options: ['designing'] },
  },
  fixed: ['who'],
  followOns: [
    { questionnaire: 'article-22', when: 'profilesPeople', carries: { who: 'who', activity: 'purpose' } },
    {
      questionnaire: 'disproportionate-effort',
      when: 'leavesUntold',
      carries: { 'personal-data': 'personal-data' },
    },
  ],
  stated: [{ question: 'under-18', answer: 'yes', when: 'fullRegisterUsed' }],
});
