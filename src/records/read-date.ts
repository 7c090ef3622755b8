/**
 * Reads a date as people in the UK write one: `27 3 26`, `27 March 2026`, `27/03/2026`, in three boxes or in one; and a
 * time of day, `14:30` or `2.30 pm`.
 */
import { MONTHS } from './dates.ts';

/** The three parts of a date, as their boxes are named. */
export const DATE_PARTS = ['day', 'month', 'year'] as const;
export type DatePart = (typeof DATE_PARTS)[number];
export type TypedDate = Readonly<Record<DatePart, string>>;

export type ReadDate =
  | {
      /** The day, as `2026-03-27`. */
      readonly on: string;
    }
  | {
      /** What is wrong, in a sentence without its full stop. */
      readonly wrong: string;
      /** The box that mends it. */
      readonly at: DatePart;
      /** True where only parts are missing: whoever types has not come to them yet. */
      readonly unfinished: boolean;
    };

/** So many years from now, a year of two figures still means the coming ones: `30` is 2030, and `80` is 1980. */
const YEARS_AHEAD = 20;

/**
 * Reads what is typed. Nothing comes back where nothing is typed.
 * @param today the day on which it is typed, ISO
 */
export function readDate(typed: TypedDate, today: string): ReadDate | undefined {
  const given = DATE_PARTS.map((part) => typed[part].trim()).filter((text) => text !== '');
  if (given.length === 0) return undefined;
  const [day, month, year] =
    given.length === 1 ? inOneBox(given[0] ?? '') : DATE_PARTS.map((part) => typed[part].trim());
  const missing = DATE_PARTS.filter((_part, place) => ![day, month, year][place]);
  if (missing[0] !== undefined)
    return { wrong: `Enter the ${missing.join(' and the ')} too`, at: missing[0], unfinished: true };
  return readParts({ day: day ?? '', month: month ?? '', year: year ?? '' }, today);
}

/** A whole date in one box, in its parts: the day first, unless the month has a name or the year stands first. */
function inOneBox(text: string): readonly (string | undefined)[] {
  const parts = text
    .replace(/\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b/gi, ' ')
    .replace(/\bof\b/gi, ' ')
    .split(/[\s.,/-]+/)
    .filter((part) => part !== '');
  const [one, two, three] = parts;
  if (parts.length > 3) return [text, 'unread', 'unread'];
  if (/^\d{3,}$/.test(one ?? '')) return [three, two, one];
  return monthNamed(one ?? '') === undefined ? [one, two, three] : [two, one, three];
}

const wrongAt = (at: DatePart, wrong: string): ReadDate => ({ wrong, at, unfinished: false });

function readParts(typed: TypedDate, today: string): ReadDate {
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/i.exec(typed.day)?.[1];
  if (day === undefined || Number(day) === 0) return wrongAt('day', 'Enter the day as a number, such as 27');
  const month = /^\d{1,2}$/.test(typed.month) ? Number(typed.month) : monthNamed(typed.month);
  if (month === undefined || month === 0)
    return wrongAt('month', 'Enter the month as a number or by its name, such as 3 or March');
  if (month > 12) return wrongAt('month', `Enter the day first, then the month: there is no month ${month}`);
  const year = yearOf(typed.year, Number(today.slice(0, 4)));
  if (year === undefined)
    return wrongAt('year', `Enter the year in four figures, such as ${today.slice(0, 4)}`);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (Number(day) > days) {
    const name = `${MONTHS[month - 1] ?? ''} ${year}`;
    return wrongAt('day', `Enter a day up to ${days}: ${name} has no more`);
  }
  const two = (value: number) => String(value).padStart(2, '0');
  return { on: `${year}-${two(month)}-${two(Number(day))}` };
}

/** The number of a month by its name or the beginning of it. */
function monthNamed(text: string): number | undefined {
  const name = text.replace(/\.$/, '').toLowerCase();
  const place = name.length < 3 ? -1 : MONTHS.findIndex((month) => month.toLowerCase().startsWith(name));
  return place < 0 ? undefined : place + 1;
}

function yearOf(text: string, now: number): number | undefined {
  if (/^[1-9]\d{3}$/.test(text)) return Number(text);
  const short = /^['’]?(\d{2})$/.exec(text)?.[1];
  if (short === undefined) return undefined;
  const coming = Math.floor(now / 100) * 100 + Number(short);
  return coming > now + YEARS_AHEAD ? coming - 100 : coming;
}

/** Reads a time of day as `14:30`; nothing comes back where what is typed is no time. Without am or pm, 2.30 is at night. */
export function readTime(typed: string): string | undefined {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  if (text === 'noon' || text === 'midday') return '12:00';
  const [, hour = '', minute, half] =
    /^(\d{1,2})(?: ?[:.]? ?(\d{2}))? ?(?:([ap])\.? ?m\.?)?$/.exec(text) ?? [];
  if (hour === '' || (minute === undefined && half === undefined)) return undefined;
  const given = Number(hour);
  if (half !== undefined && (given < 1 || given > 12)) return undefined;
  const inTheDay = half === undefined ? given : (given % 12) + (half === 'p' ? 12 : 0);
  if (inTheDay > 23 || Number(minute ?? 0) > 59) return undefined;
  return `${String(inTheDay).padStart(2, '0')}:${minute ?? '00'}`;
}
