/**
 * Builds the site, and the same site around the fixture questionnaire that the browser tests use,
 * but only where something it is made from has changed since.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { root, runTool } from './ready.mjs';

interface Build {
  /** Where the built site goes. */
  folder: string;
  /** What astro.config.mjs is told through the environment. */
  environment: Record<string, string>;
  /** Files and folders it is made from. */
  inputs: string[];
}

const inputs = [
  'src',
  'content',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

const builds = {
  site: { folder: 'dist', environment: {}, inputs },
  'fixture-site': {
    folder: '.cache/fixture-site',
    environment: { CLEAR_CANVASS_FIXTURE: '1' },
    inputs: [...inputs, 'tests/fixtures/site'],
  },
} satisfies Record<string, Build>;

/** The two sites that are built from this project. */
export type SiteName = keyof typeof builds;

/**
 * Brings a built site up to date.
 *
 * @returns the absolute path of its folder, and whether it had to be built
 * @throws Error where the build fails; Astro has then printed the reason
 */
export async function buildSite(name: SiteName): Promise<{ folder: string; built: boolean }> {
  const build: Build = builds[name];
  const folder = join(root, build.folder);
  const stamp = join(root, '.cache', 'built', name);
  const inputsNow = hashFiles(build.inputs);

  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === describe(inputsNow, folder)) {
    return { folder, built: false };
  }
  rmSync(stamp, { force: true });
  const code = await runTool('astro', ['build'], {
    ASTRO_TELEMETRY_DISABLED: '1',
    ...build.environment,
  });
  if (code !== 0) throw new Error(`The build of ${build.folder} failed: Astro says why above.`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, describe(inputsNow, folder));
  return { folder, built: true };
}

/**
 * What the stamp says of a finished build. The service worker is the last file that a build
 * writes; its time shows whether somebody ran `astro build` by hand since the stamp was made.
 */
function describe(inputsHash: string, folder: string): string {
  const lastWritten = statSync(join(folder, 'sw.js'), { throwIfNoEntry: false });
  return `${inputsHash} ${lastWritten?.mtimeMs ?? 'absent'}\n`;
}

/** One hash over the names and contents of all files under the given paths. Absent paths are left out. */
function hashFiles(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    const stats = statSync(join(root, path), { throwIfNoEntry: false });
    if (!stats) continue;
    const files = stats.isDirectory()
      ? readdirSync(join(root, path), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
      : [join(root, path)];
    for (const file of files) {
      const content = readFileSync(file);
      hash.update(`${file.slice(root.length)}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}
