import { describe, expect, test } from 'vitest';
import * as virtual from 'virtual:record-checker';
import { bundleChecker } from '../../../src/integrations/record-checker.ts';
import { checkFile } from '../../../src/records/checker/check.ts';
import { textOf } from '../../../src/records/document.ts';
import { documentOf } from '../../../src/records/record-document.ts';
import { draftWith, recordFrom } from './example-records.ts';

describe('when someone opens a downloaded record', () => {
  test('one that is as it was made matches its fingerprint', async () => {
    const record = await recordFrom(draftWith('registerLetters'));
    const sentence = await checkFile(JSON.stringify(record), `\n ${textOf(documentOf(record))} `);
    expect(sentence).toMatch(/^Matches its fingerprint ([0-9a-f]{4} ?){8}\./);
    expect(sentence).not.toMatch(/genuine|authentic/i);
  });

  test('a change to the text that is shown is found and quoted', async () => {
    const record = await recordFrom(draftWith('registerLetters'));
    const shown = textOf(documentOf(record)).replace('Friends of Elm', 'Enemies of Elm');
    expect(await checkFile(JSON.stringify(record), shown)).toMatch(
      /^Changed since it was made: .*Enemies of Elm/,
    );
  });

  test('words added after the end are found', async () => {
    const record = await recordFrom(draftWith('leaflets'));
    expect(await checkFile(JSON.stringify(record), `${textOf(documentOf(record))} Approved`)).toMatch(
      /^Changed since it was made/,
    );
  });

  test('a change to the data is found even where the text was changed with it', async () => {
    const record = await recordFrom(draftWith('leaflets'));
    const forged = { ...record, details: { ...record.details, campaign: 'Another' } };
    expect(await checkFile(JSON.stringify(forged), textOf(documentOf(forged)))).toMatch(
      /^Changed since it was made: the data/,
    );
  });

  test.each(['', '{', 'null', '[]', '{"details":{}}'])(
    'data that is damaged counts as changed: %j',
    async (data) => {
      expect(await checkFile(data, '')).toMatch(
        /^Changed since it was made: the data in this file is damaged/,
      );
    },
  );

  test('the script is small, classic, the same each time, and holds no schema library', async () => {
    const [one, other] = [await bundleChecker(), await bundleChecker()];
    expect(one.code).toBe(other.code);
    expect(virtual.code).toBe(one.code);
    expect(one.code.length).toBeLessThan(24_000);
    expect(one.code).not.toMatch(/\bimport\b|\bexport\b|fetch\(|XMLHttpRequest|innerHTML/);
    expect(one.modules.join('\n')).not.toMatch(/valibot|xstate/);
    expect(() => new Function(one.code)).not.toThrow();
  });
});
