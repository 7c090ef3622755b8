/** How answers read on the page and in a record. */
import { NOT_KNOWN, type Answer, type Question } from '../engine/define.ts';
import { NOT_KNOWN_LABEL, type QuestionWords } from './words.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `2026-02-05` as `5 February 2026`. */
export function dateAsShown(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** An answer in the words of its options: one line for each thing that was said. */
export function answerAsShown(question: Question, words: QuestionWords, answer: Answer): string[] {
  const notKnown = words.unknownLabel ?? NOT_KNOWN_LABEL;
  const label = (option: string) => (option === NOT_KNOWN ? notKnown : (words.options?.[option]?.label ?? option));
  switch (question.kind) {
    case 'choices':
      return (answer as readonly string[]).map(label);
    case 'points':
      return Object.entries(answer as Readonly<Record<string, string>>).map(
        ([point, said]) => `${said === 'yes' ? 'Yes' : said === 'no' ? 'No' : NOT_KNOWN_LABEL}: ${label(point)}`,
      );
    case 'date':
      return [/^\d{4}-/.test(answer as string) ? dateAsShown(answer as string) : label(answer as string)];
    case 'number':
      return [answer === NOT_KNOWN ? notKnown : (answer as number).toLocaleString('en-GB')];
    case 'text':
      return [answer as string];
    case 'choice':
    case 'rating':
      return [label(answer as string)];
  }
}
