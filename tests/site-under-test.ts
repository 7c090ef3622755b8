/**
 * The addresses that browser tests open, and the servers behind them.
 *
 * Both sites stand under a path, not at the root of their host: an address that is not relative
 * shows as a 404 in the first test that meets it.
 */
import { createServer } from 'node:net';

import { buildSite } from '../src/commands/build.ts';
import { serve } from '../src/commands/serve.ts';

const siteBase = '/a/sub/path/';
const fixtureBase = '/another/';

// Playwright loads this file in the process that starts the servers and in each worker; workers get
// the environment of the former, and with it the ports that it chose.
const sitePort = await portFrom('CLEAR_CANVASS_SITE_PORT');
const fixturePort = await portFrom('CLEAR_CANVASS_FIXTURE_PORT');

/** The front page of the built site. Join paths to it with `new URL('code/', site)`: no slash in front. */
export const site = `http://localhost:${sitePort}${siteBase}`;

/** The front page of the same site built around the questionnaires of tests/fixtures/site. */
export const fixtureSite = `http://localhost:${fixturePort}${fixtureBase}`;

/** Playwright's global setup: builds what is out of date, serves it, and hands back how to stop. */
export default async function serveSites(): Promise<() => Promise<void>> {
  const built = await buildSite('site');
  const builtFixture = await buildSite('fixture-site');
  const serving = await Promise.all([
    serve(built.folder, { port: sitePort, base: siteBase }),
    serve(builtFixture.folder, { port: fixturePort, base: fixtureBase }),
  ]);
  return async () => {
    await Promise.all(serving.map((one) => one.close()));
  };
}

async function portFrom(variable: string): Promise<number> {
  const chosen = (process.env[variable] ??= String(await findFreePort()));
  return Number(chosen);
}

/** A port that nothing listens at now. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
