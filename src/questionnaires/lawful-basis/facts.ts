/** What the answers say, in the terms that the rules use. */
import { factsOf, NOT_KNOWN } from '../../engine/define.ts';
import { questions } from './questions.ts';

const { answer, definite, mark } = factsOf(questions);

type Source = (typeof questions.sources.options)[number];
type RiskSign = (typeof questions)['risk-signs']['options'][number];

const fromAny = (...wanted: readonly Source[]) =>
  answer('sources', (chosen) => chosen.some((source) => wanted.includes(source as Source)));

const missing = (point: (typeof questions)['consent-standard']['options'][number]) =>
  answer('consent-standard', (said) => point in said && !said[point]);

export const facts = {
  who: answer('who', (who) => who),
  freeSupplier: answer('supplier-freedom', (free) => free === 'yes'),
  personalData: answer('personal-data', (said) => said === 'yes'),

  sourceNotKnown: answer('sources', (chosen) => chosen.includes(NOT_KNOWN)),
  fullRegister: fromAny('full-register'),
  register: fromAny('full-register', 'marked-register'),
  notRegister: answer('sources', (chosen) =>
    chosen.some((source) => source !== 'full-register' && source !== 'marked-register'),
  ),
  boughtOrShared: fromAny('shared', 'bought-contacts', 'bought-facts'),
  boughtContacts: fromAny('bought-contacts'),
  boughtFacts: fromAny('bought-facts'),
  givenForOther: fromAny('given-for-other'),
  casework: fromAny('casework'),
  kept: fromAny('kept'),
  reused: fromAny('given-for-other', 'casework', 'kept'),
  collectedByUs: fromAny('given-for-this', 'own-site', 'registration-forms'),
  ownSite: fromAny('own-site'),
  platformData: fromAny('platform'),
  registrationForms: fromAny('registration-forms'),
  publicOrOpen: fromAny('public', 'open-register'),
  ownPage: fromAny('own-page'),
  workedOut: fromAny('worked-out'),

  youngLikely: answer('under-18', (said) => said === 'yes'),
  registerEntitled: answer('register-entitled', (said) => said === 'yes'),
  provenanceSeen: answer('provenance', (said) => said === 'yes'),
  namedConsent: answer('named-consent', (said) => said === 'yes'),
  firstAgreed: answer('first-basis', (said) => said === 'yes'),
  compatible: answer('compatible', (said) => said === 'yes'),
  compatibleSettled: definite('compatible'),
  caseworkExpected: answer('casework-expected', (said) => said === 'yes'),

  specialCategory: answer('special-category', (kinds) => !kinds.includes('none')),
  opinionsAlone: answer(
    'special-category',
    (kinds) => kinds.length === 1 && kinds[0] === 'political-opinions',
  ),
  condition: answer('condition', (condition) => condition),

  channel: answer('channel', (channel) => channel),
  promotes: answer('promotes', (said) => said === 'yes'),
  harm: answer('harm', (said) => said === 'yes'),
  dpiaSign: answer('risk-signs', (signs) =>
    (signs as readonly (RiskSign | typeof NOT_KNOWN)[]).some(
      (sign) => sign !== 'none' && sign !== 'new-technology',
    ),
  ),

  sensitiveAtScale: answer('risk-signs', (signs) => signs.includes('sensitive-at-scale')),
  mayProfile: answer(
    'risk-signs',
    (signs) => signs.includes('large-scale-profiling') || signs.includes(NOT_KNOWN),
  ),
  mayLeaveUntold: answer(
    'risk-signs',
    (signs) => signs.includes('people-not-told') || signs.includes(NOT_KNOWN),
  ),

  everyday: answer('everyday-basis', (basis) => basis),
  democratic: answer('democratic-engagement', (said) => said === 'yes'),
  lawBehind: answer('task-in-law', (law) => law),
  anotherWay: answer('another-way', (said) => said === 'yes'),
  proportionate: answer('proportionate', (said) => said === 'yes'),

  haveConsent: answer('consent-status', (status) => status === 'have-consent'),
  consentShort: answer('consent-standard', (said) => Object.values(said).includes(false)),
  optInMissing: missing('opt-in'),
  prominentMissing: missing('prominent'),
  separateMissing: missing('separate'),
  plainMissing: missing('plain'),
  namedMissing: missing('named'),
  purposesMissing: missing('purposes'),
  channelsMissing: missing('channels'),
  specialWordsMissing: missing('special-words'),
  recordedMissing: missing('recorded'),
  withdrawalMissing: missing('withdrawal'),

  beyondRegister: mark(),
  consentNeeded: mark(),
};
