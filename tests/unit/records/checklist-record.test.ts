import { Parser, HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import * as checker from 'virtual:record-checker';
import { checkFile } from '../../../src/records/checker/check.ts';
import { checklistDocumentOf } from '../../../src/records/checklist-document.ts';
import {
  buildChecklistRecord,
  checklistFileName,
  type ChecklistRecord,
  type ListedStatement,
} from '../../../src/records/checklist-record.ts';
import { squeeze, textOf } from '../../../src/records/document.ts';
import { toHtmlFile } from '../../../src/records/exporters/html.ts';
import { toJson } from '../../../src/records/exporters/json.ts';
import { checklistContentOf } from '../../../src/records/file-content.ts';
import { restoreRecord, RESTORE_PROBLEMS } from '../../../src/records/restore.ts';
import { newTicks, restoreTicks, stateOf, ticksToJson, type Ticks } from '../../../src/records/ticks.ts';

const statements: readonly ListedStatement[] = [
  {
    clause: 'aft-may',
    strength: 'may',
    text: 'You may keep some of it.',
    subject: { id: 'after', name: 'After a campaign' },
    law: [],
  },
  {
    clause: 'aft-should',
    strength: 'should',
    text: 'You should review it.',
    subject: { id: 'after', name: 'After a campaign' },
    law: [{ id: 'RET-1', name: 'Keep it shorter' }],
  },
  {
    clause: 'web-must-not',
    strength: 'must-not',
    text: 'You must not track people.',
    subject: { id: 'online', name: 'Online' },
    law: [],
  },
];
const ticks: Ticks = {
  ...newTicks('after-polling-day'),
  ticked: { 'aft-should': '2026-05-09' },
  leftOut: ['online'],
  campaign: 'Friends of Elm',
  tickedBy: 'R. Penhale',
};
const make = (changed: Partial<Ticks> = {}): Promise<ChecklistRecord> =>
  buildChecklistRecord({
    moment: { id: 'after-polling-day', name: 'After polling day' },
    statements,
    ticks: { ...ticks, ...changed },
    now: new Date('2026-05-10T12:00:00Z'),
  });

async function shownBy(html: string): Promise<string> {
  const page = new Parser(await new HtmlValidate().getConfigFor('record.html')).parseHtml(html);
  const text = page.querySelector('main')?.textContent ?? '';
  return squeeze(
    text.replace(
      /&(amp|lt|gt|quot|#39);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
    ),
  );
}

describe('someone who keeps what she ticked', () => {
  test('has every statement in the record with what became of it', async () => {
    const { items, ...record } = await make();
    expect(items.map(({ clause, strength, state }) => [clause, strength, state])).toEqual([
      ['aft-may', 'may', { is: 'not-ticked' }],
      ['aft-should', 'should', { is: 'ticked', on: '2026-05-09' }],
      ['web-must-not', 'must-not', { is: 'left-out' }],
    ]);
    expect(record.schema).toBe('clear-canvass/checklist-record/1');
    expect(record.moment.id).toBe('after-polling-day');
    expect(record.madeAt).toMatch(/^2026-05-10T/);
    expect(record.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  test('does not lose a tick by leaving its subject out afterwards', () => {
    expect(stateOf('aft-should', 'after', { ...ticks, leftOut: ['after', 'online'] })).toEqual({
      is: 'ticked',
      on: '2026-05-09',
    });
  });

  test('has musts before shoulds in the document, and every word of it in the HTML file', async () => {
    const record = await make({ ticked: {}, leftOut: [] });
    const text = textOf(checklistDocumentOf(record));
    expect(text.indexOf('track people')).toBeLessThan(text.indexOf('review it'));
    expect(text.indexOf('review it')).toBeLessThan(text.indexOf('keep some'));
    expect(text).toContain('Musts ticked 0 of 1');
    expect(text).toContain('RET-1, Keep it shorter');
    expect(await shownBy(toHtmlFile(checklistContentOf(record), checker))).toBe(text);
  });

  test('finds what she typed as text in it, never as markup', async () => {
    const nasty = '</script><img src=x onerror=alert(1)> “&amp;” half \ud83d';
    const record = await make({ campaign: nasty, tickedBy: nasty });
    const html = toHtmlFile(checklistContentOf(record), checker);
    expect(html).not.toContain('<img');
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(await shownBy(html)).toContain('</script><img src=x onerror=alert(1)> “&amp;” half \ufffd');
    expect(JSON.parse(toJson(record))).toEqual(record);
  });

  test('can tell later whether the file has been changed', async () => {
    const record = await make();
    const shown = textOf(checklistDocumentOf(record));
    expect(await checkFile(JSON.stringify(record), shown)).toMatch(/^Matches its fingerprint/);
    expect(await checkFile(JSON.stringify(record), shown.replace('9 May', '8 May'))).toMatch(
      /^Changed since it was made: the text/,
    );
    const forged = { ...record, tickedBy: 'Another' };
    expect(await checkFile(JSON.stringify(forged), textOf(checklistDocumentOf(forged)))).toMatch(
      /^Changed since it was made: the data/,
    );
  });

  test('has it under a name with its date and its moment', async () => {
    const record = await make();
    expect(checklistFileName({ ...record, madeAt: '2026-05-10T23:30:00+01:00' }, 'html')).toBe(
      '2026-05-10-checklist-after-polling-day.html',
    );
  });

  test('is told plainly that it is no decision to open again', async () => {
    const record = await make();
    for (const file of [toJson(record), toHtmlFile(checklistContentOf(record), checker)]) {
      const restored = await restoreRecord(file, []);
      expect(restored.ok ? undefined : restored.sentence).toBe(RESTORE_PROBLEMS.checklist);
    }
    expect(RESTORE_PROBLEMS.checklist).toMatch(/checklist/);
  });
});

describe('what a browser kept of a checklist', () => {
  test('comes back as it was', () => {
    expect(restoreTicks(ticksToJson(ticks))).toEqual({ value: ticks, leftOut: [] });
  });

  test.each([
    ['nothing', ''],
    ['half of it', JSON.stringify(ticks).slice(0, 40)],
    ['something else', '{"schema":"clear-canvass/draft/1"}'],
    ['a list', '[]'],
  ])('is not taken for ticks where it is %s', (_, kept) => {
    expect(restoreTicks(kept)).toEqual({ problem: 'damaged' });
  });

  test('loses what is broken in it, and no tick more', () => {
    const kept = { ...ticks, ticked: { ...ticks.ticked, 'aft-may': true }, tickedBy: 7, another: 1 };
    const restored = restoreTicks(JSON.stringify(kept));
    expect(restored).toMatchObject({ value: { ...ticks, tickedBy: '' } });
    expect('leftOut' in restored ? restored.leftOut.map((part) => part.join('.')).sort() : []).toEqual([
      'another',
      'ticked.aft-may',
      'tickedBy',
    ]);
  });

  test('is left alone where a newer version of the site wrote it', () => {
    expect(restoreTicks(JSON.stringify({ ...ticks, schema: 'clear-canvass/ticks/2' }))).toEqual({
      problem: 'newer',
    });
  });
});
