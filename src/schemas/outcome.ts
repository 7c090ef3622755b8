import { z } from 'astro/zod';
import { id, lawId, verdicts, words } from './vocabulary.ts';

/** Where a sentence says how much has to be done first: `, {once}` and the full stop. */
export const ONCE = ', {once}';

/** One of an outcome's plain sentences, and the rule by which it is chosen. */
const sentence = z
  .strictObject({
    /** The rule of the questionnaire that must hold; the last sentence has none, and is for everyone else. */
    when: z
      .string()
      .regex(/^[a-z][A-Za-z0-9]*$/, 'name a rule as in rules.ts, such as byEmail')
      .optional(),
    /**
     * What to do with this plan, in words that a neighbour understands. `, {once}.` at its end becomes “, once five
     * things are done.”, and the full stop alone where nothing is left to do first.
     */
    plain: words,
    /** The same where it rests on an open point: what is not known is said as not known. */
    open: words.optional(),
  })
  .refine(
    ({ plain, open }) => [plain, open ?? ''].every((text) => !text.replace(`${ONCE}.`, '').includes('{')),
    {
      message: `a sentence has no other place to fill in than “${ONCE}.”, with its comma and full stop, and that once`,
    },
  );

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
    /** What to do, in plain words: the first sentence whose rule holds is said, above the headline. */
    because: z
      .array(sentence)
      .min(1)
      .refine(
        (list) => list.every(({ when }, place) => (when === undefined) === (place === list.length - 1)),
        {
          message: 'each sentence names its rule under when, and the last, for everyone else, names none',
        },
      )
      .optional(),
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
    /** What is said of the last days that the logic sets, by their ids there; `{date}` stands for the day, or the moment. */
    deadlines: z
      .record(
        id,
        z.strictObject({
          /** Where the day is known. */
          on: words.refine((text) => text.includes('{date}'), 'write {date} where the day is to stand'),
          /** Where it is known only that the day has passed, or may have. */
          past: words,
          /** Where the time has not begun to run; absent where the logic says no such thing. */
          notBegun: words.optional(),
        }),
      )
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
  .refine(
    ({ verdict, because = [] }) =>
      verdict !== 'stop' || !because.some(({ plain, open }) => `${plain} ${open}`.includes(ONCE)),
    {
      path: ['because'],
      message: `nothing is done first where the plan stops: take “${ONCE}” out`,
    },
  )
  .refine((value) => value.verdict !== 'stop' || value.instead, {
    path: ['instead'],
    message: 'a stop says what the campaign can do instead',
  });
export type Sentence = z.output<typeof sentence>;
export type OutcomeFrontMatter = z.output<typeof outcome>;
