/** The questions in asking order, their options, and what "I don't know yet" is walked as. Ids are for good. */
import { choice, choices, points, text } from '../../engine/define.ts';
import {
  condition,
  namedConsent,
  provenance,
  role,
  specialCategory,
  who,
  yesNo,
} from '../shared-questions.ts';

export const questions = {
  who,
  supplier: text(),
  takes: choice(['data', 'service']),
  'what-data': choices(
    [
      'addresses',
      'phone-numbers',
      'message-addresses',
      'facts',
      'scores',
      'register-entries',
      'area-figures',
    ],
    { notKnown: 'alone' },
  ),
  'personal-data': yesNo('yes'),
  'named-consent': namedConsent,
  'consent-covers': yesNo('no'),
  provenance,
  'expected-fact': yesNo('no', ['why']),
  'special-category': specialCategory,
  condition,
  role,
  'uses-ours': choices(['pools', 'own-ends', 'matches-profiles', 'none'], {
    none: 'none',
    notKnown: 'alone',
  }),
  'register-data': yesNo('yes'),
  contract: points([
    'subject',
    'instructions',
    'secrecy',
    'security',
    'sub-suppliers',
    'rights',
    'breaches',
    'return',
    'audit',
  ]),
  checks: points(['profiling', 'rights', 'security', 'apart', 'duties']),
  where: choice(['uk', 'eea', 'approved', 'safeguards', 'otherwise'], {
    cautious: 'otherwise',
    reasons: { which: ['uk', 'eea', 'approved', 'safeguards'] },
  }),
};
