/**
 * Gives `virtual:record-checker`: the script that an HTML record carries to check itself, as one classic
 * script, the record’s style sheet, and the hash of each for the record’s security policy.
 *
 * It is bundled here and not by the site’s build because it leaves the site inside a downloaded file:
 * a browser runs no module from disk, and the policy of the file names it by its hash.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

import { bundleScript } from './bundle-script.ts';

const name = 'virtual:record-checker';
const resolved = `\0${name}`;

const at = (path: string) => fileURLToPath(new URL(`../records/${path}`, import.meta.url));
const entry = at('checker/checker.ts');
const styleSheets = [at('../styles/tokens.css'), at('exporters/file.css'), at('exporters/record.css')];

export function recordChecker(): Plugin {
  return {
    name: 'record-checker',
    resolveId: (id) => (id === name ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return undefined;
      const { code, modules } = await bundleChecker();
      const style = await readStyle();
      for (const file of [...modules, ...styleSheets]) this.addWatchFile(file);
      const parts = { code, hash: hashOf(code), style, styleHash: hashOf(style) };
      return Object.entries(parts)
        .map(([part, text]) => `export const ${part} = ${JSON.stringify(text)};`)
        .join('\n');
    },
  };
}

/**
 * The checker as one classic script, the same for the same sources, and the files it was made from.
 *
 * @throws Error where the script could not stand inside a script element
 */
export async function bundleChecker(): Promise<{ code: string; modules: string[] }> {
  const { code, modules } = await bundleScript(entry, 'iife');
  if (/<\/script|<!--|<script/i.test(code)) {
    throw new Error(
      'The record checker holds "</script", "<script" or "<!--", which would end or confuse the element that it stands in. Write it otherwise.',
    );
  }
  return { code, modules };
}

/** The style sheet of an HTML record without comments. */
async function readStyle(): Promise<string> {
  const sheets = await Promise.all(styleSheets.map((file) => readFile(file, 'utf8')));
  return sheets
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\n\s*/g, '\n')
    .trim();
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
