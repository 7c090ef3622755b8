/**
 * What the answers to shared questions hold for, besides the use in which they were given. A question that is not named
 * holds for its own use alone. Only a question that means the same wherever it is asked is named: a test holds that.
 */
import type { Campaigner } from './shared-questions.ts';

export interface HoldsFor {
  /** `campaign`: shown as answered. `list`, `supplier`: offered by its name, for that one entry. */
  readonly for: 'campaign' | 'list' | 'supplier';
  /** Facts of the campaign without which the answer may be another. */
  readonly restsOn?: readonly ('kind' | 'nation' | 'poll')[];
  /** Kinds of campaigner who may answer otherwise each time, and are asked each time. */
  readonly askedAgainOf?: readonly Campaigner[];
  /** When the answer may have changed by itself: once the poll is over, or after so many days. */
  readonly askedAgainAfter?: 'polling-day' | { readonly days: number };
}

/**
 * Questions that every use decides anew, and whose earlier answer helps whoever decides: it is shown beside the question,
 * and never taken.
 */
export const READ_BESIDE: readonly string[] = ['register-entitled', 'compatible', 'condition'];

/** Questionnaires about something that happened, and about no use of data that a text would tell people of. */
export const NO_USE: readonly string[] = ['breach', 'objection'];

/** Question id → what its answers hold for. */
export const HOLDS_FOR: Readonly<Record<string, HoldsFor>> = {
  // Office and campaign are two things, and a supplier serves several campaigns.
  who: { for: 'campaign', restsOn: ['kind'], askedAgainOf: ['elected-representative', 'supplier'] },
  nation: { for: 'campaign', restsOn: ['nation'] },
  poll: { for: 'campaign', restsOn: ['poll'] },
  'others-handle': { for: 'campaign' },
  'freepost-right': { for: 'campaign', restsOn: ['kind', 'poll'] },

  data: { for: 'list' },
  source: { for: 'list' },
  people: { for: 'list' },
  'obtained-on': { for: 'list' },
  indirect: { for: 'list' },
  'who-collected': { for: 'list' },
  'when-and-what-told': { for: 'list' },
  register: { for: 'list' },
  'under-18': { for: 'list' },
  provenance: { for: 'list' },
  'named-consent': { for: 'list' },
  'first-basis': { for: 'list' },
  'has-information': { for: 'list' },
  method: { for: 'list' },
  'which-list': { for: 'list' },
  'copy-from': { for: 'list' },
  // A new copy of the register comes out each month.
  fresh: { for: 'list', askedAgainAfter: { days: 31 } },
  'poll-over': { for: 'list', askedAgainAfter: 'polling-day' },
  'period-over': { for: 'list', askedAgainAfter: 'polling-day' },

  contract: { for: 'supplier' },
  checks: { for: 'supplier' },
  where: { for: 'supplier' },
  'uses-ours': { for: 'supplier' },
};
