/**
 * Words as they travel. What a clause says of its section, its title and page, is said once a section: with hundreds of
 * clauses that is a good part of the file.
 */
import type { ClauseWords, Words } from './words.ts';

/** The clauses of one section, by their ids. */
interface PackedSection {
  readonly title: string;
  /** Its page, from the root of the site. */
  readonly page: string;
  readonly clauses: Readonly<Record<string, Pick<ClauseWords, 'strength' | 'text'>>>;
}

export type PackedWords = Omit<Words, 'clauses'> & { readonly sections: readonly PackedSection[] };

export function packWords({ clauses, ...words }: Words): PackedWords {
  const sections = Map.groupBy(Object.entries(clauses), ([, { href }]) => href.replace(/#.*$/, ''));
  return {
    ...words,
    sections: [...sections].map(([page, cited]) => ({
      title: cited[0]?.[1].section ?? '',
      page,
      clauses: Object.fromEntries(cited.map(([id, { strength, text }]) => [id, { strength, text }])),
    })),
  };
}

export function unpackWords({ sections, ...words }: PackedWords): Words {
  return {
    ...words,
    clauses: Object.fromEntries(
      sections.flatMap(({ title, page, clauses }) =>
        Object.entries(clauses).map(([id, clause]) => [
          id,
          { ...clause, href: `${page}#${id}`, section: title },
        ]),
      ),
    ),
  };
}
