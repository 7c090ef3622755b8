/** The whole edition as one document and as a book: all of it, in order, with links that hold. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

import type { Page } from '@playwright/test';

import { readContent, type Section } from '../../src/schemas/read-content.ts';
import { findEpubcheck } from '../../src/commands/epubcheck.ts';
import { root } from '../../src/commands/ready.mjs';
import { site } from '../site-under-test.ts';
import { dist, filesIn } from './built.ts';
import { expect, test } from './test.ts';

const content = readContent(root);
const chapters = [...content.sections, ...content.audits];
const bookPath = filesIn(dist).find((file) => file.endsWith('.epub')) ?? '';

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The words of each section’s own page, without what only that page has: meanings that pop up, and names of links. */
async function wordsOfSections(page: Page): Promise<Map<string, string>> {
  const words = new Map<string, string>();
  for (const { href } of chapters) {
    await page.setContent(
      readFileSync(join(dist, href, 'index.html'), 'utf8').replace(/<script[\s\S]*?<\/script>/g, ''),
    );
    const text = await page.locator('article.prose').evaluate((article) => {
      // The standing note says “page” where the book says “chapter”.
      for (const one of article.querySelectorAll('.meaning, .visually-hidden')) one.remove();
      return article.textContent;
    });
    words.set(href, squeeze(text).replace('on the whole page', 'on the whole chapter'));
  }
  return words;
}

test.describe('on one page', () => {
  const html = readFileSync(join(dist, 'edition', 'index.html'), 'utf8');

  test('someone finds every section and every chapter, in order, with all their words', async ({ page }) => {
    const sections = await wordsOfSections(page);
    await page.goto('edition/');
    const shown = await page.locator('section.chapter:has(> .prose)').evaluateAll((all) =>
      all.map((one) => ({
        title: one.querySelector('h2')?.textContent.trim(),
        text: [...one.querySelectorAll(':scope > .prose')]
          .map((prose) => {
            for (const hidden of prose.querySelectorAll('.visually-hidden')) hidden.remove();
            return prose.textContent;
          })
          .join(' '),
      })),
    );
    expect(shown.map(({ title }) => title)).toEqual(chapters.map(({ title }) => title));
    for (const [place, { href }] of chapters.entries()) {
      expect(squeeze(shown[place]?.text ?? ''), href).toBe(sections.get(href));
    }
    expect([...sections.values()].join(' ').split(' ').length).toBeGreaterThan(30_000);
  });

  test('someone who follows any link of the contents or the text comes to the one place of that name', () => {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBe(new Set(ids).size);
    const links = [...html.matchAll(/<a\b[^>]*\shref="#([^"]*)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(500);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
    for (const { id } of content.clauses) expect(ids).toContain(id);
  });

  test('someone who looks from chapter to chapter stays in the document', () => {
    const leads = [...html.matchAll(/<a\b[^>]*\shref="(\.\.\/[^"]*)"/g)].map(([, href = '']) => href);
    expect(leads.filter((href) => /^\.\.\/(?:code|audits)\/./.test(href))).toEqual([]);
  });

  test('someone who prints it has each chapter on a new side, and the number of each side at its foot', async ({
    page,
  }) => {
    await page.goto('edition/');
    const rules = await page.evaluate(() => {
      const all = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
      return all.filter((rule) => rule instanceof CSSPageRule).map((rule) => rule.cssText);
    });
    expect(rules.some((rule) => /@page edition.*@bottom-center.*counter\(page\)/s.test(rule))).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => getComputedStyle(document.body).getPropertyValue('page'))).toBe(
      'edition',
    );
    const breaks = await page
      .locator('.chapter')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).breakBefore));
    expect([...new Set(breaks)]).toEqual(['page']);
    await expect(page.getByRole('navigation', { name: 'Contents' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Site' })).toBeHidden();
  });

  test('someone on a phone can read it without scrolling sideways', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('edition/');
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
  });
});

/** Reads a ZIP file by its directory: not with what wrote it. */
function unzip(bytes: Buffer): { name: string; stored: boolean; content: Buffer }[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    expect(bytes.readUInt32LE(at)).toBe(0x02014b50);
    const method = bytes.readUInt16LE(at + 10);
    const size = bytes.readUInt32LE(at + 20);
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    const begins = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const raw = bytes.subarray(begins, begins + size);
    return { name, stored: method === 0, content: method === 0 ? raw : inflateRawSync(raw) };
  });
}

test.describe('as a book', () => {
  const bytes = readFileSync(join(dist, bookPath));
  const entries = unzip(bytes);
  const files = new Map(entries.map(({ name, content: file }) => [name, file.toString('utf8')]));

  /** What the browser’s own XML parser makes of the files. */
  async function parse<Result>(page: Page, read: (books: [string, Document][]) => Result): Promise<Result> {
    return page.evaluate(
      ([all, reader]) => {
        const books = all.map(([name, text]): [string, Document] => [
          name,
          new DOMParser().parseFromString(
            text,
            name.endsWith('.xhtml') ? 'application/xhtml+xml' : 'application/xml',
          ),
        ]);
        // The function comes as text: what it needs is passed to it.
        return (new Function(`return (${reader})`)() as (given: [string, Document][]) => Result)(books);
      },
      [[...files].filter(([name]) => /\.(xhtml|opf|xml)$/.test(name)), read.toString()] as const,
    );
  }

  test('someone finds it on the page of the edition and on that of the code, under its date and version', async ({
    page,
  }) => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    const [newest] = content.changes;
    const name = `clear-canvass-edition-${newest?.date}-${version}.epub`;
    expect(bookPath).toBe(`edition/${name}`);
    for (const [address, words] of [
      ['edition/', 'Download it as an e-book'],
      ['code/', 'The same as an e-book'],
    ] as const) {
      await page.goto(address);
      const coming = page.waitForEvent('download');
      await page.getByRole('link', { name: words }).click();
      const file = await coming;
      expect(file.suggestedFilename()).toBe(name);
      expect(readFileSync(await file.path()).equals(bytes)).toBe(true);
    }
  });

  test('a reader of books finds out at once what kind of file it is, and where to begin', () => {
    expect(entries[0]).toMatchObject({ name: 'mimetype', stored: true });
    // Thirty bytes of header and the name, with nothing between it and the words.
    expect(bytes.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
    expect(files.get('META-INF/container.xml')).toContain('full-path="EPUB/package.opf"');
  });

  test('every file is well-formed, named in the package, and listed in the contents in the order of the edition', async ({
    page,
  }) => {
    await page.goto('about:blank');
    const found = await parse(page, (books) => {
      const of = (name: string): Document | undefined => books.find(([one]) => one === name)?.[1];
      const opf = of('EPUB/package.opf');
      const items = [...(opf?.querySelectorAll('manifest > item') ?? [])];
      const href = (id: string | null) =>
        items.find((item) => item.getAttribute('id') === id)?.getAttribute('href') ?? '';
      return {
        broken: books.filter(([, book]) => book.querySelector('parsererror') !== null).map(([name]) => name),
        manifest: items.map((item) => item.getAttribute('href') ?? ''),
        spine: [...(opf?.querySelectorAll('spine > itemref') ?? [])].map((item) =>
          href(item.getAttribute('idref')),
        ),
        contents: [...(of('EPUB/nav.xhtml')?.querySelectorAll('nav[id="toc"] a') ?? [])].map(
          (link): [string, string] => [link.textContent, link.getAttribute('href') ?? ''],
        ),
        metadata: [...(opf?.querySelectorAll('metadata > *') ?? [])].map(
          (one) => `${one.getAttribute('property') ?? one.localName}: ${one.textContent}`,
        ),
      };
    });
    expect(found.broken).toEqual([]);
    expect(found.manifest.map((name) => `EPUB/${name}`).toSorted()).toEqual(
      [...files.keys()].filter((name) => name.startsWith('EPUB/') && !name.endsWith('.opf')).toSorted(),
    );
    const listed = found.contents.slice(1, 1 + chapters.length);
    expect(listed.map(([title]) => title)).toEqual(chapters.map(({ title }) => title));
    expect(found.spine.slice(2)).toEqual(found.contents.slice(1).map(([, href]) => href));
    expect(found.metadata).toEqual(
      expect.arrayContaining([
        'language: en-GB',
        'schema:accessMode: textual',
        'schema:accessModeSufficient: textual',
        'schema:accessibilityFeature: tableOfContents',
        'schema:accessibilityHazard: none',
        `dcterms:modified: ${content.changes[0]?.date}T00:00:00Z`,
      ]),
    );
  });

  test('someone who reads it has all the words of the site, the strengths, the law notes and the examples among them', async ({
    page,
  }) => {
    const sections = await wordsOfSections(page);
    await page.goto('about:blank');
    const read = await parse(page, (books) =>
      books.map(([name, book]) => {
        for (const strength of book.querySelectorAll('.strength')) {
          strength.textContent = strength.textContent.slice(1, -1);
        }
        return [name, book.querySelector('.prose')?.textContent ?? ''] as const;
      }),
    );
    const textOf = new Map(read);
    const fileOf = ({ document, slug }: Section): string =>
      `EPUB/${document === 'code-2019' ? 'code' : 'audits'}-${slug}.xhtml`;
    for (const chapter of chapters)
      expect(squeeze(textOf.get(fileOf(chapter)) ?? ''), chapter.href).toBe(sections.get(chapter.href));
  });

  test('someone who follows a link stays in the book or goes out to the web, and runs nothing', async ({
    page,
  }) => {
    await page.goto('about:blank');
    const { links, ids, active } = await parse(page, (books) => ({
      links: books.flatMap(([name, book]) =>
        name.endsWith('.xhtml')
          ? [...book.querySelectorAll('a[href]')].map((link): [string, string] => [
              name.replace('EPUB/', ''),
              link.getAttribute('href') ?? '',
            ])
          : [],
      ),
      ids: books.flatMap(([name, book]) => [
        name.replace('EPUB/', ''),
        ...[...book.querySelectorAll('[id]')].map((one) => `${name.replace('EPUB/', '')}#${one.id}`),
      ]),
      active: books.flatMap(([, book]) =>
        [...book.querySelectorAll('script, form, button, iframe, [style], [onclick]')].map(
          (one) => one.localName,
        ),
      ),
    }));
    expect(active).toEqual([]);
    const inside = links.filter(([, href]) => !/^https?:\/\//.test(href));
    const lost = inside.filter(([file, href]) => !ids.includes(href.startsWith('#') ? file + href : href));
    expect(lost).toEqual([]);
    expect(inside.length).toBeGreaterThan(200);
    expect(links.length - inside.length).toBeGreaterThan(100);
  });

  test('EPUBCheck finds nothing wrong with it', async () => {
    const check = await findEpubcheck();
    if (check === undefined) {
      console.log('not run here: EPUBCheck on the e-book (not found: install the package epubcheck)');
      expect(process.env['CI'], 'EPUBCheck has to be there where CI=true').not.toBe('true');
      return;
    }
    const { passed, output } = await check(join(dist, bookPath));
    expect(output).toContain('No errors or warnings detected');
    expect(passed).toBe(true);
  });
});

test('nobody has the e-book fetched for her: it is kept for use without a network by whoever downloads it', () => {
  expect(existsSync(join(dist, bookPath))).toBe(true);
  const worker = readFileSync(join(dist, 'sw.js'), 'utf8');
  expect(worker).not.toContain('.epub');
  expect(worker).toMatch(/["`']edition\/["`']/);
  expect(new URL(bookPath, site).href).toMatch(/\.epub$/);
});
