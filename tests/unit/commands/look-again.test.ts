import { describe, expect, it } from 'vitest';

import { argumentsFor, toLookAtAgain } from '../../../src/commands/look-again.ts';

const spec = (title: string, ...failedIn: string[]) => ({
  title,
  file: 'e2e/some.spec.ts',
  line: title.length,
  tags: [],
  tests: ['wide', 'narrow'].map((projectName) => ({
    projectName,
    status: failedIn.includes(projectName) ? 'unexpected' : 'expected',
    results: [],
  })),
});

describe('someone whose tests failed', () => {
  it('has one that failed in one kind of fonts looked at again there alone', () => {
    const report = { suites: [{ specs: [spec('a'), spec('bcd', 'narrow')], suites: [] }] };
    const again = toLookAtAgain(report, 1);
    expect(again).toEqual([{ place: 'e2e/some.spec.ts:3', title: 'bcd', project: 'narrow' }]);
    expect(again.map(argumentsFor)).toEqual([
      ['--project=narrow', '--workers=1', '--repeat-each=3', 'e2e/some.spec.ts:3'],
    ]);
  });

  it('has none looked at again where more than two failed', () => {
    const report = { suites: [{ suites: [{ specs: [spec('a', 'wide', 'narrow'), spec('b', 'wide')] }] }] };
    expect(toLookAtAgain(report, 3)).toEqual([]);
  });

  it('has none looked at again where something failed that is no test', () => {
    const report = { suites: [{ specs: [spec('a')] }] };
    expect(toLookAtAgain(report, 1)).toEqual([]);
    expect(toLookAtAgain({}, 1)).toEqual([]);
  });
});
