import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { questionnaires } from '#questionnaires';
import { canonicalJson } from '../../../src/records/fingerprint.ts';
import { CURRENT_VERSION } from '../../../src/records/migrations.ts';
import { reopen } from '../../../src/records/reopen.ts';
import { restoreRecord } from '../../../src/records/restore.ts';
import { wordsOf } from '../../../src/records/words.ts';
import { readContent } from '../../../src/schemas/read-content.ts';

const offered = ['every-kind', ...questionnaires.map(({ id }) => id)];
const folder = 'tests/fixtures/records';
const versions = Array.from({ length: CURRENT_VERSION }, (_, place) => `v${place + 1}`);
const files = versions.flatMap((version) =>
  readdirSync(`${folder}/${version}`).map((name) => `${version}/${name}`),
);

describe('someone opens a record that was made long ago', () => {
  test.each(files)(
    '%s still opens, matches its fingerprint, and is not said to contradict itself',
    async (name) => {
      const result = await restoreRecord(readFileSync(`${folder}/${name}`), offered, name);
      if (!result.ok) throw new Error(result.sentence);
      expect(result.matches).toBe(true);
      const questionnaire = questionnaires.find((one) => one.id === result.record.questionnaire.id);
      // The questionnaire that only the tests have promises nothing about its own records.
      if (questionnaire === undefined) return;
      const reopened = await reopen(result.record, questionnaire, wordsOf(readContent(), questionnaire));
      if (reopened.notReplayed.length === 0) expect(reopened.agrees).toBe(true);
    },
  );

  test('its HTML and its JSON are one record', async () => {
    for (const name of files.filter((file) => file.endsWith('.html'))) {
      const [page, data] = await Promise.all(
        [name, name.replace(/html$/, 'json')].map((file) =>
          restoreRecord(readFileSync(`${folder}/${file}`), offered),
        ),
      );
      expect(
        page?.ok === true && data?.ok === true && canonicalJson(page.record) === canonicalJson(data.record),
      ).toBe(true);
    }
    for (const version of versions)
      expect(files.filter((file) => file.startsWith(`${version}/`)).length).toBeGreaterThanOrEqual(4);
  });
});
