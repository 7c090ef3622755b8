/** Words of questions that several questionnaires ask: written once in `content/questionnaires/shared.yaml` and referred to. */
import type { ContentError } from './content-error.ts';
import type { QuestionWords } from './question.ts';

type Fault = Pick<ConstructorParameters<typeof ContentError>[0], 'id' | 'found' | 'remedy'>;

/** What is the same wherever the question is asked, because answers and records are read by it. */
const fixed = ['id', 'options', 'reasons'] as const;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * An entry of a `questions.yaml` with the shared words in the place of “shared: <id>”; what is written beside it comes
 * before them. An entry that shares nothing stays as it is.
 *
 * @param file where the shared words stand
 */
export function withSharedWords(
  entry: unknown,
  shared: readonly QuestionWords[],
  file: string,
): { entry: unknown } | { fault: Fault } {
  if (!isRecord(entry) || !('shared' in entry)) return { entry };
  const { shared: named, ...own } = entry;
  const words = shared.find(({ id }) => id === named);
  const id = String(named);
  if (words === undefined) {
    return {
      fault: {
        id,
        found: `${file} shares no question of this id`,
        remedy: `name one of ${shared.map((one) => one.id).join(', ')}, or write id and words here`,
      },
    };
  }
  const doubled = fixed.filter((field) => field in own);
  if (doubled.length > 0) {
    return {
      fault: {
        id,
        found: `it shares its words and has ${doubled.join(' and ')} of its own`,
        remedy: `take ${doubled.join(' and ')} out here, or write all words here under an id that is not shared`,
      },
    };
  }
  return { entry: { ...words, ...own } };
}
