import { MONTHS } from '../../records/dates.ts';

/** `2026-02-05` as `5 February 2026`, `2026-02` as `February 2026`; the parts of a date are kept on one line. */
export function longDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  const name = month ? MONTHS[Number(month) - 1] : undefined;
  return [day ? String(Number(day)) : '', name ?? '', year].filter(Boolean).join('\u00a0');
}

/** Dates within a text, kept on one line each. */
export function keepDatesWhole(text: string): string {
  return text.replace(
    new RegExp(`(?:(\\d{1,2}) )?(${MONTHS.join('|')}) (\\d{4})`, 'g'),
    (_, day: string | undefined, month: string, year: string) =>
      [day, month, year].filter(Boolean).join('\u00a0'),
  );
}
