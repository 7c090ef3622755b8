import { z } from 'astro/zod';
import { id, lawId, words } from './vocabulary.ts';

/** One option of a question, or one of several reasons asked for. */
const label = z.strictObject({
  /** What stands beside the box. */
  label: words,
  /** One short sentence under it, no links. */
  hint: words.optional(),
});

/** The words of one question. */
export const question = z.strictObject({
  /** The question's id in the flow. */
  id,
  /** The question as asked; it is the heading of its page. */
  text: words,
  /** Why we ask, always in view. */
  why: words,
  /** One short sentence under the question. */
  hint: words.optional(),
  /** Paragraphs that some people need, folded away. */
  help: z.union([words, z.array(words)]).optional(),
  /** Option id to words, in asking order; none for a question answered in free text. */
  options: z.record(id, label).optional(),
  /**
   * Where there are many options: heading to the options shown under it, each once, most usual first. Answers and
   * records keep the asking order. What stands alone, such as “none of these”, is in no group.
   */
  groups: z.record(words, z.array(id).min(1)).optional(),
  /** What “I don’t know yet” is called here, if not that. */
  unknownLabel: words.optional(),
  /** What would settle the answer for someone who does not know. */
  settle: words.optional(),
  /** Reason id to words, where reasons are asked. */
  reasons: z.record(id, label).optional(),
  /** What kind of evidence to keep. */
  evidence: words.optional(),
  /** Said when nothing was answered; “Select …” or “Enter …”. */
  error: words,
  /** Reason id to what is said when that reason is missing. */
  reasonErrors: z.record(id, words).optional(),
  /** The clauses that the question rests on. */
  clauses: z.array(id),
  /** The law changes that it rests on. */
  law: z.array(lawId).optional(),
});

/**
 * `content/questionnaires/<id>/questions.yaml`, and `content/questionnaires/shared.yaml` for what several ask: there an
 * entry “shared: who” stands for the words of `who` in the latter (`shared-words.ts`).
 */
export const questions = z.strictObject({
  /** Every question, in asking order. */
  questions: z.array(question).min(1),
});
export type QuestionWords = z.output<typeof question>;
