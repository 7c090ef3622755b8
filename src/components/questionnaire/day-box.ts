/** Reads the box of a day: the browser’s own control, or a plain box where it has none. */
import { todayHere } from '../../records/dates.ts';
import { readDate } from '../../records/read-date.ts';

export interface ReadDay {
  /** Absent where none is given, and where what is given is no day. */
  readonly on?: string;
  /** What is wrong with it. */
  readonly wrong?: string;
}

export function readDay(box: HTMLInputElement): ReadDay {
  if (box.validity.badInput)
    return { wrong: 'Enter a day, a month and a year that exist, such as 27 3 2026' };
  const read = readDate({ day: box.value, month: '', year: '' }, todayHere());
  if (read === undefined) return {};
  return 'on' in read ? { on: read.on } : { wrong: read.wrong };
}
