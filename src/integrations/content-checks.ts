import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { RestsOn, TextBlock } from '../documents/words.ts';
import { checkWords } from '../questionnaires/check-words.ts';
import { questionnaires as published } from '../questionnaires/index.ts';
import { exampleAnchor } from '../schemas/anchors.ts';
import {
  ContentError,
  readContent,
  readCitations,
  type Content,
  type ReadOptions,
  type Strength,
} from '../schemas/read-content.ts';
import { orPerhaps } from '../schemas/nearest-id.ts';
import type { MdxBody } from '../schemas/read-mdx.ts';
import { listPages } from './site-pages.ts';

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

const knownComponents = new Set([
  'AuditPriorities',
  'Clause',
  'Example',
  'FormerClause',
  'SinceDraft',
  'TwoThings',
  'Term',
]);

/** An internal link resolved against the page that it stands on; undefined for a link to another site. */
function resolveLink(
  href: string,
  page: string,
): { path: string; fragment: string; absolute: boolean } | undefined {
  if (/^(https?|mailto):/.test(href)) return undefined;
  const resolved = new URL(href, `https://site.invalid/${page}`);
  return {
    path: resolved.pathname.slice(1),
    fragment: decodeURIComponent(resolved.hash.slice(1)),
    absolute: href.startsWith('/'),
  };
}

/**
 * Every fault that can be seen in the content: what `readContent` could not read, citations to nothing, duplicates,
 * links that lead nowhere, and words that do not fit their strength. An empty list means that the site may be built.
 */
export function checkContent(content: Content): ContentError[] {
  const faults: ContentError[] = [...content.problems];
  const report = (fault: ConstructorParameters<typeof ContentError>[0]): void => {
    faults.push(new ContentError(fault));
  };

  const clauseIds = new Set(content.clauses.map((clause) => clause.id));
  const lawIds = new Set(content.law.map((entry) => entry.id));
  const authorityIds = new Set(content.authorities.map((entry) => entry.id));
  const termIds = new Set(content.glossary.map((entry) => entry.id));

  const once = (list: { id: string; file: string; line?: number }[], what: string): void => {
    const seen = new Map<string, string>();
    for (const { id, file, line } of list) {
      const first = seen.get(id);
      if (first)
        report({
          file,
          line,
          id,
          found: `${first} has a ${what} of this id already`,
          remedy: 'give one of them another id',
        });
      else seen.set(id, file);
    }
  };
  once(content.clauses, 'clause');
  once(content.law, 'law change');
  once(
    content.authorities.map(({ id }) => ({ id, file: 'content/authorities.yaml' })),
    'entry',
  );
  once(
    content.glossary.map(({ id }) => ({ id, file: 'content/glossary.yaml' })),
    'entry',
  );
  once(
    content.todos.map(({ id }) => ({ id, file: 'content/todos.yaml' })),
    'entry',
  );
  once(
    [...content.sections, ...content.audits].map(({ href, file }) => ({ id: href, file })),
    'page',
  );
  once(
    content.questionnaires.map(({ id, folder }) => ({ id, file: folder })),
    'questionnaire',
  );
  for (const { folder, questions, examples } of content.questionnaires) {
    once(
      questions.map(({ id }) => ({ id, file: `${folder}/questions.yaml` })),
      'question',
    );
    once(
      examples.map(({ id }) => ({ id, file: `${folder}/examples.yaml` })),
      'example',
    );
  }

  const citesClauses = (file: string, id: string, cited: readonly string[] = []): void => {
    for (const clause of cited) {
      if (!clauseIds.has(clause)) {
        report({
          file,
          id,
          found: `it cites the clause ${clause}, which no section has`,
          remedy: `cite an id that a <Clause> carries${orPerhaps(clause, clauseIds)}`,
        });
      }
    }
  };
  const citesLaw = (
    file: string,
    id: string | undefined,
    cited: readonly string[] = [],
    line?: number,
  ): void => {
    for (const entry of cited) {
      if (!lawIds.has(entry)) {
        report({
          file,
          line,
          id,
          found: `it cites the law change ${entry}, which content/law has not`,
          remedy: `cite an entry of content/law${orPerhaps(entry, lawIds)}`,
        });
      }
    }
  };
  const citesAuthorities = (file: string, id: string, cited: readonly string[], line?: number): void => {
    for (const reference of cited.flatMap(readCitations)) {
      if (!authorityIds.has(reference.authority)) {
        report({
          file,
          line,
          id,
          found: `it cites ${reference.authority}, which content/authorities.yaml has not`,
          remedy: 'write an authority as its id, a space and the pinpoint',
        });
      }
    }
  };

  for (const clause of content.clauses) {
    citesAuthorities(
      clause.file,
      clause.id,
      clause.authorities.map(({ authority, pinpoint }) => `${authority} ${pinpoint}`),
      clause.line,
    );
    const { pattern, use } = strengthWords[clause.strength];
    if (!pattern.test(clause.text)) {
      report({
        file: clause.file,
        line: clause.line,
        id: clause.id,
        found: `its strength is ${clause.strength} but its words do not say so`,
        remedy: `use ${use} in the statement, or mend the strength`,
      });
    }
  }
  for (const entry of content.law) citesClauses(entry.file, entry.id, entry.clauses);
  for (const entry of content.glossary) citesClauses('content/glossary.yaml', entry.id, entry.clauses);
  for (const todo of content.todos) {
    const file = 'content/todos.yaml';
    citesClauses(file, todo.id, todo.clauses);
    citesLaw(file, todo.id, todo.law);
    citesAuthorities(file, todo.id, [todo.authority ?? []].flat());
    if (todo.conditional && !/^(If|Unless|Where|When)\b/.test(todo.text)) {
      report({
        file,
        id: todo.id,
        found: 'it is marked conditional but does not begin with its condition',
        remedy: 'begin it with If, Unless, Where or When',
      });
    }
    if (!todo.project && todo.clauses.length === 0 && !todo.law?.length && !todo.authority) {
      report({
        file,
        id: todo.id,
        found: 'nothing stands behind it',
        remedy: 'cite a clause, a law change or an authority, or mark it project',
      });
    }
  }

  const fragments = new Map<string, Set<string>>();
  for (const section of [...content.sections, ...content.audits]) {
    const clausesHere = content.clauses
      .filter((clause) => clause.file === section.file)
      .map((clause) => clause.id);
    const headingsHere = section.mdx.headings.map((heading) => heading.slug);
    const examplesHere = section.mdx.components
      .filter(({ name }) => name === 'Example')
      .map(({ attributes }) => exampleAnchor(attributes['title'] ?? ''));
    for (const id of clausesHere) {
      if (headingsHere.includes(id)) {
        report({
          file: section.file,
          id,
          found: 'a heading of the page has the same anchor',
          remedy: 'reword the heading',
        });
      }
    }
    const formerHere = section.mdx.components
      .filter(({ name }) => name === 'FormerClause')
      .map(({ attributes }) => attributes['id'] ?? '');
    fragments.set(section.href, new Set([...clausesHere, ...formerHere, ...headingsHere, ...examplesHere]));
  }
  fragments.set('law/', lawIds);
  fragments.set('authorities/', authorityIds);
  fragments.set('glossary/', termIds);
  fragments.set('documents/', new Set(content.texts.map(({ id }) => id)));
  const questionnaireIds = new Set(content.questionnaires.map(({ id }) => id));
  const pages = listPages(content);
  const pagesWithDrafts = listPages({
    ...content,
    questionnaires: content.questionnaires.map((one) => ({ ...one, draft: false })),
  });
  /** The pages of a draft are not built, but its own words may lead to them already. */
  const isPage = (path: string, from: string): boolean =>
    pages.has(path) || (path.startsWith(from) && pagesWithDrafts.has(path));

  const checkBody = (mdx: MdxBody, file: string, page: string, clausesAllowed: boolean): void => {
    for (const { name, attributes, line, inside } of mdx.components) {
      if (!knownComponents.has(name)) {
        report({
          file,
          line,
          id: name,
          found: 'no such component may stand in content',
          remedy: `use one of ${[...knownComponents].join(', ')}`,
        });
      } else if (name === 'Clause' && !clausesAllowed) {
        report({
          file,
          line,
          id: attributes['id'],
          found: 'a clause stands outside the code and the audits',
          remedy: 'link to the clause instead',
        });
      } else if (name === 'SinceDraft') {
        citesLaw(file, name, (attributes['law'] ?? '').split(' '), line);
      } else if (name === 'Term' && !termIds.has(attributes['id'] ?? '')) {
        report({
          file,
          line,
          id: attributes['id'] ?? name,
          found: 'content/glossary.yaml has no such term',
          remedy: 'add it there or take the tag away',
        });
      } else if (
        name === 'Example' &&
        attributes['questionnaire'] &&
        !questionnaireIds.has(attributes['questionnaire'])
      ) {
        report({
          file,
          line,
          id: attributes['title'] ?? name,
          found: `there is no questionnaire ${attributes['questionnaire']}`,
          remedy: 'name one that content/questionnaires has, or leave the attribute out',
        });
      }
      if (inside === 'Clause') {
        report({
          file,
          line,
          id: name,
          found: 'a component stands inside a clause',
          remedy: 'keep only text, emphasis and links there',
        });
      }
    }
    for (const { href, line } of mdx.links) {
      const link = resolveLink(href, page);
      if (!link) continue;
      if (link.absolute) {
        report({
          file,
          line,
          found: `the link ${href} begins at the root`,
          remedy: 'write it relative to the page, so that the site works in a sub-folder',
        });
      } else if (!isPage(link.path, page)) {
        report({
          file,
          line,
          found: `the link ${href} leads to no page (${link.path || 'home'})`,
          remedy: 'mend the address, and end it with “/”',
        });
      } else if (link.fragment && fragments.has(link.path) && !fragments.get(link.path)?.has(link.fragment)) {
        report({
          file,
          line,
          found: `the page ${link.path} has no #${link.fragment}`,
          remedy: 'name a clause or a heading that stands there',
        });
      }
    }
  };
  for (const { id, help } of content.todos) {
    if (help?.href === undefined) continue;
    const [path = '', fragment = ''] = help.href.split('#');
    const places = fragments.get(path);
    const found = !pages.has(path)
      ? `help leads to no page (${path})`
      : fragment !== '' && places !== undefined && !places.has(fragment)
        ? `help leads to #${fragment}, which ${path} has not`
        : undefined;
    if (found === undefined) continue;
    report({
      file: 'content/todos.yaml',
      id,
      found,
      remedy: `mend its href, which counts from the root of the site${orPerhaps(path, pages)}`,
    });
  }
  for (const section of [...content.sections, ...content.audits]) {
    citesLaw(section.file, undefined, section.law);
    checkBody(section.mdx, section.file, section.href, true);
  }

  for (const questionnaire of content.questionnaires) {
    const { folder, questions, outcomes, examples } = questionnaire;
    const page = `questionnaires/${questionnaire.id}/`;
    checkBody(questionnaire.mdx, `${folder}/index.mdx`, page, false);
    if (!questionnaire.draft && questions.length === 0) {
      report({
        file: `${folder}/questions.yaml`,
        id: questionnaire.id,
        found: 'it is published but has no questions',
        remedy: 'write them, or set draft: true',
      });
    }
    if (!questionnaire.draft && outcomes.length === 0) {
      report({
        file: `${folder}/outcomes`,
        id: questionnaire.id,
        found: 'it is published but has no outcomes',
        remedy: 'write them, or set draft: true',
      });
    }
    for (const question of questions) {
      const file = `${folder}/questions.yaml`;
      citesClauses(file, question.id, question.clauses);
      citesLaw(file, question.id, question.law);
      for (const reason of Object.keys(question.reasonErrors ?? {})) {
        if (!question.reasons?.[reason]) {
          report({
            file,
            id: question.id,
            found: `reasonErrors has ${reason}, which reasons has not`,
            remedy: 'use the same ids in both',
          });
        }
      }
    }
    for (const outcome of outcomes) {
      citesClauses(outcome.file, outcome.id, outcome.clauses);
      citesLaw(outcome.file, outcome.id, outcome.law);
      checkBody(outcome.mdx, outcome.file, page, false);
    }
    const outcomeIds = new Set(outcomes.map(({ id }) => id));
    for (const example of examples) {
      const file = `${folder}/examples.yaml`;
      citesClauses(file, example.id, [example.clause]);
      for (const outcome of Object.values(example.expect)) {
        if (outcome && !outcomeIds.has(outcome)) {
          report({
            file,
            id: example.id,
            found: `it expects ${outcome}, which is no outcome`,
            remedy: `name a file of ${folder}/outcomes${orPerhaps(outcome, outcomeIds)}`,
          });
        }
      }
      for (const asked of Object.keys(example.answers)) {
        if (!questions.some(({ id }) => id === asked)) {
          report({
            file,
            id: example.id,
            found: `it answers ${asked}, which is not asked`,
            remedy: `name a question of questions.yaml${orPerhaps(
              asked,
              questions.map(({ id }) => id),
            )}`,
          });
        }
      }
    }
  }
  const todoIds = new Set(content.todos.map(({ id }) => id));
  const restsOnSomething = (file: string, text: string, block: TextBlock): void => {
    const cites = ({ clauses, law, authority }: RestsOn): void => {
      citesClauses(file, text, clauses);
      citesLaw(file, text, law);
      citesAuthorities(file, text, authority);
    };
    if (block.kind === 'paragraph') block.lines.forEach(cites);
    else if (block.kind === 'list') block.items.flat().forEach(cites);
    else if (block.kind === 'table') block.rows.forEach(cites);
    else if ('blocks' in block) for (const inner of block.blocks) restsOnSomething(file, text, inner);
  };
  for (const { file, id, meets, holds, blocks } of content.texts) {
    for (const todo of meets)
      if (!todoIds.has(todo))
        report({
          file,
          id,
          found: `it meets the to-do ${todo}, which content/todos.yaml has not`,
          remedy: `name one of its ids${orPerhaps(todo, todoIds)}`,
        });
    citesAuthorities(
      file,
      id,
      holds.map(({ authority }) => authority),
    );
    for (const block of blocks) restsOnSomething(file, id, block);
  }
  for (const change of content.changes) {
    citesLaw(change.file, change.id, change.law);
    for (const id of change.questionnaires ?? []) {
      if (!questionnaireIds.has(id)) {
        report({
          file: change.file,
          id: change.id,
          found: `there is no questionnaire ${id}`,
          remedy: 'name one that content/questionnaires has',
        });
      }
    }
  }
  return faults;
}

/** The questionnaires whose words the site that is being built holds: the test site has its own besides. */
const questionnaires =
  process.env['CLEAR_CANVASS_FIXTURE'] === '1'
    ? [...published, ...(await import('../../tests/fixtures/site/questionnaires.ts')).questionnaires]
    : published;

/** Stops a build whose content has a fault, and names every fault in the log of the development server. */
export function contentChecks(options: ReadOptions = {}): AstroIntegration {
  let root = process.cwd();
  const check = (): ContentError[] => {
    const content = readContent(root, options);
    return [...checkContent(content), ...checkWords(content, questionnaires)];
  };
  return {
    name: 'content-checks',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:start': () => {
        const faults = check();
        if (faults.length > 0) {
          throw new Error(
            `${faults.length} fault(s) in the content:\n${faults.map((fault) => `  ${fault.message}`).join('\n')}`,
          );
        }
      },
      'astro:server:setup': ({ server, logger }) => {
        const tell = (): void => {
          for (const fault of check()) logger.error(fault.message);
        };
        tell();
        server.watcher.on('change', (path) => {
          if (path.startsWith(`${root}content`)) tell();
        });
      },
    },
  };
}

export default contentChecks;
