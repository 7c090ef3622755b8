/**
 * Writes the service worker, which keeps the site on the device, and tells it which files there are and in which
 * order they are needed. What it does with them stands in `src/storage/offline/worker.ts`.
 *
 * All addresses are relative to the worker: it works under any path.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

import type { AstroIntegration } from 'astro';

import { bundleScript } from './bundle-script.ts';

const entry = fileURLToPath(new URL('../storage/offline/worker.ts', import.meta.url));

/** The site has to fit on a phone beside other things; a file of this size is a mistake. Bytes. */
const LARGEST = 1024 * 1024;

/** What is there for programs and hosts, or to be downloaded: never kept. */
const NEVER = /^(sw\.js|404\.html|_headers|robots\.txt|schema\/.*\.json|.*\/machine\.json|.*\.epub)$/;

/**
 * Kept only once somebody has opened or used it, or has asked for everything. What makes a PDF is as large as all other
 * scripts together, what makes a Word file a third of that, and without it the same record can be had as HTML; its
 * colour profile is for a kind of PDF that is not made here. Texts to use come with their page, and so does what reads
 * typed codes: whoever prints a worksheet has a line.
 */
const ASKED =
  /^((questionnaires\/[^/]+\/(worksheet|map|how-it-decides|outcomes)|authorities|decisions|documents|proof|records\/from-paper|schema|start)\/|records\/$|_astro\/(FromPaper|make-pdf|docx|Texts|load-texts|take-text|record-(serif|strong|label)|sRGB_.*)\.)/;

/** In order of need; what a page needs stands before the page. */
const NEEDS: readonly RegExp[] = [
  // Any page with scripts may need any of them, so no page is kept before they are.
  /^_astro\//,
  /^((not-kept|offline|questionnaires)\/)?$|^(favicon\.svg|manifest\.webmanifest)$/,
  /^(logic\/(?!all\.)|questionnaires\/[^/]+\/.)/,
  /^questionnaires\//,
  /^logic\/all\./,
  /^(campaign|checklists|records|start|training)\//,
  /^(code|glossary|law\/$)/,
  /^(?!search\/|pagefind\/|edition\/)/,
  /^(search|pagefind)\//,
  /^edition\//,
];

export interface KeptFile {
  /** Relative to the worker; that of a page ends in a slash, or is empty. */
  readonly path: string;
  /** A hash of its content. */
  readonly hash: string;
  /** What it weighs as it travels, compressed as hosts do it in passing. */
  readonly bytes: number;
  /** Kept only if it was opened or used, or if somebody asked for everything. */
  readonly asked: boolean;
}

/** Must be the last integration that writes to the build: it records a hash of every file. */
export function serviceWorker(): AstroIntegration {
  return {
    name: 'service-worker',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const files = keptFiles(folder);
        const scripts = files.filter(({ path }) => path.startsWith('_astro/')).length;
        const listed = files.map(({ path, hash, bytes, asked }) => [
          path,
          hash,
          bytes,
          ...(asked ? [1] : []),
        ]);
        const { code } = await bundleScript(entry, 'iife', {
          'virtual:kept-files': `export const files = ${JSON.stringify(listed)};\nexport const scripts = ${scripts};`,
        });
        writeFileSync(join(folder, 'sw.js'), `${code}\n`);
        const byThemselves = files.filter(({ asked }) => !asked);
        const weight = byThemselves.reduce((sum, { bytes }) => sum + bytes, 0);
        logger.info(
          `${byThemselves.length} of ${files.length} files, ${Math.ceil(weight / 1000)} kB as they travel, are kept by themselves for use without a network.`,
        );
      },
    },
  };
}

/**
 * The files of a built site that can be kept, in the order in which they are needed.
 *
 * @throws Error naming a file that is too large
 */
export function keptFiles(folder: string): KeptFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter((file) => !NEVER.test(file))
    .map((file) => {
      const content = readFileSync(join(folder, file));
      if (content.length > LARGEST)
        throw new Error(`${file} is too large to be kept on a phone: make it smaller.`);
      const path = file.replace(/(^|\/)index\.html$/, '$1');
      return {
        path,
        hash: createHash('sha256').update(content).digest('hex').slice(0, 8),
        bytes: brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length,
        asked: ASKED.test(path),
      };
    })
    .sort((one, other) => needOf(one) - needOf(other) || (one.path < other.path ? -1 : 1));
}

const needOf = ({ path }: KeptFile): number => NEEDS.findIndex((need) => need.test(path));
