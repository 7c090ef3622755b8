import { describe, expect, it } from 'vitest';

import { under } from '../../../src/engine/reading.ts';
import { disproportionateEffort } from '../../../src/questionnaires/disproportionate-effort/flow.ts';
import { daysAfter, lastDayOf, monthsAfter } from '../../../src/records/deadline.ts';

const reading = under(disproportionateEffort, 'law-2026-06');

describe('someone who has thirty days, of which the first is the day it came in', () => {
  it.each([
    ['2026-11-03', '2026-12-02', 'has until the 29th day after it, not the same day of the next month'],
    ['2026-02-01', '2026-03-02', 'has until March where February has 28 days'],
    ['2026-03-28', '2026-04-26', 'loses no day to the clocks going forward'],
    ['2026-10-24', '2026-11-22', 'gains no day from the clocks going back'],
    ['2026-12-31', '2027-01-29', 'has until the next year'],
  ])('from %s until %s: %s', (from, until) => {
    expect(daysAfter(from, 29)).toBe(until);
    const inDays = {
      ...disproportionateEffort,
      outcomes: {
        stop: {
          verdict: 'stop',
          todos: [],
          deadline: { question: 'obtained-on', days: 29, clause: 'col-article-14' },
        },
      },
    } as const;
    const lastDay = (given: string) =>
      lastDayOf({
        reading: under(inDays, 'law-2026-06'),
        outcome: 'stop',
        answers: { 'obtained-on': given },
      });
    expect(lastDay(from)).toEqual({ is: 'on', on: until });
    // No option says that the time has not begun, so without a date it may have passed.
    expect(lastDay('not-yet')).toEqual({ is: 'past' });
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
  });

  it('is told the day where the date is known, and where it is not, that the day may have passed', () => {
    const day = (obtained: string) =>
      lastDayOf({ reading, outcome: 'must-inform', answers: { 'obtained-on': obtained } });
    expect(day('2026-03-27')).toEqual({ is: 'on', on: '2026-04-27' });
    expect(day('not-known')).toEqual({ is: 'past' });
    expect(day('over-a-month-ago')).toEqual({ is: 'past' });
    expect(day('not-yet')).toEqual({ is: 'not-begun' });
  });

  it('is told of no day under an outcome that sets none', () => {
    expect(
      lastDayOf({ reading, outcome: 'may-rely', answers: { 'obtained-on': '2026-03-27' } }),
    ).toBeUndefined();
  });
});
