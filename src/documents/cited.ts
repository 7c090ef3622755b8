/** What the words of texts cite, as people know it. */
import type { RestsOn } from './words.ts';

/** `href` is relative to the root of the site. */
export interface CitedWords {
  /** Clause id → its statement, and the section that it stands in. */
  readonly clauses: Readonly<
    Record<string, { readonly text: string; readonly section: string; readonly href: string }>
  >;
  readonly law: Readonly<Record<string, { readonly title: string; readonly href: string }>>;
  /** Authority id → its short name. */
  readonly authorities: Readonly<Record<string, string>>;
}

/** One thing that a sentence rests on. */
export interface Cited {
  readonly text: string;
  readonly href?: string;
}

/** What a sentence rests on, in words: statements first, then the law, then this project’s own advice. */
export function citedBy({ clauses, law, authority, project }: RestsOn, words: CitedWords): readonly Cited[] {
  return [
    ...clauses.flatMap((id): Cited[] => {
      const clause = words.clauses[id];
      return clause === undefined ? [] : [{ text: `${clause.section}: ${clause.text}`, href: clause.href }];
    }),
    ...law.flatMap((id): Cited[] => {
      const entry = words.law[id];
      return entry === undefined ? [] : [{ text: `${id}: ${entry.title}`, href: entry.href }];
    }),
    ...authority.map((reference): Cited => {
      const [id = '', ...place] = reference.split(' ');
      return { text: [words.authorities[id] ?? id, ...place].join(' '), href: `authorities/#${id}` };
    }),
    ...(project ? [{ text: 'This project’s own advice' }] : []),
  ];
}
