/** The Word file in a program that knows nothing of this site: it opens it, saves it anew, and the record is still there. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { unzipSync, strFromU8 } from 'fflate';
import { expect, test } from 'vitest';

import { findLibreOffice } from '../../../src/commands/libreoffice.ts';
import { toDocx } from '../../../src/records/exporters/docx.ts';
import { contentOf } from '../../../src/records/file-content.ts';
import { canonicalJson } from '../../../src/records/fingerprint.ts';
import { restoreRecord } from '../../../src/records/restore.ts';
import { everyKind } from '../../fixtures/site/every-kind/flow.ts';
import { HOSTILE, recordOf } from '../records/generated-records.ts';

test('someone whose agent opens her record in LibreOffice and saves it has the same record, the same words, and headings, table and title', async () => {
  const saveAnew = await findLibreOffice();
  if (saveAnew === undefined) {
    console.log('not run here: LibreOffice on a Word file (not found: install libreoffice-writer-nogui)');
    expect(process.env['CI'], 'LibreOffice has to be there where CI=true').not.toBe('true');
    return;
  }
  const record = await recordOf(everyKind, 4, HOSTILE);
  const folder = await mkdtemp(join(tmpdir(), 'word-'));
  try {
    const path = join(folder, 'record.docx');
    await writeFile(path, await toDocx(contentOf(record)));
    const begun = performance.now();
    expect(await saveAnew([path], join(folder, 'saved'))).toBe(true);
    console.log(
      `LibreOffice opened and saved the Word file in ${((performance.now() - begun) / 1000).toFixed(1)} s.`,
    );
    const saved = new Uint8Array(await readFile(join(folder, 'saved', 'record.docx')));
    const restored = await restoreRecord(saved, [everyKind.id]);
    if (!restored.ok) throw new Error(restored.sentence);
    expect(canonicalJson(restored.record)).toBe(canonicalJson(record));
    expect(restored.matches).toBe(true);
    expect(restored.altered).toBeUndefined();
    const part = (name: string) => strFromU8(unzipSync(saved)[name] ?? new Uint8Array());
    expect(part('docProps/core.xml')).toContain('decision record</dc:title>');
    expect(part('word/styles.xml')).toMatch(/<w:lang[^>]* w:val="en-GB"/);
    const document = part('word/document.xml');
    for (const what of ['"Title"', '"Heading1"', '"Heading2"', '<w:numPr>', '<w:hyperlink w:anchor='])
      expect(document).toContain(what);
    expect(document).toMatch(/<w:bidi(?: w:val="(?:1|true|on)")?\/>/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
