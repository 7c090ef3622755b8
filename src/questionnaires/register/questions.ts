/** The questions in asking order, their options, and what "I don't know yet" is walked as. Ids are for good. */
import { choice, choices, text } from '../../engine/define.ts';
import { registerEntitled, who } from '../shared-questions.ts';

export const questions = {
  who,
  purpose: text(),
  'which-list': choice(['full', 'marked', 'open', 'absent', 'overseas'], { cautious: 'full' }),
  'register-entitled': registerEntitled,
  'copy-from': choice(['officer', 'own-body', 'someone-else'], {
    cautious: 'someone-else',
    reasons: { document: ['own-body'] },
  }),
  'poll-over': choice(['no', 'covered', 'yes'], { cautious: 'yes', reasons: { provision: ['covered'] } }),
  'goes-to': choices(['own-people', 'processor', 'another-controller', 'platform', 'public'], {
    none: 'own-people',
    notKnown: 'alone',
  }),
  'processor-allowed': choice(['yes', 'no'], {
    cautious: 'no',
    reasons: { provision: ['yes'], contract: ['yes'] },
  }),
  combined: choices(['nothing', 'other-lists', 'told-us', 'support', 'bought-or-shared', 'public-profiles'], {
    none: 'nothing',
    notKnown: 'alone',
  }),
  fresh: choice(['newest', 'older'], { cautious: 'older' }),
};
