/** The questions in asking order, their options, and what "I don't know yet" is walked as. Ids are for good. */
import { choice, text } from '../../engine/define.ts';

export const questions = {
  purpose: text(),
  'personal-data': choice(['yes', 'no'], { cautious: 'yes' }),
};
