import ICAL from 'ical.js';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { decideUse, newCampaign, setWho, type Campaign } from '../../../src/campaign/campaign.ts';
import * as checker from 'virtual:record-checker';
import { campaignSections, campaignSheet } from '../../../src/campaign/files/campaign-sheet.ts';
import { campaignIcs } from '../../../src/campaign/files/campaign-ics.ts';
import {
  OPEN_PROBLEMS,
  openCampaign,
  type OpenedCampaign,
} from '../../../src/campaign/files/open-campaign.ts';
import { registerCsv } from '../../../src/campaign/files/register-csv.ts';
import { takeAway } from '../../../src/campaign/files/take-away.ts';
import { compare } from '../../../src/campaign/merge.ts';
import { campaignToJson, restoreCampaign } from '../../../src/campaign/read-campaign.ts';
import { comesNext, type Dated } from '../../../src/campaign/next.ts';
import { writeFile } from '../../../src/components/records/write-file.ts';
import type { RecordFormat } from '../../../src/components/records/formats.ts';
import { textOf } from '../../../src/records/document.ts';
import { toHtmlFile } from '../../../src/records/exporters/html.ts';
import { sheetContentOf } from '../../../src/records/file-content.ts';
import { withFingerprint } from '../../../src/records/fingerprint.ts';
import type { DecisionRecord } from '../../../src/records/record.ts';
import { makeZip, MOST_ZIP_BYTES } from '../../../src/records/zip.ts';
import { draftWith, recordFrom } from '../records/example-records.ts';
import { decided, decision, settled, todo, TUESDAY, ward } from './example-campaign.ts';

const NOW = new Date('2026-03-10T12:00:00Z');
const OFFERED = ['lawful-basis', 'article-22', 'disproportionate-effort'];

const NAMES = {
  campaigners: { 'independent-candidate': 'Independent candidate' },
  questionnaires: { 'lawful-basis': 'Which lawful basis?' },
  sources: { 'full-register': 'The full register' },
};

let record: DecisionRecord;
let campaign: Campaign;
beforeAll(async () => {
  record = await recordFrom(draftWith('registerLetters', { details: { campaign: 'Ada for Elm' } as never }));
  campaign = decideUse(
    ward(),
    'use-letters',
    decision({
      decided: decided({ record: record.fingerprint, reviewOn: '2026-06-01' }),
      settled: [settled()],
    }),
    TUESDAY,
  );
});

const dated = (one: Campaign): readonly Dated[] => comesNext(one, {}, '2026-03-10').dated;
const away = (
  records: readonly DecisionRecord[],
  readable: readonly string[] = [],
  of = campaign,
  format: RecordFormat = 'html',
) =>
  takeAway(
    {
      campaign: of,
      records: records.map((one) => ({ record: one, json: JSON.stringify(one) })),
      readable: new Set(readable),
      write: (content) => writeFile(format, content),
      dated: dated(of),
    },
    NOW,
  );
/** A ZIP of these files, as someone else’s program makes it. */
const zipped = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
    ) as Zippable,
  );
const with_ = (changes: object, records: Readonly<Record<string, string>> = {}) =>
  openCampaign(zipped({ 'campaign.json': JSON.stringify({ ...campaign, ...changes }), ...records }), OFFERED);
const problem = (opened: OpenedCampaign) => (opened.ok ? 'opened' : opened.problem);

describe('someone takes her campaign away', () => {
  test('and finds every record once, readable files for those she chose, the register and the calendar', async () => {
    const other = await recordFrom(draftWith('leaflets'));
    const { name, bytes } = await away([record, other], [record.fingerprint]);
    expect(name).toBe('2026-03-10-campaign-ada-for-elm.zip');
    const files = unzipSync(bytes);
    const names = Object.keys(files);
    expect(names.filter((one) => one.startsWith('records/'))).toHaveLength(2);
    expect(names.filter((one) => one.startsWith('readable/'))).toHaveLength(1);
    expect(names).toEqual(
      expect.arrayContaining(['campaign.json', 'register.csv', 'campaign.ics', 'read-me.txt']),
    );
    expect(JSON.parse(strFromU8(files['campaign.json'] ?? new Uint8Array()))).toEqual(campaign);
  });

  test('and opens it again with nothing lost and nothing to take', async () => {
    const { bytes } = await away([record], [record.fingerprint]);
    const opened = await openCampaign(bytes, OFFERED);
    if (!opened.ok) throw new Error(opened.sentence);
    expect(opened).toMatchObject({ refused: [], ofAnother: [], missing: 0 });
    expect(opened.brought.campaign).toEqual(campaign);
    expect(opened.brought.records.map(({ json }) => json)).toEqual([JSON.stringify(record)]);
    const rows = opened.brought.records.map(({ row }) => row);
    expect(rows[0]?.use).toBe('use-letters');
    expect(new Set(compare(campaign, rows, opened.brought).parts.map(({ is }) => is))).toEqual(
      new Set(['same']),
    );
  });

  test('with a thousand records, and opens it again', async () => {
    const { fingerprint: _old, ...body } = await recordFrom(draftWith('unknownSource'));
    const many: DecisionRecord[] = [];
    for (let place = 0; place < 1000; place += 1)
      many.push(await withFingerprint({ ...body, details: { ...body.details, advice: `No. ${place}` } }));
    const { bytes } = await away(many);
    const opened = await openCampaign(bytes, OFFERED);
    expect(opened.ok && [opened.brought.records.length, opened.refused]).toEqual([1000, []]);
  });

  test.each([
    ['line ends and tabs', 'a\r\nb\tc\rd'],
    ['what is no character', 'a\u0000b\ud800c\uffffd'],
    ['other scripts', '日本語 עברית a\u0301 👩‍👩‍👧'],
    ['what could be markup', '</script><script>alert(1)</script>&amp;'],
    ['names that reach into objects', '__proto__'],
    ['a hundred thousand letters', 'x'.repeat(100_000)],
  ])('with odd words in it, and opens it again as it is kept: %s', async (_name, text) => {
    const odd = setWho(
      {
        ...campaign,
        lists: campaign.lists.map((one) => ({ ...one, name: text, poll: text })),
        uses: campaign.uses.map((one) => ({ ...one, title: text })),
      },
      { name: text, role: text },
      TUESDAY,
    );
    const { bytes } = await away([record], [], odd);
    const opened = await openCampaign(bytes, OFFERED);
    if (!opened.ok) throw new Error(opened.sentence);
    const kept = restoreCampaign(campaignToJson(odd).json);
    expect('campaign' in kept && opened.brought.campaign).toEqual('campaign' in kept && kept.campaign);
    expect(opened.brought.campaign.uses).toHaveLength(2);
    expect(campaignToJson(opened.brought.campaign)).toEqual({
      json: JSON.stringify(opened.brought.campaign),
      leftOut: [],
    });
  });

  test('and can open the campaign.json out of it by itself', async () => {
    const opened = await openCampaign(strToU8(JSON.stringify(campaign)), OFFERED);
    expect(opened).toMatchObject({ ok: true, missing: 1, brought: { records: [] } });
  });

  test('as a document that says what her page says, and opens it again from every format that carries it', async () => {
    const next = comesNext(campaign, {}, '2026-03-10');
    const sheet = await campaignSheet(campaign, next, NAMES, NOW);
    const content = sheetContentOf(sheet);
    const said = textOf(content.blocks);
    for (const word of [campaign.who.name, 'Independent candidate', '1 June 2026', record.fingerprint])
      expect(said).toContain(word);
    for (const { title } of campaign.uses) expect(said).toContain(title);
    for (const { name } of [...campaign.lists, ...campaign.suppliers]) expect(said).toContain(name);
    for (const { todo: asked } of campaign.standing) expect(said).toContain(asked.text);
    for (const format of ['html', 'docx', 'markdown', 'json'] as const) {
      const { content: file } = await writeFile(format, content);
      const opened = await openCampaign(
        typeof file === 'string' ? new TextEncoder().encode(file) : file,
        OFFERED,
      );
      expect(opened.ok && opened.brought, format).toEqual({ campaign, records: [] });
      expect(opened.ok && opened.missing, format).toBe(1);
    }
  });

  test('as a document, whose words are refused once the campaign in it was changed by hand', async () => {
    const next = comesNext(campaign, {}, '2026-03-10');
    const content = sheetContentOf(await campaignSheet(campaign, next, NAMES, NOW));
    const file = toHtmlFile(content, checker).replaceAll(campaign.who.name, 'Somebody else');
    const opened = await openCampaign(new TextEncoder().encode(file), OFFERED);
    expect(opened.ok ? 'taken' : opened.problem).toBe('changed');
  });

  test('as a document that says of an empty campaign that nothing has been said', () => {
    const blank = newCampaign('campaign-1', NOW.toISOString());
    const sections = campaignSections(blank, comesNext(blank, {}, '2026-03-10'), NAMES);
    expect(sections.map(({ blocks }) => blocks.length)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('a file that could not be opened again is not made', async () => {
    const files = [['a.json', JSON.stringify(record)]] as const;
    expect((await makeZip(files, NOW)).length).toBeLessThan(MOST_ZIP_BYTES);
    await expect(makeZip(files, NOW, 500)).rejects.toThrow(RangeError);
  });
});

describe('someone opens a file that is not what it says', () => {
  test('too large, and it is not read', async () => {
    const large = new Uint8Array(MOST_ZIP_BYTES + 1).fill(0x50);
    expect(problem(await openCampaign(large, OFFERED))).toBe('too-large');
  });

  test('a bomb that says how large it is', async () => {
    const bomb = zipped({ 'campaign.json': new Uint8Array(30 * 1024 * 1024).fill(0x20) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(problem(await openCampaign(bomb, OFFERED))).toBe('too-much');
  });

  test('a bomb that says it is small, and is stopped while it is inflated', async () => {
    const bomb = zipped({ 'campaign.json': new Uint8Array(60 * 1024 * 1024).fill(0x20) });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    for (let at = 0; at + 46 < bomb.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
    const before = performance.now();
    expect(problem(await openCampaign(bomb, OFFERED))).toBe('too-much');
    expect(performance.now() - before).toBeLessThan(2000);
  });

  test('more files than any campaign has', async () => {
    const many = zipped({ 'campaign.json': '{}' });
    new DataView(many.buffer).setUint16(many.length - 12, 20_001, true);
    expect(problem(await openCampaign(many, OFFERED))).toBe('too-many-files');
  });

  test('cut short, at whatever place', async () => {
    const { bytes } = await away([record]);
    for (const part of [0.1, 0.5, 0.9, 0.999]) {
      const cut = bytes.slice(0, Math.floor(bytes.length * part));
      expect(problem(await openCampaign(cut, OFFERED))).toBe('cut-short');
    }
    const json = JSON.stringify(campaign);
    expect(problem(await openCampaign(strToU8(json.slice(0, -20)), OFFERED))).toBe('cut-short');
  });

  test('damaged anywhere, and the page never breaks', async () => {
    const { bytes } = await away([record]);
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 150)) {
      const broken = bytes.slice();
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      const opened = await openCampaign(broken, OFFERED);
      // What was opened is whole: a damaged record is named, or lies in a part that is not read.
      if (opened.ok) expect(opened.brought.campaign).toEqual(campaign);
      else expect(OPEN_PROBLEMS[opened.problem]).toBe(opened.sentence);
    }
  });

  test.each([
    ['nothing', '', 'empty'],
    ['a text', 'Hello', 'not-a-campaign'],
    ['a list', '[]', 'not-a-campaign'],
    ['a record', '{"schema":"clear-canvass/decision-record/1"}', 'not-a-campaign'],
    ['depth', `{"schema":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'too-deep'],
    ['__proto__', '{"schema":"clear-canvass/campaign/1","__proto__":{"kind":"x"}}', 'unsafe-name'],
    ['constructor', '{"who":{"constructor":{"prototype":{"a":1}}}}', 'unsafe-name'],
    ['a name twice', '{"schema":"a","schema":"clear-canvass/campaign/1"}', 'repeated-name'],
    ['1e400', '{"revision":1e400}', 'too-large-number'],
    ['half a character', '{"id":"\\ud800"}', 'broken-character'],
    ['a newer shape', '{"schema":"clear-canvass/campaign/2"}', 'newer'],
    ['half a campaign', '{"schema":"clear-canvass/campaign/1","id":"a"}', 'not-in-shape'],
  ])('%s', async (_name, text, expected) => {
    expect(problem(await openCampaign(strToU8(text), OFFERED))).toBe(expected);
    if (text !== '')
      expect(problem(await openCampaign(zipped({ 'campaign.json': text }), OFFERED))).toBe(expected);
    expect(Object.prototype).not.toHaveProperty('kind');
  });

  test('a ZIP without a campaign in it', async () => {
    expect(problem(await openCampaign(zipped({ 'word/document.xml': '<w/>' }), OFFERED))).toBe(
      'not-a-campaign',
    );
  });

  test('two uses with one id', async () => {
    const opened = await with_({ uses: [...campaign.uses, campaign.uses[0]] });
    expect(opened).toMatchObject({ ok: false, problem: 'repeated-id', where: 'use-letters' });
  });

  test('script in every field is text, and stays it', async () => {
    const script = '<img src=x onerror=alert(1)>';
    const opened = await with_({ who: { ...campaign.who, name: script } });
    expect(opened).toMatchObject({ ok: true, brought: { campaign: { who: { name: script } } } });
    const ids = await with_({ uses: [{ ...campaign.uses[0], id: script }] });
    expect(ids).toMatchObject({ ok: false, problem: 'not-in-shape', where: 'uses.0.id' });
    const link = await with_({ uses: [{ ...campaign.uses[0], questionnaire: 'javascript:alert(1)' }] });
    expect(link).toMatchObject({ ok: false, problem: 'not-in-shape' });
  });
});

describe('a record in the file that cannot be taken costs no other', () => {
  const files = (others: Readonly<Record<string, string>>) =>
    with_({}, { 'records/good.json': JSON.stringify(record), ...others });

  test.each([
    ['cut short', () => JSON.stringify(record).slice(0, -50)],
    ['changed since it was made', () => JSON.stringify({ ...record, madeAt: TUESDAY })],
    ['of a newer shape', () => '{"schema":"clear-canvass/decision-record/999"}'],
    [
      'of a questionnaire that the site does not have',
      () => JSON.stringify({ ...record, questionnaire: { ...record.questionnaire, id: 'other' } }),
    ],
    ['with a name that could harm the page', () => '{"__proto__":{}}'],
    ['in the file twice', () => JSON.stringify(record)],
  ])('%s', async (_name, text) => {
    const opened = await files({ 'records/odd.json': text() });
    if (!opened.ok) throw new Error(opened.sentence);
    expect(opened.brought.records).toHaveLength(1);
    expect(opened.refused.map(({ name }) => name)).toEqual(['odd.json']);
    expect(opened.refused[0]?.sentence).toMatch(/\.$/);
  });

  test('one of another campaign is told apart, and taken only if she wants', async () => {
    const other = await recordFrom(draftWith('leaflets', { details: { campaign: 'Oak first' } as never }));
    const opened = await files({ 'records/other.json': JSON.stringify(other) });
    expect(opened).toMatchObject({ ok: true, ofAnother: [other.details.title] });
  });

  test('one that names another campaign by its id is told apart, whatever that is called', async () => {
    const of = (campaignId: string) =>
      recordFrom(draftWith('leaflets', { details: { campaign: 'Ada for Elm', campaignId } as never }));
    const [ours, theirs] = [await of('campaign-elm'), await of('campaign-oak')];
    const opened = await files({
      'records/ours.json': JSON.stringify(ours),
      'records/theirs.json': JSON.stringify(theirs),
    });
    expect(opened).toMatchObject({ ok: true, ofAnother: [theirs.details.title], refused: [] });
  });

  test('one that the campaign names and the file lacks is counted', async () => {
    expect(await with_({})).toMatchObject({ ok: true, missing: 1 });
  });
});

describe('the register as a table', () => {
  /** Reads CSV as RFC 4180 has it. */
  function rows(csv: string): string[][] {
    const cells = [...csv.slice(1).matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)];
    const table: string[][] = [[]];
    for (const [, text = '', end] of cells) {
      table.at(-1)?.push(text.replaceAll('""', '"'));
      if (end !== ',') table.push([]);
    }
    return table.slice(0, -1);
  }

  test('has the columns of Article 30 and a row for each record', () => {
    const [names = [], ...records] = rows(registerCsv([record, record]));
    expect(names).toEqual(
      expect.arrayContaining([
        'Controller',
        'Purpose',
        'Kinds of people',
        'Kinds of data',
        'Kept for how long',
        'How it is kept secure',
      ]),
    );
    expect(records.map((cells) => cells.length)).toEqual([names.length, names.length]);
    expect(records[0]?.[names.indexOf('Purpose')]).toBe('Write to postal voters in Elm ward');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'])(
    'a cell that begins like a formula is text: %j',
    async (title) => {
      const odd = { ...record, details: { ...record.details, title } };
      const [names = [], cells = []] = rows(registerCsv([odd]));
      expect(cells[names.indexOf('Decision')]).toBe(`'${title}`);
    },
  );

  test('quotes, commas and line ends stay in their cell', () => {
    const title = 'A "quoted", long\r\ntitle';
    const odd = { ...record, details: { ...record.details, title } };
    const [names = [], cells = []] = rows(registerCsv([odd]));
    expect(cells[names.indexOf('Decision')]).toBe(title);
  });
});

describe('the calendar, read by an independent reader', () => {
  const read = (text: string) =>
    new ICAL.Component(ICAL.parse(text) as unknown[])
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one));

  test('has each day once, for the whole day, with its use', () => {
    const events = read(campaignIcs(campaign, dated(campaign), NOW));
    expect(
      events.map(({ startDate, endDate, summary, description }) => [
        startDate.toString(),
        startDate.isDate,
        endDate.toString(),
        summary,
        description,
      ]),
    ).toEqual([
      ['2026-05-07', true, '2026-05-08', 'Poll: Polling day', 'Ada for Elm'],
      ['2026-06-01', true, '2026-06-02', 'Review: Look at this decision again', 'Post letters'],
    ]);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(2);
  });

  test('a day that moved is the same event, so that no calendar has it twice', () => {
    const uids = (of: Campaign) => read(campaignIcs(of, dated(of), NOW)).map(({ uid }) => uid);
    expect(uids(setWho(campaign, { pollingDay: '2026-05-14' }, TUESDAY))).toEqual(uids(campaign));
  });

  test('commas, line ends, backslashes and long words of any script come back as they were', () => {
    const text = `Ring A, B; C\\D\nthen “${'ß日本語👩‍👩‍👧'.repeat(30)}”`;
    const odd = decideUse(
      campaign,
      'use-letters',
      decision({ decided: decided({ todos: [todo('x', { text, by: '2026-04-01' })] }) }),
      TUESDAY,
    );
    const file = campaignIcs(odd, dated(odd), NOW);
    expect(file.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(read(file)[0]?.summary).toBe(`To do: ${text}`);
  });

  test('words cannot add an event or a line of their own', () => {
    const text = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTACH:https://example.org';
    const odd = setWho(campaign, { name: text }, TUESDAY);
    const events = read(campaignIcs(odd, dated(odd), NOW));
    expect(events).toHaveLength(2);
    expect(events.flatMap((event) => event.component.getAllProperties('attach'))).toEqual([]);
  });
});
