/** The questions in asking order, their options, and what "I don't know yet" is walked as. Ids are for good. */
import { choice, choices, text } from '../../engine/define.ts';
import { who, yesNo } from '../shared-questions.ts';

/** What makes somebody a decider, and what does not. */
const decides = choices(['aim', 'people', 'kinds', 'results', 'recipients', 'own-uses', 'technical'], {
  none: 'technical',
  notKnown: 'alone',
});

export const questions = {
  who,
  activity: text(),
  other: choice([
    'party',
    'organisation',
    'candidate',
    'representative',
    'supplier',
    'campaign-platform',
    'social-page',
    'social-targeting',
    'seller',
  ]),
  'same-body': choice(['yes', 'no'], { cautious: 'no', reasons: { document: ['yes'] } }),
  'office-work': yesNo('yes'),
  'they-decide': decides,
  'we-decide': decides,
  'same-purpose': yesNo('yes', ['why']),
  passes: choices(['nothing', 'gathered-together', 'register-data', 'other-data'], {
    none: 'nothing',
    notKnown: 'alone',
  }),
  'basis-for-passing': choice(['yes', 'no'], { cautious: 'no', reasons: { why: ['yes'] } }),
};
