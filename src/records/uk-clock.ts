/** What clocks in the UK show. Apart from other dates, which pages need that ask for no time of day. */
import { plainDate } from './dates.ts';

/** A UK date and time, `2026-05-02T14:03`, as `14:03 on 2 May 2026 (UK time)`. */
export function plainClock(iso: string): string {
  return `${iso.slice('2026-05-02T'.length, '2026-05-02T14:03'.length)} on ${plainDate(iso)} (UK time)`;
}

let ukFormat: Intl.DateTimeFormat | undefined;

/** What clocks in the UK show at a moment, as `2026-05-02T14:03`. */
export function ukClock(moment: Date): string {
  ukFormat ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const parts = new Map(ukFormat.formatToParts(moment).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}
