/** The security policy of each page is held against the page, and the host is given the union of them all. */
import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { readHtml, writeHtml } from '../../../src/integrations/built-html.ts';
import { checkPage as checkTree } from '../../../src/integrations/headers.ts';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const script = 'document.documentElement.dataset.alive = "yes"';
const style = 'p { margin: 0 }';

function checkPage(html: string, name: string) {
  const tree = readHtml(html);
  const policy = checkTree(tree, name);
  return { html: writeHtml(tree), policy };
}

/** A page with a policy in its head, written as Astro writes it: at the end. */
const page = (policy: string, body = '<p>Words</p>', head = ''): string =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A page</title>${head}<meta http-equiv="content-security-policy" content="${policy}"></head><body>${body}</body></html>`;
const strict = `default-src 'none'; script-src 'self' ${hashOf(script)}; style-src 'self' ${hashOf(style)}`;

describe('someone who reads a page is kept safe by its policy', () => {
  it('which allows the scripts and styles that the page has, and no others', () => {
    const unused = hashOf('something on another page');
    const { html, policy } = checkPage(
      page(
        `${strict.replace("script-src 'self'", `script-src 'self' ${unused}`)}`,
        `<script>${script}</script>`,
        `<style>${style}</style>`,
      ),
      'index.html',
    );
    expect(policy.get('script-src')).toEqual(["'self'", hashOf(script)]);
    expect(policy.get('style-src')).toEqual(["'self'", hashOf(style)]);
    expect(html).not.toContain(unused);
  });

  it('which stands before everything that it has to bind', () => {
    const { html } = checkPage(page(strict, '', `<style>${style}</style>`), 'index.html');
    expect(html.indexOf('content-security-policy')).toBeLessThan(html.indexOf('<style>'));
    expect(html.match(/content-security-policy/g)).toHaveLength(1);
  });

  it('and the build fails, with the page and the remedy, where the policy would break the page', () => {
    for (const [body, reason] of [
      ['<script>alert(1)</script>', /index\.html: no hash in its script-src .*insertScriptHash/],
      ['<style>b { top: 0 }</style>', /index\.html: no hash in its style-src .*insertStyleHash/],
      ['<p style="top: 0">Words</p>', /index\.html: .*Use a class/],
      ['<button onclick="go()">Go</button>', /index\.html: .*Add the listener in a script/],
      ['<a href=" javascript:go()">Go</a>', /index\.html: .*javascript: address/],
    ] as const) {
      expect(() => checkPage(page(strict, body), 'index.html')).toThrow(reason);
    }
  });

  it('and the build fails where a page has no policy at all', () => {
    expect(() => checkPage('<!doctype html><p>Words</p>', 'bare.html')).toThrow(
      /bare\.html has no Content-Security-Policy/,
    );
  });

  it('but a page that only sends the reader elsewhere needs none', () => {
    const moved = '<!doctype html><meta http-equiv="refresh" content="0;url=../law/">';
    expect(checkPage(moved, 'old/index.html').policy.size).toBe(0);
  });

  it('which leaves data that no browser runs alone', () => {
    const data = '<script type="application/json">{"a":1}</script>';
    expect(() => checkPage(page(strict, data), 'index.html')).not.toThrow();
  });
});
