/** Pages are read and written again as they are: nothing in them is lost, and nothing is guessed. */
import { describe, expect, test } from 'vitest';

import { readHtml, writeHtml } from '../../../src/integrations/built-html.ts';

describe('whoever builds the site is told of HTML that is not well formed', () => {
  test.each([
    ['<p>open', /<p> is not closed in its turn/],
    ['<p><b>x</p></b>', /<b> is not closed in its turn/],
    ['<ul><li>a<li>b</ul>', /<li> is not closed in its turn/],
    ['x</p>', /<p> is closed and was never opened/],
  ])('%s', (html, told) => {
    expect(() => readHtml(html)).toThrow(told);
  });
});

describe('whoever reads a page that the build has rewritten finds all that was in it', () => {
  test.each([
    ['what a component marks its place with, and the space between', '<!--[--><!--]--> <!--[-1--><!--]-->'],
    ['drawings in their own case', '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>'],
    ['code as it is', '<script>if (a < b && c) write("<p>")</script><style>a > b {}</style>'],
    ['elements that hold nothing', '<p>a<br>b<input type="checkbox" checked></p>'],
    ['what only looks like markup', '<p title="a &quot;b&quot;">1 &lt; 2 &amp;amp; ’</p>'],
  ])('%s', (_, html) => {
    expect(writeHtml(readHtml(html))).toBe(html);
  });
});
