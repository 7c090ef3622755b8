/** The questions in asking order, their options, and what "I don't know yet" is walked as. Ids are for good. */
import { choice, choices, date, rating } from '../../engine/define.ts';
import { specialCategory } from '../shared-questions.ts';

export const HARMS = ['unlikely', 'risk', 'high-risk'] as const;

export const questions = {
  'aware-on': date(['over-three-days-ago'], {
    cautious: 'over-three-days-ago',
    samples: ['2026-06-30', '2026-06-30T14:30'],
    earliest: '2018-05-25',
    past: true,
    clock: 'optional',
  }),
  'whose-hands': choice(['ours', 'supplier', 'shared', 'theirs'], { cautious: 'ours' }),
  'what-happened': choices(
    ['device', 'misdirected', 'exposed', 'account', 'papers', 'leaver', 'altered-or-gone', 'none'],
    { none: 'none', notKnown: 'alone', reasons: { 'how-known': ['none'] } },
  ),
  'special-category': specialCategory,
  'raises-risk': choices(
    [
      'children-or-vulnerable',
      'danger-if-found',
      'bank-identity-logins',
      'many-or-much',
      'strangers-saw',
      'none',
    ],
    { none: 'none', notKnown: 'alone' },
  ),
  unreadable: choice(['yes', 'no'], { cautious: 'no', reasons: { how: ['yes'] } }),
  contained: choice(['yes', 'no'], { cautious: 'no', reasons: { evidence: ['yes'] } }),
  'likely-harm': rating(HARMS, { cautious: 'high-risk', reasons: { why: HARMS } }),
};
