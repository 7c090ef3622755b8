/** What a question's page needs of whoever asks: the session, or before that has come the first question alone. */
import type { Answer, Question } from '../../engine/define.ts';
import type { QuestionWords, Words } from '../../records/words.ts';

export interface KeptAnswer {
  readonly answer: Answer | undefined;
  /** Reason id → what was written. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Box → what was typed in it, of a date or a number. */
  readonly typed: Readonly<Record<string, string>>;
}

export interface Asking {
  /** How many questions on the path have an answer. */
  readonly answered: number;
  /** The words of the whole questionnaire, once they are there. */
  readonly words: Words | undefined;
  question(id: string): Question;
  wordsOf(id: string): QuestionWords;
  /** The option ids that the question offers, under the deciding edition if none is named. */
  offered(id: string, edition?: string): readonly string[];
  kept(id: string): KeptAnswer;
  /** Someone has begun to answer: fetch what comes after. */
  prepare(): void;
  /** Remembers what stands on the page without going on. */
  keepPending(id: string, given: KeptAnswer): void;
  /** Takes the answer and goes on. An edition is named where only that one asks. */
  answer(
    id: string,
    answer: Answer,
    reasons: Readonly<Record<string, string>>,
    edition?: string,
  ): Promise<void>;
}
