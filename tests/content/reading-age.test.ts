import { expect, test } from 'vitest';
import type { Piece, TextBlock } from '../../src/documents/words.ts';
import { readContent } from '../../src/schemas/read-content.ts';
import { gradeOf, readable } from './reading-grade.ts';

/**
 * Flesch–Kincaid gives a school grade in the United States; a reading age is five years more. Our prose is for a
 * reading age of 14, which is grade 9.
 */
const highest = 9;
/** Fewer words than this say little about a page. */
const enough = 60;

const content = readContent();

/** What a text to use says, line by line; a short word stands for what fills a gap. */
const saidIn = (block: TextBlock): string[] => {
  const words = (pieces: readonly Piece[]): string => pieces.map((piece) => (typeof piece === 'string' ? piece : 'this')).join('');
  switch (block.kind) {
    case 'heading':
      return [];
    case 'paragraph':
      return block.lines.map(({ pieces }) => words(pieces));
    case 'list':
      return block.items.flat().map(({ pieces }) => words(pieces));
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.map(words));
    case 'when':
    case 'each':
      return block.blocks.flatMap(saidIn);
  }
};

const pages = [
  ...[...content.sections, ...content.audits].map(({ file, mdx }) => ({ name: file, text: readable(mdx.prose.map(({ text }) => text)) })),
  { name: 'content/law', text: readable(content.law.flatMap(({ draft, now }) => [draft, now])) },
  { name: 'content/glossary.yaml', text: readable(content.glossary.map(({ means }) => means)) },
  { name: 'content/todos.yaml', text: readable(content.todos.flatMap(({ text, how }) => [text, how ?? ''])) },
  ...content.texts.map(({ file, purpose, isNot, blocks }) => ({
    name: file,
    text: readable([purpose, isNot, ...blocks.flatMap(saidIn).filter((said) => said !== 'this')]),
  })),
  ...content.questionnaires.flatMap(({ folder, mdx, questions, outcomes }) => [
    { name: `${folder}/index.mdx`, text: readable(mdx.prose.map(({ text }) => text)) },
    {
      name: `${folder}/questions.yaml`,
      text: readable(questions.flatMap(({ text, why, hint, help }) => [text, why, hint ?? '', ...[help ?? []].flat()])),
    },
    {
      name: `${folder}/outcomes`,
      text: readable(
        outcomes.flatMap(({ headline, why, decides, keep, changes, instead, mdx: body }) => [
          headline,
          why,
          decides,
          ...keep,
          ...changes,
          ...(instead ?? []),
          ...body.prose.map(({ text }) => text),
        ]),
      ),
    },
  ]),
].map((page) => ({ ...page, ...gradeOf(page.text) }));

test('Someone who reads as a fourteen-year-old does can follow every page', () => {
  const table = pages.map(
    ({ name, words, sentence, grade }) =>
      `${name.padEnd(52)} ${String(words).padStart(6)} words ${sentence.toFixed(1).padStart(6)} a sentence   reading age ${(grade + 5).toFixed(1)}`,
  );
  console.info(table.join('\n'));
  const hard = pages.filter(({ words, grade }) => words >= enough && grade > highest).map(({ name, grade }) => `${name}: grade ${grade.toFixed(1)}`);
  expect(hard).toEqual([]);
});

test('Sentences stay under 25 words on average, on every page', () => {
  expect(pages.filter(({ words, sentence }) => words >= enough && sentence >= 25).map(({ name }) => name)).toEqual([]);
});

test('The measure tells plain prose from dense prose', () => {
  const plain = 'You must tell people who you are. Say it at the door. Keep a note of what they say, and why.';
  const dense =
    'Controllers relying upon legitimate considerations necessarily undertake comprehensive documentation demonstrating proportionality notwithstanding organisational circumstances.';
  expect(gradeOf(plain).grade).toBeLessThan(5);
  expect(gradeOf(dense).grade).toBeGreaterThan(20);
});
