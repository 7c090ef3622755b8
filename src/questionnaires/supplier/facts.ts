/** What the answers say, in the terms that the rules use. */
import { factsOf } from '../../engine/define.ts';
import { questions } from './questions.ts';

const { answer } = factsOf(questions);

export const facts = {
  personalData: answer('personal-data', (said) => said === 'yes'),
};
