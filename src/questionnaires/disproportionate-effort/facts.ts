/** What the answers say, in the terms that the rules use. */
import { factsOf } from '../../engine/define.ts';
import { EFFECTS, questions } from './questions.ts';

const { answer, definite, highest } = factsOf(questions);

export const facts = {
  needSettled: definite('still-needed'),
  registerAlone: answer('register', (register) => register === 'nothing-else'),
  registerUsed: answer('register', (register) => register !== 'none'),
  sourceSettled: definite('indirect'),
  collectorKnown: answer('who-collected', (said) => said === 'yes'),
  toldKnown: answer('when-and-what-told', (said) => said === 'yes'),
  passingOn: answer('passing-on', (said) => said === 'yes'),
  contacting: answer('contacting', (contacting) => contacting),
  effort: answer('easiest-route', (effort) => effort),
  effortRated: definite('easiest-route'),
  ageRaises: answer('age-of-data', (said) => said === 'raises'),
  worstEffect: highest(['surprise', 'sensitivity', 'profiling-effect', 'vulnerable', 'consequence'], EFFECTS),
  dpiaDone: answer('dpia', (said) => said === 'yes'),
  noticePublic: answer('published', (said) => said === 'yes'),
};
