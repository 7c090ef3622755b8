/** A record with everything that one can hold, of the questionnaire that only the tests have. */
import { fileURLToPath } from 'node:url';

import { editions } from '../../../src/questionnaires/editions.ts';
import { buildRecord, type RecordInput } from '../../../src/records/build-record.ts';
import { newDraft, type Draft } from '../../../src/records/draft.ts';
import type { DecisionRecord } from '../../../src/records/record.ts';
import { wordsOf } from '../../../src/records/words.ts';
import { fixtureQuestionnaires, readContent } from '../../../src/schemas/read-content.ts';
import { everyKind } from '../../fixtures/site/every-kind/flow.ts';
import { NOON_IN_MAY } from './example-records.ts';

export const stallWords = wordsOf(
  readContent(fileURLToPath(new URL('../../..', import.meta.url)), {
    questionnaires: ['content/questionnaires', fixtureQuestionnaires],
  }),
  everyKind,
);

const named = newDraft(everyKind);

/** A stall that is stopped: two answers clash and are kept, three clocks run, and much comes from the campaign. */
export const stallDraft: Draft = {
  ...named,
  answers: {
    stall: 'We take orders for cakes.',
    who: 'club',
    taking: ['names', 'phone-numbers', 'allergies'],
    'held-on': '2026-07-04',
    helpers: 0,
    'first-name-at': '2026-05-01T14:30',
    'loss-harm': 'high',
    'easily-read': 'medium',
  },
  details: {
    ...named.details,
    title: 'Cakes made to order',
    campaign: 'Friends of Elm',
    decidedBy: 'A. Clerk',
    role: 'Treasurer',
    kind: { id: 'unregistered-group', name: 'A group that is not registered' },
    pollingDay: '2026-05-07',
    campaignId: 'campaign-0a1b2c3d4e5f6071',
    reviewOn: '2026-06-01',
  },
  clashesKept: ['club-of-one'],
  carried: {
    who: {
      answer: 'club',
      from: {
        title: 'Last year’s raffle',
        fingerprint: 'ab'.repeat(32),
        on: '2026-04-02',
        holds: { for: 'campaign' },
      },
    },
    'easily-read': {
      answer: 'medium',
      from: {
        title: 'The plant sale',
        on: '2026-04-20',
        holds: { for: 'list', id: 'list-1', name: 'The order book' },
      },
    },
  },
  todos: {
    'leave-data-out': { is: 'not-yet' },
    'a9-note': { is: 'done', on: '2026-04-20', note: 'In the blue file', covers: { for: 'campaign' } },
  },
};

export const stallUse = {
  use: { id: 'use-1', title: 'Take orders at the fête' },
  lists: [{ id: 'list-1', name: 'The order book' }],
  suppliers: [{ id: 'supplier-1', name: 'Till & Co', service: 'The till' }],
};

export function stallRecord(
  changes: Partial<Draft> = {},
  use: Pick<RecordInput, 'use' | 'lists' | 'suppliers'> = stallUse,
): Promise<DecisionRecord> {
  return buildRecord({
    ...use,
    questionnaire: everyKind,
    words: stallWords,
    editions,
    draft: { ...stallDraft, ...changes },
    now: NOON_IN_MAY,
  });
}
