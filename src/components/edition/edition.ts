/** The whole plain-English edition as one document: its chapters in order, and what it is called. */
import type { Content, Section } from '../../schemas/read-content.ts';

/** One section or audit chapter of the document. */
export interface Chapter {
  /** Its anchor in the document, such as `code-lawful-bases`. */
  id: string;
  /** What it is part of, and where in it. */
  place: string;
  section: Section;
}

/** What stands after the chapters, and what chapters refer to. */
export const LAW_APPENDIX = 'law-changes';
export const GLOSSARY = 'glossary';

/** The anchors of a law change and of a term. */
export const lawAnchor = (id: string): string => `law-${id.toLowerCase()}`;
export const termAnchor = (id: string): string => `term-${id}`;

/** The chapters in the order of the edition: the code, then the audits. */
export function listChapters({ sections, audits }: Pick<Content, 'sections' | 'audits'>): Chapter[] {
  return [
    ...sections.map((section) => ({
      id: `code-${section.slug}`,
      place: section.empty ? 'The code' : `The code, section ${section.number}`,
      section,
    })),
    ...audits.map((section) => ({
      id: `audits-${section.slug}`,
      place: `The audits, chapter ${section.number}`,
      section,
    })),
  ];
}

/** The day of the edition: that of the newest note in `content/changes`. */
export function editionDate({ changes }: Pick<Content, 'changes'>): string {
  const [newest] = changes;
  if (!newest) throw new Error('content/changes has no note, so the edition has no date: write one.');
  return newest.date;
}

/** What its files are called, without the extension; `version` is the package’s. */
export function nameEdition(content: Pick<Content, 'changes'>, version: string): string {
  return `clear-canvass-edition-${editionDate(content)}-${version}`;
}
