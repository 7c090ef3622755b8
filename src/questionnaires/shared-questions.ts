/** Questions, and kinds of question, that several questionnaires ask. Their words stand with each questionnaire. */
import { choice, choices, points, type Choice } from '../engine/define.ts';
import { NATIONS, POLLS } from './places.ts';

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

/** Where the people live: registers and the voting age differ. Not knowing counts as more than one nation. */
export const nation = choice(NATIONS, { cautious: 'several' });

/** Which kind of poll it is for. Not knowing counts as a local one, at which nobody has a free mailing. */
export const poll = choice(POLLS, { cautious: 'local' });

/** Who else handles the data. */
export const othersHandle = choices(
  [
    'printer',
    'call-centre',
    'canvassing-tool',
    'advertising-platform',
    'party',
    'another-campaign',
    'nobody',
  ],
  { none: 'nobody', notKnown: 'alone' },
);

/** Whether electoral law gives them a free mailing at this poll. */
export const freepostRight = choice(['yes', 'no'], { cautious: 'no', reasons: { which: ['yes'] } });

/** Whose address a message goes to: the rule on electronic mail protects people, and not companies. */
export const whoseAddress = choice(['people', 'company', 'person-at-body'], { cautious: 'people' });

/** What a charity’s own soft opt-in asks. */
export const charitySoftOptIn = points(['charity', 'charitable-purposes', 'interest-shown', 'free-refusal']);

/** Whether explicit consent, as an Article 9 condition, is there. */
export const explicitConsent = points(['given', 'names-the-kind', 'recorded']);

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

/** Which kinds of special category data are used or worked out. */
export const specialCategory = choices([...SPECIAL_CATEGORIES, 'none'], { none: 'none', notKnown: 'alone' });

/** Whether anyone is picked or treated otherwise on a guess at one of these kinds, made from something else. */
export const actsOnGuess = yesNo('yes');

/** Which Article 9 condition covers special category data. */
export const condition = choice(['explicit-consent', 'party-condition', 'members', 'another', 'none'], {
  cautious: 'none',
  reasons: { which: ['another'] },
});

/** Whether electoral law entitles the campaign itself to its copy of the register, for this use. */
export const registerEntitled = choice(['yes', 'no'], { cautious: 'no', reasons: { why: ['yes'] } });

/** Whether proof was seen of how data from elsewhere was got, and that people knew where it would go. */
export const provenance = yesNo('no', ['why']);

/** Whether each person agreed that the campaign, by name, may have bought contact details. */
export const namedConsent = yesNo('no');

/** What somebody who handles data is to the campaign, in one activity: what `controller` finds. */
export const role = choice(['processor', 'joint', 'another-controller'], {
  cautious: 'another-controller',
  reasons: { record: ['processor', 'joint'] },
});
