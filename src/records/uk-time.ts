/**
 * Time as clocks in the UK show it. In the hour that comes twice, when clocks go back, the first is meant; in the hour
 * that does not exist, when they go forward, we take them to have been put forward already. Both ways, a limit that is
 * counted from there ends at the earlier of the two moments that it could.
 */
import { ukClock } from './uk-clock.ts';

const HOUR = 3_600_000;

/** The first moment that a UK date and time, `2026-05-02T14:03`, can mean. */
export function momentOf(clock: string): Date {
  const inWinter = new Date(`${clock}:00Z`);
  const inSummer = new Date(inWinter.getTime() - HOUR);
  return ukClock(inWinter) === clock && ukClock(inSummer) !== clock ? inWinter : inSummer;
}

/** The moment so many hours later. Where clocks are changed meanwhile, they show an hour more or less than that. */
export function hoursAfter(moment: Date, hours: number): Date {
  return new Date(moment.getTime() + hours * HOUR);
}

/** A moment as an ISO date and time with the offset of the UK, such as `2026-05-02T14:03:00+01:00`. */
export function isoInTheUk(moment: Date): string {
  const clock = ukClock(moment);
  const ahead = Math.round((new Date(`${clock}:00Z`).getTime() - moment.getTime()) / HOUR);
  return `${clock}:00+0${Math.max(0, ahead)}:00`;
}
