/** In words, where an answer was taken from. */
import { plainDate } from '../../records/dates.ts';
import type { Carried } from '../../records/record.ts';

export function sayCarried({ title, on, holds }: Carried): string {
  const about = holds.for === 'campaign' || holds.name === undefined ? '' : ` about ${holds.name}`;
  return holds.for === 'campaign' && about === ''
    ? 'Said once for your campaign, and taken from there.'
    : `Taken from “${title}” of ${plainDate(on)}${about}.`;
}
