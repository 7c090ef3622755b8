/** How long browser tests took, read from Playwright's report: what a questionnaire costs, and what to make quicker. */

/** A group of tests in the report: a file, or a `describe` in it. */
export interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly line: number;
    readonly tags: readonly string[];
    readonly tests: readonly {
      readonly projectName: string;
      /** `unexpected` where it failed. */
      readonly status: string;
      readonly results: readonly { readonly duration: number }[];
    }[];
  }[];
}

/** One test, with the tags of all groups that it stands in. */
interface TimedTest {
  readonly title: string;
  readonly file: string;
  readonly tags: readonly string[];
  readonly seconds: number;
}

function testsIn(suite: Suite): TimedTest[] {
  return [
    ...(suite.specs ?? []).map(({ title, file, tags, tests }) => ({
      title,
      file,
      tags,
      seconds:
        tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0) / 1000,
    })),
    ...(suite.suites ?? []).flatMap(testsIn),
  ];
}

/**
 * Lines to print after the browser layer.
 *
 * @param report what Playwright's JSON reporter wrote
 * @param questionnaires the ids by which tests are tagged
 */
export function timesOf(report: Suite, questionnaires: readonly string[]): string[] {
  const tests = testsIn(report);
  const sum = (some: readonly TimedTest[]): string =>
    `${some.reduce((total, { seconds }) => total + seconds, 0).toFixed(1)} s`;
  const byQuestionnaire = questionnaires
    .map((id) => ({ id, own: tests.filter(({ tags }) => tags.includes(id)) }))
    .filter(({ own }) => own.length > 0);
  const slowest = tests.toSorted((one, other) => other.seconds - one.seconds).slice(0, 10);
  return [
    `${tests.length} tests, ${sum(tests)} by sum. Tests that only one questionnaire has: ${byQuestionnaire.map(({ id, own }) => `${id} ${sum(own)}`).join(', ') || 'none'}.`,
    'The slowest:',
    ...slowest.map(({ seconds, file, title }) => `  ${seconds.toFixed(1)} s ${file}: ${title.slice(0, 100)}`),
  ];
}
