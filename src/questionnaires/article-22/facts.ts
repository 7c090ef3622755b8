/** What the answers say, in the terms that the rules use. */
import { factsOf, NOT_KNOWN, type Choice } from '../../engine/define.ts';
import { explicitConsent, SPECIAL_CATEGORIES } from '../shared-questions.ts';
import { helperFacts } from '../shared-facts.ts';
import { questions } from './questions.ts';

const { answer, definite, mark, met, missing, ticked, tickedWithout } = factsOf(questions);

type YesNoQuestion = {
  [Id in keyof typeof questions]: (typeof questions)[Id] extends Choice<'yes' | 'no'> ? Id : never;
}[keyof typeof questions];

const OTHER_SPECIAL = SPECIAL_CATEGORIES.filter((kind) => kind !== 'political-opinions');

const saysYes = (question: YesNoQuestion) => answer(question, (said) => said === 'yes');

export const facts = {
  who: answer('who', (who) => who),
  isParty: answer('who', (who) => who === 'registered-party'),
  isRepresentative: answer('who', (who) => who === 'elected-representative'),
  profiling: answer('profiling', (profiling) => profiling),
  ...helperFacts,
  specialKnown: definite('data-used'),
  explicitShort: missing('explicit-consent', ...explicitConsent.options),
  specialCategory: ticked('data-used', ...SPECIAL_CATEGORIES, NOT_KNOWN),
  opinionsAlone: tickedWithout('data-used', ['political-opinions'], [...OTHER_SPECIAL, NOT_KNOWN]),
  opinions: ticked('data-used', 'political-opinions'),
  register: ticked('data-used', 'register'),
  condition: answer('condition', (condition) => condition),
  humanLook: answer('solely-automated', (look) => look === 'human-look'),

  surprised: saysYes('surprised'),
  notPlain: saysYes('not-plain'),
  notPlainKnown: definite('not-plain'),
  intrusiveOtherwise: saysYes('intrusive-otherwise'),
  frequency: saysYes('frequency'),
  timing: saysYes('timing'),
  unaware: saysYes('unaware'),
  deliveryOtherwise: saysYes('delivery-otherwise'),
  emotive: saysYes('emotive'),
  autonomy: saysYes('autonomy'),
  vulnerable: saysYes('vulnerable'),
  vulnerableKnown: definite('vulnerable'),
  psychometrics: saysYes('psychometrics'),
  psychometricsKnown: definite('psychometrics'),
  discriminatory: saysYes('discriminatory'),
  threatening: saysYes('threatening'),
  disenfranchising: saysYes('disenfranchising'),
  detrimentOtherwise: saysYes('detriment-otherwise'),
  otherReason: saysYes('other-reason'),

  dpiaDone: answer('dpia', (dpia) => dpia === 'done'),
  legalEffect: saysYes('legal-effect'),
  legalKnown: definite('legal-effect'),
  significantEffect: saysYes('significant-effect'),
  significantKnown: definite('significant-effect'),
  mitigated: saysYes('mitigated'),
  mitigatedKnown: definite('mitigated'),

  explicitConsent: met('safeguards', 'explicit-consent'),
  consentToAllData: met('safeguards', 'consent-to-all-data'),
  told: met('safeguards', 'people-told', 'logic-explained'),
  heard: met('safeguards', 'human-steps-in', 'people-heard', 'decision-challenged'),

  /** Some answer so far says that the effect on people could be serious. */
  warned: mark(),
  /** The plan would discriminate, threaten, keep people from voting or play on their character. */
  unfair: mark(),
  /** Special category data is used and no condition covers it. */
  noCondition: mark(),
};
