import { describe, expect, test } from 'vitest';
import { plainDate, plainTime } from '../../../src/records/dates.ts';
import { fileNameOf } from '../../../src/records/file-name.ts';
import { draftWith, recordFrom } from './example-records.ts';

async function named(title: string): Promise<string> {
  const draft = draftWith('leaflets');
  return fileNameOf(await recordFrom({ ...draft, details: { ...draft.details, title } }), 'html');
}

describe('someone finds their record among their files', () => {
  test('by its date, its questionnaire and its title', async () => {
    expect(await named('Polling-day letters')).toBe('2026-05-02-lawful-basis-polling-day-letters.html');
    expect(await named('People’s vote: “Ysgol Gynradd Ŷnys Môn”')).toBe(
      '2026-05-02-lawful-basis-peoples-vote-ysgol-gynradd-ŷnys-môn.html',
    );
  });

  test('by a title in any script', async () => {
    for (const [title, slug] of [
      ['Łódź i Ørsted', 'łódź-i-ørsted'],
      ['Straße & Œuvre', 'straße-œuvre'],
      ['ووٹروں کو خطوط', 'ووٹروں-کو-خطوط'],
      ['मतदाताओं को पत्र', 'मतदाताओं-को-पत्र'],
      ['投票日の手紙', '投票日の手紙'],
      ['e\u0301te\u0301', 'été'],
    ]) {
      expect(await named(title ?? '')).toBe(`2026-05-02-lawful-basis-${slug ?? ''}.html`);
    }
  });

  test('whatever the title holds, with a name that every system takes', async () => {
    for (const title of [
      '',
      '../../etc/passwd',
      'CON',
      'a\u0000b\r\nc',
      '<script>',
      'مرحبا',
      '👩‍👩‍👧',
      '\u0301\u0301',
      'a\u202Eb:c|d?e*f\"g',
      'क्षि'.repeat(300),
      '字'.repeat(300),
      'word '.repeat(200),
      'x'.repeat(500),
    ]) {
      const name = await named(title);
      expect(name).toMatch(/^2026-05-02-lawful-basis(-[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*\.html$/u);
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(130);
    }
  });
});

describe('someone reads the dates in a record', () => {
  test('in words, as they were where it was made', () => {
    expect(plainDate('2028-02-29')).toBe('29 February 2028');
    expect(plainTime('2026-05-02T14:03:00+01:00')).toBe('2 May 2026 at 14:03 (UTC+01:00)');
    expect(plainTime('2026-01-02T04:03:00Z')).toBe('2 January 2026 at 04:03 (UTC)');
  });

  test('and what is no date stays as it was written', () => {
    expect(plainDate('2026-13-01')).toBe('2026-13-01');
    expect(plainDate('soon')).toBe('soon');
  });
});
