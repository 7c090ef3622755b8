import { describe, expect, it } from 'vitest';

import { date, defineQuestionnaire, type Deadline, type Span } from '../../../src/engine/define.ts';
import { under } from '../../../src/engine/reading.ts';
import { disproportionateEffort } from '../../../src/questionnaires/disproportionate-effort/flow.ts';
import {
  daysAfter,
  lastDaysOf,
  monthsAfter,
  sayPassed,
  type LastDay,
} from '../../../src/records/deadline.ts';
import { everyKind } from '../../fixtures/site/every-kind/flow.ts';

/** The end of a time limit of this length, for whoever gives this as the date that it is counted from. */
function endOf(span: Span, given: string, notBegun?: string): LastDay | undefined {
  const deadline: Deadline<'since', never> = {
    question: 'since',
    clause: 'col-article-14',
    notBegun,
    ...span,
  };
  const questionnaire = defineQuestionnaire({
    id: 'limit',
    version: '1.0.0',
    editions: ['only'],
    start: 'since',
    questions: { since: date(['not-yet', 'long-ago'], { samples: ['2026-05-01'], clock: 'optional' }) },
    facts: {},
    rules: {},
    routes: { since: 'end' },
    outcomes: { end: { verdict: 'stop', todos: [], deadlines: { only: deadline } } },
  });
  return lastDaysOf(under(questionnaire, 'only').replay({ since: given }))[0]?.day;
}

describe('someone who has thirty days, of which the first is the day it came in', () => {
  it.each([
    ['2026-11-03', '2026-12-02', 'has until the 29th day after it, not the same day of the next month'],
    ['2026-02-01', '2026-03-02', 'has until March where February has 28 days'],
    ['2028-02-01', '2028-03-01', 'has until the first of March in a leap year'],
    ['2026-03-28', '2026-04-26', 'loses no day to the clocks going forward'],
    ['2026-10-24', '2026-11-22', 'gains no day from the clocks going back'],
    ['2026-12-31', '2027-01-29', 'has until the next year'],
  ])('from %s until %s: %s', (from, until) => {
    expect(daysAfter(from, 29)).toBe(until);
    expect(endOf({ days: 29 }, from)).toEqual({ is: 'on', on: until });
    // The time of day counts for nothing where days are counted.
    expect(endOf({ days: 29 }, `${from}T23:59`)).toEqual({ is: 'on', on: until });
    // No option says that the time has not begun, so without a date it may have passed.
    expect(endOf({ days: 29 }, 'not-yet')).toEqual({ is: 'past' });
  });
});

describe('someone who has a month', () => {
  it.each([
    ['2026-03-27', '2026-04-27', 'has until the same day of the next month'],
    ['2026-01-31', '2026-02-28', 'has until the last day of a shorter month'],
    ['2024-01-31', '2024-02-29', 'has until 29 February in a leap year'],
    ['2024-02-29', '2024-03-29', 'has until the same day where it began on 29 February'],
    ['2026-12-15', '2027-01-15', 'has until the next year where it began in December'],
    ['2026-02-28', '2026-03-28', 'loses no day to the clocks going forward'],
    ['2026-09-26', '2026-10-26', 'gains no day from the clocks going back'],
  ])('from %s until %s: %s', (from, until) => {
    expect(monthsAfter(from, 1)).toBe(until);
    expect(endOf({ months: 1 }, from)).toEqual({ is: 'on', on: until });
  });

  it('is told the day where the date is known, and where it is not, that the day may have passed', () => {
    expect(endOf({ months: 1 }, 'long-ago', 'not-yet')).toEqual({ is: 'past' });
    expect(endOf({ months: 1 }, 'not-yet', 'not-yet')).toEqual({ is: 'not-begun' });
    const [month] = lastDaysOf(
      under(disproportionateEffort, 'law-2026-06').replay({
        who: 'charity-or-other',
        data: 'A list',
        source: 'A friend',
        people: 40,
        'obtained-on': '2026-03-27',
        'personal-data': 'yes',
        'still-needed': 'yes',
        register: 'none',
        indirect: 'yes',
        'who-collected': 'yes',
        'when-and-what-told': 'yes',
        'special-category': ['none'],
        'has-information': 'no',
        'passing-on': 'yes',
      }),
    );
    expect(month?.day).toEqual({ is: 'on', on: '2026-04-27' });
  });
});

describe('someone who has 72 hours', () => {
  it.each([
    ['2026-11-27T18:00', '2026-11-30T18:00:00+00:00', 'has no more for a weekend in between'],
    [
      '2026-03-27T14:30',
      '2026-03-30T15:30:00+01:00',
      'has until an hour later by the clock, put forward since',
    ],
    [
      '2026-10-23T14:30',
      '2026-10-26T13:30:00+00:00',
      'has until an hour earlier by the clock, put back since',
    ],
    ['2026-10-25T01:30', '2026-10-28T00:30:00+00:00', 'counts from the first of the two hours of that name'],
    [
      '2026-03-29T01:30',
      '2026-04-01T01:30:00+01:00',
      'counts from the earlier moment in the hour that is not there',
    ],
    ['2026-10-22T01:30', '2026-10-25T01:30:00+01:00', 'has until the first of the two hours of that name'],
    ['2026-03-26T01:30', '2026-03-29T02:30:00+01:00', 'never has until an hour that is not there'],
    ['2028-02-27T09:00', '2028-03-01T09:00:00+00:00', 'has the leap day among the three'],
    ['2026-12-30T00:00', '2027-01-02T00:00:00+00:00', 'has until the next year'],
    ['2026-07-01', '2026-07-04T00:00:00+01:00', 'counts from the beginning of the day without a time'],
  ])('from %s until %s: %s', (from, at) => {
    expect(endOf({ hours: 72 }, from)).toEqual({ is: 'on', on: at.slice(0, 10), at });
  });

  it('is told that they have passed where no date is given, unless they have not begun', () => {
    expect(endOf({ hours: 72 }, 'long-ago')).toEqual({ is: 'past' });
    expect(endOf({ hours: 72 }, 'not-yet', 'not-yet')).toEqual({ is: 'not-begun' });
  });

  it('is told so once the last of them is over, to the minute and wherever she is', () => {
    const end = { on: '2026-03-30', at: '2026-03-30T15:30:00+01:00' };
    expect(sayPassed(end, new Date('2026-03-30T14:30:00Z'))).toBeUndefined();
    expect(sayPassed(end, new Date('2026-03-30T14:31:00Z'))).toBe('That time has passed.');
  });
});

describe('someone whose time limit ends beyond what a record can hold', () => {
  it.each<Span>([{ months: 1 }, { days: 29 }, { hours: 72 }])(
    'is told the last day that it can: %o',
    (span) => {
      expect(endOf(span, '9999-12-30')).toEqual({ is: 'on', on: '9999-12-31' });
    },
  );
});

describe('someone whose result has several last days', () => {
  const base = {
    stall: 'We take orders.',
    who: 'family',
    'held-on': '2026-07-04',
    helpers: 3,
    'loss-harm': 'low',
    'easily-read': 'low',
    told: 'no',
    'first-name-at': '2026-05-01T14:30',
  };
  const due = (answers: object) =>
    lastDaysOf(under(everyKind, 'law-2026-06').replay({ ...base, ...answers })).map(({ id, day }) => [
      id,
      day,
    ]);

  it('is shown each by its own clock, the soonest first', () => {
    expect(due({ taking: ['names', 'phone-numbers', 'allergies'] })).toEqual([
      ['tell-committee', { is: 'on', on: '2026-05-04', at: '2026-05-04T14:30:00+01:00' }],
      ['answer-callers', { is: 'on', on: '2026-05-30' }],
      ['tell-people', { is: 'on', on: '2026-06-01' }],
    ]);
  });

  it('is shown only those whose rule holds', () => {
    expect(due({ taking: ['names'] }).map(([id]) => id)).toEqual(['tell-people']);
    expect(due({ taking: ['names', 'phone-numbers'] }).map(([id]) => id)).toEqual([
      'answer-callers',
      'tell-people',
    ]);
  });

  it('is told first what has passed, or may have, and last what has not begun', () => {
    const taking = ['names', 'phone-numbers', 'allergies'];
    expect(due({ taking, 'first-name-at': 'not-yet' })).toEqual([
      ['tell-committee', { is: 'past' }],
      ['tell-people', { is: 'not-begun' }],
      ['answer-callers', { is: 'not-begun' }],
    ]);
    expect(due({ taking, 'first-name-at': 'not-known' }).map(([, day]) => day)).toEqual([
      { is: 'past' },
      { is: 'past' },
      { is: 'past' },
    ]);
  });

  it('is shown none where the date was not asked for', () => {
    expect(due({ taking: ['allergies'], 'held-on': 'not-settled' })).toEqual([]);
  });
});
