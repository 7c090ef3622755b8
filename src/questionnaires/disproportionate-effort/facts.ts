/** What the answers say, in the terms that the rules use. */
import { factsOf } from '../../engine/define.ts';
import { explicitConsent } from '../shared-questions.ts';
import { EFFECTS, questions } from './questions.ts';

const { answer, definite, highest, missing, ticked, tickedBut, tickedWithout } = factsOf(questions);

export const facts = {
  who: answer('who', (who) => who),
  isParty: answer('who', (who) => who === 'registered-party'),
  isRepresentative: answer('who', (who) => who === 'elected-representative'),
  needSettled: definite('still-needed'),
  registerAlone: answer('register', (register) => register === 'nothing-else'),
  registerUsed: answer('register', (register) => register !== 'none'),
  registerKnown: definite('register'),
  sourceSettled: definite('indirect'),
  collectorKnown: answer('who-collected', (said) => said === 'yes'),
  toldKnown: answer('when-and-what-told', (said) => said === 'yes'),
  specialCategory: tickedBut('special-category', 'none'),
  specialKnown: definite('special-category'),
  opinionsAlone: tickedWithout('special-category', ['political-opinions']),
  opinions: ticked('special-category', 'political-opinions'),
  condition: answer('condition', (condition) => condition),
  explicitShort: missing('explicit-consent', ...explicitConsent.options),
  passingOn: answer('passing-on', (said) => said !== 'no'),
  tellsNothing: answer('has-information', (said) => said === 'no'),
  toAController: answer('passing-on', (said) => said === 'yes'),
  contacting: answer('contacting', (contacting) => contacting),
  effort: answer('easiest-route', (effort) => effort),
  effortRated: definite('easiest-route'),
  ageRaises: answer('age-of-data', (said) => said === 'raises'),
  worstEffect: highest(['surprise', 'sensitivity', 'profiling-effect', 'vulnerable', 'consequence'], EFFECTS),
  dpiaDone: answer('dpia', (said) => said === 'yes'),
  noticePublic: answer('published', (said) => said === 'yes'),
};
