import { z } from 'astro/zod';
import { id } from './vocabulary.ts';

/** Semantic version of a questionnaire. */
const version = z.string().regex(/^\d+\.\d+\.\d+$/, 'a version looks like 1.0.0');
/** SHA-256 in hex. */
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'a hash has 64 figures from 0 to f');

/** What a questionnaire's proof makes exceptions for, and how far it reaches. */
const limits = z.strictObject({
  /** Questions, options (as `question: option`) and outcomes that some editions never come to. */
  unreached: z
    .array(
      z.strictObject({
        what: z.string(),
        editions: z.array(id).min(1).readonly(),
        /** Why that is as it should be. */
        because: z.string(),
      }),
    )
    .readonly(),
  /** Pairs of outcomes where “I don’t know yet” may end better than a definite answer. */
  betterWhenUnknown: z
    .array(z.strictObject({ afterUnknown: id, afterDefinite: id, because: z.string() }))
    .readonly(),
  /** What the merged graph is compared with: all that there is without merging, or parts beyond so many points. */
  unfolded: z.union([z.literal('whole'), z.strictObject({ points: z.number().int().min(1), from: id })]),
});
export type ProofLimits = z.output<typeof limits>;

/** One question of a way to an outcome, with one answer that leads there and what was tried on leaving it. */
const step = z.strictObject({
  question: id,
  /** As answers are stored. */
  answer: z.union([
    z.string(),
    z.number(),
    z.array(z.string()),
    z.record(z.string(), z.enum(['yes', 'no', 'not-known'])),
  ]),
  /** The rules of its route in the order in which they were tried, the last of them the first to hold; and the marks' rules that held. */
  rules: z.array(z.strictObject({ rule: z.string(), held: z.boolean() })),
});
export type ProofStep = z.output<typeof step>;

/** `content/proof/<questionnaire>.json`: what is proven of a questionnaire. Written by `npm run journeys`, never by hand. */
export const proof = z.strictObject({
  /** The id of the questionnaire; the file is named after it. */
  questionnaire: id,
  /** The version that is proven. */
  version,
  /** The hash of the table of its journeys, the version in its head left out. */
  hash,
  /** Every released version with the hash of its table. */
  versions: z.record(version, hash),
  limits,
  /** How many lists of random answers are tried in each edition. */
  randomLists: z.number().int().min(1),
  /** Editions under which the table is the same stand together; oldest first. */
  tables: z
    .array(
      z.strictObject({
        editions: z.array(id).min(1),
        /** Ways from the first question to an outcome, answers that lead on alike taken as one. */
        journeys: z.number().int(),
        /** Lines of the table: answers of one question that lead on alike. */
        lines: z.number().int(),
        /** Each outcome that can be reached, with one of the shortest ways to it. */
        outcomes: z.array(z.strictObject({ outcome: id, steps: z.array(step).min(1) })),
        /** Outcomes that cannot be reached. */
        unreached: z.array(id),
      }),
    )
    .min(1),
});
export type Proof = z.output<typeof proof>;
