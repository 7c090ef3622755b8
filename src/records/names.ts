/** Names of the nations, kinds of poll, strengths and times that a record can state. */
import type { NATIONS, POLLS } from '../questionnaires/places.ts';
import type { DecisionRecord } from './record.ts';

export const nationNames: Readonly<Record<(typeof NATIONS)[number], string>> = {
  england: 'England',
  scotland: 'Scotland',
  wales: 'Wales',
  'northern-ireland': 'Northern Ireland',
  several: 'More than one nation',
};

export const pollNames: Readonly<Record<(typeof POLLS)[number], string>> = {
  'uk-parliament': 'UK Parliament',
  'scottish-parliament': 'Scottish Parliament',
  senedd: 'Senedd Cymru',
  'northern-ireland-assembly': 'Northern Ireland Assembly',
  local: 'Local council',
  'mayor-or-commissioner': 'Mayor, or police and crime commissioner',
  referendum: 'Referendum',
  'recall-petition': 'Recall petition',
  'no-poll': 'No poll: work between polls',
};

const strengthNames = { must: 'must', should: 'should', 'must-by-statute': 'must, by statute' } as const;

/** How strongly a to-do binds, in words. */
export const strengthName = (strength: keyof typeof strengthNames): string => strengthNames[strength];

/** For what a to-do is done once, in words. */
export const scopeNames: Readonly<Record<DecisionRecord['todos'][number]['scope'], string>> = {
  campaign: 'the whole campaign',
  list: 'each list',
  supplier: 'each supplier',
  use: 'each use',
};

/** When a to-do falls due, in order, as the headings of a list. */
export const timeNames = {
  before: 'Before you start',
  collecting: 'When you collect data',
  contact: 'When you contact people',
  during: 'While it runs',
  after: 'Afterwards',
} as const;
