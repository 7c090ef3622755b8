/**
 * Makes the e-book of the edition from its page: `edition/clear-canvass-edition-<date>-<version>.epub`, EPUB 3.
 *
 * Its bytes follow from that page alone. Every date in it is that of the edition, never that of the build.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';
import { render } from 'dom-serializer';
import { Element, Text, isTag, isText, type AnyNode } from 'domhandler';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { DomUtils } from 'htmlparser2';

import { editionDate, nameEdition } from '../components/edition/edition.ts';
import { readContent } from '../schemas/read-content.ts';
import { readHtml } from './built-html.ts';

const { findAll, findOne, getElementsByTagName, textContent } = DomUtils;

/** Runs after the links of the pages have been made relative, and before the service worker’s. */
export function epub(): AstroIntegration {
  let root = '';
  return {
    name: 'epub',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': ({ dir, logger }) => {
        const folder = join(fileURLToPath(dir), 'edition');
        const content = readContent(root);
        const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
          version: string;
        };
        const name = nameEdition(content, version);
        const book = makeBook(readFileSync(join(folder, 'index.html'), 'utf8'), {
          name,
          date: editionDate(content),
          version,
        });
        writeFileSync(join(folder, `${name}.epub`), book);
        logger.info(`${name}.epub has ${Math.ceil(book.length / 1024)} kB.`);
      },
    },
  };
}

export interface BookMetadata {
  /** What it is called without its extension; it identifies the book too. */
  name: string;
  /** `YYYY-MM-DD`. */
  date: string;
  version: string;
}

/** One file of the book. */
interface BookChapter {
  id: string;
  title: string;
  /** The part of the contents that it is listed under. */
  part: string;
  body: Element;
  drawings: boolean;
}

/**
 * The e-book of a page that holds chapters as `<section class="chapter" id="…">`, each with an h2 and perhaps an eyebrow
 * before it that begins with the name of its part.
 *
 * @throws Error where the page has no chapter, a link leads to nothing, or its HTML is not well formed
 */
export function makeBook(page: string, metadata: BookMetadata): Uint8Array<ArrayBuffer> {
  const [main] = getElementsByTagName('main', readHtml(page), true, 1);
  const sections = (main?.children ?? []).filter(isTag).filter((element) => hasClass(element, 'chapter'));
  if (!main || sections.length === 0) throw new Error('The page of the edition holds no chapter.');
  const fileOf = new Map<string, string>();
  for (const section of sections) {
    const file = fileName(section);
    for (const { attribs } of [section, ...findAll(() => true, section.children)])
      if (attribs['id'] !== undefined) fileOf.set(attribs['id'], file);
  }
  const chapters = sections.map((section): BookChapter => {
    const body = adapt(section, { file: fileName(section), fileOf });
    const first = section.children.find(isTag);
    return {
      id: idOf(section),
      title: headingOf(section),
      part:
        first !== undefined && hasClass(first, 'eyebrow')
          ? (textContent(first).split(',')[0] ?? '').trim()
          : '',
      body,
      drawings: findOne(({ name }) => name === 'svg', body.children) !== null,
    };
  });
  const front = frontMatter(main, { file: 'title.xhtml', fileOf });

  const files: Record<string, string> = {
    'META-INF/container.xml': container,
    'EPUB/package.opf': packageDocument(chapters, metadata),
    'EPUB/nav.xhtml': navigation(chapters),
    'EPUB/style.css': style,
    'EPUB/title.xhtml': document('Clear Canvass: the plain-English edition', front),
    ...Object.fromEntries(
      chapters.map((chapter) => [
        `EPUB/${chapter.id}.xhtml`,
        document(chapter.title, writeXml(chapter.body)),
      ]),
    ),
  };
  return zip(files, metadata.date);
}

const idOf = ({ attribs }: Element): string => attribs['id'] ?? '';
const fileName = (section: Element): string => `${idOf(section)}.xhtml`;
const hasClass = ({ attribs }: Element, name: string): boolean =>
  (attribs['class'] ?? '').split(/\s+/).includes(name);

function headingOf(section: Element): string {
  const [heading] = getElementsByTagName('h2', section.children, true, 1);
  if (!heading) throw new Error(`The chapter ${idOf(section)} has no h2.`);
  return textContent(heading).trim();
}

/** XML: every element closed, every attribute with a value. */
const writeXml = (nodes: AnyNode | AnyNode[]): string =>
  render(nodes, { xmlMode: true, encodeEntities: 'utf8' });

const escapeXml = (text: string): string => writeXml(new Text(text));

/** Where an element stands, and where everything that can be linked to does. */
interface Place {
  file: string;
  fileOf: ReadonlyMap<string, string>;
}

/** What a reader of books has no use for. */
const isLeftOut = (element: Element): boolean =>
  ['script', 'style', 'nav', 'button'].includes(element.name) ||
  hasClass(element, 'visually-hidden') ||
  hasClass(element, 'no-print');

const keptAttributes = new Set([
  'id',
  'class',
  'href',
  'role',
  'scope',
  'aria-label',
  'aria-labelledby',
  'aria-describedby',
  'aria-hidden',
]);

/** An element of the page as it stands in the book: plain, unfolded, its headings one step up. */
function adapt(element: Element, place: Place): Element {
  const children = adaptAll(element.children, place);
  const attributes = Object.fromEntries(
    Object.entries(element.attribs).filter(([name]) => keptAttributes.has(name) || isDrawn(element)),
  );
  const heading = /^h([2-6])$/.exec(element.name)?.[1];
  if (heading !== undefined) return new Element(`h${Number(heading) - 1}`, attributes, children);
  if (element.name === 'svg')
    return new Element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...attributes }, children);
  if (element.name === 'details') return new Element('div', attributes, children);
  if (element.name === 'summary') return new Element('p', { class: 'summary' }, children);
  if (element.name === 'a' && hasClass(element, 'strength')) {
    delete attributes['href'];
    // In brackets, because a reader need not take our style, and the statement that follows begins with a capital.
    return new Element('strong', attributes, [new Text(`[${textContent(children)}]`)]);
  }
  if (element.name === 'a') {
    const href = linkIn(element.attribs['href'] ?? '', place);
    if (href === undefined) return new Element('span', {}, children);
    const epubType = hasClass(element, 'term') ? { 'epub:type': 'glossref' } : {};
    return new Element('a', { ...attributes, href, ...epubType }, children);
  }
  if (element.name === 'section' && hasClass(element, 'chapter'))
    return new Element('section', { ...attributes, 'epub:type': kindOf(idOf(element)) }, children);
  return new Element(element.name, attributes, children);
}

function adaptAll(nodes: readonly AnyNode[], place: Place): (Element | Text)[] {
  return nodes.flatMap((node): (Element | Text)[] => {
    if (isText(node)) return [new Text(node.data)];
    return isTag(node) && !isLeftOut(node) ? [adapt(node, place)] : [];
  });
}

const drawn = new Set(['svg', 'g', 'path', 'rect', 'circle', 'line', 'text', 'title']);
const isDrawn = ({ name }: Element): boolean => drawn.has(name);

const kindOf = (id: string): string =>
  id === 'glossary' ? 'glossary' : id === 'law-changes' ? 'appendix' : 'chapter';

/**
 * A link as the book has it: into another of its files, or out to the web. A page of the site is at no fixed address,
 * so a link to one is none here.
 */
function linkIn(href: string, { file, fileOf }: Place): string | undefined {
  if (/^https?:/.test(href)) return href;
  if (!href.startsWith('#')) return undefined;
  const id = href.slice(1);
  const target = fileOf.get(id);
  if (target === undefined) throw new Error(`${file}: the link ${href} leads to nothing in the edition.`);
  if (`${id}.xhtml` === target) return target;
  return target === file ? href : `${target}${href}`;
}

/** What stands before the chapters, as the title page. */
function frontMatter(main: Element, place: Place): string {
  const nodes = main.children.filter((node) => isTag(node) && !hasClass(node, 'chapter'));
  return `<section epub:type="titlepage">${writeXml(adaptAll(nodes, place))}</section>`;
}

function document(title: string, body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en-GB" xml:lang="en-GB">
<head>
<title>${escapeXml(title)}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body>
${body}
</body>
</html>
`;
}

function navigation(chapters: readonly BookChapter[]): string {
  const item = ({ id, title }: BookChapter) => `<li><a href="${id}.xhtml">${escapeXml(title)}</a></li>`;
  const parts = [...new Set(chapters.map(({ part }) => part))].map((part) => {
    const own = chapters.filter((chapter) => chapter.part === part);
    return part === ''
      ? own.map(item).join('\n')
      : `<li><span>${escapeXml(part)}</span>\n<ol>\n${own.map(item).join('\n')}\n</ol></li>`;
  });
  return document(
    'Contents',
    `<nav epub:type="toc" role="doc-toc" id="toc">
<h1>Contents</h1>
<ol>
<li><a href="title.xhtml">About this edition</a></li>
${parts.join('\n')}
</ol>
</nav>
<nav epub:type="landmarks" hidden="hidden">
<ol>
<li><a epub:type="toc" href="#toc">Contents</a></li>
<li><a epub:type="bodymatter" href="${chapters[0]?.id ?? ''}.xhtml">Start of the text</a></li>
</ol>
</nav>`,
  );
}

function packageDocument(chapters: readonly BookChapter[], { name, date, version }: BookMetadata): string {
  const drawings = chapters.some((chapter) => chapter.drawings);
  const meta = (property: string, value: string) => `<meta property="${property}">${value}</meta>`;
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en-GB">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escapeXml(name)}</dc:identifier>
<dc:title>Clear Canvass: the plain-English edition</dc:title>
<dc:language>en-GB</dc:language>
<dc:creator>Clear Canvass</dc:creator>
<dc:date>${date}</dc:date>
<dc:description>The ICO’s draft framework code of August 2019 on personal data in political campaigning and its audits of seven parties of November 2020, retold in plain English, with what the law has changed since. Edition of ${date}, version ${escapeXml(version)}. It is not the regulator’s, and it is not legal advice.</dc:description>
<dc:rights>Words under the Creative Commons Attribution 4.0 licence (https://creativecommons.org/licenses/by/4.0/). The sources are the ICO’s.</dc:rights>
${meta('dcterms:modified', `${date}T00:00:00Z`)}
${meta('schema:accessMode', 'textual')}
${drawings ? `${meta('schema:accessMode', 'visual')}\n` : ''}${meta('schema:accessModeSufficient', 'textual')}
${['tableOfContents', 'structuralNavigation', 'readingOrder', 'alternativeText', 'displayTransformability']
  .map((feature) => meta('schema:accessibilityFeature', feature))
  .join('\n')}
${meta('schema:accessibilityHazard', 'none')}
${meta('schema:accessibilitySummary', 'Text with headings in order, links between chapters and a table of contents. Each drawing is also a table. The strength of a statement is a word before it.')}
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
<item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>
${chapters
  .map(
    ({ id, drawings: drawn }) =>
      `<item id="${id}" href="${id}.xhtml" media-type="application/xhtml+xml"${drawn ? ' properties="svg"' : ''}/>`,
  )
  .join('\n')}
</manifest>
<spine>
<itemref idref="title"/>
<itemref idref="nav"/>
${chapters.map(({ id }) => `<itemref idref="${id}"/>`).join('\n')}
</spine>
</package>
`;
}

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
`;

/** Few rules: the reader’s own type and colours come first. */
const style = `h1, h2, h3 { line-height: 1.2; }
.eyebrow, .quiet { font-size: 0.9em; }
.lede { font-size: 1.1em; }
.strength { font-family: sans-serif; font-size: 0.8em; font-weight: bold; }
.law-note, .panel, .example { margin: 1em 0; padding: 0 0 0 0.8em; border-left: 3px solid; }
.law-note { font-size: 0.9em; }
.law-then { font-weight: bold; margin-bottom: 0; }
.example { border-left-style: double; }
.conclusion { font-style: italic; }
.summary { margin-bottom: 0; }
dt { font-weight: bold; margin-top: 0.8em; }
dd { margin: 0; }
table { border-collapse: collapse; }
th, td { text-align: left; padding: 0.2em 0.8em 0.2em 0; border-bottom: 1px solid; }
svg { width: 100%; height: auto; }
svg text { font-size: 13px; fill: currentColor; }
svg .bar { fill: #ccc; stroke: currentColor; }
svg .bar--urgent { fill: currentColor; }
svg .bar--high { fill: #777; }
svg .bar--low { fill: none; }
`;

/**
 * A ZIP file as EPUB asks for it: `mimetype` first, as it is, then the rest. ZIP holds times of a clock on the wall, so
 * the day is given as one, and comes out alike in every time zone.
 */
function zip(files: Readonly<Record<string, string>>, date: string): Uint8Array<ArrayBuffer> {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const mtime = new Date(year, month - 1, day, 12);
  const zippable: Zippable = { mimetype: [strToU8('application/epub+zip'), { level: 0, mtime }] };
  for (const [path, text] of Object.entries(files)) zippable[path] = [strToU8(text), { level: 9, mtime }];
  return zipSync(zippable);
}
