/** Answers that people give in these tests: data, like the journeys that are generated. */
import type { Answers, Verdict } from '../../src/engine/define.ts';

/** A candidate writes by name to people on the register, some of whom gave their address for it. */
export const letters = {
  who: 'independent-candidate',
  purpose: 'Write to people on the Mill Lane estate before polling day',
  'personal-data': 'yes',
  sources: ['full-register', 'given-for-this'],
  'register-entitled': 'yes',
  'special-category': ['none'],
  nation: 'england',
  poll: 'local',
  channel: 'post-by-name',
  promotes: 'yes',
  harm: 'no',
  'risk-signs': ['matching-sources'],
  'others-handle': ['nobody'],
  'democratic-engagement': 'yes',
  'task-in-law': 'register-part',
  'another-way': 'no',
  proportionate: 'yes',
  interest: 'democratic-engagement',
  expected: 'yes',
  outweighs: 'yes',
} as const satisfies Answers;

/** A party emails people whose contact details it bought, which needs a consent that it does not have. */
export const bought = {
  who: 'registered-party',
  purpose: 'Email people whose addresses we bought about our housing plan',
  'personal-data': 'yes',
  sources: ['bought-contacts'],
  'under-18': 'no',
  provenance: 'yes',
  'named-consent': 'yes',
  'special-category': ['none'],
  nation: 'england',
  poll: 'local',
  channel: 'electronic-mail',
  promotes: 'yes',
  'whose-address': 'people',
  harm: 'no',
  'risk-signs': ['none'],
  'others-handle': ['nobody'],
  'free-to-refuse': 'yes',
  'stop-if-refused': 'yes',
  'consent-status': 'have-consent',
  'consent-standard': {
    'opt-in': 'yes',
    prominent: 'yes',
    separate: 'no',
    plain: 'yes',
    named: 'yes',
    purposes: 'yes',
    channels: 'not-known',
    recorded: 'yes',
    withdrawal: 'yes',
  },
} as const satisfies Answers;

/** A residents' group puts leaflets without a name through every door, and uses nobody's data. */
export const leaflets = {
  who: 'unregistered-group',
  purpose: 'Put a leaflet through every door of the estate',
  'personal-data': 'no',
  nation: 'england',
  poll: 'local',
  channel: 'unaddressed-post',
} as const satisfies Answers;

/** Answers that come to each verdict; `done` where everything that there is to do has to be ticked first. */
export const byVerdict = {
  proceed: { answers: letters, done: true },
  'proceed-if': { answers: letters, done: false },
  stop: { answers: bought, done: false },
  'not-needed': { answers: leaflets, done: false },
} as const satisfies Record<Verdict, { answers: Answers; done: boolean }>;

/** The answers before a question. */
export function before(answers: Answers, question: string): Answers {
  const entries = Object.entries(answers);
  return Object.fromEntries(
    entries.slice(
      0,
      entries.findIndex(([id]) => id === question),
    ),
  );
}
