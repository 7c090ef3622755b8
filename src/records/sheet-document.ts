/** A sheet as a document: see `document.ts`. The checker inside the HTML file carries this too. */
import type { DocumentBlock } from './document.ts';
import { shortFingerprint } from './fingerprint.ts';
import type { Sheet } from './sheet.ts';

/** What the sheet shows, and after it what it is not, with its fingerprint. */
export function sheetDocumentOf({
  over,
  title,
  notice,
  shown,
  fingerprint,
}: Pick<Sheet, 'over' | 'title' | 'notice' | 'shown' | 'fingerprint'>): readonly DocumentBlock[] {
  return [
    { kind: 'title', over, text: { text: title, typed: true } },
    ...shown,
    {
      kind: 'section',
      id: 'about-this-sheet',
      heading: 'About this sheet',
      blocks: [
        { kind: 'paragraph', said: { text: notice } },
        { kind: 'fingerprint', groups: shortFingerprint(fingerprint).split(' ') },
      ],
    },
  ];
}
