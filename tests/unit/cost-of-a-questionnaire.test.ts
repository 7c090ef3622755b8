import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const tests = fileURLToPath(new URL('..', import.meta.url));

describe('someone who adds a questionnaire', () => {
  it('makes the browser tests longer where each of its screens is looked at once, and each result is measured, and nowhere else', () => {
    const specs = ['e2e', 'a11y'].flatMap((folder) =>
      readdirSync(join(tests, folder))
        .filter((file) => file.endsWith('.spec.ts'))
        .map((file) => join(folder, file)),
    );
    expect(specs.length).toBeGreaterThan(20);
    const ofAll = specs.filter((file) =>
      /^import .*\/questionnaires\/index\.ts'|^\} from '.*\/src\/questionnaires\/index\.ts'/m.test(
        readFileSync(join(tests, file), 'utf8'),
      ),
    );
    expect(
      ofAll,
      'test what is the same for all on the questionnaire of the tests, or on one that is published',
    ).toEqual([
      join('e2e', 'each-questionnaire.spec.ts'),
      // It counts them alone: the more there are, the fewer it adds.
      join('e2e', 'growth.spec.ts'),
      join('e2e', 'outcome-size.spec.ts'),
    ]);
  });
});
