import type { Verdict } from '../engine/define.ts';

/** One stroke or shape of a mark, in a box of 48 by 48; colour is always that of the text around it. */
export interface MarkShape {
  readonly d: string;
  /** Filled with the even-odd rule if true, drawn as a line if not. */
  readonly fill?: boolean;
  readonly width?: number;
  readonly dash?: string;
}

/** A mark as one makes it on a ballot paper, and the word that always stands beside it. */
export interface VerdictMark {
  readonly word: string;
  readonly shapes: readonly MarkShape[];
}

const box = 'M5.5 6 42.5 5l.5 37-37.5 1z';

/**
 * Told apart without colour: a box struck solid, a tick whose long stroke is still to be drawn, a tick, and a broken box
 * with a dash. Written for inline SVG: no style attribute, so a strict policy lets them through.
 */
export const verdictMarks: Readonly<Record<Verdict, VerdictMark>> = {
  stop: {
    word: 'Stop',
    shapes: [{ d: 'M4.5 5 43.5 4l.5 39-39.5 1zM12 20.2l24.5-.6.1 8.2-24.5.6z', fill: true }],
  },
  'proceed-if': {
    word: 'Proceed, once these are done',
    shapes: [
      { d: box, width: 3 },
      { d: 'M12 24 20 34', width: 5 },
      { d: 'M24.5 28.5 42 5', width: 5, dash: '0.1 8.3' },
    ],
  },
  proceed: {
    word: 'Proceed',
    shapes: [
      { d: box, width: 3 },
      { d: 'M12 24 20 34 43 4', width: 5 },
    ],
  },
  'not-needed': {
    word: 'Not needed',
    shapes: [
      { d: box, width: 3, dash: '5 5.5' },
      { d: 'M16 24.2 32 23.8', width: 3.5 },
    ],
  },
};

/** The mark as SVG markup, for a document that is written as text. */
export function drawVerdictMark(verdict: Verdict, size = 48): string {
  const shapes = verdictMarks[verdict].shapes.map(({ d, fill, width, dash }) =>
    fill
      ? `<path d="${d}" fill="currentColor" fill-rule="evenodd"/>`
      : `<path d="${d}" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" stroke-width="${width ?? 3}"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`,
  );
  return `<svg class="verdict-mark" viewBox="0 0 48 48" width="${size}" height="${size}" aria-hidden="true">${shapes.join('')}</svg>`;
}
