/**
 * `npm test`: every check of the project, the cheap ones first. `npm test -- unit lint` runs only the
 * layers named, `npm test -- browser article-22 -t reloads` only those tests of a layer that have the
 * questionnaire and the words in their title. All failures are reported; the exit code is 0 only
 * where there is none.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ensureInstalled, root, runTool } from './ready.mjs';

await ensureInstalled(import.meta.url);
const { buildSite } = await import('./build.ts');
const { findOrInstallChromium, findOrInstallHeadlessShell } = await import('./browser.ts');
const { findOrInstallEngines } = await import('./engines.ts');
const { findOrInstallEpubcheck } = await import('./epubcheck.ts');
const { findOrInstallLibreOffice } = await import('./libreoffice.ts');
const { findOrInstallPdfTools } = await import('./pdf-tools.ts');
const { chooseTests, knownQuestionnaires, patternOf } = await import('./choose-tests.ts');
const { faultsInDefinitions } = await import('./sound-definitions.ts');
const { argumentsFor, TIMES, toLookAtAgain } = await import('./look-again.ts');
const { timesOf } = await import('./test-times.ts');

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {boolean} [notRun] set where the layer could not be run on this machine
 *
 * A layer without tests of its own counts as one: passed or failed. So the last line never reads
 * "0 failed" beside a failing exit code, nor "0 passed" where something was checked and is well.
 */

const vitestReport = join(root, '.cache', 'vitest.json');
const playwrightReport = join(root, '.cache', 'playwright.json');
const enginesReport = join(root, '.cache', 'engines.json');
const speedReport = join(root, '.cache', 'speed.json');
const againReport = join(root, '.cache', 'again.json');

/** Tests that failed among others and then passed by themselves: told at the end, for they have to be mended. @type {string[]} */
const unsteady = [];

/** @type {Record<string, (part?: import('./choose-tests.ts').Part) => Promise<Count>>} */
const layers = {
  // Two checkers, because neither reads everything: `astro check` takes .astro and .ts files (and
  // writes the types of the content collections first), `svelte-check` takes .svelte files. The
  // latter knows nothing of .astro files, so it is shown only what .svelte files lead to.
  types: () =>
    check(
      ['astro', 'check', '--minimumFailingSeverity', 'warning'],
      ['svelte-check', '--tsconfig', './tests/tsconfig.svelte.json', '--fail-on-warnings'],
    ),
  lint: () => check(['eslint', '--config', 'tests/eslint.config.mjs', '--max-warnings', '0', '.']),
  format: () => check(['prettier', '--check', '--log-level', 'warn', '.']),
  unit: async (part) => {
    rmSync(vitestReport, { force: true });
    // Before the tests, which install nothing and say what was not there.
    const report = (/** @type {string} */ line) => console.log(line);
    await findOrInstallPdfTools(report);
    await findOrInstallLibreOffice(report);
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`];
    const some = part === undefined ? [] : ['-t', patternOf(part)];
    const code = await runTool('vitest', [
      'run',
      '--config',
      'tests/vitest.config.ts',
      ...some,
      ...reporters,
    ]);
    const { numPassedTests = 0, numFailedTests = 0 } = read(vitestReport);
    return count(code, numPassedTests, numFailedTests, part);
  },
  // The site, and the one around the questionnaires of the tests, one after the other: they share what Astro keeps.
  build: async () => {
    for (const site of /** @type {const} */ (['site', 'fixture-site'])) {
      const { built, folder } = await buildSite(site);
      if (!built) console.log(`${folder} is up to date: nothing it is made from has changed.`);
    }
    return { passed: 1, failed: 0 };
  },
  browser: (part) => inChromium(['wide', 'narrow', 'middling'], playwrightReport, part),
  // The journey of a questionnaire, and what differs between engines, in each that is here.
  engines: async (part) => {
    const report = (/** @type {string} */ line) => console.log(line);
    const { firefox, webkit } = await findOrInstallEngines(report);
    const engines = {
      chromium: {
        found: (await findOrInstallChromium(report)) !== undefined,
        lacks: 'no Chromium found: set CLEAR_CANVASS_CHROMIUM',
      },
      firefox: { found: firefox !== undefined, lacks: 'no Firefox found: set CLEAR_CANVASS_FIREFOX' },
      webkit: {
        found: webkit !== undefined,
        lacks: 'no WebKitGTK found: install webkit2gtk-driver and xvfb',
      },
    };
    const missing = Object.entries(engines).filter(([, { found }]) => !found);
    for (const [name, { lacks }] of missing) console.log(`not run here: tests in ${name} (${lacks})`);
    const failedHere = process.env.CI === 'true' ? missing.length : 0;
    const projects = Object.entries(engines).flatMap(([name, { found }]) =>
      found ? [`--project=${name}`] : [],
    );
    if (projects.length === 0) return { passed: 0, failed: failedHere, notRun: true };
    rmSync(enginesReport, { force: true });
    const some = part === undefined ? [] : ['-g', patternOf(part), '--pass-with-no-tests'];
    const config = ['--config', 'tests/engines/playwright.config.ts'];
    const code = await runTool('playwright', ['test', ...config, ...projects, ...some], {
      CLEAR_CANVASS_REPORT: enginesReport,
    });
    const { passed, failed } = await lookAgain(code, config, enginesReport, {}, part);
    return { passed, failed: failed + failedHere };
  },
  // What is measured by the clock runs last and one at a time, so that no other test takes the processor from it.
  speed: (part) => inChromium(['alone'], speedReport, part, '--workers=1'),
};

const chosen = chooseTests(process.argv.slice(2), Object.keys(layers), knownQuestionnaires());
if ('refused' in chosen) {
  console.error(chosen.refused);
  process.exit(2);
}

/** Layers that load every questionnaire and all content, and would each fail many times over one fault in them. */
const needSoundDefinitions = ['unit', 'build', 'browser', 'engines', 'speed'];
const faults = chosen.layers.some((name) => needSoundDefinitions.includes(name))
  ? await faultsInDefinitions()
  : [];
for (const fault of faults) console.error(`\n${fault}`);
const toRun = chosen.layers.filter((name) => faults.length === 0 || !needSoundDefinitions.includes(name));
for (const name of chosen.layers.filter((one) => !toRun.includes(one)))
  console.log(`\n== ${name} not run: the questionnaires and the content have to be sound first`);

/**
 * Layers that keep one core busy, as the unit tests do where there are two. So they run beside those, in a process of
 * their own.
 */
const besideUnit = toRun.includes('unit')
  ? toRun.filter((name) => ['types', 'lint', 'format', 'build'].includes(name))
  : [];
const beside = besideUnit.length > 0 ? runBeside(besideUnit) : undefined;

let total = { passed: 0, failed: faults.length };
for (const name of toRun.filter((one) => !besideUnit.includes(one))) {
  const run = layers[name];
  if (run === undefined) continue;
  const begun = Date.now();
  console.log(`\n== ${name}`);
  /** @type {Count} */
  const result = await run(chosen.part).catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  const verdict = result.notRun ? 'NOT RUN' : result.failed === 0 ? 'passed' : 'FAILED';
  console.log(`== ${name} ${verdict} in ${seconds} s`);
  total = both(total, result);
  // What follows needs what they built, and every core.
  if (name === 'unit' && beside !== undefined) total = both(total, await beside);
}
// For the process that runs this one beside the unit tests.
process.send?.(total);
if (unsteady.length > 0) console.log(`\nUnsteady, to be mended:\n  ${unsteady.join('\n  ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/**
 * Runs layers in a process of its own. What it prints is shown whole once it has ended, so that two layers never mix
 * their lines.
 *
 * @param {readonly string[]} names
 * @returns {Promise<Count>}
 */
function runBeside(names) {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...names], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: process.stdout.isTTY ? { FORCE_COLOR: '1', ...process.env } : process.env,
  });
  let printed = '';
  /** @type {Count | undefined} */
  let counted;
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (printed += text));
  child.on('message', (/** @type {Count} */ message) => (counted = message));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      console.log(`\nBeside the unit tests:\n${printed}`);
      const { passed, failed } = counted ?? { passed: 0, failed: 1 };
      resolve({ passed, failed: code === 0 ? failed : Math.max(1, failed) });
    });
  });
}

/**
 * Runs browser tests, and says how long they took.
 *
 * @param {readonly string[]} projects of `tests/playwright.config.ts`
 * @param {string} reportFile where the runner leaves its counts
 * @param {import('./choose-tests.ts').Part} [part]
 * @param {readonly string[]} options of the runner
 * @returns {Promise<Count>}
 */
async function inChromium(projects, reportFile, part, ...options) {
  /** @param {string} line */
  const report = (line) => console.log(line);
  const chromium = await findOrInstallChromium(report);
  if (chromium === undefined) {
    console.log(
      'not run here: browser and accessibility tests (no Chromium found: set CLEAR_CANVASS_CHROMIUM)',
    );
    return { passed: 0, failed: process.env.CI === 'true' ? 1 : 0, notRun: true };
  }
  const shell = await findOrInstallHeadlessShell(report);
  // Before the tests, which install nothing and say what was not there.
  await findOrInstallEpubcheck(report);
  rmSync(reportFile, { force: true });
  const config = ['--config', 'tests/playwright.config.ts'];
  const browsers = {
    CLEAR_CANVASS_CHROMIUM: chromium,
    ...(shell === undefined ? {} : { CLEAR_CANVASS_HEADLESS_SHELL: shell }),
  };
  const code = await runTool(
    'playwright',
    [
      'test',
      ...config,
      ...projects.map((project) => `--project=${project}`),
      ...options,
      ...(part === undefined ? [] : ['-g', patternOf(part), '--pass-with-no-tests']),
    ],
    { ...browsers, CLEAR_CANVASS_REPORT: reportFile },
  );
  for (const line of timesOf(read(reportFile), knownQuestionnaires())) console.log(line);
  return lookAgain(code, config, reportFile, browsers, part);
}

/**
 * Counts a run of Playwright. One or two tests that failed are run again by themselves; one that then passes each time
 * is counted as passed, and told at the end.
 *
 * @param {number} code exit code of the runner
 * @param {readonly string[]} config options that name its configuration
 * @param {string} reportFile where it left its counts
 * @param {Record<string, string>} env
 * @param {import('./choose-tests.ts').Part} [part]
 * @returns {Promise<Count>}
 */
async function lookAgain(code, config, reportFile, env, part) {
  const report = read(reportFile);
  const { expected = 0, unexpected = 0, flaky = 0 } = report.stats ?? {};
  const first = count(code, expected, unexpected + flaky, part);
  let steady = 0;
  for (const failed of toLookAtAgain(report, first.failed)) {
    console.log(`\nFailed among others; ${TIMES} times by itself: ${failed.title}`);
    const args = ['test', ...config, ...argumentsFor(failed)];
    rmSync(againReport, { force: true });
    const again = await runTool('playwright', args, { ...env, CLEAR_CANVASS_REPORT: againReport });
    if (again !== 0 || read(againReport).stats?.expected !== TIMES) continue;
    steady += 1;
    unsteady.push(`${failed.place} (${failed.project}): ${failed.title}`);
  }
  return { passed: first.passed + steady, failed: first.failed - steady };
}

/**
 * Runs tools that have no tests to count, all of them whatever the first ones say.
 *
 * @param {[tool: string, ...args: string[]][]} commands
 * @returns {Promise<Count>}
 */
async function check(...commands) {
  let failed = 0;
  for (const [tool, ...args] of commands) if ((await runTool(tool, args)) !== 0) failed = 1;
  return { passed: 1 - failed, failed };
}

/**
 * A runner can fail without a failed test, for instance on a file that it cannot load; and where only some tests are
 * asked for, there may be none such.
 *
 * @param {number} code exit code of the runner
 * @param {number} passed
 * @param {number} failed
 * @param {import('./choose-tests.ts').Part} [part] the tests that were asked for
 * @returns {Count}
 */
function count(code, passed, failed, part) {
  if (part !== undefined && code === 0 && passed + failed === 0) {
    const asked = [part.questionnaire, part.title].filter((one) => one !== undefined).join(' and ');
    console.error(`No test of this layer has ${asked} in its title.`);
    return { passed: 0, failed: 1 };
  }
  return { passed, failed: code === 0 ? failed : Math.max(1, failed) };
}

/**
 * @param {Count} one
 * @param {Count} other
 * @returns {Count}
 */
function both(one, other) {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

/**
 * @param {string} report file that a test runner wrote
 * @returns {import('./test-times.ts').Suite & { numPassedTests?: number, numFailedTests?: number, stats?: { expected?: number, unexpected?: number, flaky?: number } }}
 *   the counts in it; none where the runner ended before it wrote the file
 */
function read(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
}
