/** A campaign for the tests: an independent candidate in a council ward. */
import {
  decideUse,
  newCampaign,
  planUse,
  putList,
  putSupplier,
  setWho,
  type Campaign,
  type Cover,
  type Decided,
  type Decision,
  type Settled,
  type ShortTodo,
} from '../../../src/campaign/campaign.ts';

export const MONDAY = '2026-03-02T09:00:00+00:00';
export const TUESDAY = '2026-03-03T09:00:00+00:00';
export const WEDNESDAY = '2026-03-04T09:00:00+00:00';

export const CAMPAIGN_WIDE: Cover = { for: 'campaign' };

/** Two uses planned, one list, one supplier, nothing decided. */
export function ward(): Campaign {
  const begun = setWho(
    newCampaign('campaign-elm', MONDAY),
    {
      kind: 'independent-candidate',
      name: 'Ada for Elm',
      nation: 'england',
      poll: 'local',
      pollingDay: '2026-05-07',
      decidedBy: 'A. Clerk',
      role: 'Candidate',
    },
    MONDAY,
  );
  const listed = putList(
    begun,
    { id: 'list-petition', name: 'The petition list', source: 'given-for-other', poll: '' },
    MONDAY,
  );
  const supplied = putSupplier(
    listed,
    { id: 'supplier-print', name: 'Elm Print', service: 'Prints letters' },
    MONDAY,
  );
  const letters = planUse(
    supplied,
    { id: 'use-letters', title: 'Post letters', plan: 'post', questionnaire: 'lawful-basis' },
    MONDAY,
  );
  return planUse(
    letters,
    {
      id: 'use-emails',
      title: 'E-mail signers',
      questionnaire: 'lawful-basis',
      lists: ['list-petition'],
      suppliers: ['supplier-print'],
    },
    MONDAY,
  );
}

export const todo = (id: string, more: Partial<ShortTodo> = {}): ShortTodo => ({
  id,
  text: `Do ${id}.`,
  strength: 'must',
  when: ['before'],
  holdsBack: true,
  ...more,
});

export const decided = (more: Partial<Decided> = {}): Decided => ({
  verdict: 'proceed-if',
  outcome: 'Legitimate interests',
  plain: 'Post the letters, once these things are done.',
  on: TUESDAY,
  lastDays: [],
  todos: [],
  version: '1.2.0',
  facts: { kind: 'independent-candidate', nation: 'england', poll: 'local' },
  ...more,
});

export const decision = (more: Partial<Decision> = {}): Decision => ({
  decided: decided(),
  standing: [],
  settled: [],
  ...more,
});

export const settled = (more: Partial<Settled> = {}): Settled => ({
  question: 'who',
  text: 'Who will decide why and how this data is used?',
  answer: 'independent-candidate',
  said: ['An independent candidate'],
  reasons: {},
  holds: CAMPAIGN_WIDE,
  from: { use: 'use-letters', title: 'Post letters', on: '2026-03-03' },
  questionnaire: 'lawful-basis',
  version: '1.2.0',
  facts: { kind: 'independent-candidate', nation: 'england', poll: 'local' },
  ...more,
});

/** The ward, with the letters decided. */
export const withLetters = (more: Partial<Decision> = {}): Campaign =>
  decideUse(ward(), 'use-letters', decision(more), TUESDAY);
