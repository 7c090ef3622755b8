/**
 * What tests may put on the machine itself, outside the project's folder: browsers and checkers that npm does not
 * bring. It is always said before it is done, and CLEAR_CANVASS_NO_INSTALL=1 forbids it.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Milliseconds after which an attempt is asked to end, and those after which it is made to. */
const askToEndAfter = 55_000;
const makeEndAfter = 59_000;

/** Is given one line for each thing that is about to be done, or has been. */
export type Report = (line: string) => void;

/** Whether anything may be installed outside the project's folder. */
export function mayInstall(): boolean {
  return !/^(1|true|yes)$/i.test(process.env.CLEAR_CANVASS_NO_INSTALL ?? '');
}

/** Whether Debian's packages can be installed here: by root, on Debian and its relatives. */
function hasDebianPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/**
 * Installs Debian packages where that can and may be done, and says so first. The download is an attempt apart from
 * the installation, so that the limit of a minute rarely falls between unpacking and setting up.
 *
 * @param wantedFor what they are wanted for, to be read after “for”
 * @param machine what does it; a test puts something else in its place
 */
export async function installDebianPackages(
  packages: readonly string[],
  wantedFor: string,
  report: Report,
  machine = { takesPackages: hasDebianPackages, attempt },
): Promise<void> {
  const names = packages.join(', ');
  if (!mayInstall()) {
    report(`CLEAR_CANVASS_NO_INSTALL is set: ${names} not installed for ${wantedFor}.`);
    return;
  }
  if (!machine.takesPackages()) return;
  report(
    `Installing on this machine with apt-get, for ${wantedFor}: ${names}. CLEAR_CANVASS_NO_INSTALL=1 forbids it.`,
  );
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  for (const args of [['update'], [...install, '--download-only'], install]) {
    const outcome = await machine.attempt('apt-get', args, { DEBIAN_FRONTEND: 'noninteractive' });
    report(`apt-get ${args.join(' ')} ${outcome}.`);
  }
}

/**
 * Runs a program with its output hidden, and says in words how that went and how long it took. It is ended after a
 * minute, so that a machine without a network is told so soon.
 */
export function attempt(
  program: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<string> {
  const begun = Date.now();
  const child = spawn(program, args, {
    stdio: 'ignore',
    // A process group of its own, so that whatever the program has started ends with it.
    detached: true,
    env: { ...process.env, ...environment },
  });
  const signalGroup = (signal: NodeJS.Signals): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, signal);
    } catch {
      // The group is gone already.
    }
  };
  const asking = setTimeout(signalGroup, askToEndAfter, 'SIGTERM');
  const making = setTimeout(signalGroup, makeEndAfter, 'SIGKILL');
  return new Promise((resolve) => {
    const settle = (result: string): void => {
      clearTimeout(asking);
      clearTimeout(making);
      resolve(`${result} after ${((Date.now() - begun) / 1000).toFixed(1)} s`);
    };
    child.on('error', (error) => settle(`did not start (${error.message})`));
    child.on('exit', (code, signal) => {
      if (signal) settle('was ended');
      else settle(code === 0 ? 'worked' : `failed with code ${code}`);
    });
  });
}
