import { describe, expect, test } from 'vitest';
import { readDate, readTime, type DatePart, type TypedDate } from '../../../src/records/read-date.ts';

const TODAY = '2026-11-30';
const typed = (day: string, month = '', year = ''): TypedDate => ({ day, month, year });

describe('someone writes a date as people here write it', () => {
  test.each([
    ['in figures', typed('27', '3', '2026'), '2026-03-27'],
    ['with noughts and spaces', typed(' 07 ', '03', ' 2026'), '2026-03-07'],
    ['with a year of two figures', typed('27', '3', '26'), '2026-03-27'],
    ['with a year that is coming', typed('1', '5', '46'), '2046-05-01'],
    ['with a year that has been', typed('1', '5', '47'), '1947-05-01'],
    ['with an apostrophe before the year', typed('1', '5', '’29'), '2029-05-01'],
    ['with the month by its name', typed('27', 'March', '2026'), '2026-03-27'],
    ['with the beginning of its name', typed('27th', 'sept.', '26'), '2026-09-27'],
    ['in one box', typed('27 3 26'), '2026-03-27'],
    ['in one box with strokes', typed('27/03/2026'), '2026-03-27'],
    ['in one box in words', typed('Friday, 27th of March 2026'), '2026-03-27'],
    ['in one box with the month first, by its name', typed('March 27, 2026'), '2026-03-27'],
    ['in one box with the year first', typed('2026-03-27'), '2026-03-27'],
    ['in the box of the year', typed('', '', '1.12.2026'), '2026-12-01'],
    ['on a leap day', typed('29', '2', '2028'), '2028-02-29'],
  ])('%s', (_how, parts, on) => {
    expect(readDate(parts, TODAY)).toEqual({ on });
  });

  test('and where nothing is written, nothing is read', () => {
    expect(readDate(typed(' '), TODAY)).toBeUndefined();
  });
});

describe('someone writes what is no date, and is told what is wrong with it', () => {
  const cases: readonly (readonly [string, TypedDate, DatePart, string])[] = [
    ['only a day', typed('27'), 'month', 'Enter the month and the year too'],
    ['no day', typed('', '3', '2026'), 'day', 'Enter the day too'],
    ['no year', typed('27 March'), 'year', 'Enter the year too'],
    [
      'no month that there is',
      typed('3', '27', '2026'),
      'month',
      'Enter the day first, then the month: there is no month 27',
    ],
    [
      'a month of no name',
      typed('3', 'Octember', '2026'),
      'month',
      'Enter the month as a number or by its name, such as 3 or March',
    ],
    ['a day of no figures', typed('third', '3', '2026'), 'day', 'Enter the day as a number, such as 27'],
    ['day nought', typed('0', '3', '2026'), 'day', 'Enter the day as a number, such as 27'],
    ['a day too many', typed('31', '4', '2027'), 'day', 'Enter a day up to 30: April 2027 has no more'],
    [
      'a leap day in no leap year',
      typed('29', '2', '27'),
      'day',
      'Enter a day up to 28: February 2027 has no more',
    ],
    [
      'a year of five figures',
      typed('27', '3', '20266'),
      'year',
      'Enter the year in four figures, such as 2026',
    ],
    [
      'a year of three figures',
      typed('27', '3', '226'),
      'year',
      'Enter the year in four figures, such as 2026',
    ],
    ['a year of old', typed('27', '3', '0026'), 'year', 'Enter the year in four figures, such as 2026'],
    ['a sentence', typed('the Friday after we meet'), 'day', 'Enter the day as a number, such as 27'],
  ];
  test.each(cases)('%s', (_what, parts, at, wrong) => {
    expect(readDate(parts, TODAY)).toEqual({ wrong, at, unfinished: wrong.endsWith(' too') });
  });
});

describe('someone writes a time of day', () => {
  test.each([
    ['14:30', '14:30'],
    ['9:05', '09:05'],
    ['2.30 pm', '14:30'],
    ['2 pm', '14:00'],
    ['12.15am', '00:15'],
    ['12 p.m.', '12:00'],
    ['1430', '14:30'],
    [' 00:00 ', '00:00'],
    ['Noon', '12:00'],
    // Whoever means the afternoon says so: the earlier of the two ends a limit sooner.
    ['2.30', '02:30'],
  ])('%s is read as %s', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });

  test.each(['', '9', '24:00', '14:60', '13 pm', '0 am', 'half past two', '14:3', '-1:00', 'midnight'])(
    '“%s” is not read as one',
    (typed) => {
      expect(readTime(typed)).toBeUndefined();
    },
  );
});
