/** The questions in asking order, their options, and what "I don't know yet" is walked as. Ids are for good. */
import { choice, choices, text } from '../../engine/define.ts';
import { actsOnGuess, specialCategory, yesNo } from '../shared-questions.ts';

export const questions = {
  data: text(),
  'points-to': choices(
    [
      'name',
      'address',
      'number',
      'contact',
      'birth-date',
      'online',
      'coded',
      'note',
      'picture',
      'platform-picks',
      'area-figures',
      'none',
    ],
    { none: 'none', notKnown: 'alone' },
  ),
  relates: choice(['yes', 'no'], {
    cautious: 'yes',
    reasons: { content: ['no'], purpose: ['no'], effect: ['no'] },
  }),
  'made-from': choice(['yes', 'no', 'bought'], { cautious: 'yes' }),
  attached: yesNo('yes'),
  'single-out': choice(['yes', 'no'], { cautious: 'yes', reasons: { smallest: ['no'] } }),
  'special-category': specialCategory,
  'acts-on-guess': actsOnGuess,
};
