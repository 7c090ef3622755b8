/** Every declaration and selector that a person's browser may get from this site, as the build ships them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import postcss, { type Container, type Document } from 'postcss';

import { filesIn } from '../e2e/built.ts';

export interface Shipped {
  /** Such as `display: flow-root`, with the values of custom properties in their places. */
  readonly declarations: readonly string[];
  readonly selectors: readonly string[];
}

/** What stands in the style sheets of a built site: in its pages, and in files of their own. */
export function styleSheetsOf(folder: string): readonly string[] {
  const sheets = filesIn(folder).flatMap((file) => {
    if (!/\.(html|css)$/.test(file)) return [];
    const text = readFileSync(join(folder, file), 'utf8');
    return file.endsWith('.css') ? [text] : stylesIn(text);
  });
  return [...new Set(sheets)];
}

/** What stands in the style elements of a page or of a record's file. */
export function stylesIn(html: string): readonly string[] {
  return [...html.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, css = '']) => css);
}

/**
 * A value with `var()` in it passes every check, and is dropped when it is computed: so each is replaced by a value
 * that the same sheets give to it, or else by the one after its comma.
 */
export function shippedBy(sheets: readonly string[]): Shipped {
  const roots = sheets.map((css) => postcss.parse(css));
  const values = new Map<string, string>();
  for (const root of roots) root.walkDecls(/^--/, ({ prop, value }) => void values.set(prop, value));
  const filledIn = (value: string): string => {
    // From within: the innermost has no brackets in it but its own.
    const next = value.replace(
      /var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)/g,
      (_whole, name: string, instead?: string) => {
        const found = values.get(name) ?? instead?.trim();
        if (found === undefined) throw new Error(`${name} is used, and no style sheet gives it a value.`);
        return found;
      },
    );
    return next === value ? value : filledIn(next);
  };

  const declarations = new Set<string>();
  const selectors = new Set<string>();
  for (const root of roots) {
    root.walkDecls(({ prop, value, parent }) => {
      // A page at-rule takes descriptors, which are no properties.
      if (prop.startsWith('--') || isPage(parent)) return;
      declarations.add(`${prop}: ${filledIn(value)}`);
    });
    root.walkRules((rule) => {
      for (const selector of rule.selectors) selectors.add(selector);
    });
  }
  return { declarations: [...declarations].sort(), selectors: [...selectors].sort() };
}

function isPage(parent: Container | Document | undefined): boolean {
  return parent?.type === 'atrule' && 'name' in parent && parent.name === 'page';
}
