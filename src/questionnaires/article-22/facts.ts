/** What the answers say, in the terms that the rules use. */
import { factsOf, NOT_KNOWN, type Choice } from '../../engine/define.ts';
import { SPECIAL_CATEGORIES } from '../shared-questions.ts';
import { questions } from './questions.ts';

const { answer, mark } = factsOf(questions);

type Kind = (typeof questions)['data-used']['options'][number] | typeof NOT_KNOWN;
type YesNoQuestion = {
  [Id in keyof typeof questions]: (typeof questions)[Id] extends Choice<'yes' | 'no'> ? Id : never;
}[keyof typeof questions];

const special = (kinds: readonly Kind[]): readonly Kind[] =>
  kinds.filter((kind) => kind === NOT_KNOWN || SPECIAL_CATEGORIES.some((one) => one === kind));

const saysYes = (question: YesNoQuestion) => answer(question, (said) => said === 'yes');

const inPlace = (point: (typeof questions)['safeguards']['options'][number]) =>
  answer('safeguards', (said) => said[point] === true);

export const facts = {
  who: answer('who', (who) => who),
  profiling: answer('profiling', (profiling) => profiling),
  specialCategory: answer('data-used', (kinds) => special(kinds).length > 0),
  opinionsAlone: answer('data-used', (kinds) => special(kinds).join() === 'political-opinions'),
  condition: answer('condition', (condition) => condition),
  humanLook: answer('solely-automated', (look) => look === 'human-look'),

  surprised: saysYes('surprised'),
  notPlain: saysYes('not-plain'),
  intrusiveOtherwise: saysYes('intrusive-otherwise'),
  frequency: saysYes('frequency'),
  timing: saysYes('timing'),
  unaware: saysYes('unaware'),
  deliveryOtherwise: saysYes('delivery-otherwise'),
  emotive: saysYes('emotive'),
  autonomy: saysYes('autonomy'),
  vulnerable: saysYes('vulnerable'),
  psychometrics: saysYes('psychometrics'),
  discriminatory: saysYes('discriminatory'),
  threatening: saysYes('threatening'),
  disenfranchising: saysYes('disenfranchising'),
  detrimentOtherwise: saysYes('detriment-otherwise'),
  otherReason: saysYes('other-reason'),

  dpiaDone: answer('dpia', (dpia) => dpia === 'done'),
  legalEffect: saysYes('legal-effect'),
  significantEffect: saysYes('significant-effect'),
  mitigated: saysYes('mitigated'),

  explicitConsent: inPlace('explicit-consent'),
  consentToAllData: inPlace('consent-to-all-data'),
  told: answer('safeguards', (said) => said['people-told'] && said['logic-explained']),
  heard: answer(
    'safeguards',
    (said) => said['human-steps-in'] && said['people-heard'] && said['decision-challenged'],
  ),

  /** Some answer so far says that the effect on people could be serious. */
  warned: mark(),
  /** The plan would discriminate, threaten or keep people from voting. */
  unfair: mark(),
  /** Special category data is used and no condition covers it. */
  noCondition: mark(),
};
