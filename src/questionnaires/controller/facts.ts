/** What the answers say, in the terms that the rules use. */
import { factsOf, NOT_KNOWN } from '../../engine/define.ts';
import type { Campaigner } from '../shared-questions.ts';
import { questions } from './questions.ts';

const { answer, definite, mark, ticked, tickedBut } = factsOf(questions);

/** Who is a person: no part of anybody else’s legal body. A supplier is no part of the campaign that it works for. */
const STANDS_ALONE: readonly Campaigner[] = [
  'party-candidate',
  'independent-candidate',
  'elected-representative',
  'supplier',
];

export const facts = {
  standsAlone: answer('who', (who) => STANDS_ALONE.includes(who)),
  isSupplier: answer('who', (who) => who === 'supplier'),
  isRepresentative: answer('who', (who) => who === 'elected-representative'),
  isPerson: answer('who', (who) => STANDS_ALONE.includes(who) && who !== 'supplier'),
  other: answer('other', (other) => other),
  oneBody: answer('same-body', (said) => said === 'yes'),
  officeWork: answer('office-work', (said) => said === 'yes'),
  officeKnown: definite('office-work'),
  theyDecide: tickedBut('they-decide', 'technical', NOT_KNOWN),
  theyShareDeciding: ticked('they-decide', 'aim', 'people', 'kinds', 'results', 'recipients'),
  ownEnds: ticked('they-decide', 'own-uses'),
  theirPartKnown: definite('they-decide'),
  weDecide: tickedBut('we-decide', 'technical', NOT_KNOWN),
  ourPartKnown: definite('we-decide'),
  samePurpose: answer('same-purpose', (said) => said === 'yes'),
  purposeKnown: definite('same-purpose'),
  registerGoes: ticked('passes', 'register-data', NOT_KNOWN),
  otherGoes: ticked('passes', 'other-data'),
  basis: answer('basis-for-passing', (said) => said === 'yes'),

  /** Both decide, for one purpose. */
  joint: mark(),
  /** Both decide, each for a purpose of its own. */
  apart: mark(),
  /** Only we decide. */
  processor: mark(),
  /** Only they decide. */
  serving: mark(),
};
