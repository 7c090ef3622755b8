import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readKeptRecord } from '../../../src/records/read-kept-record.ts';
import { restoreRecord } from '../../../src/records/restore.ts';
import { draftWith, recordFrom } from './example-records.ts';

const frozen = 'tests/fixtures/records/v1';

describe('someone packs the records that her browser kept', () => {
  test('each is read as it is when it is opened', async () => {
    const record = await recordFrom(draftWith('registerLetters'));
    expect(readKeptRecord(JSON.stringify(record))).toEqual(record);
  });

  test.each(readdirSync(frozen).filter((name) => name.endsWith('.json')))(
    'one of the first shape comes in the newest: %s',
    async (name) => {
      const json = readFileSync(join(frozen, name), 'utf8');
      const restored = await restoreRecord(json, ['lawful-basis']);
      expect(restored.ok && readKeptRecord(json)).toEqual(restored.ok && restored.record);
    },
  );

  test.each([
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '7'],
    ['cut short', '{"schema":"clear-canvass/decision-record/1"'],
    ['half a record', '{"schema":"clear-canvass/decision-record/1"}'],
    ['a newer shape', '{"schema":"clear-canvass/decision-record/99"}'],
    ['a draft', '{"schema":"clear-canvass/draft/1"}'],
  ])('what is no record is left out: %s', (_name, json) => {
    expect(readKeptRecord(json)).toBeUndefined();
  });
});
