/** Records for the tests: the site’s own questionnaire and words, answered in a few ways. */
import { lawfulBasis } from '../../../src/questionnaires/lawful-basis/flow.ts';
import { editions } from '../../../src/questionnaires/editions.ts';
import { buildRecord } from '../../../src/records/build-record.ts';
import { newDraft, type Draft } from '../../../src/records/draft.ts';
import type { DecisionRecord } from '../../../src/records/record.ts';
import { wordsOf } from '../../../src/records/words.ts';
import { readContent } from '../../../src/schemas/read-content.ts';

export { editions, lawfulBasis };
export const words = wordsOf(readContent(), lawfulBasis);

/** A moment as a clock in a zone that many minutes ahead of UTC tells it. */
export function momentAt(iso: string, minutesAhead: number): Date {
  const moment = new Date(iso);
  moment.getTimezoneOffset = () => -minutesAhead;
  return moment;
}

export const NOON_IN_MAY = momentAt('2026-05-02T11:00:00Z', 60);

const answered = {
  /** Register data, which the draft code and today’s law treat differently. */
  registerLetters: {
    who: 'independent-candidate',
    purpose: 'Write to postal voters in Elm ward',
    'personal-data': 'yes',
    sources: ['full-register'],
    'register-entitled': 'yes',
    'special-category': ['none'],
    nation: 'england',
    poll: 'local',
    channel: 'post-by-name',
    promotes: 'yes',
    harm: 'no',
    'risk-signs': ['not-known'],
    'others-handle': ['nobody'],
    'democratic-engagement': 'yes',
    'task-in-law': 'no',
    'another-way': 'no',
    proportionate: 'yes',
    interest: 'democratic-engagement',
    expected: 'yes',
    outweighs: 'yes',
  },
  leaflets: {
    who: 'unregistered-group',
    purpose: 'A leaflet through every door of the estate',
    'personal-data': 'no',
    nation: 'england',
    poll: 'local',
    channel: 'unaddressed-post',
  },
  unknownSource: {
    who: 'registered-party',
    purpose: 'Ring people on the old laptop list',
    'personal-data': 'yes',
    sources: ['kept', 'not-known'],
  },
} satisfies Record<string, Draft['answers']>;

export type Answered = keyof typeof answered;

export function draftWith(which: Answered, changes: Partial<Draft> = {}): Draft {
  const draft = newDraft(lawfulBasis);
  return {
    ...draft,
    answers: answered[which],
    ...changes,
    details: {
      ...draft.details,
      title: 'Polling-day letters',
      campaign: 'Friends of Elm',
      decidedBy: 'A. Clerk',
      role: 'Treasurer',
      nation: 'england',
      poll: 'local',
      ...changes.details,
    },
  };
}

export function recordFrom(draft: Draft, now: Date = NOON_IN_MAY): Promise<DecisionRecord> {
  return buildRecord({ questionnaire: lawfulBasis, words, editions, draft, now });
}
