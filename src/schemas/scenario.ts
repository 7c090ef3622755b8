import { z } from 'astro/zod';
import { id, strengths, words } from './vocabulary.ts';

/** For whom a scenario is: those who talk to voters, those who answer for the campaign, those who keep its lists. */
export const trainees = ['canvassers', 'candidates', 'data'] as const;
export type Trainee = (typeof trainees)[number];

/** The letters of a vote, in the order in which the options are shown. */
export const optionLetters = ['a', 'b', 'c'] as const;
export type OptionLetter = (typeof optionLetters)[number];

/** What was answered to one question, as in a worked example. */
const answer = z.union([words, z.number(), z.array(words), z.record(id, z.enum(['yes', 'no', 'not-known']))]);

/** One way to go on. */
const option = z.strictObject({
  /** What one would do, in one sentence or two. */
  text: words,
  /** What follows from that, and why, in one sentence or two. */
  follows: words,
  /** The clauses that say so. */
  clauses: z.array(id).min(1),
  /** The usual mistake that it is, in a few words; none of the best one. */
  mistake: words.optional(),
  /**
   * Of a way that is not the best, where a questionnaire stands behind the scenario: the first question that it would
   * answer otherwise, and what it would answer. The tests walk that and hold that it leads elsewhere.
   */
  parts: z.strictObject({ question: id, answer }).optional(),
});

/** What was answered, question by question. */
const answers = z.record(id, answer);

/**
 * Front matter of `content/training/scenarios/<id>.mdx`. Below it stands the situation, in at most 120 words and in
 * paragraphs of plain text.
 */
export const scenario = z
  .strictObject({
    /** A few words that do not give it away. */
    title: words,
    /** How hard it is: 1 for a first evening, 3 for those who keep the lists. */
    grade: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    /** For whom it is. */
    for: z.array(z.enum(trainees)).min(1),
    /** The sections of the code that it is about, by their slugs; the first is where it is listed. */
    met: z.array(id).min(1),
    /** True where it retells a worked example of the code. */
    retells: z.boolean().optional(),
    /** What is to be decided, as a question. */
    decide: words,
    options: z.strictObject({ a: option, b: option, c: option }),
    /** The model’s way. */
    best: z.enum(optionLetters),
    /** What somebody does who is not sure. */
    unsure: words,
    /** What to remember, in one line. */
    remember: words,
    /** What holds the model’s way up, and the tests hold it against. */
    rests: z.union([
      /** A worked example of a questionnaire, whose answers are walked to its outcome. */
      z.strictObject({ questionnaire: id, example: id }),
      /** Answers of its own, and the outcome that they reach in the deciding edition. */
      z.strictObject({ questionnaire: id, answers, outcome: id }),
      /** A clause, and how strongly it binds. */
      z.strictObject({ clause: id, strength: z.enum(strengths) }),
    ]),
  })
  .superRefine(({ options, best }, context) => {
    for (const letter of optionLetters) {
      const isBest = letter === best;
      if (isBest === (options[letter].mistake === undefined)) continue;
      context.addIssue({
        code: 'custom',
        path: ['options', letter, 'mistake'],
        message: isBest ? 'the best way is no mistake: leave it out' : 'say which usual mistake this is',
      });
    }
  });
export type ScenarioFrontMatter = z.output<typeof scenario>;
