/** What comes next as a calendar file (RFC 5545). It holds days and what is to be done, and nobody’s answers. */
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

/** Octets in a line, its end left out. */
const LONGEST_LINE = 75;

/**
 * The whole file. An event has the same UID whenever it is made, so that a calendar takes a later file as a change of it
 * and adds none twice.
 */
export function campaignIcs(
  campaign: Pick<Campaign, 'id' | 'who'>,
  dated: readonly Dated[],
  now: Date,
): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Clear Canvass//Campaign//EN',
    'CALSCALE:GREGORIAN',
    ...dated.flatMap(({ key, on, what, text, use }) => {
      const about = use?.title ?? campaign.who.name;
      return [
        'BEGIN:VEVENT',
        `UID:${campaign.id}-${key}@clear-canvass.invalid`,
        `DTSTAMP:${stamp}`,
        `DTSTART;VALUE=DATE:${dayOf(on)}`,
        // The day on which it is over, which is no longer part of it.
        `DTEND;VALUE=DATE:${dayOf(daysAfter(on, 1))}`,
        `SUMMARY:${escaped([NAMES[what], text].join(': '))}`,
        ...(about.trim() === '' ? [] : [`DESCRIPTION:${escaped(about)}`]),
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
      ];
    }),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const dayOf = (iso: string): string => iso.replaceAll('-', '');

/** Text as a value: what ends a line or a value is written otherwise. */
function escaped(text: string): string {
  return cleanText(text)
    .replace(/[\\;,]/g, (found) => `\\${found}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replaceAll('\t', ' ');
}

/** A line in pieces of at most 75 octets, no character parted; each further piece begins with a space. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LONGEST_LINE) {
      pieces.push(piece);
      [piece, octets] = ['', 1];
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n ');
}
