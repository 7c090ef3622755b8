/**
 * Finds programs that read PDF independently of what wrote it, or tries to install Debian’s packages of them: Poppler’s
 * reader and QPDF, which checks a file and writes it anew.
 */
import { spawn } from 'node:child_process';

import { installDebianPackages, type Report } from './install.ts';

export interface PdfTools {
  /** All that Poppler tells of a file, such as whether it is tagged. */
  info(path: string): Promise<string>;
  /** The structure tree with its text, in the order in which it is read aloud. */
  structure(path: string): Promise<string>;
  /** The text as it is copied. */
  text(path: string): Promise<string>;
  /** What QPDF has to say of a file, and whether it found nothing wrong. */
  check(path: string): Promise<{ readonly sound: boolean; readonly output: string }>;
  /** Writes a file anew with QPDF, in the way that its options say. */
  rewrite(path: string, to: string, options: readonly string[]): Promise<void>;
  /** Writes each attached file into a folder. */
  detach(path: string, folder: string): Promise<void>;
}

/**
 * The tools of this machine, or some installed for root on Debian and its relatives where that is allowed.
 *
 * @param report is given one line before and after each attempt to install
 * @returns undefined where one of them is missing
 */
export async function findOrInstallPdfTools(report: Report): Promise<PdfTools | undefined> {
  const found = await findPdfTools();
  if (found !== undefined) return found;
  await installDebianPackages(['poppler-utils', 'qpdf'], 'the check of PDF records', report);
  return findPdfTools();
}

/** The tools of this machine, or undefined where one of them is missing. Nothing is installed. */
export async function findPdfTools(): Promise<PdfTools | undefined> {
  const [poppler, qpdf] = await Promise.all([run('pdfinfo', ['-v']), run('qpdf', ['--version'])]);
  if (!/pdfinfo version/.test(poppler.output) || !/qpdf version/.test(qpdf.output)) return undefined;
  return {
    info: (path) => mustRun('pdfinfo', [path]),
    structure: (path) => mustRun('pdfinfo', ['-struct-text', path]),
    text: (path) => mustRun('pdftotext', ['-enc', 'UTF-8', path, '-']),
    check: async (path) => {
      const { code, output } = await run('qpdf', ['--check', path]);
      return { sound: code === 0, output };
    },
    rewrite: async (path, to, options) => void (await mustRun('qpdf', [...options, path, to])),
    detach: async (path, folder) => void (await mustRun('pdfdetach', ['-saveall', '-o', folder, path])),
  };
}

/** @throws Error with all that was printed, where the program fails. */
async function mustRun(program: string, args: readonly string[]): Promise<string> {
  const { code, output } = await run(program, args);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code ?? 'no code'}: ${output}`);
  return output;
}

function run(program: string, args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  child.stderr.on('data', (part: Buffer) => parts.push(part));
  const output = (): string => Buffer.concat(parts).toString('utf8');
  return new Promise((resolve) => {
    child.on('error', () => resolve({ code: null, output: output() }));
    child.on('close', (code) => resolve({ code, output: output() }));
  });
}
