/**
 * Lets the browser fetch all that an island needs at once. Without it the page names the island, the island
 * names what it imports, and so on: each link of that chain costs a slow line half a second.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Adds a `modulepreload` link for every script that an island of a page loads before it runs. */
export function preloadIslands(): AstroIntegration {
  return {
    name: 'preload-islands',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
          if (!file.endsWith('.html')) continue;
          const page = join(root, file);
          const html = readFileSync(page, 'utf8');
          const scripts = scriptsOfIslands(html, dirname(page));
          if (scripts.length === 0) continue;
          const links = scripts
            .map((script) => `<link rel="modulepreload" href="${relative(dirname(page), script)}">`)
            .join('');
          writeFileSync(page, html.replace('</head>', `${links}</head>`));
        }
      },
    },
  };
}

/** The files of a page's islands and of all that they import statically, sorted so that builds are alike. */
function scriptsOfIslands(html: string, folder: string): string[] {
  const found = new Set<string>();
  const visit = (script: string): void => {
    if (found.has(script)) return;
    found.add(script);
    for (const [, imported] of readFileSync(script, 'utf8').matchAll(
      /(?:from|import)\s*["'](\.[^"']+\.js)["']/g,
    )) {
      visit(resolve(dirname(script), imported as string));
    }
  };
  for (const [, address] of html.matchAll(/(?:component|renderer)-url="([^"]+)"/g))
    visit(resolve(folder, address as string));
  return [...found].sort();
}
