/**
 * What somebody who listens to a page rests on, read from the files of every page: headings in order, names for what is
 * pressed, references that lead somewhere. It needs no browser, so no page is left out.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Element } from 'domhandler';
import { DomUtils } from 'htmlparser2';

import { elementsOf, readHtml } from '../../src/integrations/built-html.ts';
import { dist, fixtureDist, pagesIn } from './built.ts';
import { expect, test } from './test.ts';

/** Attributes that name other elements of the page. */
const references = ['aria-labelledby', 'aria-describedby', 'aria-details', 'aria-owns', 'for', 'headers'];

/** What an element may stand in, where it may not stand anywhere. */
const parents: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol', 'menu'],
  dt: ['dl', 'div'],
  dd: ['dl', 'div'],
  figcaption: ['figure'],
  summary: ['details'],
};

/** What a screen reader would say of an element: its label, its text, or what stands for its pictures. */
function nameOf(element: Element, byId: ReadonlyMap<string, Element>): string {
  const { 'aria-label': label, 'aria-labelledby': labelled } = element.attribs;
  if (labelled !== undefined)
    return labelled
      .split(/\s+/)
      .map((id) => DomUtils.textContent(byId.get(id) ?? []))
      .join(' ')
      .trim();
  const pictures = DomUtils.findAll(({ attribs }) => 'alt' in attribs || 'aria-label' in attribs, [element]);
  return [label ?? '', DomUtils.textContent(element), ...pictures.map(({ attribs }) => attribs['alt'] ?? '')]
    .join(' ')
    .trim();
}

/** Whether an element waits unseen for a script to fill it. */
const isHidden = ({ attribs, parent }: Element): boolean =>
  'hidden' in attribs || (parent !== null && 'attribs' in parent && isHidden(parent));

/** What is amiss in a page. */
function faultsIn(html: string): string[] {
  const elements = elementsOf(readHtml(html));
  const faults: string[] = [];
  const named = (name: string): Element[] => elements.filter((element) => element.name === name);
  const byId = new Map<string, Element>();
  for (const element of elements) {
    const { id } = element.attribs;
    if (id === undefined) continue;
    if (byId.has(id)) faults.push(`two elements have the id ${id}`);
    byId.set(id, element);
  }

  if (named('html')[0]?.attribs['lang'] !== 'en-GB') faults.push('it does not say that it is in English');
  if (DomUtils.textContent(named('title').slice(0, 1)).trim() === '') faults.push('it has no title');
  if (named('main').length !== 1) faults.push(`it has ${named('main').length} main parts`);
  const headings = elements.filter(({ name }) => /^h[1-6]$/.test(name));
  if (named('h1').length !== 1) faults.push(`it has ${named('h1').length} headings of the first level`);
  // The first may be of any level: a question’s help can stand before it.
  let above = 6;
  for (const heading of headings) {
    const level = Number(heading.name[1]);
    const text = DomUtils.textContent(heading).trim();
    if (text === '' && !isHidden(heading)) faults.push(`a heading of level ${level} is empty`);
    if (level > above + 1) faults.push(`after level ${above} comes level ${level}: ${text}`);
    above = level;
  }

  for (const element of elements) {
    const { name, attribs, parent } = element;
    const said = `<${name}> “${DomUtils.textContent(element).trim().slice(0, 40)}”`;
    for (const attribute of references)
      for (const id of attribs[attribute]?.split(/\s+/) ?? [])
        if (!byId.has(id)) faults.push(`${said} names ${id} in ${attribute}, which is not there`);
    const allowed = parents[name];
    const around = parent !== null && 'name' in parent ? parent.name : '';
    if (allowed !== undefined && !allowed.includes(around)) faults.push(`${said} stands in <${around}>`);
    if (['ul', 'ol'].includes(name)) {
      const strange = DomUtils.getChildren(element).filter(
        (child) => 'name' in child && !['li', 'script', 'template'].includes(child.name),
      );
      if (strange.length > 0) faults.push(`${said} has children that are no items`);
    }
    const pressed = name === 'button' || name === 'summary' || (name === 'a' && 'href' in attribs);
    if (pressed && nameOf(element, byId) === '') faults.push(`${said} has no name`);
    if (name === 'img' && attribs['alt'] === undefined) faults.push(`a picture has nothing said for it`);
    if (attribs['role'] === 'img' && nameOf(element, byId) === '')
      faults.push(`${said} is a picture without a name`);
    if (name === 'table' && DomUtils.findOne((one) => one.name === 'th', [element]) === null)
      faults.push(`${said} has no head`);
  }
  return faults;
}

for (const [site, folder] of Object.entries({ 'the site': dist, 'the site of the tests': fixtureDist })) {
  test(`whoever listens to any page of ${site} finds its headings in order, names on all that is pressed, and every label where it is looked for`, () => {
    const pages = pagesIn(folder);
    const faults = pages.flatMap((page) =>
      faultsIn(readFileSync(join(folder, page, 'index.html'), 'utf8')).map((fault) => `${page}: ${fault}`),
    );
    expect(pages.length).toBeGreaterThan(50);
    expect(faults).toEqual([]);
  });
}

test('that look finds what it is for', () => {
  const faults = faultsIn(
    '<html lang="en-GB"><head><title>A page</title></head><body><main><h1>One</h1><h3>Three</h3><a href="#"></a><p id="a" aria-labelledby="b">x</p><p id="a">y</p><ul><p>z</p></ul><li>q</li><img src="a.png"><table><tr><td>1</td></tr></table></main></body></html>',
  );
  expect(faults).toEqual([
    'two elements have the id a',
    'after level 1 comes level 3: Three',
    '<a> “” has no name',
    '<p> “x” names b in aria-labelledby, which is not there',
    '<ul> “z” has children that are no items',
    '<li> “q” stands in <main>',
    'a picture has nothing said for it',
    '<table> “1” has no head',
  ]);
});
