import { expect, test } from 'vitest';
import { placeInEdition } from '../../../src/components/edition/place-in-edition.ts';

const placing = {
  chapter: 'code-consent',
  href: 'code/consent/',
  chapters: new Map([
    ['code/consent/', 'code-consent'],
    ['code/about/', 'code-about'],
    ['audits/about/', 'audits-about'],
  ]),
  clauses: new Set(['lb-consent']),
};
const place = (html: string): string => placeInEdition(html, placing);

test('someone who follows a heading of a chapter comes to that chapter’s own, one step below its title', () => {
  expect(place('<h2 id="at-a-glance">At a glance</h2><p><a href="#at-a-glance">Up</a></p>')).toBe(
    '<h3 id="code-consent--at-a-glance">At a glance</h3><p><a href="#code-consent--at-a-glance">Up</a></p>',
  );
});

test('someone who cites a statement finds it under the same name as on its own page', () => {
  expect(place('<span id="lb-consent"><a href="#lb-consent">must</a></span>')).toBe(
    '<span id="lb-consent"><a href="#lb-consent">must</a></span>',
  );
});

test.each([
  ['../about/', '#code-about'],
  ['../about/#why', '#code-about--why'],
  ['../../audits/about/', '#audits-about'],
  ['../../code/consent/#lb-consent', '#lb-consent'],
  ['../../law/#LB-1', '#law-lb-1'],
  ['../law/#LB-1', '#law-lb-1'],
  ['../../law/lb-1/', '#law-lb-1'],
  ['../../law/', '#law-changes'],
  ['../glossary/#pecr', '#term-pecr'],
  ['../../questionnaires/lawful-basis/', '../questionnaires/lawful-basis/'],
  ['../questionnaires/lawful-basis/', '../questionnaires/lawful-basis/'],
  ['../../checklists/', '../checklists/'],
  ['https://ico.org.uk/a?b=c#d', 'https://ico.org.uk/a?b=c#d'],
  ['mailto:someone@example.org', 'mailto:someone@example.org'],
])('someone who follows a link to %s is led to %s', (from, to) => {
  expect(place(`<a href="${from}">there</a>`)).toBe(`<a href="${to}">there</a>`);
});

test('whoever writes a link to a chapter that is not there is told which', () => {
  expect(() => place('<a href="../nowhere/">there</a><a href="../../code/nowhere/">there</a>')).toThrow(
    /code-consent: the link \.\.\/\.\.\/code\/nowhere\//,
  );
});

test('a drawing is still named by its own title', () => {
  expect(place('<svg aria-labelledby="one two"><title id="one">A</title></svg>')).toBe(
    '<svg aria-labelledby="code-consent--one code-consent--two"><title id="code-consent--one">A</title></svg>',
  );
});

test('words that look like attributes stay as they were written', () => {
  expect(place('<p>say id="x" and href="y"</p>')).toBe('<p>say id="x" and href="y"</p>');
});
