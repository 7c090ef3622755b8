import { z } from 'astro/zod';
import { id, lawId, verdicts, words } from './vocabulary.ts';

/** Front matter of `content/questionnaires/<id>/outcomes/<outcome>.mdx`; the body is guidance for the page. */
export const outcome = z
  .strictObject({
    /** What it amounts to. */
    verdict: z.enum(verdicts),
    /** A short name for lists and maps. */
    name: words,
    /** The finding in one sentence, claiming no more than the answers show. */
    headline: words,
    /** The headline where the finding rests on an open point; every stop has one. */
    headlineOpen: words.optional(),
    /** Why, in terms of the answers given. */
    why: words,
    /** Who must still decide, and what. */
    decides: words,
    /** The evidence to keep. */
    keep: z.array(words),
    /** What would change the result. */
    changes: z.array(words),
    /** What the campaign can do instead; every stop has some. */
    instead: z.array(words).min(1).optional(),
    /** What is said of the last day, where the logic sets one; `{date}` stands for it. */
    deadline: z
      .strictObject({
        /** Where the day is known. */
        on: words.refine((text) => text.includes('{date}'), 'write {date} where the day is to stand'),
        /** Where it is known only that the day has passed, or may have. */
        past: words,
        /** Where the time has not begun to run; absent where the logic says no such thing. */
        notBegun: words.optional(),
      })
      .optional(),
    /** The clauses that it rests on. */
    clauses: z.array(id).min(1),
    /** The law changes that it rests on. */
    law: z.array(lawId),
  })
  .refine((value) => value.verdict !== 'stop' || value.headlineOpen, {
    path: ['headlineOpen'],
    message: 'a stop needs a headline for when it rests on an open point',
  })
  .refine((value) => value.verdict !== 'stop' || value.instead, {
    path: ['instead'],
    message: 'a stop says what the campaign can do instead',
  });
export type OutcomeFrontMatter = z.output<typeof outcome>;
