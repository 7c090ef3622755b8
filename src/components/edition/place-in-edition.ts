/**
 * Fits the HTML of a section, as Astro has rendered it, into the one document of the whole edition: anchors that
 * sections share are told apart, links between chapters lead within the document, and headings go down one step.
 */
import { GLOSSARY, lawAnchor, LAW_APPENDIX, termAnchor } from './edition.ts';

export interface Placing {
  /** The chapter’s anchor in the document. */
  chapter: string;
  /** Its address as a page of its own, relative to the root of the site, such as `code/consent/`. */
  href: string;
  /** The anchor of each chapter by its address. */
  chapters: ReadonlyMap<string, string>;
  /** Ids of clauses, which are the same wherever they stand: no two sections share one. */
  clauses: ReadonlySet<string>;
}

/** Where the document itself stands. */
const HERE = 'edition/';
const TO_ROOT = '../';

const tag = /<(\/?)([a-z][a-z0-9]*)([^>]*)>/g;
const reference = /\s(id|href|aria-labelledby|aria-describedby)="([^"]*)"/g;

/** @throws Error naming the chapter where a link leads to nothing that the site has at its root. */
export function placeInEdition(html: string, placing: Placing): string {
  return html.replace(tag, (_, slash: string, name: string, attributes: string) => {
    const heading = /^h([2-5])$/.exec(name)?.[1];
    const lower = heading === undefined ? name : `h${Number(heading) + 1}`;
    const placed = attributes.replace(reference, (_whole, attribute: string, value: string) => {
      const moved =
        attribute === 'href'
          ? linkWithin(value, placing)
          : value
              .split(' ')
              .map((id) => anchorIn(placing.chapter, id, placing))
              .join(' ');
      return ` ${attribute}="${moved}"`;
    });
    return `<${slash}${lower}${placed}>`;
  });
}

/** An anchor of a chapter’s own page as it is called in the document. */
function anchorIn(chapter: string, id: string, { clauses }: Placing): string {
  return clauses.has(id) ? id : `${chapter}--${id}`;
}

function linkWithin(href: string, placing: Placing): string {
  if (/^[a-z]+:/.test(href)) return href;
  if (href.startsWith('#')) return `#${anchorIn(placing.chapter, href.slice(1), placing)}`;
  // Links in the words start from the section’s own page; those that components make, from this one.
  for (const from of [placing.href, HERE]) {
    const { pathname, hash } = new URL(href, `https://site.invalid/${from}`);
    const within = pageWithin(pathname.slice(1), hash.slice(1), placing);
    if (within !== undefined) return within;
  }
  throw new Error(
    `${placing.chapter}: the link ${href} leads to no chapter and to no page at the root of the site; mend it in the section.`,
  );
}

/** The link to a page of the site, by its path and fragment; undefined where there is none such. */
function pageWithin(path: string, fragment: string, placing: Placing): string | undefined {
  const chapter = placing.chapters.get(path);
  if (chapter !== undefined) return `#${fragment === '' ? chapter : anchorIn(chapter, fragment, placing)}`;
  const [top = '', below = ''] = path.split('/');
  if (top === 'law') {
    const change = fragment === '' ? below : fragment;
    return /^[A-Za-z]+-\d+$/.test(change) ? `#${lawAnchor(change)}` : `#${LAW_APPENDIX}`;
  }
  if (top === 'glossary') return `#${fragment === '' ? GLOSSARY : termAnchor(fragment)}`;
  // An address below `code/` or `audits/` that is no chapter was taken from the wrong place.
  if (top === '' || ((top === 'code' || top === 'audits') && below !== '')) return undefined;
  return `${TO_ROOT}${path}${fragment === '' ? '' : `#${fragment}`}`;
}
