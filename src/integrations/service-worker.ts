/**
 * Writes the service worker, which keeps the whole site on the device at the first visit, so that it
 * works without a network afterwards.
 *
 * All addresses in it are relative to itself: it works under any path. A new version is fetched in
 * the background and waits; it takes over when a page sends it `{ type: 'SKIP_WAITING' }`, because
 * the reader asked for it, or once no page of the site is open. Nobody's page is reloaded under them.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';
import { generateSW } from 'workbox-build';

/** The whole site has to fit on a phone beside other things; a file of this size is a mistake. */
const largestFile = 4 * 1024 * 1024;

/** Must be the last integration that writes to the build: it records a hash of every file. */
export function serviceWorker(): AstroIntegration {
  return {
    name: 'service-worker',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const { count, size, warnings } = await generateSW({
          globDirectory: folder,
          globPatterns: ['**/*.{html,js,css,svg,json,webmanifest,png,ico}', 'pagefind/**/*'],
          swDest: join(folder, 'sw.js'),
          maximumFileSizeToCacheInBytes: largestFile,
          // These carry a hash of their content in their names, or in that of their folder.
          dontCacheBustURLsMatching: /^(_astro|pagefind)\//,
          directoryIndex: 'index.html',
          // The search asks for its entry with one.
          ignoreURLParametersMatching: [/^ts$/],
          cleanupOutdatedCaches: true,
          clientsClaim: true,
          inlineWorkboxRuntime: true,
          sourcemap: false,
          mode: 'production',
          runtimeCaching: [
            {
              // A page that is not kept, because it does not exist or is newer than this worker, comes
              // from the host. Without a network the site's own 404 page stands in for it.
              urlPattern: ({ request }) => request.mode === 'navigate',
              handler: 'NetworkOnly',
              options: { precacheFallback: { fallbackURL: '404.html' } },
            },
          ],
        });
        if (warnings.length > 0) {
          throw new Error(`Not everything can be kept for use without a network: ${warnings.join(' ')}`);
        }
        logger.info(`${count} files, ${Math.ceil(size / 1024)} kB, are kept for use without a network.`);
      },
    },
  };
}
