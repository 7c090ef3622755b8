/** Files of checklists, texts and sheets come back as they went, in every format that carries them, and are refused where a decision is asked for. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as checker from 'virtual:record-checker';

import { buildChecklistRecord } from '../../../src/records/checklist-record.ts';
import { toDocx } from '../../../src/records/exporters/docx.ts';
import { toHtmlFile } from '../../../src/records/exporters/html.ts';
import { toJson } from '../../../src/records/exporters/json.ts';
import { toMarkdown } from '../../../src/records/exporters/markdown.ts';
import { checklistContentOf, sheetContentOf, textContentOf } from '../../../src/records/file-content.ts';
import { canonicalJson } from '../../../src/records/fingerprint.ts';
import { MOST_BYTES } from '../../../src/records/record.ts';
import { restoreRecord, type OpenedOther } from '../../../src/records/restore.ts';
import { buildSheet, type SheetBody } from '../../../src/records/sheet.ts';
import { buildTextRecord, type TextRecordBody } from '../../../src/records/text-record.ts';
import { newTicks } from '../../../src/records/ticks.ts';
import { readContent } from '../../../src/schemas/read-content.ts';

const { clauses } = readContent();
const now = new Date('2026-05-02T12:00:00+01:00');
const hostile = '<script>alert(1)</script> =1+1 \u202eשלום 👋 Łódź';

const checklist = (campaign = hostile) =>
  buildChecklistRecord({
    moment: { id: 'at-the-door', name: 'At the door' },
    statements: clauses
      .filter(({ moments }) => moments.includes('at-the-door'))
      .map(({ id, strength, text, section, sectionTitle }) => ({
        clause: id,
        strength,
        text,
        subject: { id: section, name: sectionTitle },
        law: [],
      })),
    ticks: { ...newTicks('at-the-door'), campaign, ticked: { 'f2f-doubt': '2026-05-01' } },
    now,
  });

const body = (typed = hostile): Omit<TextRecordBody, 'schema' | 'madeAt'> => ({
  text: { id: 'message-to-team', title: 'Message to the team' },
  notice: 'It is not legal advice.',
  campaign: 'Elm',
  blocks: [
    { kind: 'heading', depth: 2, text: 'What we do' },
    { kind: 'paragraph', said: { text: typed, typed: true } },
    { kind: 'list', items: [{ text: 'One' }, { text: typed, typed: true }] },
    { kind: 'table', caption: 'Lists', columns: ['Name', 'Until'], rows: [[typed, 'May']] },
    { kind: 'open', sentence: 'you ring people', blocks: [{ kind: 'paragraph', said: { text: 'Ring' } }] },
  ],
  gaps: ['When you meet'],
  open: ['you ring people'],
  notIn: [],
  origins: [{ text: 'One', from: ['Post letters'], rests: ['col-train'] }],
  byHand: { gaps: { 'message-to-team/when': typed }, conditions: { 'message-to-team/rings': 'yes' } },
});

const sheetBody: Omit<SheetBody, 'schema' | 'madeAt'> = {
  kind: 'session',
  over: 'Training session',
  title: hostile,
  notice: 'It says what was talked through, and not that anyone passed.',
  shown: [
    {
      kind: 'section',
      id: 'split',
      heading: 'How the room parted',
      blocks: [
        { kind: 'paragraph', said: { text: hostile, typed: true }, quiet: true },
        { kind: 'table', caption: 'Hands', columns: ['Scenario', 'A'], rows: [[hostile, '3']] },
        { kind: 'entries', entries: [{ mark: 'must', text: { text: 'One' }, facts: [] }] },
        { kind: 'part', heading: { text: 'Parked' }, blocks: [{ kind: 'list', items: [{ text: hostile }] }] },
      ],
    },
    {
      kind: 'annex',
      id: 'who-came',
      heading: 'Who came',
      blocks: [{ kind: 'facts', facts: [{ term: 'People', said: [{ text: '12' }] }] }],
    },
  ],
  data: { came: 12, split: [{ a: 3 }] },
};

async function opened(file: string | Uint8Array): Promise<OpenedOther> {
  const restored = await restoreRecord(file, ['lawful-basis']);
  if (restored.ok || restored.other === undefined) throw new Error('It was not opened.');
  return restored.other;
}

describe('someone opens what she filed', () => {
  const contents = {
    checklist: async () => checklistContentOf(await checklist()),
    text: async () => textContentOf(await buildTextRecord(body(), now)),
    sheet: async () => sheetContentOf(await buildSheet(sheetBody, now)),
  };
  test.each(['checklist', 'text', 'sheet'] as const)(
    'a %s comes back from each format that carries it',
    async (kind) => {
      const content = await contents[kind]();
      const files = [
        toJson(content.data),
        toHtmlFile(content, checker),
        toMarkdown(content),
        await toDocx(content),
      ];
      for (const file of files) {
        const { file: read, matches, altered } = await opened(file);
        expect(read.kind).toBe(kind);
        expect(canonicalJson(read.record)).toBe(canonicalJson(content.data));
        expect(matches).toBe(true);
        expect(altered).toBeUndefined();
      }
    },
  );

  test('a text with any words in it comes back to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (typed) => {
        const record = await buildTextRecord(body(typed), now);
        const { file, matches } = await opened(toMarkdown(textContentOf(record)));
        expect(canonicalJson(file.record)).toBe(canonicalJson(record));
        expect(matches).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test('a file that was changed by hand is told apart from what it carries', async () => {
    const content = textContentOf(await buildTextRecord(body('Tuesday at six'), now));
    const changed = toMarkdown(content).replace('Tuesday at six', 'Friday at nine');
    const { altered, file } = await opened(changed);
    expect(altered).toContain('Friday');
    expect(file.kind === 'text' && file.record.byHand.gaps['message-to-team/when']).toBe('Tuesday at six');
    const json = toJson(content.data).replace('Tuesday at six', 'Friday at nine');
    expect((await opened(json)).matches).toBe(false);
  });
});

describe('a file that is half one of these', () => {
  const problemOf = async (value: unknown) => {
    const restored = await restoreRecord(JSON.stringify(value), ['lawful-basis']);
    return restored.ok ? 'none' : [restored.problem, restored.other];
  };

  test('is refused in a sentence, and nothing of it is opened', async () => {
    const record = await checklist('Elm');
    const text = await buildTextRecord(body(), now);
    expect(await problemOf({ ...record, items: 'none' })).toEqual(['not-in-shape', undefined]);
    expect(await problemOf({ ...record, more: 1 })).toEqual(['not-in-shape', undefined]);
    expect(await problemOf({ ...text, byHand: { gaps: { x: 1 }, conditions: {} } })).toEqual([
      'not-in-shape',
      undefined,
    ]);
    // Put into a campaign, a gap of such a name would cost it all that it keeps of texts.
    expect(await problemOf({ ...text, byHand: { gaps: { 'No such place!': 'x' }, conditions: {} } })).toEqual(
      ['not-in-shape', undefined],
    );
    expect(await problemOf({ ...text, schema: 'clear-canvass/text/2' })).toEqual(['newer', undefined]);
    expect(await problemOf({ ...record, schema: 'clear-canvass/checklist-record/7' })).toEqual([
      'newer',
      undefined,
    ]);
    const sheet = await buildSheet(sheetBody, now);
    expect(await problemOf({ ...sheet, shown: [{ kind: 'verdict' }] })).toEqual(['not-in-shape', undefined]);
    expect(await problemOf({ ...sheet, data: ['none'] })).toEqual(['not-in-shape', undefined]);
    expect(await problemOf({ ...sheet, schema: 'clear-canvass/sheet/2' })).toEqual(['newer', undefined]);
    let deep: object = { kind: 'paragraph', said: { text: 'x' } };
    for (let depth = 0; depth < 400; depth += 1) deep = { kind: 'open', sentence: 's', blocks: [deep] };
    expect(await problemOf({ ...text, blocks: [deep] })).toEqual(['too-deep', undefined]);
    expect(await problemOf({ ...text, notice: 'x'.repeat(MOST_BYTES) })).toEqual(['too-large', undefined]);
  });
});
