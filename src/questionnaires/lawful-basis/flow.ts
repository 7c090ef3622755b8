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
import { CONDITION_DONE, CONDITION_TODOS, HELPERS_HANDLE_TODOS } from '../shared-rules.ts';
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

/** Beyond the rules on calls, messages and cookies. */
const afterTheChannel = [
  { when: 'noPersonalDataAndConsentNeeded', to: 'free-to-refuse' },
  { when: 'noPersonalData', to: 'no-personal-data' },
  { otherwise: 'harm' },
] as const;
const onceProportionate = [
  { when: 'contractClaimed', to: 'contract' },
  { when: 'legalDutyClaimed', to: 'legal-obligation' },
  { when: 'dangerClaimed', to: 'vital-interests' },
  { when: 'lawBehindAll', to: 'public-task' },
] as const;

/** What every outcome adds under which something goes ahead. */
const basis = BASE_TODOS;

export const lawfulBasis = defineQuestionnaire({
  id: 'lawful-basis',
  version: '2.0.0',
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
    'personal-data': { byOption: { yes: 'sources', no: 'nation' } },
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
    'special-category': [{ when: 'specialCategoryUsed', to: 'condition' }, { otherwise: 'nation' }],
    condition: {
      byOption: {
        'explicit-consent': 'nation',
        'party-condition': 'nation',
        members: 'nation',
        another: 'nation',
        none: 'no-condition',
      },
    },
    nation: 'poll',
    poll: 'channel',
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
      { when: 'electronicMarketing', to: 'whose-address' },
      { when: 'noPersonalData', to: 'no-personal-data' },
      { otherwise: 'harm' },
    ],
    'whose-address': [{ when: 'charityAsked', to: 'charity-soft-opt-in' }, ...afterTheChannel],
    'charity-soft-opt-in': afterTheChannel,
    harm: { byOption: { yes: 'unfair', no: 'risk-signs' } },
    'risk-signs': 'others-handle',
    'others-handle': [
      { when: 'membersHandedOutside', to: 'no-condition' },
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
          { when: 'baseFoundByExplicitConsent', to: 'explicit-consent' },
          ...onceProportionate,
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
        yes: [
          { when: 'explicitConsentClaimed', to: 'explicit-consent' },
          { when: 'lawBehindRegisterPart', to: 'by-source' },
          { otherwise: 'legitimate-interests' },
        ],
        no: 'free-to-refuse',
      },
    },
    'explicit-consent': [
      ...onceProportionate,
      { when: 'lawBehindRegisterPart', to: 'by-source' },
      { otherwise: 'legitimate-interests' },
    ],
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
    freepostOpen: { poll: ['freepostAtPoll'] },
    noTaskSeen: { sources: ['noTaskForThem'] },
    addressesFound: { sources: ['charityFoundAddresses'] },
    explicitConsentClaimed: { condition: ['explicitConsentChosen'] },
    beyondRegister: { sources: ['otherSources'], channel: ['platformPicks'] },
    consentNeeded: {
      'named-consent': ['agreedToYouByName'],
      compatible: ['notCompatible', 'agreedToFirstUseOnly'],
      'casework-expected': ['caseworkNotExpected'],
      channel: ['channelNeedsConsent'],
      'whose-address': ['peopleHaveToAgree'],
      'charity-soft-opt-in': ['softOptInShort'],
    },
  },
  offered: {
    condition: { 'party-condition': 'partyOpinionsAlone', members: 'bodyWithMembers' },
    channel: {
      'platform-targeting': 'peopleIdentifiable',
      'post-by-name': 'peopleIdentifiable',
      'list-audience': 'peopleIdentifiable',
      'lookalike-audience': 'peopleIdentifiable',
      freepost: 'freepostOpen',
    },
    'task-in-law': {
      all: 'taskMayBeSeen',
      'register-part': 'registerMixed',
      'named-by-lawyer': 'noTaskSeen',
    },
    interest: { 'democratic-engagement': 'democraticEngagement' },
    // The other conditions take no express words.
    'consent-standard': { 'special-words': 'explicitConsentClaimed' },
  },
  outcomes: {
    'public-task': {
      verdict: 'proceed',
      todos: [...basis, 'law-name', 'law-advice', 'pt-notice', 'object-tell', 'consent-idle'],
    },
    'legitimate-interests': {
      verdict: 'proceed',
      todos: [...basis, 'lia', 'lia-again', 'object-tell', 'consent-idle'],
    },
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
        'consent-idle',
        'dpia-must',
        'dpia-if-risk-left',
      ],
    },
    consent: { verdict: 'proceed', todos: [...basis, ...CONSENT_TODOS] },
    contract: { verdict: 'proceed', todos: [...basis, 'only-needed', 'consent-idle'] },
    'legal-obligation': { verdict: 'proceed', todos: [...basis, 'only-needed', 'consent-idle'] },
    'vital-interests': { verdict: 'proceed', todos: [...basis, 'only-needed', 'consent-idle'] },
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
    ...HELPERS_HANDLE_TODOS,
    { when: 'youngLikely', add: ['young-need'], ahead: ['young-notice', 'young-design'] },
    { when: 'fullRegisterUsed', add: ['young-need'], ahead: ['young-notice'] },
    { when: 'markedListsYoung', add: ['young-need'], ahead: ['young-notice'] },
    { when: 'youngOpen', add: [], ahead: ['young-if'] },
    { when: 'registerUsed', ...REGISTER_TODOS },
    { when: 'registerUnlisted', add: [], ahead: ['register-ask-commission'] },
    { when: 'collectedByUs', add: ['tell-at-once'] },
    { when: 'registrationForms', add: ['forms-care', 'forms-clear'] },
    { when: 'givenForOtherOrCasework', add: [], ahead: REUSE_TODOS },
    { when: 'caseworkUsed', add: ['no-office-swap'], ahead: ['casework-note', 'casework-consent'] },
    { when: 'boughtOrShared', ...SELLER_TODOS },
    { when: 'factsBought', add: ['seller-expect'] },
    { when: 'publicOrOpen', add: ['public-tell', 'no-scrape', 'seller-tell'], ahead: ['match-tool-dpia'] },
    { when: 'ownPage', add: ['page-notice'] },
    { when: 'byOwnSite', add: ['cookie'] },
    { when: 'keptFromBefore', add: ['kept-check'], ahead: ['kept-dpia'] },
    { when: 'workedOut', add: ['guess-care', 'area-first'], ahead: ['prof-tell'] },
    { when: 'sensitiveYetNone', add: ['special-again'] },
    ...CONDITION_TODOS,
    { when: 'canObject', ...OBJECTION_TODOS },
    { when: 'byPost', add: [], ahead: ['occupier'] },
    { when: 'unaddressedWithData', add: [], ahead: ['occupier'] },
    { when: 'byPageAdvert', add: [], ahead: ['cookie', 'imprint'] },
    { when: 'platformDataElsewhere', ...SELLER_TODOS },
    { when: 'byFreepost', add: [], ahead: ['freepost-tell', 'freepost-object'] },
    {
      when: 'freepostInDoubt',
      add: ['freepost-right'],
      ahead: ['object-stop', 'object-system', 'suppress', 'object-tell', 'object-answer'],
    },
    { when: 'onDoorstep', add: [], ahead: ['door-train', 'door-doubt', 'tell-at-once'] },
    { when: 'byLiveCall', add: [], ahead: ['tps', 'call-who', 'voicemail'] },
    { when: 'byAutomatedCall', add: ['robo-consent'], ahead: ['robo-who'] },
    { when: 'mailNeedsConsent', add: ['mail-consent'] },
    { when: 'electronicMail', add: [], ahead: ['mail-who'] },
    { when: 'toABody', add: [], ahead: ['company-check'] },
    { when: 'bySoftOptIn', add: [], ahead: ['soft-opt-in-keep'] },
    {
      when: 'byCookies',
      add: ['cookie'],
      ahead: ['ads-check', 'dpia-online', 'dpia-if-risk-left', 'imprint'],
    },
    { when: 'onAPlatform', add: ['roles', 'supplier-check'], ahead: HELPER_TODOS },
    { when: 'byAudience', add: ['aud-objectors', 'joint'], ahead: [...AUDIENCE_TODOS, 'dpia-if-risk-left'] },
    { when: 'byLookalike', add: [], ahead: ['look-inform'] },
    {
      when: 'byPlatformTargeting',
      add: ['joint'],
      ahead: ['ads-check', 'platform-joint', 'dpia-online', 'dpia-if-risk-left', 'imprint'],
    },
    { when: 'lawyerNamedTheLaw', add: ['law-in-writing'] },
    { when: 'dpiaRequired', add: [], ahead: ['dpia-must', 'dpia-if-risk-left'] },
    { when: 'dpiaOpen', add: [], ahead: ['dpia-find-out', 'dpia-if-risk-left'] },
    { when: 'factsMatchedToRegister', add: [], ahead: ['dpia-must', 'dpia-if-risk-left'] },
    { when: 'dpiaWorthwhile', add: [], ahead: ['dpia-consider'] },
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
    ...CONDITION_DONE,
  },
  givesWay: {
    'young-if': ['young-notice'],
    'dpia-consider': ['dpia-must', 'dpia-online'],
    'dpia-find-out': ['dpia-must'],
    'helpers-find-out': ['roles-written'],
    // Whoever relies on explicit consent for sensitive data must ask for it.
    'consent-idle': ['a9-consent', 'a9-consent-first'],
    'a9-consent': ['a9-consent-first'],
    'law-advice': ['law-in-writing'],
  },
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
  followOns: [
    // Nobody is let off on a “nobody can be identified” that nobody has looked at closely.
    { questionnaire: 'personal-data', when: 'noPersonalData', carries: {} },
    {
      questionnaire: 'register',
      when: 'registerRightClaimed',
      carries: { who: 'who', purpose: 'purpose', 'register-entitled': 'register-entitled' },
    },
    {
      questionnaire: 'supplier',
      when: 'boughtOrShared',
      carries: {
        who: 'who',
        'named-consent': 'named-consent',
        provenance: 'provenance',
        'special-category': 'special-category',
        condition: 'condition',
      },
    },
    {
      questionnaire: 'controller',
      when: 'someoneHandles',
      carries: { who: 'who', activity: 'purpose' },
    },
    { questionnaire: 'article-22', when: 'profilesPeople', carries: { who: 'who', activity: 'purpose' } },
    {
      questionnaire: 'disproportionate-effort',
      when: 'leavesUntold',
      carries: {
        who: 'who',
        'personal-data': 'personal-data',
        'special-category': 'special-category',
        condition: 'condition',
      },
    },
  ],
  clashes: {
    'addresses-of-nobody': { when: 'addressesOfNobody', between: ['personal-data', 'whose-address'] },
    'given-yet-unexpected': { when: 'givenYetUnexpected', between: ['sources', 'expected'] },
    'sure-yet-unexpected': { when: 'sureYetUnexpected', between: ['casework-expected', 'expected'] },
    'none-yet-at-scale': { when: 'sensitiveYetNone', between: ['special-category', 'risk-signs'] },
    'agreed-yet-untold': { when: 'agreedYetUntold', between: ['condition', 'risk-signs'] },
    'agreed-yet-unasked': { when: 'agreedYetUnasked', between: ['condition', 'consent-status'] },
    'register-yet-shared': { when: 'registerHandedOn', between: ['sources', 'others-handle'] },
    'poll-elsewhere': { when: 'pollElsewhere', between: ['nation', 'poll'] },
    'platform-is-nobody': { when: 'platformIsNobody', between: ['channel', 'others-handle'] },
  },
  stated: [{ question: 'under-18', answer: 'yes', when: 'fullRegisterUsed' }],
});
