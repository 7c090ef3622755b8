import { describe, expect, test } from 'vitest';
import { lastDaySentence } from '../../../../src/components/records/reopened-words.ts';

describe('someone who opens a record again', () => {
  const hour = { text: 'Tell them.', on: '2026-05-04', at: '2026-05-04T14:30:00+01:00' };

  test('reads the hour by which something is due, and that it has passed once it has', () => {
    const due = '14:30 on 4 May 2026 (UK time).';
    expect(lastDaySentence(hour, new Date('2026-05-04T13:30:00Z'))).toBe(due);
    expect(lastDaySentence(hour, new Date('2026-05-04T13:31:00Z'))).toBe(`${due} That time has passed.`);
  });

  test('reads the day by which something is due, to its end', () => {
    const day = { text: 'Tell them.', on: '2026-05-04' };
    expect(lastDaySentence(day, new Date(2026, 4, 4, 23, 59))).toBe('4 May 2026.');
    expect(lastDaySentence(day, new Date(2026, 4, 5, 0, 1))).toBe('4 May 2026. That day has passed.');
  });

  test('reads nothing where the record knows no day', () => {
    expect(lastDaySentence({ text: 'It may have passed.', is: 'past' }, new Date())).toBeUndefined();
  });
});
