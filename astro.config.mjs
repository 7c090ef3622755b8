import { fileURLToPath } from 'node:url';

import mdx from '@astrojs/mdx';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';

import { contentChecks } from './src/integrations/content-checks.ts';
import { epub } from './src/integrations/epub.ts';
import { guidance } from './src/integrations/guidance.ts';
import { headers } from './src/integrations/headers.ts';
import { onceFetched } from './src/integrations/once-fetched.ts';
import { questionnaireLogic } from './src/integrations/questionnaire-logic.ts';
import { preloadIslands } from './src/integrations/preload-islands.ts';
import { recordChecker } from './src/integrations/record-checker.ts';
import { recordFonts } from './src/integrations/record-fonts.ts';
import { relativeLinks } from './src/integrations/relative-links.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { serviceWorker } from './src/integrations/service-worker.ts';

/**
 * The browser tests try every kind of question on a small questionnaire of their own. With this set,
 * the same site is built around that one instead of the published ones.
 */
const fixture = process.env.CLEAR_CANVASS_FIXTURE === '1';

const questionnaires = fileURLToPath(
  new URL(
    fixture ? './tests/fixtures/site/questionnaires.ts' : './src/questionnaires/index.ts',
    import.meta.url,
  ),
);

/**
 * What several pages or steps share, a file each. A file takes in what its modules import, unless one named before
 * it has that already: so those stand first which the rest is built on, and which a page needs by themselves.
 */
const sharedScripts = [
  { name: 'svelte', test: /node_modules\/svelte\/|rolldown\/runtime/ },
  { name: 'valibot', test: /node_modules\/valibot\// },
  // What the first question needs, before anything is worked out, stays out of the engine's file.
  // What reads and keeps anything at all, ticks as well as drafts.
  {
    name: 'keeping',
    test: /src\/(storage\/(presence|device|refusals|keeping)|records\/(dates|fields|read-what-fits))\.ts/,
  },
  // What keeps anything but drafts: small files that would cost more apart.
  {
    name: 'kept',
    test: /src\/(storage\/(kept-value|ticks)|records\/ticks|components\/site\/keeping-state\.svelte)\.ts/,
  },
  { name: 'questions', test: /src\/(engine\/(define|answer)|records\/words)\.ts|src\/engine\/kinds\// },
  { name: 'engine', test: /src\/engine\/|node_modules\/xstate\// },
  { name: 'fingerprint', test: /src\/records\/(fingerprint|notice|said|names|verdict-marks)\.ts/ },
  { name: 'drafts', test: /src\/(records\/(record|draft|restore-draft)|storage\/drafts)\.ts/ },
  { name: 'decision', test: /src\/records\/(decide|deadline|partings|build-record)\.ts|\/Verdict\.svelte$/ },
  { name: 'record-document', test: /src\/records\/document\.ts/ },
  { name: 'record-as-html', test: /src\/records\/exporters\/html\.ts/ },
  { name: 'import-fetched', test: /src\/components\/(site\/import-fetched|questionnaire\/load-logic)\.ts/ },
];

export default defineConfig({
  output: 'static',
  outDir: fixture ? '.cache/fixture-site' : 'dist',
  // Beside the other caches rather than in node_modules, and one for each site: they hold its content.
  cacheDir: fixture ? '.cache/astro-fixture' : '.cache/astro',
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  build: {
    format: 'directory',
    // One request paints a page: on a slow line a style sheet of its own costs half a second.
    inlineStylesheets: 'always',
  },
  markdown: {
    // Its colours are style attributes, which the policy below blocks.
    syntaxHighlight: false,
  },
  security: {
    csp: {
      algorithm: 'SHA-256',
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "object-src 'none'",
      ],
      scriptDirective: { resources: ["'self'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  integrations: [
    contentChecks(),
    mdx(),
    svelte(),
    // The last seven work on the finished pages, each on what the one before it left.
    relativeLinks(),
    preloadIslands(),
    searchIndex(),
    headers(),
    epub(),
    guidance(),
    serviceWorker(),
  ],
  vite: {
    cacheDir: '.cache/vite',
    plugins: [onceFetched(), recordChecker(), recordFonts(), questionnaireLogic(questionnaires)],
    resolve: {
      alias: {
        '#questionnaires': questionnaires,
        'brotli/decompress.js': fileURLToPath(new URL('./src/integrations/no-unpacker.ts', import.meta.url)),
      },
    },
    experimental: {
      // Scripts find each other relative to themselves, so that the site works under any path.
      renderBuiltUrl: (_file, { hostType }) => (hostType === 'js' ? { relative: true } : undefined),
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: { groups: sharedScripts },
              // The script of a page is called after the page, not after its place in it.
              entryFileNames: ({ facadeModuleId }) =>
                `_astro/${/\/([^/]+)\/index\.astro\?/.exec(facadeModuleId ?? '')?.[1] ?? '[name]'}.[hash].js`,
            },
          },
        },
      },
    },
    build: {
      // Every script is a file of its own: 'self' admits it, and pages share it.
      assetsInlineLimit: 0,
      rolldownOptions: {
        onwarn(warning, warn) {
          // Astro marks each MDX page with a directive that the bundler does not know: one warning a page.
          if (warning.code === 'MODULE_LEVEL_DIRECTIVE' && warning.message.includes('astro:head-inject'))
            return;
          warn(warning);
        },
      },
    },
  },
});
