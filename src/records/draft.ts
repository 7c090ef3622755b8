/** Unfinished answers. A draft is just answers: what is on the path is worked out again each time. */
import * as v from 'valibot';
import { words } from './fields.ts';
import { writeWhatFits, type LeftOut, type Reading } from './read-what-fits.ts';
import { answerSchema, carriedSchema, detailsSchema, followedSchema, todoStateSchema } from './record.ts';

export const DRAFT_SCHEMA = 'clear-canvass/draft/1';

/** The version of a draft that another questionnaire began: nothing in it has been answered yet. */
export const NO_VERSION = '';

const id = v.pipe(v.string(), v.maxLength(100), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

export const draftSchema = v.strictObject({
  schema: v.literal(DRAFT_SCHEMA),
  questionnaire: id,
  /** The questionnaire's version when something was last answered in it, or `NO_VERSION`. */
  version: words,
  /** Every answer given, those set aside by a later change included. */
  answers: v.record(id, answerSchema),
  /** Question id → reason id → the person's own words. */
  reasons: v.record(id, v.record(id, words)),
  details: detailsSchema,
  todos: v.record(id, todoStateSchema),
  /** Question id → where its answer was taken from, and the answer that it was; another answer is the person's own. */
  carried: v.optional(v.record(id, v.strictObject({ answer: answerSchema, from: carriedSchema }))),
  /** Question id → what stands on its page and has not been continued from. */
  pending: v.optional(
    v.record(
      id,
      v.strictObject({
        answer: v.optional(answerSchema),
        reasons: v.optional(v.record(id, words)),
        /** Box → what was typed in it, where that is no answer yet, such as half a date. */
        typed: v.optional(v.record(id, words)),
      }),
    ),
  ),
  /** Questions whose answers a later change set aside, and which nobody has confirmed since. */
  setAside: v.optional(v.array(id)),
  /** Clashes of which the person keeps both answers. */
  clashesKept: v.optional(v.array(id)),
  /** The fingerprint of the record that it continues. */
  supersedes: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  /** The decision that called for this one. */
  follows: v.optional(followedSchema),
  /** The use of a campaign that it answers; absent where it answers none. */
  use: v.optional(id),
  /** Counts the writings, so that two tabs do not overwrite each other unseen. */
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type Draft = v.InferOutput<typeof draftSchema>;

/** A draft with nothing answered. */
export function newDraft(questionnaire: { readonly id: string; readonly version: string }): Draft {
  return {
    schema: DRAFT_SCHEMA,
    questionnaire: questionnaire.id,
    version: questionnaire.version,
    answers: {},
    reasons: {},
    details: {
      title: '',
      campaign: '',
      decidedBy: '',
      role: '',
      others: '',
      advice: '',
      keep: '',
      evidence: '',
    },
    todos: {},
    revision: 0,
  };
}

/** How a draft is read where part of it is broken. Without its answers, or not knowing whose they are, it is no draft. */
export const DRAFT_READING: Reading<Draft> = {
  blank: (({ reasons, details, todos, revision }) => ({ version: '', reasons, details, todos, revision }))(
    newDraft({ id: '', version: '' }),
  ),
  depths: { answers: 2, reasons: 3, details: 2, todos: 3, pending: 3, carried: 2 },
};

/**
 * The JSON of a draft, as it is kept or downloaded, and what of the draft had to be left out of it: it goes through
 * the schema by which it will be read.
 * @throws Error where it does not say whose draft it is.
 */
export function draftToJson(draft: Draft): { readonly json: string; readonly leftOut: readonly LeftOut[] } {
  const written = writeWhatFits(draftSchema, draft, DRAFT_READING);
  if (written === undefined) throw new Error(`This is no draft of a questionnaire: ${draft.questionnaire}.`);
  return written;
}

/**
 * Questions whose answers are set aside once one was given: those that left the path by it, and those of before. The
 * one that was given is confirmed by that.
 */
export function stillSetAside(
  before: readonly string[],
  pathBefore: readonly string[],
  path: readonly string[],
  given: string,
): string[] {
  const off = pathBefore.filter((id) => !path.includes(id));
  return [...new Set([...before, ...off])].filter((id) => id !== given);
}
