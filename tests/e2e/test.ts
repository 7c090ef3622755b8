/**
 * Playwright's `test` for this site. Whatever a test is about, it fails where a page of its context reports an
 * error, breaks the security policy or asks anything of another host.
 *
 * Service workers are off unless a file turns them on: keeping the whole site on the device would slow every test.
 */
import { expect, test as base, type BrowserContext } from '@playwright/test';

import { fixtureSite, site } from '../site-under-test.ts';
import { Driver } from './driver.ts';

/** What went wrong in a context beside what the test looks at. */
export interface Faults {
  /** Says that a fault is meant to happen in this test. */
  allow(expected: RegExp): void;
  /** Those that nobody expected. */
  unexpected(): readonly string[];
}

const ours = [site, fixtureSite].map((address) => new URL(address).origin);

/** Takes down every console error, uncaught exception and request to another host from now on. */
export function watch(context: BrowserContext, alsoOurs: readonly string[] = []): Faults {
  const seen: string[] = [];
  const allowed: RegExp[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') seen.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => seen.push(`exception: ${error.error().message}`));
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && ![...ours, ...alsoOurs].includes(origin))
      seen.push(`request: ${request.url()}`);
  });
  return {
    allow: (expected) => allowed.push(expected),
    unexpected: () => seen.filter((fault) => !allowed.some((expected) => expected.test(fault))),
  };
}

export const test = base.extend<{ faults: Faults; driver: Driver }>({
  serviceWorkers: 'block',
  faults: [
    async ({ context }, use) => {
      const faults = watch(context);
      await use(faults);
      expect(faults.unexpected(), 'errors, breaches of the policy and requests to other hosts').toEqual([]);
    },
    { auto: true },
  ],
  driver: async ({ page }, use) => {
    await use(new Driver(page));
  },
});

export { expect };
