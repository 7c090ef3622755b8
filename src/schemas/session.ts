import { z } from 'astro/zod';
import { trainees } from './scenario.ts';
import { id, words } from './vocabulary.ts';

const minute = z.number().int().min(0);

/** One step of a session: something to say and do, or a scenario to put to the room. */
const step = z.strictObject({
  /** Minutes after the beginning. */
  at: minute,
  /** What is done, in a few words. */
  do: words,
  /** What to say, in the words to say it in; none where the scenario is read out. */
  say: words.optional(),
  /** The scenario that is put to the room. */
  scenario: id.optional(),
  /** What to listen for while they argue. */
  listen: words.optional(),
  /** What to park for later. */
  park: words.optional(),
});

/** Front matter of `content/training/sessions/<id>.mdx`; below it stands the invitation, as plain text. */
export const session = z.strictObject({
  title: words,
  /** How long it takes. */
  minutes: z.number().int().positive(),
  /** For whom it is. */
  for: z.array(z.enum(trainees)).min(1),
  /** Whom it suits and what they can do afterwards, in one sentence or two. */
  summary: words,
  /** What whoever leads brings. */
  bring: z.array(words).min(1),
  steps: z.array(step).min(3),
});
export type SessionFrontMatter = z.output<typeof session>;
