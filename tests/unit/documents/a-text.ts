/** A small text and what is known, for the tests. */
import type { Known, KnownAnswer, KnownUse } from '../../../src/documents/known.ts';
import type { SharedTextWords, TextWords } from '../../../src/documents/words.ts';
import type { DocumentFrontMatter } from '../../../src/schemas/document.ts';
import { readContent } from '../../../src/schemas/read-content.ts';
import { readDocument } from '../../../src/schemas/read-document.ts';

export const shared: SharedTextWords = readContent().sharedTexts;

const front: DocumentFrontMatter = {
  id: 'a-notice',
  title: 'A notice',
  group: 'tell',
  purpose: 'To try texts with.',
  isNot: 'It is no notice.',
  meets: ['train'],
  holds: [],
  gaps: {},
  conditions: {},
};

/** Reads a body, with front matter of its own where a test needs some. */
export const read = (body: string, own: Partial<DocumentFrontMatter> = {}) =>
  readDocument({ ...front, ...own }, body, 'content/documents/a-notice.mdx', shared);

/** The words of a body without a fault. @throws Error with the faults */
export function words(body: string, own: Partial<DocumentFrontMatter> = {}): TextWords {
  const { text, faults } = read(body, own);
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
  return text;
}

export const answer = (
  question: string,
  options: readonly string[],
  more: Partial<KnownAnswer> = {},
): KnownAnswer => ({
  question,
  text: `About ${question}?`,
  answer: options,
  options,
  said: options.map((option) => `It is ${option}`),
  reasons: {},
  notKnown: false,
  ...more,
});

export const use = (id: string, answers: readonly KnownAnswer[], more: Partial<KnownUse> = {}): KnownUse => ({
  id,
  title: `Use ${id}`,
  questionnaire: 'lawful-basis',
  answers: Object.fromEntries(answers.map((one) => [one.question, one])),
  campaign: '',
  keep: '',
  others: '',
  lists: [],
  suppliers: [],
  ...more,
});

export const known = (more: Partial<Known> = {}): Known => ({
  who: { name: '', decidedBy: '', role: '', evidence: '' },
  lists: [],
  suppliers: [],
  standing: [],
  uses: [],
  happened: [],
  unanswered: [],
  phrases: shared.phrases,
  ...more,
});

export const NOTHING = { gaps: {}, conditions: {} } as const;
