/** Builds the site from a copy of its sources, which a test may change first. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '../../src/commands/ready.mjs';

/** What the site is made from: the inputs that `src/commands/build.ts` names. */
const sources = [
  'src',
  'content',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Copies the sources into a folder, made for them. */
export function copySources(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const source of sources) {
    if (existsSync(join(root, source))) cpSync(join(root, source), join(folder, source), { recursive: true });
  }
  symlinkSync(realpathSync(join(root, 'node_modules')), join(folder, 'node_modules'), 'dir');
}

/**
 * Builds the copy in a folder.
 *
 * @returns where its site is
 * @throws Error with all that was printed, where the build fails
 */
export async function buildCopy(folder: string): Promise<string> {
  const child = spawn('astro', ['build'], {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
  child.stderr.on('data', (text: Buffer) => (printed += text.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  if (code !== 0) throw new Error(`The build in ${folder} failed: ${printed}`);
  return join(folder, 'dist');
}
