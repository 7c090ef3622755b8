import { describe, expect, test } from 'vitest';
import { unzipSync, strFromU8 } from 'fflate';
import { makeBook } from '../../../src/integrations/epub.ts';

const metadata = { name: 'an-edition-2026-05-02-1.2.3', date: '2026-05-02', version: '1.2.3' };

const page = (chapters: string): string =>
  `<!doctype html><html><head><title>x</title><style>a{}</style></head><body><main>
<h1>The edition</h1><p class="no-print">Download</p><nav><h2>Contents</h2></nav>
${chapters}</main><script>alert("</p>")</script></body></html>`;

const two = page(
  `<section class="chapter" id="one"><p class="eyebrow">The code, section 1</p><h2>One &amp; only</h2>
<p><span class="clause" id="c-1"><a class="strength" href="#c-1">must<span class="visually-hidden">: link</span></a> You must.</span>
<a href="#two">Two</a> <a href="#two--a">Two, a</a> <a href="#c-1">here</a> <a href="../law/">site</a>
<a href="https://example.org/?a=1&amp;b=2" rel="noreferrer">out</a><br></p>
<details><summary>More</summary><p>Folded</p></details><script>bad()</script></section>
<section class="chapter" id="two"><h2>Two</h2><h3 id="two--a">A</h3>
<svg viewBox="0 0 1 1" role="img"><path d="M0 0" /><rect width="1"></rect></svg></section>`,
);

const filesOf = (book: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(book)).map(([path, bytes]) => [path, strFromU8(bytes)]));

describe('someone who reads the edition as a book', () => {
  const files = filesOf(makeBook(two, metadata));
  const one = files['EPUB/one.xhtml'] ?? '';

  test('finds the strength of a statement as a word before it', () => {
    expect(one).toContain(
      '<span class="clause" id="c-1"><strong class="strength">[must]</strong> You must.</span>',
    );
  });

  test('follows links to other chapters inside the book and to the web outside it, and sees no link that leads nowhere', () => {
    expect(one).toContain('<a href="two.xhtml">Two</a>');
    expect(one).toContain('<a href="two.xhtml#two--a">Two, a</a>');
    expect(one).toContain('<a href="#c-1">here</a>');
    expect(one).toContain('<span>site</span>');
    expect(one).toContain('<a href="https://example.org/?a=1&amp;b=2">out</a>');
  });

  test('finds what was folded open, each chapter under a heading of its own, and no script', () => {
    expect(one).toContain('<div><p class="summary">More</p><p>Folded</p></div>');
    expect(one).toContain('<h1>One &amp; only</h1>');
    expect(files['EPUB/two.xhtml']).toContain('<h2 id="two--a">A</h2>');
    expect(Object.values(files).join('')).not.toMatch(/<script|alert|bad\(\)|Download|visually-hidden/);
  });

  test('finds drawings as drawings, and the reader is told of them', () => {
    expect(files['EPUB/two.xhtml']).toContain(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" role="img"><path d="M0 0"/><rect width="1"/></svg>',
    );
    expect(files['EPUB/package.opf']).toMatch(/href="two\.xhtml"[^>]* properties="svg"/);
    expect(files['EPUB/package.opf']).not.toMatch(/href="one\.xhtml"[^>]* properties/);
  });

  test('gets the same bytes whenever and wherever it is made', () => {
    const [zone, once] = [process.env['TZ'], makeBook(two, metadata)];
    process.env['TZ'] = 'Pacific/Auckland';
    try {
      expect(Buffer.from(makeBook(two, metadata)).equals(Buffer.from(once))).toBe(true);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  test('is never sent to a place that is not in it', () => {
    expect(() =>
      makeBook(
        page('<section class="chapter" id="one"><h2>One</h2><a href="#gone">x</a></section>'),
        metadata,
      ),
    ).toThrow(/one\.xhtml: the link #gone/);
    expect(() => makeBook(page('<p>No chapter</p>'), metadata)).toThrow(/no chapter/);
  });
});
