/**
 * What tests may put on the machine itself, outside the project's folder: browsers and checkers that npm does not
 * bring. It is always said before it is done, and CLEAR_CANVASS_NO_INSTALL=1 forbids it.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Seconds after which an attempt is asked to end, and those that it then has. */
const usualLimit = 55;
const grace = 4;

/**
 * Seconds for the steps of apt. A browser has some 100 MB, and a package that is ended while it is set up leaves the
 * machine in need of repair; a line on which nothing comes is given up long before.
 */
const aptLimits = { update: 60, download: 300, install: 240 };
const silence = ['-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::https::Timeout=20'];

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
 * the installation, so that a slow line takes no time from the latter.
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
  const steps: readonly (readonly [limit: keyof typeof aptLimits, args: readonly string[]])[] = [
    ['update', ['update']],
    ['download', [...install, '--download-only']],
    ['install', install],
  ];
  for (const [limit, args] of steps) {
    const environment = { DEBIAN_FRONTEND: 'noninteractive' };
    const outcome = await machine.attempt('apt-get', [...silence, ...args], environment, aptLimits[limit]);
    report(`apt-get ${args.join(' ')} ${outcome}.`);
  }
}

/**
 * Runs a program with its output hidden, and says in words how that went and how long it took.
 *
 * @param limit seconds after which it is ended: a minute, so that a machine without a network is told so soon
 */
export function attempt(
  program: string,
  args: readonly string[],
  environment: Record<string, string> = {},
  limit: number = usualLimit,
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
  const asking = setTimeout(signalGroup, limit * 1000, 'SIGTERM');
  const making = setTimeout(signalGroup, (limit + grace) * 1000, 'SIGKILL');
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

/** Whether a program answers to `--version`: it does not where a library of its own is missing. */
export async function starts(program: string): Promise<boolean> {
  return (await attempt(program, ['--version', '--no-sandbox'])).startsWith('worked');
}
