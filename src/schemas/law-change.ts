import { z } from 'astro/zod';
import { date, id, lawId, url, words } from './vocabulary.ts';

/** How sure we are of an entry, strongest first. */
export const confidences = ['confirmed', 'secondary', 'inferred', 'not-confirmed'] as const;
export type Confidence = (typeof confidences)[number];

/**
 * What an entry is to the draft. `changed`: the draft’s rule is no longer wholly the rule, so the entry is told before
 * it. `added`: a rule that the draft has not. `about`: no rule moved, but guidance, enforcement or a Bill bears on one.
 * `no-change`: looked for, and none seen in what was checked; it counts as no change and flags nothing.
 */
export const lawKinds = ['changed', 'added', 'about', 'no-change'] as const;
export type LawKind = (typeof lawKinds)[number];

const fields = z.strictObject({
  /** The id in the law list, such as LB-1; the file is named after it in small letters. */
  id: lawId,
  /** The change in a few words. */
  title: words,
  /** What it is to the draft. */
  kind: z.enum(lawKinds),
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
  /** The clauses that it touches. */
  clauses: z.array(id),
  /** Why it touches no clause; only where it touches none. */
  noClauses: words.optional(),
});

/** One file of `content/law/`: one thing that has moved since the 2019 draft, or was looked at and has not. */
export const lawChange = fields.refine(
  ({ clauses, noClauses }) => (clauses.length === 0) === (noClauses !== undefined),
  'it names the clauses that it touches, or says in noClauses why there are none',
);
export type LawChangeEntry = z.output<typeof lawChange>;
