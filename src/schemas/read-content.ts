import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { z } from 'astro/zod';
import type { SharedTextWords, TextWords } from '../documents/words.ts';
import type { Codes } from '../records/paper/codes.ts';
import { authority as authoritySchema, type Authority } from './authority.ts';
import { change as changeSchema, type ChangeFrontMatter } from './change.ts';
import { codes as codesSchema } from './codes.ts';
import { ContentError } from './content-error.ts';
import { ContentFiles, idOf } from './content-files.ts';
import { decision as decisionSchema, type DecisionFrontMatter } from './decision.ts';
import { document as documentSchema, sharedDocuments as sharedDocumentsSchema } from './document.ts';
import { examples as examplesSchema, type WorkedExample } from './example.ts';
import {
  lawChange as lawSchema,
  lawKinds,
  type Confidence,
  type LawChangeEntry,
  type LawKind,
} from './law-change.ts';
import { outcome as outcomeSchema, type OutcomeFrontMatter } from './outcome.ts';
import { proof as proofSchema, type Proof } from './proof.ts';
import { question as questionSchema, type QuestionWords } from './question.ts';
import { questionnaire as questionnaireSchema, type QuestionnaireFrontMatter } from './questionnaire.ts';
import { readDocument } from './read-document.ts';
import type { Component, MdxBody } from './read-mdx.ts';
import { readTraining, type Training } from './read-training.ts';
import { searchWords as searchWordsSchema, type SearchWords } from './search-words.ts';
import { section as sectionSchema, type SectionFrontMatter } from './section.ts';
import { withSharedWords } from './shared-words.ts';
import { term as termSchema, type Term } from './term.ts';
import { todo as todoSchema, type Todo } from './todo.ts';
import {
  campaigners,
  moments,
  strengths,
  type Campaigner,
  type DocumentId,
  type EditionId,
  type Moment,
  type Strength,
  type Verdict,
} from './vocabulary.ts';

export { ContentError };
export type {
  Authority,
  Campaigner,
  Component,
  Confidence,
  DocumentId,
  EditionId,
  LawKind,
  MdxBody,
  Moment,
  Proof,
  QuestionWords,
  SearchWords,
  Strength,
  Term,
  Todo,
  Verdict,
  WorkedExample,
};

/** A citation of an authority: `{ authority: 'uk-gdpr', pinpoint: '6(3)' }`. */
export interface Citation {
  authority: string;
  /** Article, section or paragraph; empty where the whole is meant. */
  pinpoint: string;
}

/** One normative statement, collected from the prose that holds it. */
export interface Clause {
  id: string;
  strength: Strength;
  authorities: Citation[];
  moments: Moment[];
  /** Whom it binds; empty means everyone. */
  who: Campaigner[];
  /** The statement as plain text, which stands alone. */
  text: string;
  /** True where MDX gives it no paragraph to stand in: its tags begin and end their lines, or only clauses stand beside it. */
  block: boolean;
  document: DocumentId;
  /** The slug and title of the section it stands in. */
  section: string;
  sectionTitle: string;
  /** Address relative to the root of the site, such as `code/lawful-bases/#lb-have-basis`. */
  href: string;
  /** Ids of the law changes that touch it, those that change it first. */
  law: string[];
  /** Ids of the entries of the law list that looked for a change of it and saw none. */
  lookedAt: string[];
  /** Why a duty is asked for by no question and no to-do; only where that is so. */
  uncited: string | undefined;
  /** The statement as one line of a printed checklist, an order without its verb of strength; a may has none. */
  short: string | undefined;
  file: string;
  line: number;
}

/** A section of the code or a chapter of the audits. */
export interface Section extends SectionFrontMatter {
  slug: string;
  /** The number in its file name, which gives the order. */
  number: number;
  document: DocumentId;
  /** Address relative to the root of the site. */
  href: string;
  mdx: MdxBody;
  file: string;
}

/** An entry of the law list as written, and where it stands. */
export interface LawChange extends LawChangeEntry {
  /** Address relative to the root of the site. */
  href: string;
  file: string;
}

/** An outcome's front matter, its id (the file name) and its guidance as MDX. */
export interface OutcomeWords extends OutcomeFrontMatter {
  id: string;
  body: string;
  mdx: MdxBody;
  file: string;
}

/** All the words of one questionnaire. */
export interface QuestionnaireWords extends QuestionnaireFrontMatter {
  id: string;
  /** The MDX that stands above the first question. */
  body: string;
  mdx: MdxBody;
  questions: QuestionWords[];
  outcomes: OutcomeWords[];
  examples: WorkedExample[];
  /** The codes of its worksheet, as `npm run journeys` wrote them. */
  codes: Codes | undefined;
  /** Its folder, relative to the root that was read. */
  folder: string;
  /** False where it came from another folder than `content/questionnaires`. */
  published: boolean;
}

/** A dated note of a change to the site. */
export interface Change extends ChangeFrontMatter {
  id: string;
  file: string;
}

/** An architecture decision. */
export interface Decision extends DecisionFrontMatter {
  id: string;
  file: string;
}

/** A text to use, and where it stands. */
export interface TextContent extends TextWords {
  file: string;
}

/** Everything under `content/`, read and checked one file at a time. */
export interface Content {
  root: string;
  /** The sections of the code, in order. */
  sections: Section[];
  /** The chapters of the audits, in order. */
  audits: Section[];
  clauses: Clause[];
  law: LawChange[];
  authorities: Authority[];
  glossary: Term[];
  todos: Todo[];
  searchWords: SearchWords[];
  questionnaires: QuestionnaireWords[];
  /** Newest first. */
  changes: Change[];
  /** In the order of their numbers. */
  decisions: Decision[];
  /** The texts to use, by their ids. */
  texts: TextContent[];
  /** What texts share. */
  sharedTexts: SharedTextWords;
  /** Scenarios to decide and sessions to lead. */
  training: Training;
  /** What is proven of each questionnaire, as \`npm run journeys\` wrote it. */
  proofs: Proof[];
  /** What could not be read; what is faulty is left out of the lists above. */
  problems: ContentError[];
}

export interface ReadOptions {
  /** Folders of questionnaires, relative to the root; if left out, those of the site that is being built. */
  questionnaires?: string[];
}

const publishedQuestionnaires = 'content/questionnaires';

/** The words of questions that several questionnaires ask. */
const sharedQuestions = `${publishedQuestionnaires}/shared.yaml`;

/** Where the test site keeps questionnaires of its own. */
export const fixtureQuestionnaires = 'tests/fixtures/site/content/questionnaires';

/** The folders of questionnaires of the site that is being built, relative to its root: the test site has its own besides. */
export function questionnaireFolders(): string[] {
  return process.env['CLEAR_CANVASS_FIXTURE'] === '1'
    ? [publishedQuestionnaires, fixtureQuestionnaires]
    : [publishedQuestionnaires];
}

/** How long, in milliseconds, the files are taken to be unchanged: a page asks for its content many times. */
const trusted = 250;

const remembered = new Map<string, { stamp: string; looked: number; content: Content }>();

/**
 * Reads the content under `root`, the folder that holds `content/`. The same files give the same object:
 * it is read again when one of them has changed, which is noticed within a quarter of a second. Never throws for a fault in the content: see `problems`,
 * and `checkContent` for what can only be seen across files.
 */
export function readContent(root: string = process.cwd(), options: ReadOptions = {}): Content {
  const home = resolve(root);
  const folders = options.questionnaires ?? questionnaireFolders();
  const key = [home, ...folders].join('\n');
  const known = remembered.get(key);
  const now = performance.now();
  if (known && now - known.looked < trusted) return known.content;
  const stamp = stampOf([join(home, 'content'), ...folders.map((folder) => join(home, folder))]);
  const content = known?.stamp === stamp ? known.content : new Reader(home).read(folders);
  remembered.set(key, { stamp, looked: now, content });
  return content;
}

/** Splits a citation such as `uk-gdpr 6(3); dpa-2018 s 8`. */
export function readCitations(authority: string): Citation[] {
  return authority
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const space = part.indexOf(' ');
      return space < 0
        ? { authority: part, pinpoint: '' }
        : { authority: part.slice(0, space), pinpoint: part.slice(space + 1).trim() };
    });
}

/** Every file below the folders with its size and time of writing. */
function stampOf(folders: string[]): string {
  const lines: string[] = [];
  const visit = (folder: string): void => {
    if (!existsSync(folder)) return;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else {
        const { mtimeMs, size } = statSync(path);
        lines.push(`${path} ${mtimeMs} ${size}`);
      }
    }
  };
  folders.forEach(visit);
  return lines.join('\n');
}

class Reader {
  readonly #files: ContentFiles;

  constructor(root: string) {
    this.#files = new ContentFiles(root);
  }

  read(questionnaireFolders: string[]): Content {
    const law = this.#readLaw();
    const { sections, clauses: codeClauses } = this.#readSections(
      'content/sections',
      'code-2019',
      'code',
      law,
    );
    const { sections: audits, clauses: auditClauses } = this.#readSections(
      'content/audits',
      'audits-2020',
      'audits',
      law,
    );
    const clauses = [...codeClauses, ...auditClauses];
    return {
      root: this.#files.root,
      sections,
      audits,
      clauses,
      law,
      authorities: this.#files.readList('content/authorities.yaml', authoritySchema),
      glossary: this.#files.readList('content/glossary.yaml', termSchema),
      todos: this.#files.readList('content/todos.yaml', todoSchema),
      searchWords: this.#files.readList('content/search-words.yaml', searchWordsSchema),
      questionnaires: this.#readAllQuestionnaires(questionnaireFolders),
      changes: this.#readNotes<ChangeFrontMatter>('content/changes', changeSchema).sort((a, b) =>
        a.date === b.date ? a.id.localeCompare(b.id) : b.date.localeCompare(a.date),
      ),
      decisions: this.#readNotes<DecisionFrontMatter>('content/decisions', decisionSchema),
      ...this.#readTexts(),
      training: readTraining(this.#files, { sections, clauses }),
      proofs: this.#readProofs(),
      problems: this.#files.problems,
    };
  }

  #readLaw(): LawChange[] {
    return this.#files.list('content/law', /\.yaml$/).flatMap((file) => {
      const data = this.#files.parseYaml(readFileSync(join(this.#files.root, file), 'utf8'), file);
      if (data === undefined) return [];
      const entry = this.#files.check(lawSchema, data, file, idOf(data));
      if (!entry) return [];
      if (basename(file, '.yaml') !== entry.id.toLowerCase()) {
        this.#files.report({
          file,
          id: entry.id,
          found: 'the file is not named after its id',
          remedy: `call it ${entry.id.toLowerCase()}.yaml`,
        });
      }
      return [{ ...entry, href: `law/#${entry.id}`, file }];
    });
  }

  #readSections(
    folder: string,
    document: DocumentId,
    address: string,
    law: LawChange[],
  ): { sections: Section[]; clauses: Clause[] } {
    const sections: Section[] = [];
    const clauses: Clause[] = [];
    for (const file of this.#files.list(folder, /\.mdx$/)) {
      const name = /^(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/.exec(basename(file));
      if (!name?.[1] || !name[2]) {
        this.#files.report({
          file,
          found: 'its name gives no place and slug',
          remedy: 'call it NN-<slug>.mdx, in small letters',
        });
        continue;
      }
      const read = this.#files.readFrontMatter(file, sectionSchema);
      if (!read) continue;
      if (read.data.source.document !== document) {
        this.#files.report({
          file,
          found: `its source is ${read.data.source.document}`,
          remedy: `set source.document to ${document} or move the file`,
        });
      }
      const section: Section = {
        ...read.data,
        slug: name[2],
        number: Number(name[1]),
        document,
        href: `${address}/${name[2]}/`,
        mdx: this.#files.readBody(read.body, file, read.bodyLine),
        file,
      };
      sections.push(section);
      for (const component of section.mdx.components) {
        if (component.name !== 'Clause') continue;
        const clause = this.#readClause(component, section, law);
        if (clause) clauses.push(clause);
      }
    }
    return { sections, clauses };
  }

  #readClause(component: Component, section: Section, law: LawChange[]): Clause | undefined {
    const { id, strength, authority, moment, who, uncited, short, ...others } = component.attributes;
    const at = { file: section.file, line: component.line, id: id ?? 'Clause' };
    const before = this.#files.problems.length;
    if (!id || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
      this.#files.report({
        ...at,
        found: 'a clause has no kebab-case id',
        remedy: 'give it one that no other clause has',
      });
    }
    const oneOf = <T extends string>(allowed: readonly T[], value: string, what: string): T[] =>
      value
        .split(/\s+/)
        .filter((word) => word !== '')
        .flatMap((word) => {
          const match = allowed.find((candidate) => candidate === word);
          if (!match)
            this.#files.report({
              ...at,
              found: `“${word}” is no ${what}`,
              remedy: `use one of ${allowed.join(', ')}`,
            });
          return match ? [match] : [];
        });
    const [strong] = oneOf(strengths, strength ?? '', 'strength');
    if (!strength)
      this.#files.report({
        ...at,
        found: 'the clause has no strength',
        remedy: `add one of ${strengths.join(', ')}`,
      });
    if (!authority?.trim()) {
      this.#files.report({
        ...at,
        found: 'the clause names no authority',
        remedy: 'add authority="…", ico-code-2019 if the code gives no other',
      });
    }
    const times = oneOf(moments, moment ?? '', 'moment');
    if (!moment?.trim())
      this.#files.report({
        ...at,
        found: 'the clause has no moment',
        remedy: `add one or more of ${moments.join(', ')}`,
      });
    const whom = oneOf(campaigners, who ?? '', 'kind of campaigner');
    for (const extra of Object.keys(others)) {
      this.#files.report({ ...at, found: `${extra} is no attribute of a clause`, remedy: 'take it out' });
    }
    if (!component.text)
      this.#files.report({
        ...at,
        found: 'the clause has no words',
        remedy: 'write the statement between its tags',
      });
    if (component.inside === 'Clause') {
      this.#files.report({
        ...at,
        found: 'the clause stands inside another',
        remedy: 'close the first before opening the second',
      });
    }
    if (this.#files.problems.length > before || !id || !strong) return undefined;
    const touching = law
      .filter(({ clauses }) => clauses.includes(id))
      .sort((one, other) => lawKinds.indexOf(one.kind) - lawKinds.indexOf(other.kind));
    return {
      id,
      strength: strong,
      authorities: readCitations(authority ?? ''),
      moments: times,
      who: whom,
      text: component.text,
      block: component.block,
      document: section.document,
      section: section.slug,
      sectionTitle: section.title,
      href: `${section.href}#${id}`,
      law: touching.filter(({ kind }) => kind !== 'no-change').map((entry) => entry.id),
      lookedAt: touching.filter(({ kind }) => kind === 'no-change').map((entry) => entry.id),
      uncited,
      short,
      file: section.file,
      line: component.line,
    };
  }

  #readAllQuestionnaires(folders: string[]): QuestionnaireWords[] {
    const shared = this.#readWrapped(sharedQuestions, 'questions', questionSchema);
    return folders.flatMap((folder) => this.#readQuestionnaires(folder, shared));
  }

  #readQuestionnaires(folder: string, shared: readonly QuestionWords[]): QuestionnaireWords[] {
    const path = join(this.#files.root, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
      .flatMap((id) => this.#readQuestionnaire(folder, id, shared));
  }

  #readQuestionnaire(parent: string, id: string, shared: readonly QuestionWords[]): QuestionnaireWords[] {
    const folder = `${parent}/${id}`;
    const indexFile = `${folder}/index.mdx`;
    if (!existsSync(join(this.#files.root, indexFile))) {
      this.#files.report({
        file: folder,
        id,
        found: 'the questionnaire has no index.mdx',
        remedy: 'write its title, summary and opening there',
      });
      return [];
    }
    const index = this.#files.readFrontMatter(indexFile, questionnaireSchema);
    if (!index) return [];
    const outcomes = this.#files.list(`${folder}/outcomes`, /\.mdx$/).flatMap((file): OutcomeWords[] => {
      const read = this.#files.readFrontMatter(file, outcomeSchema);
      if (!read) return [];
      return [
        {
          ...read.data,
          id: basename(file, '.mdx'),
          body: read.body,
          mdx: this.#files.readBody(read.body, file, read.bodyLine),
          file,
        },
      ];
    });
    const examples = this.#readWrapped(
      `${folder}/examples.yaml`,
      'examples',
      examplesSchema.shape.examples.element,
    );
    return [
      {
        ...index.data,
        id,
        body: index.body,
        mdx: this.#files.readBody(index.body, indexFile, index.bodyLine),
        questions: this.#readWrapped(`${folder}/questions.yaml`, 'questions', questionSchema, shared),
        outcomes,
        examples,
        codes: this.#readCodes(`${folder}/codes.json`),
        folder,
        published: parent === publishedQuestionnaires,
      },
    ];
  }

  /** Reads `{ <key>: [ … ] }`, checking each entry by itself so that a fault is named by its id. */
  #readWrapped<T>(
    file: string,
    key: string,
    schema: z.ZodType<T>,
    shared: readonly QuestionWords[] = [],
  ): T[] {
    const path = join(this.#files.root, file);
    if (!existsSync(path)) return [];
    const data = this.#files.parseYaml(readFileSync(path, 'utf8'), file);
    if (data === undefined) return [];
    const list =
      typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[key] : undefined;
    if (!Array.isArray(list) || Object.keys(data as object).length !== 1) {
      this.#files.report({
        file,
        found: `it is not one list called ${key}`,
        remedy: `put every entry under “${key}:” and nothing beside it`,
      });
      return [];
    }
    return list.flatMap((written: unknown) => {
      const resolved = withSharedWords(written, shared, sharedQuestions);
      if ('fault' in resolved) {
        this.#files.report({ file, ...resolved.fault });
        return [];
      }
      const { entry } = resolved;
      const checked = this.#files.check(schema, entry, file, idOf(entry));
      return checked === undefined ? [] : [checked];
    });
  }

  #readTexts(): Pick<Content, 'texts' | 'sharedTexts'> {
    const sharedFile = 'content/documents/shared.yaml';
    const none: SharedTextWords = { gaps: {}, conditions: {}, phrases: {} };
    const sharedTexts = existsSync(join(this.#files.root, sharedFile))
      ? (this.#files.check<SharedTextWords>(
          sharedDocumentsSchema,
          this.#files.parseYaml(readFileSync(join(this.#files.root, sharedFile), 'utf8'), sharedFile),
          sharedFile,
        ) ?? none)
      : none;
    const texts = this.#files.list('content/documents', /\.mdx$/).flatMap((file): TextContent[] => {
      const read = this.#files.readFrontMatter(file, documentSchema);
      if (!read) return [];
      if (basename(file, '.mdx') !== read.data.id)
        this.#files.report({
          file,
          id: read.data.id,
          found: 'the file is not named after its id',
          remedy: `call it ${read.data.id}.mdx`,
        });
      const { text, faults } = readDocument(read.data, read.body, file, sharedTexts, read.bodyLine);
      this.#files.problems.push(...faults);
      return [{ ...text, file }];
    });
    return { texts, sharedTexts };
  }

  #readProofs(): Proof[] {
    return this.#files.list('content/proof', /\.json$/).flatMap((file) => {
      const proof = this.#files.check(
        proofSchema,
        this.#files.parseYaml(readFileSync(join(this.#files.root, file), 'utf8'), file),
        file,
      );
      return proof === undefined ? [] : [proof];
    });
  }

  #readCodes(file: string): Codes | undefined {
    const path = join(this.#files.root, file);
    if (!existsSync(path)) return undefined;
    return this.#files.check(codesSchema, this.#files.parseYaml(readFileSync(path, 'utf8'), file), file);
  }

  #readNotes<T>(folder: string, schema: z.ZodType<T>): (T & { id: string; file: string })[] {
    return this.#files.list(folder, /\.mdx?$/).flatMap((file) => {
      if (basename(file).toLowerCase() === 'readme.md') return [];
      const read = this.#files.readFrontMatter(file, schema);
      return read ? [{ ...read.data, id: basename(file).replace(/\.mdx?$/, ''), file }] : [];
    });
  }
}
