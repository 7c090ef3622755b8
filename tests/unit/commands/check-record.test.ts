import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { decideUse, type Campaign } from '../../../src/campaign/campaign.ts';
import { takeAway } from '../../../src/campaign/files/take-away.ts';
import { checkFile, type Checked } from '../../../src/commands/check-record.ts';
import { subsetFonts } from '../../../src/integrations/record-fonts.ts';
import { toPdfFile } from '../../../src/records/exporters/pdf.ts';
import { contentOf } from '../../../src/records/file-content.ts';
import { withFingerprint } from '../../../src/records/fingerprint.ts';
import { OPEN_PROBLEMS } from '../../../src/campaign/files/open-campaign.ts';
import { RESTORE_PROBLEMS } from '../../../src/records/restore.ts';
import { toDocx } from '../../../src/records/exporters/docx.ts';
import { toMarkdown } from '../../../src/records/exporters/markdown.ts';
import { buildSheet } from '../../../src/records/sheet.ts';
import type { DecisionRecord } from '../../../src/records/record.ts';
import { decided, decision, TUESDAY, ward } from '../campaign/example-campaign.ts';
import { draftWith, recordFrom } from '../records/example-records.ts';

let folder: string;
let record: DecisionRecord;
let campaign: Campaign;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-record-'));
  record = await recordFrom(draftWith('leaflets'));
  campaign = decideUse(
    ward(),
    'use-letters',
    decision({ decided: decided({ record: record.fingerprint }) }),
    TUESDAY,
  );
});
afterAll(() => rm(folder, { recursive: true }));

async function checked(content: string | Uint8Array, name = 'file.json'): Promise<Checked> {
  const path = join(folder, name);
  await writeFile(path, content);
  return checkFile(path);
}
const zip = async (json: string) =>
  (
    await takeAway(
      {
        campaign,
        records: [{ record, json }],
        readable: new Set(),
        write: () => Promise.reject(new Error('No readable file was asked for.')),
        dated: [],
      },
      new Date('2026-03-10T12:00:00Z'),
    )
  ).bytes;

describe('someone checks a record without a browser', () => {
  test('and another file of ours that carries its fingerprint', async () => {
    const sheet = await buildSheet(
      { kind: 'training', over: 'Training', title: 'Ada', notice: 'n', shown: [], data: { given: 3 } },
      new Date('2026-03-10T12:00:00Z'),
    );
    const { lines, code } = await checked(JSON.stringify(sheet));
    expect(code).toBe(0);
    expect(lines.join('\n')).toContain(sheet.fingerprint);
    expect((await checked(JSON.stringify({ ...sheet, title: 'Bert' }))).code).toBe(1);
  });

  test('and is told that it is unchanged and gives the result that it states', async () => {
    const { lines, code } = await checked(JSON.stringify(record));
    expect(code).toBe(0);
    expect(lines.join('\n')).toContain('“Polling-day letters”');
    expect(lines.join('\n')).toContain('it matches its fingerprint');
    expect(lines.join('\n')).toContain('Its answers give the result that it states');
  });

  test('as PDF too', async () => {
    const pdf = await toPdfFile(contentOf(record), await subsetFonts());
    const { lines, code } = await checked(pdf, 'record.pdf');
    expect(code).toBe(0);
    expect(lines.join('\n')).toContain('it matches its fingerprint');
  });

  test('and is told where it was changed', async () => {
    const { lines, code } = await checked(JSON.stringify({ ...record, madeAt: TUESDAY }));
    expect([code, lines[1]]).toEqual([1, 'Changed since it was made: it does not match its fingerprint.']);
  });

  test('and is told where somebody forged another result, fingerprint and all', async () => {
    const { fingerprint: _old, ...body } = record;
    const forged = await withFingerprint({
      ...body,
      outcome: { ...body.outcome, verdict: 'stop' as const, name: 'Stop' },
    });
    const { lines, code } = await checked(JSON.stringify(forged));
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain('Its own answers give another result');
  });

  test.each([
    ['cut short', (): string => JSON.stringify(record).slice(0, -9), RESTORE_PROBLEMS['cut-short']],
    ['no record', (): string => '# Notes', RESTORE_PROBLEMS['not-a-record']],
    ['hostile', (): string => '{"__proto__":{}}', RESTORE_PROBLEMS['unsafe-name']],
    ['a campaign of later', (): string => '{"schema":"clear-canvass/campaign/9"}', OPEN_PROBLEMS.newer],
  ])('and is refused in a clear sentence: %s', async (_name, content, sentence) => {
    const { lines, code } = await checked(content());
    expect([code, lines[0]]).toEqual([2, sentence]);
  });

  test('and is told that the file is not there', async () => {
    expect(await checkFile(join(folder, 'nothing.json'))).toMatchObject({ code: 2 });
  });

  test('a Word and a Markdown file as well, and is told where their words were changed', async () => {
    const markdown = toMarkdown(contentOf(record));
    for (const [file, name] of [
      [await toDocx(contentOf(record)), 'record.docx'],
      [markdown, 'record.md'],
    ] as const) {
      const { lines, code } = await checked(file, name);
      expect([code, lines[1]]).toEqual([0, 'Unchanged since it was made: it matches its fingerprint.']);
    }
    const { lines, code } = await checked(markdown.replace('A. Clerk', 'B. Clark'), 'record.md');
    expect(code).toBe(1);
    expect(lines.at(-1)).toMatch(
      /^The words that the file shows differ from the record in it, from “.*B\. Clark/,
    );
  });

  test('one of the first shape as well', async () => {
    const old = 'tests/fixtures/records/v1/2026-11-21-lawful-basis-a-leaflet-for-every-door.html';
    const { lines } = await checked(await readFile(old), 'old.html');
    expect(lines[1]).toBe('Unchanged since it was made: it matches its fingerprint.');
  });
});

describe('someone checks a campaign without a browser', () => {
  test('and is told of each record in it', async () => {
    const { lines, code } = await checked(await zip(JSON.stringify(record)), 'campaign.zip');
    expect(code).toBe(0);
    expect(lines[0]).toBe('A campaign, “Ada for Elm”: 2 uses, 1 record.');
    expect(lines.join('\n')).toContain('it matches its fingerprint');
  });

  test('and is told of a record that was changed, and so is missing', async () => {
    const { lines, code } = await checked(
      await zip(JSON.stringify({ ...record, madeAt: TUESDAY })),
      'campaign.zip',
    );
    expect(code).toBe(1);
    expect(lines.join('\n')).toMatch(/\.json: It has been changed since it was made/);
    expect(lines.at(-1)).toBe('1 record that the campaign names not in the file.');
  });

  test('and is refused where the file breaks off', async () => {
    const bytes = await zip(JSON.stringify(record));
    const { lines, code } = await checked(bytes.slice(0, -30), 'campaign.zip');
    expect([code, lines[0]]).toEqual([2, OPEN_PROBLEMS['cut-short']]);
  });
});
