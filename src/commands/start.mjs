/** `npm start`: installs and builds what is missing, then serves the site on this machine. */
import { ensureInstalled } from './ready.mjs';

await ensureInstalled(import.meta.url);
const { buildSite } = await import('./build.ts');
const { serve } = await import('./serve.ts');

try {
  const { folder } = await buildSite('site');
  const { address } = await serve(folder, {
    port: Number(process.env.PORT ?? 4321),
    host: process.env.HOST ?? '127.0.0.1',
    orNextFreePort: true,
  });
  console.log(`Clear Canvass is at ${address} (stop it with Ctrl+C)`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
