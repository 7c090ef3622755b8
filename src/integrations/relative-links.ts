/**
 * Makes the addresses in built pages relative, so that one build works at the root of a host, under
 * any path of it, and from an offline copy; and takes out what would make two builds of the same
 * sources differ.
 *
 * In the sources every internal address begins with a slash, which is easy to write and to search
 * for. Here `/code/` on the page `/law/x/` becomes `../../code/`.
 *
 * The 404 page is left as it is: a host shows it in place of any address, at any depth, so a relative
 * address on it would lead somewhere else each time. It carries its style inline and holds no script
 * of its own, so that nothing but its links depends on where the site stands.
 */
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';
import type { Document, Element } from 'domhandler';
import { DomUtils } from 'htmlparser2';

import { changePages, elementsOf } from './built-html.ts';

/** Attributes that hold one address. The last three are those of `<astro-island>`. */
const addressAttributes = new Set([
  'action',
  'data',
  'formaction',
  'href',
  'poster',
  'src',
  'xlink:href',
  'before-hydration-url',
  'component-url',
  'renderer-url',
]);

export function relativeLinks(): AstroIntegration {
  return {
    name: 'relative-links',
    hooks: {
      'astro:build:done': ({ dir }) => {
        changePages(fileURLToPath(dir), makeRelative);
      },
    },
  };
}

/**
 * Makes the internal addresses of a page relative, and takes out the `uid` of its islands: a hash of an absolute path
 * of the machine that built it, of use to the development server alone.
 *
 * @param page its path in the build, such as `code/consent/index.html`
 * @throws Error where an inline style names a file: there the address cannot be changed without
 *   breaking the style's hash in the security policy
 */
export function makeRelative(tree: Document, page: string): void {
  const toRoot = '../'.repeat(page.split('/').length - 1) || './';
  for (const element of elementsOf(tree)) {
    if (element.name === 'style' && /url\(\s*['"]?\//.test(DomUtils.textContent(element))) {
      throw new Error(
        `${page}: a style names a file with url(/…), which fails where the site does not stand at the ` +
          'root of its host. Use a data: address, or an element.',
      );
    }
    if (element.name === 'astro-island') delete element.attribs['uid'];
    if (page === '404.html') continue;
    for (const [name, value] of Object.entries(element.attribs))
      element.attribs[name] = relativeValue(element, name, value, toRoot);
  }
}

function relativeValue({ attribs }: Element, name: string, value: string, toRoot: string): string {
  if (addressAttributes.has(name)) return relativeAddress(value, toRoot);
  if (name === 'srcset') {
    return value
      .split(',')
      .map((candidate) => relativeAddress(candidate.trim(), toRoot))
      .join(', ');
  }
  if (name === 'content' && attribs['http-equiv']?.toLowerCase() === 'refresh') {
    return value.replace(
      /(url=)(\S+)/i,
      (_, key: string, address: string) => key + relativeAddress(address, toRoot),
    );
  }
  return value;
}

/** The address of another host may begin with two slashes; it stays as it is. */
function relativeAddress(address: string, toRoot: string): string {
  return address.startsWith('/') && !address.startsWith('//') ? toRoot + address.slice(1) : address;
}
