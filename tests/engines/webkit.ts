/**
 * WebKitGTK, by the W3C's WebDriver protocol: WebKitWebDriver listens for it, and opens MiniBrowser in a screen that
 * Xvfb draws in memory. The client is `fetch`: no library that speaks this protocol does without a download of its own.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { WebKitPrograms } from '../../src/commands/engines.ts';
import { findFreePort } from '../site-under-test.ts';
import type { Engine, Tab } from './tab.ts';

/** Where a reference to an element stands in the protocol's JSON. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Milliseconds for which an element may be awaited: three engines at once keep a small machine busy. */
const PATIENCE = 60_000;

/** Milliseconds that the driver has to answer, and those in which a browser has to be there. */
const ANSWERING = 60_000;
const STARTING = 30_000;

type Send = (method: string, path: string, body?: object, limit?: number) => Promise<unknown>;

/** Starts the screen and the driver. Each tab is then a browser of its own. */
export async function startWebKit(programs: WebKitPrograms): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'clear-canvass-webkit-'));
  const downloads = join(folder, 'downloads');
  const log = join(folder, 'console.log');
  await mkdir(downloads);
  await mkdir(join(folder, 'config'));
  await writeFile(join(folder, 'config', 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  await writeFile(log, '');
  // The driver hides what the browser prints, and only there does it say what a page has reported.
  const wrapped = join(folder, 'browser');
  await writeFile(wrapped, `#!/bin/sh\nexec "${programs.browser}" "$@" >>"${log}" 2>/dev/null\n`);
  await chmod(wrapped, 0o755);

  const screen = spawn(
    programs.screen,
    ['-displayfd', '3', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const display = await firstLine(screen);
  const environment = {
    ...process.env,
    DISPLAY: `:${display}`,
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    // Drawn by the processor: a machine that runs tests has no graphics card to speak of.
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    // Its own sandbox cannot be made in many containers, and only this site's pages are opened.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    NO_AT_BRIDGE: '1',
  };
  let driver = await startDriver(programs.driver, environment);
  const openSession = async (): Promise<string> => {
    const options = {
      binary: wrapped,
      args: ['--automation', '--private', '--enable-write-console-messages-to-stdout=true'],
    };
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
    const opened = (await driver.send('POST', '/session', { capabilities }, STARTING)) as {
      sessionId: string;
    };
    return opened.sessionId;
  };

  return {
    name: 'webkit',
    newTab: async () => {
      const before = (await readFile(log, 'utf8')).length;
      // Now and then a browser does not find the driver that opened it, which then waits for ever.
      const session = await openSession().catch(async () => {
        driver.end();
        driver = await startDriver(programs.driver, environment);
        return openSession();
      });
      const { send } = driver;
      const tab = tabOf((method, path, body) => send(method, `/session/${session}${path}`, body), {
        downloads,
        reported: async () => (await readFile(log, 'utf8')).slice(before),
      });
      await tab.resize(1280, 900);
      return tab;
    },
    close: async () => {
      driver.end();
      screen.kill();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Starts the driver at a port of its own and waits until it listens. */
async function startDriver(
  program: string,
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly send: Send; readonly end: () => void }> {
  const port = await findFreePort();
  // A process group of its own, so that the browsers it has opened end with it.
  const driver = spawn(program, [`--port=${port}`], { stdio: 'ignore', env: environment, detached: true });
  const send: Send = async (method, path, body, limit = ANSWERING) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      signal: AbortSignal.timeout(limit),
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (answer.ok) return value;
    const { error, message } = value as { error: string; message: string };
    throw new Error(`WebKit: ${error} (${message})`);
  };
  await waitFor('WebKitWebDriver', () =>
    send('GET', '/status').then(
      () => true,
      () => undefined,
    ),
  );
  return {
    send,
    end: () => {
      if (driver.pid !== undefined && driver.exitCode === null) process.kill(-driver.pid);
    },
  };
}

function tabOf(
  send: Send,
  { downloads, reported }: { readonly downloads: string; readonly reported: () => Promise<string> },
): Tab {
  const find = (selector: string): Promise<string> =>
    waitFor(selector, async () => {
      const found = (await send('POST', '/elements', { using: 'css selector', value: selector })) as Record<
        string,
        string
      >[];
      return found[0]?.[ELEMENT];
    });
  const centred = async (selector: string): Promise<string> => {
    const id = await find(selector);
    await send('POST', '/execute/sync', {
      script: "arguments[0].scrollIntoView({ block: 'center' })",
      args: [{ [ELEMENT]: id }],
    });
    return id;
  };
  /** Moves the mouse until the page hears of it: a window that was just opened may drop what comes before. */
  const untilHeard = async (): Promise<void> => {
    const run = (script: string) => send('POST', '/execute/sync', { script, args: [] });
    await run(
      "window.heard = false; addEventListener('mousemove', () => (window.heard = true), { once: true })",
    );
    let x = 0;
    await waitFor('a page that hears the mouse', async () => {
      x = (x % 20) + 5;
      const moves = [{ type: 'pointerMove', duration: 0, x, y: 5 }];
      await send('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', actions: moves }] });
      return (await run('return window.heard')) === true ? true : undefined;
    });
    await run('delete window.heard');
  };
  return {
    downloads,
    open: async (address) => {
      await send('POST', '/url', { url: address });
      await untilHeard();
    },
    reload: async () => void (await send('POST', '/refresh', {})),
    back: async () => void (await send('POST', '/back', {})),
    run: async <Args extends readonly unknown[], Result>(
      look: (...args: Args) => Result | Promise<Result>,
      ...args: Args
    ) =>
      (await send('POST', '/execute/sync', {
        script: `return (${String(look)})(...arguments)`,
        args,
      })) as Result,
    click: async (selector) => void (await send('POST', `/element/${await centred(selector)}/click`, {})),
    type: async (selector, text) => {
      const id = await centred(selector);
      await send('POST', `/element/${id}/clear`, {});
      await send('POST', `/element/${id}/value`, { text });
    },
    pressTab: async () => {
      const key = { value: '\uE004' };
      const actions = [
        { type: 'keyDown', ...key },
        { type: 'keyUp', ...key },
      ];
      await send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    choose: async (selector, path) =>
      void (await send('POST', `/element/${await find(selector)}/value`, { text: path })),
    // The window's frame is counted with it, so what the page has is measured and the rest added.
    resize: async (width, height) => {
      await send('POST', '/window/rect', { width, height });
      const [inner = 0] = (await send('POST', '/execute/sync', {
        script: 'return [innerHeight]',
        args: [],
      })) as number[];
      await send('POST', '/window/rect', { width, height: height + (height - inner) });
    },
    picture: async (path) => {
      const png = (await send('GET', '/screenshot')) as string;
      await writeFile(path, Buffer.from(png, 'base64'));
    },
    faults: async () => {
      const lines = (await reported()).split('\n');
      return lines.filter((line) => /CONSOLE \w+ ERROR/.test(line));
    },
    close: async () => void (await send('DELETE', '')),
  };
}

async function waitFor<Found>(what: string, look: () => Promise<Found | undefined>): Promise<Found> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error(`${what} was not there after ${PATIENCE / 1000} s.`);
    await pause(50);
  }
}

/** What a program writes to its fourth stream first. */
function firstLine(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    program.once('error', reject);
    program.once('exit', (code) => reject(new Error(`The screen for WebKit ended with code ${code}.`)));
    program.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
}
