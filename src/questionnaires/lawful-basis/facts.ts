/** What the answers say, in the terms that the rules use. */
import { factsOf, NOT_KNOWN } from '../../engine/define.ts';
import { questions } from './questions.ts';

const { answer, definite, mark, missing, ticked, tickedBut, tickedWithout } = factsOf(questions);

export const facts = {
  who: answer('who', (who) => who),
  freeSupplier: answer('supplier-freedom', (free) => free === 'yes'),
  personalData: answer('personal-data', (said) => said === 'yes'),

  sourceNotKnown: ticked('sources', NOT_KNOWN),
  fullRegister: ticked('sources', 'full-register'),
  register: ticked('sources', 'full-register', 'marked-register'),
  notRegister: tickedBut('sources', 'full-register', 'marked-register'),
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

  youngLikely: answer('under-18', (said) => said === 'yes'),
  registerEntitled: answer('register-entitled', (said) => said === 'yes'),
  provenanceSeen: answer('provenance', (said) => said === 'yes'),
  namedConsent: answer('named-consent', (said) => said === 'yes'),
  firstAgreed: answer('first-basis', (said) => said === 'yes'),
  compatible: answer('compatible', (said) => said === 'yes'),
  compatibleSettled: definite('compatible'),
  caseworkExpected: answer('casework-expected', (said) => said === 'yes'),

  specialCategory: tickedBut('special-category', 'none'),
  opinionsAlone: tickedWithout('special-category', ['political-opinions']),
  condition: answer('condition', (condition) => condition),

  channel: answer('channel', (channel) => channel),
  promotes: answer('promotes', (said) => said === 'yes'),
  harm: answer('harm', (said) => said === 'yes'),
  dpiaSign: tickedBut('risk-signs', 'none', 'new-technology'),

  sensitiveAtScale: ticked('risk-signs', 'sensitive-at-scale'),
  mayProfile: ticked('risk-signs', 'large-scale-profiling', NOT_KNOWN),
  mayLeaveUntold: ticked('risk-signs', 'people-not-told', NOT_KNOWN),

  everyday: answer('everyday-basis', (basis) => basis),
  democratic: answer('democratic-engagement', (said) => said === 'yes'),
  lawBehind: answer('task-in-law', (law) => law),
  anotherWay: answer('another-way', (said) => said === 'yes'),
  proportionate: answer('proportionate', (said) => said === 'yes'),

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

  beyondRegister: mark(),
  consentNeeded: mark(),
};
