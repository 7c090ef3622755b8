/** What can only be seen across the files of the content: one function for each kind of file. */
import type { RestsOn, TextBlock } from '../../documents/words.ts';
import { orPerhaps } from '../../schemas/nearest-id.ts';
import type { Content, ContentError, QuestionnaireWords, Strength } from '../../schemas/read-content.ts';
import { Bodies } from './bodies.ts';
import { Faults } from './faults.ts';

/** The words by which a reader knows how strong a statement is. */
const strengthWords: Record<Strength, { pattern: RegExp; use: string }> = {
  must: {
    pattern: /\b(must(?! not\b| never\b)|(?:has|have|had) to|needs?)\b/i,
    use: 'must, has to or needs to',
  },
  'must-not': {
    pattern: /\b(must (?:\w+ )?(?:not|never|no)|cannot|can not|may not|must only)\b/i,
    use: 'must not or cannot',
  },
  should: { pattern: /\bshould(?! not\b| never\b)\b/i, use: 'should' },
  'should-not': { pattern: /\bshould (?:\w+ )?(?:not|never)\b/i, use: 'should not' },
  may: { pattern: /\b(?:may|can|might|could)\b(?! not\b)/i, use: 'may, can or could' },
};

/**
 * Every fault that can be seen in the content: what `readContent` could not read, citations to nothing, duplicates,
 * links that lead nowhere, and words that do not fit their strength. An empty list means that the site may be built.
 */
export function checkContent(content: Content): ContentError[] {
  const faults = new Faults(content);
  checkIds(content, faults);
  checkClauses(content, faults);
  for (const { file, id, clauses } of content.law) faults.citesClauses({ file, id }, clauses);
  for (const { id, clauses } of content.glossary)
    faults.citesClauses({ file: 'content/glossary.yaml', id }, clauses);
  const bodies = new Bodies(content, faults);
  checkTodos(content, faults, bodies);
  for (const { file, href, law, mdx } of [...content.sections, ...content.audits]) {
    faults.citesLaw({ file }, law);
    bodies.check(mdx, file, href, true);
  }
  for (const questionnaire of content.questionnaires) checkQuestionnaire(questionnaire, faults, bodies);
  checkTexts(content, faults);
  checkChanges(content, faults);
  return faults.found;
}

function checkIds(content: Content, faults: Faults): void {
  const inFile = (list: readonly { readonly id: string }[], file: string) =>
    list.map(({ id }) => ({ id, file }));
  faults.once(content.clauses, 'clause');
  faults.once(content.law, 'law change');
  for (const [file, list] of [
    ['content/authorities.yaml', content.authorities],
    ['content/glossary.yaml', content.glossary],
    ['content/todos.yaml', content.todos],
  ] as const)
    faults.once(inFile(list, file), 'entry');
  faults.once(
    [...content.sections, ...content.audits].map(({ href, file }) => ({ id: href, file })),
    'page',
  );
  faults.once(
    content.questionnaires.map(({ id, folder }) => ({ id, file: folder })),
    'questionnaire',
  );
  for (const { folder, questions, examples } of content.questionnaires) {
    faults.once(inFile(questions, `${folder}/questions.yaml`), 'question');
    faults.once(inFile(examples, `${folder}/examples.yaml`), 'example');
  }
}

function checkClauses({ clauses }: Content, faults: Faults): void {
  for (const { file, id, line, authorities, strength, text } of clauses) {
    const where = { file, id, line };
    faults.citesAuthorities(
      where,
      authorities.map(({ authority, pinpoint }) => `${authority} ${pinpoint}`),
    );
    const { pattern, use } = strengthWords[strength];
    if (!pattern.test(text))
      faults.report(
        where,
        `its strength is ${strength} but its words do not say so`,
        `use ${use} in the statement, or mend the strength`,
      );
  }
}

function checkTodos({ todos }: Content, faults: Faults, bodies: Bodies): void {
  for (const { id, text, clauses, law, authority, conditional, project, help } of todos) {
    const where = { file: 'content/todos.yaml', id };
    faults.citesClauses(where, clauses);
    faults.citesLaw(where, law);
    faults.citesAuthorities(where, [authority ?? []].flat());
    if (conditional && !/^(If|Unless|Where|When)\b/.test(text))
      faults.report(
        where,
        'it is marked conditional but does not begin with its condition',
        'begin it with If, Unless, Where or When',
      );
    if (!project && clauses.length === 0 && !law?.length && !authority)
      faults.report(
        where,
        'nothing stands behind it',
        'cite a clause, a law change or an authority, or mark it project',
      );
    if (help?.href !== undefined) bodies.checkHelp(where, help.href);
  }
}

function checkQuestionnaire(words: QuestionnaireWords, faults: Faults, bodies: Bodies): void {
  const { id, folder, draft, mdx, questions, outcomes } = words;
  const page = `questionnaires/${id}/`;
  const file = `${folder}/questions.yaml`;
  bodies.check(mdx, `${folder}/index.mdx`, page, false);
  for (const [what, list, place] of [
    ['questions', questions, file],
    ['outcomes', outcomes, `${folder}/outcomes`],
  ] as const)
    if (!draft && list.length === 0)
      faults.report(
        { file: place, id },
        `it is published but has no ${what}`,
        'write them, or set draft: true',
      );
  for (const question of questions) {
    const where = { file, id: question.id };
    faults.citesClauses(where, question.clauses);
    faults.citesLaw(where, question.law);
    for (const reason of Object.keys(question.reasonErrors ?? {}))
      if (!question.reasons?.[reason])
        faults.report(where, `reasonErrors has ${reason}, which reasons has not`, 'use the same ids in both');
  }
  for (const outcome of outcomes) {
    faults.citesClauses(outcome, outcome.clauses);
    faults.citesLaw(outcome, outcome.law);
    bodies.check(outcome.mdx, outcome.file, page, false);
  }
  checkExamples(
    words,
    faults,
    new Set(questions.map((one) => one.id)),
    new Set(outcomes.map((one) => one.id)),
  );
}

function checkExamples(
  { folder, examples }: QuestionnaireWords,
  faults: Faults,
  questions: ReadonlySet<string>,
  outcomes: ReadonlySet<string>,
): void {
  for (const { id, clause, expect, answers } of examples) {
    const where = { file: `${folder}/examples.yaml`, id };
    faults.citesClauses(where, [clause]);
    for (const outcome of Object.values(expect))
      if (outcome && !outcomes.has(outcome))
        faults.report(
          where,
          `it expects ${outcome}, which is no outcome`,
          `name a file of ${folder}/outcomes${orPerhaps(outcome, outcomes)}`,
        );
    for (const asked of Object.keys(answers))
      if (!questions.has(asked))
        faults.report(
          where,
          `it answers ${asked}, which is not asked`,
          `name a question of questions.yaml${orPerhaps(asked, questions)}`,
        );
  }
}

function checkTexts({ texts }: Content, faults: Faults): void {
  const restsOnSomething = (file: string, id: string, block: TextBlock): void => {
    const cites = ({ clauses, law, authority }: RestsOn): void => {
      faults.citesClauses({ file, id }, clauses);
      faults.citesLaw({ file, id }, law);
      faults.citesAuthorities({ file, id }, authority);
    };
    if (block.kind === 'paragraph') block.lines.forEach(cites);
    else if (block.kind === 'list') block.items.flat().forEach(cites);
    else if (block.kind === 'table') block.rows.forEach(cites);
    else if ('blocks' in block) for (const inner of block.blocks) restsOnSomething(file, id, inner);
  };
  for (const { file, id, meets, holds, blocks } of texts) {
    for (const todo of meets)
      if (!faults.todos.has(todo))
        faults.report(
          { file, id },
          `it meets the to-do ${todo}, which content/todos.yaml has not`,
          `name one of its ids${orPerhaps(todo, faults.todos)}`,
        );
    faults.citesAuthorities(
      { file, id },
      holds.map(({ authority }) => authority),
    );
    for (const block of blocks) restsOnSomething(file, id, block);
  }
}

function checkChanges({ changes }: Content, faults: Faults): void {
  for (const { file, id, law, questionnaires = [] } of changes) {
    faults.citesLaw({ file, id }, law);
    for (const questionnaire of questionnaires)
      if (!faults.questionnaires.has(questionnaire))
        faults.report(
          { file, id },
          `there is no questionnaire ${questionnaire}`,
          'name one that content/questionnaires has',
        );
  }
}
