/** What is known of a campaign, made up for a test. */
import type { Known, KnownAnswer, KnownUse } from '../../../src/documents/known.ts';
import { known, use } from './a-text.ts';

/** One option, several, or “I don’t know yet”, which may stand beside options as `not-known`. */
export type Said = string | readonly string[] | null;

const answerOf = (question: string, said: Said, reasons: Readonly<Record<string, string>>): KnownAnswer => ({
  question,
  text: `The question ${question}?`,
  answer: said === null ? 'not-known' : typeof said === 'string' ? said : [...said],
  options: said === null ? [] : [said].flat().filter((option) => option !== 'not-known'),
  said: said === null ? ['I don’t know yet'] : [said].flat(),
  reasons,
  notKnown: said === null || [said].flat().includes('not-known'),
});

/** A use that was answered so far, with reasons where some were written: question → reason → words. */
export function useOf(
  answers: Readonly<Record<string, Said>>,
  more: Partial<KnownUse> = {},
  reasons: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): KnownUse {
  return use(
    'use-1',
    Object.entries(answers).map(([question, said]) => answerOf(question, said, reasons[question] ?? {})),
    { title: 'Letters to the Millrace estate', ...more },
  );
}

/** A campaign of which this is known and nothing else. */
export const knownOf = (more: Partial<Known> = {}): Known => known({ phrases: {}, ...more });
