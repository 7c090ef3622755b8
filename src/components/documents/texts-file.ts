/** Gathers the file of all texts when the site is built. */
import type { TextsFile } from '../../documents/file.ts';
import { rowsWithWords } from '../../documents/to-record.ts';
import type { TextBlock, RestsOn } from '../../documents/words.ts';
import { readContent, type Content } from '../../schemas/read-content.ts';
import { publishedQuestionnaires } from '../questionnaire/published.ts';

/** What lines and rows rest on, wherever they stand. */
export function restsIn(blocks: readonly TextBlock[]): readonly RestsOn[] {
  return blocks.flatMap((block): readonly RestsOn[] => {
    switch (block.kind) {
      case 'heading':
        return [];
      case 'paragraph':
        return block.lines;
      case 'list':
        return block.items.flat();
      case 'table':
        // Blank rows of a log hold nothing that could rest on anything.
        return rowsWithWords(block.rows);
      case 'when':
      case 'each':
        return restsIn(block.blocks);
    }
  });
}

/** The words of all texts, and of what they cite and were filled from. */
export function textsFile(content: Content = readContent()): TextsFile {
  const rests = content.texts.flatMap(({ blocks }) => restsIn(blocks));
  const clauses = new Set(rests.flatMap((one) => one.clauses));
  const law = new Set(rests.flatMap((one) => one.law));
  const authorities = new Set(rests.flatMap((one) => one.authority.map((name) => name.split(' ')[0] ?? '')));
  return {
    texts: content.texts.map(({ file: _file, ...text }) => text),
    shared: content.sharedTexts,
    cited: {
      clauses: Object.fromEntries(
        content.clauses
          .filter(({ id }) => clauses.has(id))
          .map(({ id, text, sectionTitle, href }) => [id, { text, section: sectionTitle, href }]),
      ),
      law: Object.fromEntries(
        content.law.filter(({ id }) => law.has(id)).map(({ id, title, href }) => [id, { title, href }]),
      ),
      authorities: Object.fromEntries(
        content.authorities.filter(({ id }) => authorities.has(id)).map(({ id, short }) => [id, short]),
      ),
    },
    asked: Object.fromEntries(
      publishedQuestionnaires().map(({ questionnaire: { id }, content: { questions, outcomes } }) => [
        id,
        {
          questions: Object.fromEntries(
            questions.map(({ id: question, text, options, unknownLabel }) => [
              question,
              {
                text,
                ...(options === undefined
                  ? {}
                  : {
                      options: Object.fromEntries(
                        Object.entries(options).map(([option, { label }]) => [option, { label }]),
                      ),
                    }),
                ...(unknownLabel === undefined ? {} : { unknownLabel }),
              },
            ]),
          ),
          outcomes: Object.fromEntries(outcomes.map(({ id: outcome, name }) => [outcome, name])),
        },
      ]),
    ),
  };
}

/** The headings under which texts are offered. */
export const groupNames = {
  tell: 'Tell people',
  speak: 'Speak and write to people',
  promise: 'Promise how you work',
  answer: 'Answer people',
  assess: 'Think it through first',
  agree: 'Agree with others',
  show: 'Show what you do',
} as const;
