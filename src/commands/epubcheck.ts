/**
 * Finds EPUBCheck, which holds an e-book against the standard, or tries to install Debian’s package of it.
 */
import { spawn } from 'node:child_process';

import { installDebianPackages, type Report } from './install.ts';

/** Where Debian puts it: a Java archive, which runs by its name only where the system knows how to. */
const archive = '/usr/share/java/epubcheck.jar';

const ways: readonly (readonly [program: string, ...first: string[]])[] = [
  ['epubcheck'],
  ['java', '-jar', archive],
];

/** What a run of EPUBCheck came to. */
export interface EpubReport {
  /** True where it found neither an error nor a warning. */
  passed: boolean;
  /** All that it printed. */
  output: string;
}

/** Checks the e-book at a path. */
export type CheckEpub = (path: string) => Promise<EpubReport>;

/**
 * The EPUBCheck of this machine, or one installed for root on Debian and its relatives where that is allowed.
 *
 * @param report is given one line before and after each attempt to install
 * @returns undefined where there is none
 */
export async function findOrInstallEpubcheck(report: Report): Promise<CheckEpub | undefined> {
  const found = await findEpubcheck();
  if (found !== undefined) return found;
  await installDebianPackages(['epubcheck', 'default-jre-headless'], 'the check of the e-book', report);
  return findEpubcheck();
}

/** The EPUBCheck of this machine, or undefined where there is none. Nothing is installed. */
export async function findEpubcheck(): Promise<CheckEpub | undefined> {
  for (const [program, ...first] of ways) {
    // It ends with code 1 when it is given no book, and says what it is all the same.
    const { output } = await run(program, [...first, '--version']);
    if (!/^EPUBCheck v\d/m.test(output)) continue;
    return async (path) => {
      const { code, output: printed } = await run(program, [...first, '--failonwarnings', path]);
      return { passed: code === 0, output: printed };
    };
  }
  return undefined;
}

function run(program: string, args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  return new Promise((resolve) => {
    child.on('error', () => resolve({ code: null, output }));
    child.on('close', (code) => resolve({ code, output }));
  });
}
