/** The one file with the words of all texts, as the page gets it: the same whichever text is opened. */
import type { CitedWords } from './cited.ts';
import type { AskedWords } from './known.ts';
import type { SharedTextWords, TextWords } from './words.ts';

export interface TextsFile {
  readonly texts: readonly TextWords[];
  readonly shared: SharedTextWords;
  readonly cited: CitedWords;
  /** Questionnaire id → what its questions, options and outcomes are called. */
  readonly asked: Readonly<Record<string, AskedWords>>;
}
