/** Finds LibreOffice, which opens what Word opens, or tries to install what Debian has of it for machines without a screen. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { installDebianPackages, type Report } from './install.ts';

/** Opens these files and saves each anew under its name in a folder, all in one start. Whether it did. */
export type SaveAnew = (files: readonly string[], folder: string) => Promise<boolean>;

/** A start that takes longer has come to nothing. */
const LONGEST_MS = 55_000;

/**
 * The LibreOffice of this machine, or one installed for root on Debian and its relatives where that is allowed.
 *
 * @param report is given one line before and after each attempt to install
 * @returns undefined where there is none
 */
export async function findOrInstallLibreOffice(report: Report): Promise<SaveAnew | undefined> {
  const found = await findLibreOffice();
  if (found !== undefined) return found;
  await installDebianPackages(['libreoffice-writer-nogui'], 'the check of Word files', report);
  return findLibreOffice();
}

/** The LibreOffice of this machine, or undefined where there is none. Nothing is installed. */
export async function findLibreOffice(): Promise<SaveAnew | undefined> {
  if (!(await run(['--version'], LONGEST_MS))) return undefined;
  return async (files, folder) => {
    // A profile of its own: what somebody has set up at home changes nothing, and one that is open is no hindrance.
    const profile = await mkdtemp(join(tmpdir(), 'libreoffice-'));
    try {
      return await run(
        [
          `-env:UserInstallation=${pathToFileURL(profile).href}`,
          ...['--headless', '--convert-to', 'docx', '--outdir', folder],
          ...files,
        ],
        LONGEST_MS,
      );
    } finally {
      await rm(profile, { recursive: true, force: true });
    }
  };
}

function run(args: readonly string[], limit: number): Promise<boolean> {
  const child = spawn('soffice', args, { stdio: 'ignore', timeout: limit });
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
}
