/** Dates and times as a record stores and shows them. */

export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2026-05-02` as `2 May 2026`. What is no such date comes back as it is. */
export function plainDate(iso: string): string {
  const [, year, month, day] = /^(\d{4,})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  return day === undefined || name === undefined ? iso : `${Number(day)} ${name} ${year}`;
}

/** `2026-05-02T14:03:00+01:00` as `2 May 2026 at 14:03 (UTC+01:00)`: the clock of the place where it was made. */
export function plainTime(iso: string): string {
  const [, time, offset] = /[T ](\d{2}:\d{2})[^Z+-]*(Z|[+-].*)?$/.exec(iso) ?? [];
  return time === undefined
    ? plainDate(iso)
    : `${plainDate(iso)} at ${time} (UTC${offset === 'Z' ? '' : (offset ?? '')})`;
}

/** Today, by the clock of this place, as `2026-05-02`. */
export function todayHere(): string {
  return isoWithOffset(new Date()).slice(0, 10);
}

/** A moment as an ISO date and time with the offset of the place, such as `2026-05-02T14:03:00+01:00`. */
export function isoWithOffset(moment: Date): string {
  const ahead = -Math.round(moment.getTimezoneOffset());
  const local = new Date(moment.getTime() + ahead * 60_000).toISOString().slice(0, 19);
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.abs(ahead);
  return `${local}${ahead < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** This moment, as an ISO date and time with offset. */
export const isoNow = (): string => isoWithOffset(new Date());
