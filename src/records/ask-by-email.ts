/** A short message to whoever knows what would settle an open question. */
import type { QuestionWords, Words } from './words.ts';

/** What to ask them, as plain text to copy: nothing is sent, and no address holds it. */
export function messageAbout(words: Pick<Words, 'title'>, question: QuestionWords): string {
  return [
    'Hello,',
    `We are working out how the campaign may use people’s data, and one answer is missing: “${question.text}”`,
    ...(question.settle === undefined ? [] : [`What would settle it: ${question.settle}`]),
    ...(question.evidence === undefined
      ? []
      : [`If you have it, send a copy of this too: ${question.evidence}`]),
    `We need it for our record of this decision: “${words.title}” Nothing starts until we know.`,
    'Thank you.',
  ].join('\n\n');
}
