import { fileURLToPath } from 'node:url';

import mdx from '@astrojs/mdx';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';

import { contentChecks } from './src/integrations/content-checks.ts';
import { epub } from './src/integrations/epub.ts';
import { headers } from './src/integrations/headers.ts';
import { preloadIslands } from './src/integrations/preload-islands.ts';
import { recordChecker } from './src/integrations/record-checker.ts';
import { relativeLinks } from './src/integrations/relative-links.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { serviceWorker } from './src/integrations/service-worker.ts';

/**
 * The browser tests try every kind of question on a small questionnaire of their own. With this set,
 * the same site is built around that one instead of the published ones.
 */
const fixture = process.env.CLEAR_CANVASS_FIXTURE === '1';

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
    // The last six work on the finished pages, each on what the one before it left.
    relativeLinks(),
    preloadIslands(),
    searchIndex(),
    headers(),
    epub(),
    serviceWorker(),
  ],
  vite: {
    cacheDir: '.cache/vite',
    plugins: [recordChecker()],
    resolve: {
      alias: {
        '#questionnaires': fileURLToPath(
          new URL(
            fixture ? './tests/fixtures/site/questionnaires.ts' : './src/questionnaires/index.ts',
            import.meta.url,
          ),
        ),
      },
    },
    experimental: {
      // Scripts find each other relative to themselves, so that the site works under any path.
      renderBuiltUrl: (_file, { hostType }) => (hostType === 'js' ? { relative: true } : undefined),
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
