/** The bodies of pages that are written in Markdown: the components that stand in them, and where their links lead. */
import { exampleAnchor } from '../../schemas/anchors.ts';
import { orPerhaps } from '../../schemas/nearest-id.ts';
import type { Content, Section } from '../../schemas/read-content.ts';
import type { MdxBody } from '../../schemas/read-mdx.ts';
import { listPages } from '../site-pages.ts';
import type { Faults, Where } from './faults.ts';

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

/** The pages of the site and the places in them that links may lead to. */
export class Bodies {
  readonly #faults: Faults;
  readonly #pages: ReadonlySet<string>;
  readonly #pagesWithDrafts: ReadonlySet<string>;
  /** Page → what it has an anchor for; pages whose anchors nobody has listed are left out. */
  readonly #places: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(content: Content, faults: Faults) {
    this.#faults = faults;
    this.#pages = listPages(content);
    this.#pagesWithDrafts = listPages({
      ...content,
      questionnaires: content.questionnaires.map((one) => ({ ...one, draft: false })),
    });
    this.#places = new Map([
      ...[...content.sections, ...content.audits].map(
        (section) => [section.href, this.#placesIn(section, content)] as const,
      ),
      ['law/', faults.law],
      ['authorities/', faults.authorities],
      ['glossary/', faults.terms],
      ['documents/', new Set(content.texts.map(({ id }) => id))],
    ]);
  }

  #placesIn({ file, mdx }: Section, content: Content): ReadonlySet<string> {
    const clauses = content.clauses.filter((clause) => clause.file === file).map(({ id }) => id);
    const headings = mdx.headings.map(({ slug }) => slug);
    const named = (component: string) => mdx.components.filter(({ name }) => name === component);
    for (const id of clauses)
      if (headings.includes(id))
        this.#faults.report({ file, id }, 'a heading of the page has the same anchor', 'reword the heading');
    return new Set([
      ...clauses,
      ...named('FormerClause').map(({ attributes }) => attributes['id'] ?? ''),
      ...headings,
      ...named('Example').map(({ attributes }) => exampleAnchor(attributes['title'] ?? '')),
    ]);
  }

  /** The pages of a draft are not built, but its own words may lead to them already. */
  #isPage(path: string, from: string): boolean {
    return this.#pages.has(path) || (path.startsWith(from) && this.#pagesWithDrafts.has(path));
  }

  #lacks(path: string, fragment: string): boolean {
    return fragment !== '' && this.#places.get(path)?.has(fragment) === false;
  }

  /** The help of a to-do leads to a page and a place in it. */
  checkHelp(where: Where, href: string): void {
    const [path = '', fragment = ''] = href.split('#');
    const remedy = `mend its href, which counts from the root of the site${orPerhaps(path, this.#pages)}`;
    if (!this.#pages.has(path)) this.#faults.report(where, `help leads to no page (${path})`, remedy);
    else if (this.#lacks(path, fragment))
      this.#faults.report(where, `help leads to #${fragment}, which ${path} has not`, remedy);
  }

  /**
   * @param page where the body is shown
   * @param clausesAllowed whether clauses stand in it: in the code and the audits, and nowhere else
   */
  check(mdx: MdxBody, file: string, page: string, clausesAllowed: boolean): void {
    for (const component of mdx.components) this.#checkComponent(component, file, clausesAllowed);
    for (const { href, line } of mdx.links) this.#checkLink({ file, line }, href, page);
  }

  #checkComponent(
    { name, attributes, line, inside }: MdxBody['components'][number],
    file: string,
    clausesAllowed: boolean,
  ): void {
    const faults = this.#faults;
    const { id, questionnaire } = attributes;
    if (!knownComponents.has(name)) {
      faults.report(
        { file, line, id: name },
        'no such component may stand in content',
        `use one of ${[...knownComponents].join(', ')}`,
      );
    } else if (name === 'Clause' && !clausesAllowed) {
      faults.report(
        { file, line, id },
        'a clause stands outside the code and the audits',
        'link to the clause instead',
      );
    } else if (name === 'SinceDraft') {
      faults.citesLaw({ file, line, id: name }, (attributes['law'] ?? '').split(' '));
    } else if (name === 'Term' && !faults.terms.has(id ?? '')) {
      faults.report(
        { file, line, id: id ?? name },
        'content/glossary.yaml has no such term',
        'add it there or take the tag away',
      );
    } else if (name === 'Example' && questionnaire && !faults.questionnaires.has(questionnaire)) {
      faults.report(
        { file, line, id: attributes['title'] ?? name },
        `there is no questionnaire ${questionnaire}`,
        'name one that content/questionnaires has, or leave the attribute out',
      );
    }
    if (inside === 'Clause')
      faults.report(
        { file, line, id: name },
        'a component stands inside a clause',
        'keep only text, emphasis and links there',
      );
  }

  #checkLink(where: Where, href: string, page: string): void {
    const link = resolveLink(href, page);
    if (link === undefined) return;
    const { path, fragment, absolute } = link;
    if (absolute)
      this.#faults.report(
        where,
        `the link ${href} begins at the root`,
        'write it relative to the page, so that the site works in a sub-folder',
      );
    else if (!this.#isPage(path, page))
      this.#faults.report(
        where,
        `the link ${href} leads to no page (${path || 'home'})`,
        'mend the address, and end it with “/”',
      );
    else if (this.#lacks(path, fragment))
      this.#faults.report(
        where,
        `the page ${path} has no #${fragment}`,
        'name a clause or a heading that stands there',
      );
  }
}
