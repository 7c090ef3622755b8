import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { questionnaires } from '#questionnaires';
import { openOneRecord } from '../../../src/campaign/files/open-one-record.ts';
import { findPdfTools, type PdfTools } from '../../../src/commands/pdf-tools.ts';
import { subsetFonts } from '../../../src/integrations/record-fonts.ts';
import type { Answers } from '../../../src/engine/define.ts';
import { under } from '../../../src/engine/reading.ts';
import { DECIDING_EDITION, editions } from '../../../src/questionnaires/editions.ts';
import { buildRecord } from '../../../src/records/build-record.ts';
import { buildChecklistRecord } from '../../../src/records/checklist-record.ts';
import { textOf, type DocumentBlock } from '../../../src/records/document.ts';
import { newDraft, type Draft } from '../../../src/records/draft.ts';
import { LETTERS } from '../../../src/records/exporters/letters.ts';
import {
  ATTACHED,
  ATTACHED_SAID,
  LACKING_SAID,
  toPdfFile,
  type PdfFonts,
} from '../../../src/records/exporters/pdf.ts';
import { checklistContentOf, contentOf } from '../../../src/records/file-content.ts';
import { canonicalJson } from '../../../src/records/fingerprint.ts';
import type { DecisionRecord } from '../../../src/records/record.ts';
import { RESTORE_PROBLEMS, restoreRecord, type RestoreProblem } from '../../../src/records/restore.ts';
import { newTicks } from '../../../src/records/ticks.ts';
import { wordsOf } from '../../../src/records/words.ts';
import { readContent } from '../../../src/schemas/read-content.ts';
import { coverJourneys } from '../../e2e/journeys.ts';
import { ward } from '../campaign/example-campaign.ts';
import { draftWith, lawfulBasis, NOON_IN_MAY, recordFrom } from './example-records.ts';

const offered = questionnaires.map(({ id }) => id);

let fonts: PdfFonts;
let folder: string;
let tools: PdfTools | undefined;
beforeAll(async () => {
  fonts = await subsetFonts();
  folder = await mkdtemp(join(tmpdir(), 'pdf-'));
  tools = await findPdfTools();
  if (tools !== undefined) return;
  console.log('not run here: independent readers on PDF records (not found: install poppler-utils and qpdf)');
  expect(process.env['CI'], 'Poppler and QPDF have to be there where CI=true').not.toBe('true');
});
afterAll(() => rm(folder, { recursive: true }));

const pdfOf = (record: DecisionRecord): Promise<Uint8Array> => toPdfFile(contentOf(record), fonts);

async function written(bytes: Uint8Array, name = 'record.pdf'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

async function opened(bytes: Uint8Array): Promise<DecisionRecord> {
  const restored = await restoreRecord(bytes, offered, 'record.pdf');
  if (!restored.ok) throw new Error(restored.sentence);
  expect(restored.matches).toBe(true);
  return restored.record;
}

/** A document of one paragraph, with nothing of a record. */
const said = (...texts: readonly string[]): Promise<Uint8Array> =>
  toPdfFile(
    {
      title: 'Words',
      blocks: texts.map((text): DocumentBlock => ({ kind: 'paragraph', said: { text, typed: true } })),
      madeAt: '2026-05-02T12:00:00+01:00',
      data: {},
    },
    fonts,
  );

/** Poppler takes its time over a structure tree, and a busy machine more. Milliseconds. */
const LONG = 240_000;

/** Words without what stands between them. */
const bare = (text: string): string => text.replace(/[\s:;•]+/g, '');

const withoutChoice = (blocks: readonly DocumentBlock[]): readonly DocumentBlock[] =>
  blocks.flatMap((block): DocumentBlock[] => {
    if (block.kind === 'print-choice') return [];
    return 'blocks' in block ? [{ ...block, blocks: withoutChoice(block.blocks) }] : [block];
  });

describe('someone who gets a record as PDF', () => {
  test('has one that another program finds sound, tagged, titled and in British English', async () => {
    const bytes = await pdfOf(await recordFrom(draftWith('registerLetters')));
    const raw = new TextDecoder('latin1').decode(bytes);
    expect(raw).toContain('/Lang (en-GB)');
    expect(raw).toContain('/DisplayDocTitle true');
    if (tools === undefined) return;
    const path = await written(bytes);
    const info = await tools.info(path);
    expect(info).toMatch(/^Title: +Polling-day letters – decision record$/m);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^JavaScript: +no$/m);
    const { sound, output } = await tools.check(path);
    expect(output).toContain('No syntax or stream encoding errors found');
    expect(sound).toBe(true);
  });

  test.each(['registerLetters', 'leaflets'] as const)(
    'hears every word of the document in its order, under headings, lists, tables and links: %s',
    async (which) => {
      if (tools === undefined) return;
      const content = contentOf(await recordFrom(draftWith(which)));
      const structure = await tools.structure(await written(await toPdfFile(content, fonts)));
      const heard = [...structure.matchAll(/^\s*"(.*)"$/gm)].map(([, words]) => words).join(' ');
      expect(bare(heard).replace(bare(ATTACHED_SAID), '')).toBe(bare(textOf(withoutChoice(content.blocks))));
      for (const element of ['H1', 'H2', 'H3', 'L', 'LI', 'LBody', 'Link'])
        expect(structure).toMatch(new RegExp(`^\\s*${element}\\b`, 'm'));
      if (which === 'registerLetters')
        expect(structure).toMatch(/^\s*Table\b[\s\S]*\bTR\b[\s\S]*\bTH\b[\s\S]*\bTD\b/m);
    },
    LONG,
  );

  test('has all that matters on the first two sides, and each annex on a side of its own', async () => {
    if (tools === undefined) return;
    const text = await tools.text(await written(await pdfOf(await recordFrom(draftWith('registerLetters')))));
    const sides = text.split('\f').map((side) => side.trim());
    const annexes = ['A. ', 'B. ', 'C. ', 'D. '].map((annex) =>
      sides.findIndex((side) => side.startsWith(annex)),
    );
    expect(annexes).toEqual(annexes.toSorted((one, other) => one - other));
    expect(annexes[0]).toBeGreaterThan(0);
    expect(annexes[0]).toBeLessThanOrEqual(2);
    expect(sides[0]).toContain('Proceed, once these are done');
    expect(sides[0]).toContain(`Page 1 of ${sides.length - 1}`);
  });

  test(
    'has no more than two sides before the annexes where there is most to do and much was typed',
    async () => {
      if (tools === undefined) return;
      const reading = under(lawfulBasis, DECIDING_EDITION);
      const todos = (answers: Answers) => reading.replay(answers).todos.length;
      const [most] = coverJourneys(lawfulBasis, DECIDING_EDITION)
        .map(({ answers }) => answers)
        .toSorted((one, other) => todos(other) - todos(one));
      const text =
        'It was talked over with everyone who had a part in it, and this is what they said. '.repeat(20);
      const details = {
        title: text,
        campaign: text,
        decidedBy: text,
        role: text,
        others: text,
        advice: text,
      };
      const draft = draftWith('leaflets');
      const record = await recordFrom({
        ...draft,
        answers: { ...most, purpose: text },
        details: { ...draft.details, ...details, keep: text, evidence: text },
      });
      const sides = (await tools.text(await written(await pdfOf(record)))).split('\f');
      expect(sides.findIndex((side) => side.startsWith('A. Every answer'))).toBe(2);
    },
    LONG,
  );

  test('of a checklist has every statement, under its headings', async () => {
    if (tools === undefined) return;
    const clauses = [...readContent().clauses.values()].slice(0, 30);
    const record = await buildChecklistRecord({
      moment: { id: 'at-the-door', name: 'At the door' },
      statements: clauses.map(({ id, strength, text }) => ({
        clause: id,
        strength,
        text,
        subject: { id: 'part', name: 'A part' },
        law: [],
      })),
      ticks: {
        ...newTicks('at-the-door'),
        campaign: 'Elm',
        ticked: { [clauses[0]?.id ?? '']: '2026-05-01' },
      },
      now: NOON_IN_MAY,
    });
    const content = checklistContentOf(record);
    const path = await written(await toPdfFile(content, fonts));
    const heard = [...(await tools.structure(path)).matchAll(/^\s*"(.*)"$/gm)].map(([, words]) => words);
    expect(bare(heard.join(' ')).replace(bare(ATTACHED_SAID), '')).toBe(bare(textOf(content.blocks)));
    expect(await restoreRecord(await readFile(path), offered)).toMatchObject({ problem: 'checklist' });
  });

  test('has the same file, to the byte, whenever it is made of the same record', async () => {
    const record = await recordFrom(draftWith('leaflets'));
    const [one, other] = [await pdfOf(record), await pdfOf(structuredClone(record))];
    expect(Buffer.from(one).equals(other)).toBe(true);
  });

  test('can take the record out of it with any program that knows attached files', async () => {
    if (tools === undefined) return;
    const record = await recordFrom(draftWith('leaflets'));
    const to = await mkdtemp(join(folder, 'attached-'));
    await tools.detach(await written(await pdfOf(record)), to);
    expect(await readdir(to)).toEqual([ATTACHED]);
    expect(await readFile(join(to, ATTACHED), 'utf8')).toBe(canonicalJson(record));
  });

  test('reads Welsh, Polish and every other letter that is promised', async () => {
    const rows = LETTERS.map(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_none, step) => String.fromCodePoint(first + step)).join(''),
    );
    const texts = [
      'Tŷ’r Cyffredin, dŵr, ẁyl, sgïo. Zażółć gęślą jaźń. Ștefan și Țepeș. Nguyễn Văn Đức.',
      // Readers put an accent that stands alone before or after its neighbour, as they see it.
      ...rows.map((row) => row.replace(/[\p{M}\p{Sk}]/gu, '')),
    ];
    const bytes = await said(...texts);
    if (tools === undefined) return;
    const read = await tools.text(await written(bytes));
    const shown = texts
      .join('')
      .normalize('NFC')
      .replace(/[\p{Cf}]/gu, '');
    expect(
      bare(read)
        .replace(/Page\d+of\d+|Words/g, '')
        .normalize('NFC'),
    ).toBe(bare(shown));
  });

  test('sees where a letter is lacking and is told why, and has the whole words in the attached record', async () => {
    const title = 'مرحبا 👩‍👩‍👧‍👦 and 你好';
    const record = await recordFrom(
      draftWith('leaflets', { details: { ...draftWith('leaflets').details, title } }),
    );
    const bytes = await pdfOf(record);
    expect((await opened(bytes)).details.title).toBe(title);
    if (tools === undefined) return;
    const read = (await tools.text(await written(bytes))).replace(/\s+/g, ' ');
    expect(read).toContain(`${'\ufffd'.repeat(5)} \ufffd and \ufffd\ufffd`);
    expect(read).toContain(LACKING_SAID);
  });
});

/** What people type, and what somebody types to do harm. */
const typedText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '<script>alert(1)</script> </script> endstream endobj ) >> /JS (app.alert(1))',
    'שלום עולם \u202E gnirts \u202C مرحبا',
    '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 e\u0301 \u0335Z\u0351\u0352 हिन्दी ไทย',
    'one\r\ntwo\r\n\tthree\n\nfour\u2028five\u00adsix\u200b',
    `${'long'.repeat(300)} ${'\n'.repeat(80)}end`,
    '=1+1 {"schema":"clear-canvass/decision-record/2"} \\ ( ) % #',
  ),
);

describe('what somebody wrote in a record comes back out of its PDF', () => {
  test.each(questionnaires)('to the byte, for $id', async (questionnaire) => {
    const words = wordsOf(readContent(), questionnaire);
    const journeys = coverJourneys(questionnaire, DECIDING_EDITION);
    const isText = (question: string) => questionnaire.questions[question]?.kind === 'text';
    await fc.assert(
      fc.asyncProperty(fc.nat(journeys.length - 1), typedText, typedText, async (which, one, other) => {
        const answers = Object.fromEntries(
          Object.entries(journeys[which]?.answers ?? {}).map(([question, answer]) => [
            question,
            isText(question) && one.trim() !== '' ? one : answer,
          ]),
        );
        const draft = newDraft(questionnaire);
        const details = {
          ...draft.details,
          title: other,
          campaign: one,
          decidedBy: other,
          keep: one,
          advice: other,
        };
        const record = await buildRecord({
          questionnaire,
          words,
          editions,
          draft: { ...draft, answers: answers as Draft['answers'], details },
          now: NOON_IN_MAY,
        });
        expect(canonicalJson(await opened(await pdfOf(record)))).toBe(canonicalJson(record));
      }),
      { numRuns: 4, seed: 11 },
    );
  });

  test('into a campaign', async () => {
    const record = await recordFrom(draftWith('leaflets'));
    const brought = await openOneRecord(await pdfOf(record), offered, 'record.pdf', ward());
    expect(brought).toMatchObject({ ok: true, brought: { row: { fingerprint: record.fingerprint } } });
  });

  test('after another program has written the file anew', async () => {
    if (tools === undefined) return;
    const record = await recordFrom(
      draftWith('leaflets', { details: { ...draftWith('leaflets').details, advice: 'endstream endobj' } }),
    );
    const path = await written(await pdfOf(record));
    for (const options of [
      ['--object-streams=generate'],
      ['--linearize'],
      ['--object-streams=generate', '--linearize', '--recompress-flate', '--compression-level=9'],
      ['--stream-data=uncompress', '--object-streams=disable'],
      ['--qdf'],
    ]) {
      const anew = join(folder, 'anew.pdf');
      await tools.rewrite(path, anew, options);
      expect(canonicalJson(await opened(await readFile(anew))), options.join(' ')).toBe(
        canonicalJson(record),
      );
    }
  });
});

describe('someone is told in a sentence what is wrong with a PDF', () => {
  const ascii = (text: string) => new TextEncoder().encode(text);
  const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
  /** A PDF of streams alone, which is more than is looked at. */
  const withStreams = (...streams: readonly Uint8Array[]) =>
    joined(
      ascii('%PDF-1.7\n'),
      ...streams.flatMap((stream, number) => [
        ascii(`${number + 1} 0 obj\n<< /Length ${stream.length} >>\nstream\n`),
        stream,
        ascii('\nendstream\nendobj\n'),
      ]),
      ascii('trailer << >>\n%%EOF\n'),
    );
  const packed = (text: string) => new Uint8Array(deflateSync(text));

  const bad: readonly (readonly [string, RestoreProblem, () => Uint8Array | Promise<Uint8Array>])[] = [
    ['that was made elsewhere', 'pdf-without-record', () => said('Minutes of the meeting')],
    ['that has another file attached', 'pdf-without-record', () => withStreams(packed('{"name":"minutes"}'))],
    ['that breaks off', 'cut-short', async () => (await said('Minutes')).slice(0, -400)],
    [
      'that is locked',
      'pdf-locked',
      () => joined(ascii('%PDF-1.7\n1 0 obj\n<< /Encrypt 2 0 R >>\nendobj\n'), ascii('%%EOF')),
    ],
    [
      'that has a picture, a form and scripts, and no record',
      'pdf-without-record',
      () =>
        joined(
          withStreams(packed('BT (x) Tj ET'), ascii('app.alert(1)')),
          ascii('9 0 obj << /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >> endobj\n%%EOF'),
        ),
    ],
    [
      'with a file that unpacks to far more than a record',
      'too-much',
      () =>
        withStreams(packed(`{"schema":"clear-canvass/decision-record/2","x":"${'a'.repeat(40_000_000)}"}`)),
    ],
    [
      'with a record that is built too deep',
      'too-deep',
      () => withStreams(packed(`{"schema":"clear-canvass/decision-record/2","x":${'['.repeat(100_000)}`)),
    ],
    [
      'with more streams than any file of ours',
      'too-much',
      () => joined(ascii('%PDF-1.7\n'), ascii('stream\nendstream\n'.repeat(50_000))),
    ],
    [
      'with two records',
      'several',
      () =>
        withStreams(
          packed('{"schema":"clear-canvass/decision-record/2"}'),
          packed('{"schema":"clear-canvass/decision-record/2","a":1}'),
        ),
    ],
    [
      'with half a record',
      'not-in-shape',
      () => withStreams(packed('{"schema":"clear-canvass/decision-record/2"}')),
    ],
  ];
  test.each(bad)('%s', async (_what, problem, make) => {
    const begun = performance.now();
    expect(await restoreRecord(await make(), offered, 'file.pdf')).toMatchObject({
      ok: false,
      problem,
      sentence: RESTORE_PROBLEMS[problem],
    });
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  test('that is an image of words to be unpacked without end: it is left after its first bytes', async () => {
    const bomb = new Uint8Array(deflateSync(new Uint8Array(200_000_000)));
    const before = process.memoryUsage().arrayBuffers;
    expect(await restoreRecord(withStreams(bomb), offered)).toMatchObject({ problem: 'pdf-without-record' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
  });
});
