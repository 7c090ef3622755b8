/** What the answers say, in the terms that the rules use. */
import { factsOf, NOT_KNOWN } from '../../engine/define.ts';
import { charitySoftOptIn, explicitConsent } from '../shared-questions.ts';
import { helperFacts } from '../shared-facts.ts';
import { questions } from './questions.ts';

const { answer, definite, mark, missing, ticked, tickedBut, tickedWithout } = factsOf(questions);

/** At which polls the code gives whom a freepost election address. A supplier works for any of them. */
const FREEPOST_FOR: Readonly<Record<string, 'elections' | 'referendums' | 'either'>> = {
  'party-candidate': 'elections',
  'independent-candidate': 'elections',
  'registered-party': 'either',
  'referendum-campaigner': 'referendums',
  supplier: 'either',
};

export const facts = {
  who: answer('who', (who) => who),
  isParty: answer('who', (who) => who === 'registered-party'),
  isRepresentative: answer('who', (who) => who === 'elected-representative'),
  mayHaveFreepost: answer('who', (who) => FREEPOST_FOR[who] ?? 'none'),
  charity: answer('who', (who) => who === 'charity-or-other'),
  freeSupplier: answer('supplier-freedom', (free) => free === 'yes'),
  personalData: answer('personal-data', (said) => said === 'yes'),
  nation: answer('nation', (nation) => nation),
  poll: answer('poll', (poll) => poll),

  sourceNotKnown: ticked('sources', NOT_KNOWN),
  fullRegister: ticked('sources', 'full-register'),
  register: ticked('sources', 'full-register', 'marked-register', 'absent-or-overseas-lists'),
  markedRegister: ticked('sources', 'marked-register'),
  openRegister: ticked('sources', 'open-register'),
  notRegister: tickedBut('sources', 'full-register', 'marked-register', 'absent-or-overseas-lists'),
  boughtOrShared: ticked('sources', 'shared', 'bought-contacts', 'bought-facts'),
  boughtContacts: ticked('sources', 'bought-contacts'),
  boughtFacts: ticked('sources', 'bought-facts'),
  givenForOther: ticked('sources', 'given-for-other'),
  casework: ticked('sources', 'casework'),
  kept: ticked('sources', 'kept'),
  reused: ticked('sources', 'given-for-other', 'casework', 'kept'),
  collectedByUs: ticked('sources', 'given-for-this', 'own-site', 'registration-forms'),
  ownSite: ticked('sources', 'own-site'),
  platformData: ticked('sources', 'platform'),
  registrationForms: ticked('sources', 'registration-forms'),
  publicOrOpen: ticked('sources', 'public', 'open-register'),
  ownPage: ticked('sources', 'own-page'),
  workedOut: ticked('sources', 'worked-out'),
  /** Somebody gave it to them, or may have: their own site, page and past campaigns count. */
  fromPeople: ticked(
    'sources',
    'given-for-this',
    'given-for-other',
    'casework',
    'own-site',
    'kept',
    'own-page',
    'registration-forms',
  ),

  givenForThisAlone: tickedWithout('sources', ['given-for-this']),
  youngLikely: answer('under-18', (said) => said === 'yes'),
  youngKnown: definite('under-18'),
  registerEntitled: answer('register-entitled', (said) => said === 'yes'),
  provenanceSeen: answer('provenance', (said) => said === 'yes'),
  namedConsent: answer('named-consent', (said) => said === 'yes'),
  firstAgreed: answer('first-basis', (said) => said === 'yes'),
  compatible: answer('compatible', (said) => said === 'yes'),
  compatibleSettled: definite('compatible'),
  caseworkExpected: answer('casework-expected', (said) => said === 'yes'),

  specialCategory: tickedBut('special-category', 'none'),
  specialKnown: definite('special-category'),
  opinionsAlone: tickedWithout('special-category', ['political-opinions']),
  opinions: ticked('special-category', 'political-opinions'),
  condition: answer('condition', (condition) => condition),

  channel: answer('channel', (channel) => channel),
  promotes: answer('promotes', (said) => said === 'yes'),
  addressOf: answer('whose-address', (whose) => whose),
  softOptInShort: missing('charity-soft-opt-in', ...charitySoftOptIn.options),
  harm: answer('harm', (said) => said === 'yes'),
  dpiaSign: tickedBut('risk-signs', 'none', 'new-technology', NOT_KNOWN),
  riskOpen: ticked('risk-signs', NOT_KNOWN),

  sensitiveAtScale: ticked('risk-signs', 'sensitive-at-scale'),
  untold: ticked('risk-signs', 'people-not-told'),
  mayProfile: ticked('risk-signs', 'large-scale-profiling', NOT_KNOWN),
  mayLeaveUntold: ticked('risk-signs', 'people-not-told', NOT_KNOWN),

  ...helperFacts,
  nobodyHandles: ticked('others-handle', 'nobody'),

  everyday: answer('everyday-basis', (basis) => basis),
  democratic: answer('democratic-engagement', (said) => said === 'yes'),
  lawBehind: answer('task-in-law', (law) => law),
  anotherWay: answer('another-way', (said) => said === 'yes'),
  proportionate: answer('proportionate', (said) => said === 'yes'),
  explicitShort: missing('explicit-consent', ...explicitConsent.options),

  interestNamed: answer('interest', (interest) => interest !== 'none'),
  expected: answer('expected', (said) => said === 'yes'),
  outweighs: answer('outweighs', (said) => said === 'yes'),
  mayRefuse: answer('free-to-refuse', (said) => said === 'yes'),
  stopsIfRefused: answer('stop-if-refused', (said) => said === 'yes'),
  heldWithout: answer('consent-status', (status) => status === 'hold-without'),
  haveConsent: answer('consent-status', (status) => status === 'have-consent'),
  consentShort: missing('consent-standard', ...questions['consent-standard'].options),
  optInMissing: missing('consent-standard', 'opt-in'),
  prominentMissing: missing('consent-standard', 'prominent'),
  separateMissing: missing('consent-standard', 'separate'),
  plainMissing: missing('consent-standard', 'plain'),
  namedMissing: missing('consent-standard', 'named'),
  purposesMissing: missing('consent-standard', 'purposes'),
  channelsMissing: missing('consent-standard', 'channels'),
  specialWordsMissing: missing('consent-standard', 'special-words'),
  recordedMissing: missing('consent-standard', 'recorded'),
  withdrawalMissing: missing('consent-standard', 'withdrawal'),

  /** A freepost election address may be theirs at this poll. */
  freepostOpen: mark(),
  /** The code shows no task in law for them, or for some of the data. */
  noTaskSeen: mark(),
  /** A charity got the data from nobody whom it is about. */
  addressesFound: mark(),
  /** They rely on explicit consent for special category data. */
  explicitConsentClaimed: mark(),
  beyondRegister: mark(),
  consentNeeded: mark(),
};
