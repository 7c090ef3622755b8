/**
 * Which failed browser tests are worth a second look, read from Playwright’s report. Why there is one:
 * `content/decisions/0047-a-second-look.md`.
 */
import type { Suite } from './test-times.ts';

/** How many failed tests are looked at again. Where more fail, it is the site that is at fault, not the crowd. */
const MOST = 2;

/** How often each has to pass by itself. */
export const TIMES = 3;

/** A test that failed, as the runner is asked for it again. */
export interface Failed {
  /** Its file and line, as the runner takes it: `e2e/search.spec.ts:12`. */
  readonly place: string;
  readonly title: string;
  /** The project of the runner’s configuration in which it failed. */
  readonly project: string;
}

function failedIn(suite: Suite): Failed[] {
  return [
    ...(suite.specs ?? []).flatMap(({ title, file, line, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected')
        .map(({ projectName }) => ({ place: `${file}:${line}`, title, project: projectName })),
    ),
    ...(suite.suites ?? []).flatMap(failedIn),
  ];
}

/**
 * @param report what Playwright’s JSON reporter wrote
 * @param failed how many tests the layer counts as failed
 * @returns the tests to look at again: none where there are too many, or where something failed that is no test
 */
export function toLookAtAgain(report: Suite, failed: number): readonly Failed[] {
  const all = failedIn(report);
  return all.length <= MOST && all.length === failed ? all : [];
}

/** What the runner is told to run for one test that failed, and nothing beside it. */
export function argumentsFor({ place, project }: Failed): string[] {
  return [`--project=${project}`, '--workers=1', `--repeat-each=${TIMES}`, place];
}
