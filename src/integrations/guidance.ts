/**
 * Puts what an outcome’s page says besides its words, in a file of its own for each questionnaire: whoever answers fetches
 * that and not the whole page of outcomes, which is there to be read. Works on pages whose links are relative already.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';
import { DomUtils } from 'htmlparser2';

import { readHtml, writeHtml } from './built-html.ts';

export function guidance(): AstroIntegration {
  return {
    name: 'guidance',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = join(fileURLToPath(dir), 'questionnaires');
        for (const id of readdirSync(folder)) {
          const page = join(folder, id, 'outcomes', 'index.html');
          if (!existsSync(page)) continue;
          const parts = DomUtils.findAll(
            (element) => 'data-guidance' in element.attribs,
            readHtml(readFileSync(page, 'utf8')).children,
          );
          writeFileSync(join(folder, id, 'guidance.html'), writeHtml(parts));
        }
      },
    },
  };
}
