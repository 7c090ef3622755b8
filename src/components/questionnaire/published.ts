/** The questionnaires that the site being built offers, with their words. Used when pages are built. */
import { questionnaires } from '#questionnaires';
import type { Questionnaire } from '../../engine/define.ts';
import { withCodes, type Codes } from '../../records/paper/codes.ts';
import { wordsOf, type Words } from '../../records/words.ts';
import { readContent, type QuestionnaireWords } from '../../schemas/read-content.ts';

export interface Published {
  readonly questionnaire: Questionnaire;
  /** Everything that was written for it. */
  readonly content: QuestionnaireWords;
  /** What the browser gets of it. */
  readonly words: Words;
  /** The codes of the boxes of its worksheet. */
  readonly codes: Codes;
}

/** Those that are not drafts, in the order in which they are offered. */
export function publishedQuestionnaires(): readonly Published[] {
  const all = readContent();
  return questionnaires.flatMap((questionnaire) => {
    const content = all.questionnaires.find((one) => one.id === questionnaire.id);
    if (content === undefined || content.draft) return [];
    const others = all.questionnaires.flatMap(({ id, codes }) =>
      id === questionnaire.id || codes === undefined ? [] : [codes.sheet],
    );
    const codes = withCodes(questionnaire, content.codes, others);
    return [{ questionnaire, content, words: wordsOf(all, questionnaire), codes }];
  });
}

/** One page for each, for `getStaticPaths`. */
export function questionnairePages() {
  return publishedQuestionnaires().map((published) => ({
    params: { id: published.questionnaire.id },
    props: { published },
  }));
}
