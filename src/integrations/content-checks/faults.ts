/** What is found amiss in content, and the one way in which every citation of something by its id is looked at. */
import { orPerhaps } from '../../schemas/nearest-id.ts';
import { ContentError, readCitations, type Content } from '../../schemas/read-content.ts';

/** Where something stands that is looked at. */
export interface Where {
  readonly file: string;
  readonly id?: string | undefined;
  readonly line?: number | undefined;
}

export class Faults {
  readonly found: ContentError[];
  readonly clauses: ReadonlySet<string>;
  readonly law: ReadonlySet<string>;
  readonly authorities: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
  readonly todos: ReadonlySet<string>;
  readonly questionnaires: ReadonlySet<string>;

  constructor(content: Content) {
    const idsOf = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
    this.found = [...content.problems];
    this.clauses = idsOf(content.clauses);
    this.law = idsOf(content.law);
    this.authorities = idsOf(content.authorities);
    this.terms = idsOf(content.glossary);
    this.todos = idsOf(content.todos);
    this.questionnaires = idsOf(content.questionnaires);
  }

  report({ file, id, line }: Where, found: string, remedy: string): void {
    this.found.push(new ContentError({ file, id, line, found, remedy }));
  }

  /** Each id of a list stands there once. */
  once(list: readonly (Where & { readonly id: string })[], what: string): void {
    const seen = new Map<string, string>();
    for (const one of list) {
      const first = seen.get(one.id);
      if (first === undefined) seen.set(one.id, one.file);
      else this.report(one, `${first} has a ${what} of this id already`, 'give one of them another id');
    }
  }

  citesClauses(where: Where, cited: readonly string[] = []): void {
    for (const id of cited)
      if (!this.clauses.has(id))
        this.report(
          where,
          `it cites the clause ${id}, which no section has`,
          `cite an id that a <Clause> carries${orPerhaps(id, this.clauses)}`,
        );
  }

  citesLaw(where: Where, cited: readonly string[] = []): void {
    for (const id of cited)
      if (!this.law.has(id))
        this.report(
          where,
          `it cites the law change ${id}, which content/law has not`,
          `cite an entry of content/law${orPerhaps(id, this.law)}`,
        );
  }

  /** @param cited references as they are written: the id of an authority and a place in it */
  citesAuthorities(where: Where, cited: readonly string[]): void {
    for (const { authority } of cited.flatMap(readCitations))
      if (!this.authorities.has(authority))
        this.report(
          where,
          `it cites ${authority}, which content/authorities.yaml has not`,
          'write an authority as its id, a space and the pinpoint',
        );
  }
}
