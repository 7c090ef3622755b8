import { afterEach, describe, expect, it, vi } from 'vitest';

import { installDebianPackages } from '../../../src/commands/install.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A machine that takes packages, or not, and writes down what is said and done in one list. */
function machine(takesPackages: boolean) {
  const events: string[] = [];
  return {
    events,
    report: (line: string) => events.push(`said: ${line}`),
    takesPackages: () => takesPackages,
    attempt: (program: string, args: readonly string[]) => {
      events.push(`done: ${program} ${args.join(' ')}`);
      return Promise.resolve('worked after 0.0 s');
    },
  };
}

describe('someone who runs the tests as root', () => {
  it('is told what will be put on her machine, and how to forbid it, before anything is', async () => {
    const debian = machine(true);
    await installDebianPackages(['chromium'], 'the browser tests', debian.report, debian);
    expect(debian.events[0]).toBe(
      'said: Installing on this machine with apt-get, for the browser tests: chromium. CLEAR_CANVASS_NO_INSTALL=1 forbids it.',
    );
    expect(debian.events.filter((event) => event.startsWith('done: '))).toEqual([
      'done: apt-get -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 update',
      'done: apt-get -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 install -y --no-install-recommends chromium --download-only',
      'done: apt-get -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 install -y --no-install-recommends chromium',
    ]);
  });

  it('and forbids it has nothing put there, and reads what is missing', async () => {
    vi.stubEnv('CLEAR_CANVASS_NO_INSTALL', '1');
    const debian = machine(true);
    await installDebianPackages(['chromium'], 'the browser tests', debian.report, debian);
    expect(debian.events).toEqual([
      'said: CLEAR_CANVASS_NO_INSTALL is set: chromium not installed for the browser tests.',
    ]);
  });
});

describe('someone who is not root, or has another system', () => {
  it('has nothing installed', async () => {
    const other = machine(false);
    await installDebianPackages(['chromium'], 'the browser tests', other.report, other);
    expect(other.events).toEqual([]);
  });
});
