/** The questions in asking order, their options, and what "I don't know yet" is walked as. Ids are for good. */
import { choice, date, number, rating, text } from '../../engine/define.ts';
import { condition, explicitConsent, specialCategory, who, yesNo } from '../shared-questions.ts';

export const EFFORTS = ['low', 'medium', 'high'] as const;
export const EFFECTS = ['minor', 'moderate', 'significant'] as const;

/** One side of the effect that leaving people untold has on them; not knowing counts as the worst. */
const effect = rating(EFFECTS, { cautious: 'significant', reasons: { why: EFFECTS } });

export const questions = {
  who,
  data: text(),
  source: text(),
  people: number({ least: 1, most: 70_000_000, samples: [1000] }),
  'obtained-on': date(['not-yet', 'over-a-month-ago'], {
    cautious: 'over-a-month-ago',
    samples: ['2026-06-30'],
    earliest: '2000-01-01',
    past: true,
  }),
  'personal-data': yesNo('yes'),
  'still-needed': choice(['yes', 'no'], { cautious: 'no', reasons: { why: ['yes', 'no'] } }),
  register: choice(['nothing-else', 'with-other', 'none'], { cautious: 'with-other' }),
  indirect: yesNo('no'),
  'who-collected': yesNo('no'),
  'when-and-what-told': yesNo('no'),
  'special-category': specialCategory,
  condition,
  'explicit-consent': explicitConsent,
  'has-information': choice(['with-evidence', 'assured', 'partly', 'no'], {
    cautious: 'assured',
    reasons: { evidence: ['with-evidence'] },
  }),
  'passing-on': choice(['yes', 'to-processor', 'no'], { cautious: 'yes' }),
  contacting: choice(['all', 'some', 'none'], { cautious: 'all' }),
  'easiest-route': rating(EFFORTS, { cautious: 'low', reasons: { why: EFFORTS } }),
  'age-of-data': choice(['raises', 'does-not'], { cautious: 'does-not', reasons: { why: ['raises'] } }),
  surprise: effect,
  sensitivity: effect,
  'profiling-effect': effect,
  vulnerable: effect,
  consequence: effect,
  'safeguards-applied': text(),
  dpia: choice(['yes', 'no'], { cautious: 'no' }),
  published: choice(['yes', 'no'], { cautious: 'no', reasons: { address: ['yes'], date: ['yes'] } }),
};
