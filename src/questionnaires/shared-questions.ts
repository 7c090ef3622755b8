/** Questions, and kinds of question, that several questionnaires ask. Their words stand with each questionnaire. */
import { choice, type Choice } from '../engine/define.ts';

/** A yes or no, the cautious one named, with a reason to be written after either. */
export const yesNo = (cautious: 'yes' | 'no', reasons: readonly string[] = []): Choice<'yes' | 'no'> =>
  choice(['yes', 'no'], {
    cautious,
    reasons: Object.fromEntries(reasons.map((reason) => [reason, ['yes', 'no'] as const])),
  });

/** The kinds of campaigner that the code tells apart. */
export const CAMPAIGNERS = [
  'registered-party',
  'party-candidate',
  'independent-candidate',
  'elected-representative',
  'referendum-campaigner',
  'non-party-campaigner',
  'recall-campaigner',
  'unregistered-group',
  'charity-or-other',
  'supplier',
] as const;
export type Campaigner = (typeof CAMPAIGNERS)[number];

/** Who decides why and how the data is used. */
export const who = choice(CAMPAIGNERS);

/** The kinds of special category data, as campaigns meet them. */
export const SPECIAL_CATEGORIES = [
  'political-opinions',
  'race-or-ethnicity',
  'religion-or-belief',
  'trade-union',
  'health',
  'sex-life-or-orientation',
  'genetic-or-biometric',
] as const;

/** Which Article 9 condition covers special category data. */
export const condition = choice(['explicit-consent', 'party-condition', 'members', 'another', 'none'], {
  cautious: 'none',
  reasons: { which: ['another'] },
});
