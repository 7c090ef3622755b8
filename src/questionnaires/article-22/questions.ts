/** The questions in asking order, their options, and what "I don't know yet" is walked as. Ids are for good. */
import { choice, choices, points, text } from '../../engine/define.ts';
import {
  condition,
  explicitConsent,
  othersHandle,
  SPECIAL_CATEGORIES,
  who,
  yesNo,
} from '../shared-questions.ts';

/** A prompt of the code's five questions: a yes or no with its reason, and not knowing counts as yes. */
const prompt = yesNo('yes', ['why']);

export const questions = {
  who,
  activity: text(),
  message: text(),
  profiling: choice(['decides', 'nothing-decided', 'no'], { cautious: 'decides' }),
  'others-handle': othersHandle,
  'data-used': choices(
    [
      'names-and-addresses',
      'register',
      'contact-details',
      'age-or-gender',
      'household-or-lifestyle',
      'online-behaviour',
      'location',
      'past-contact',
      'other',
      ...SPECIAL_CATEGORIES,
    ],
    { notKnown: 'alone' },
  ),
  condition,
  'explicit-consent': explicitConsent,
  'solely-automated': choice(['nobody', 'human-look'], {
    cautious: 'nobody',
    reasons: { why: ['nobody', 'human-look'] },
  }),
  surprised: prompt,
  'not-plain': prompt,
  'intrusive-otherwise': prompt,
  frequency: prompt,
  timing: prompt,
  unaware: prompt,
  'delivery-otherwise': prompt,
  emotive: prompt,
  autonomy: prompt,
  vulnerable: prompt,
  psychometrics: prompt,
  discriminatory: prompt,
  threatening: prompt,
  disenfranchising: prompt,
  'detriment-otherwise': prompt,
  'other-reason': prompt,
  dpia: choice(['done', 'not-yet'], { cautious: 'not-yet' }),
  'legal-effect': prompt,
  'significant-effect': prompt,
  mitigated: yesNo('no', ['why']),
  safeguards: points([
    'explicit-consent',
    'consent-to-all-data',
    'people-told',
    'logic-explained',
    'human-steps-in',
    'people-heard',
    'decision-challenged',
  ]),
};
