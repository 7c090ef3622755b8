/** What comes next as a calendar file (RFC 5545). It holds days and what is to be done, and nobody’s answers. */
import ical, { ICalEventTransparency } from 'ical-generator';

import { cleanText } from '../../records/clean-text.ts';
import { daysAfter } from '../../records/deadline.ts';
import type { Campaign } from '../campaign.ts';
import type { Dated } from '../next.ts';

const NAMES: Readonly<Record<Dated['what'], string>> = {
  'last-day': 'Last day',
  review: 'Review',
  'to-do': 'To do',
  again: 'Due again',
  'polling-day': 'Poll',
};

/**
 * The whole file. An event has the same UID whenever it is made, so that a calendar takes a later file as a change of it
 * and adds none twice.
 */
export function campaignIcs(
  campaign: Pick<Campaign, 'id' | 'who'>,
  dated: readonly Dated[],
  now: Date,
): string {
  const calendar = ical({
    prodId: { company: 'Clear Canvass', product: 'Campaign', language: 'EN' },
    scale: 'gregorian',
  });
  for (const { key, on, what, text, use } of dated) {
    const about = plain(use?.title ?? campaign.who.name);
    calendar.createEvent({
      id: `${campaign.id}-${key}@clear-canvass.invalid`,
      stamp: now,
      allDay: true,
      // A day as it stands: a moment would be another day in another zone.
      start: on,
      // The day on which it is over, which is no longer part of it.
      end: daysAfter(on, 1),
      summary: plain([NAMES[what], text].join(': ')),
      ...(about.trim() === '' ? {} : { description: about }),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  // What ends a line ends the last one too.
  return `${calendar.toString()}\r\n`;
}

/** Text with one kind of line end, and no tab. */
const plain = (text: string): string => cleanText(text).replace(/\r\n?/g, '\n').replaceAll('\t', ' ');
