/** The questions in asking order, their options, and what "I don't know yet" is walked as. Ids are for good. */
import { choice, choices, date, points } from '../../engine/define.ts';
import { freepostRight } from '../shared-questions.ts';

export const questions = {
  'received-on': date(['over-a-month-ago'], {
    cautious: 'over-a-month-ago',
    // The duty to acknowledge complaints reaches those received from 19 June 2026.
    samples: ['2026-06-18', '2026-07-30'],
    earliest: '2018-05-25',
    past: true,
  }),
  whose: choice(['clear', 'one-of-several', 'real-doubt'], { cautious: 'one-of-several' }),
  asks: choices(
    [
      'stop-contact',
      'stop-profiling',
      'stop-other-use',
      'take-back-consent',
      'leave-out-freepost',
      'party-notice',
      'delete',
      'correct',
      'see',
      'complain-contact',
      'complain-other',
    ],
    { notKnown: 'alone' },
  ),
  'freepost-right': freepostRight,
  'how-far': choice(['all', 'only-the-way'], { cautious: 'all' }),
  'notice-until': date(['none-given'], {
    cautious: 'none-given',
    samples: ['2026-06-01', '2026-12-01'],
    earliest: '2018-05-25',
  }),
  'marketing-use': choice(['yes', 'no'], { cautious: 'yes', reasons: { why: ['no'] } }),
  'rests-on': choice(['consent', 'task-or-interests', 'contract-duty-life'], {
    cautious: 'consent',
    reasons: { which: ['contract-duty-life'] },
  }),
  compelling: choice(['yes', 'no'], { cautious: 'no', reasons: { which: ['yes'] } }),
  'must-keep': choice(['nothing', 'held'], { cautious: 'held', reasons: { what: ['held'] } }),
  'done-so-far': points(['lists', 'platforms', 'helpers', 'suppressed', 'answered']),
};
