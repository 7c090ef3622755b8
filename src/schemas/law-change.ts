import { z } from 'astro/zod';
import { date, id, lawId, url, words } from './vocabulary.ts';

/** How sure we are of an entry, strongest first. */
export const confidences = ['confirmed', 'secondary', 'inferred', 'not-confirmed'] as const;
export type Confidence = (typeof confidences)[number];

/** One file of `content/law/`: one thing that has moved since the 2019 draft. */
export const lawChange = z.strictObject({
  /** The id in the law list, such as LB-1; the file is named after it in small letters. */
  id: lawId,
  /** The change in a few words. */
  title: words,
  /** The headings of the draft that it touches. */
  touches: z.array(words).min(1),
  /** What the draft says. */
  draft: words,
  /** What is so now. */
  now: words,
  /** Since when, in the words of the law list; “n/a” where nothing changed on a day. */
  since: words,
  /** The day that puts it in order and from which it counts; none where nothing changed on a day. */
  from: date.optional(),
  /** Where this can be read. */
  sources: z
    .array(
      z.strictObject({
        /** Who says so and what the page is called. */
        title: words,
        /** The address of the page. */
        url,
      }),
    )
    .min(1),
  /** How sure we are. */
  confidence: z.enum(confidences),
  /** Which part of the entry is less sure, and why. */
  confidenceNote: words.optional(),
  /** The clauses beside which the note stands. */
  clauses: z.array(id),
});
export type LawChangeEntry = z.output<typeof lawChange>;
