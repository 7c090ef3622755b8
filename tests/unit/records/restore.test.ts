import { beforeAll, describe, expect, test } from 'vitest';
import * as checker from 'virtual:record-checker';
import { newDraft } from '../../../src/records/draft.ts';
import { toHtmlFile } from '../../../src/records/exporters/html.ts';
import { contentOf } from '../../../src/records/file-content.ts';
import { toJson } from '../../../src/records/exporters/json.ts';
import { withFingerprint } from '../../../src/records/fingerprint.ts';
import { CURRENT_VERSION, migrate, migrations } from '../../../src/records/migrations.ts';
import { MOST_BYTES, type DecisionRecord } from '../../../src/records/record.ts';
import { RESTORE_PROBLEMS, restoreRecord, type RestoreProblem } from '../../../src/records/restore.ts';
import { draftWith, lawfulBasis, recordFrom } from './example-records.ts';

const offered = [lawfulBasis.id];

let record: DecisionRecord;
let json: string;
let html: string;
const prototypeBefore = Object.getOwnPropertyNames(Object.prototype).join();

beforeAll(async () => {
  record = await recordFrom(
    draftWith('registerLetters', { reasons: { expected: { why: 'They expect it' } } }),
  );
  json = toJson(record);
  html = toHtmlFile(contentOf(record), checker);
});

async function problemOf(input: string | Uint8Array, fileName?: string): Promise<RestoreProblem | 'none'> {
  const result = await restoreRecord(input, offered, fileName);
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(prototypeBefore);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  if (result.ok) return 'none';
  expect(result.sentence).toBe(RESTORE_PROBLEMS[result.problem]);
  return result.problem;
}

const bytes = (...values: number[]) =>
  new Uint8Array([...values, ...Array.from({ length: 64 }, (_, place) => place)]);

/** UTF-16 with its byte-order mark. */
function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 * at + 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

describe('someone opens their record', () => {
  test('from the JSON or the HTML file, and from pasted text', async () => {
    for (const text of [json, html, `  \n${json}\n`]) {
      for (const input of [text, new TextEncoder().encode(text)]) {
        expect(await restoreRecord(input, offered)).toEqual({
          ok: true,
          record,
          original: record,
          matches: true,
        });
      }
    }
  });

  test('from a file with a byte-order mark, or in UTF-16', async () => {
    for (const input of [
      `\uFEFF${json}`,
      new TextEncoder().encode(`\uFEFF${json}`),
      utf16(json, true),
      utf16(html, false),
    ]) {
      expect(await restoreRecord(input, offered)).toEqual({
        ok: true,
        record,
        original: record,
        matches: true,
      });
    }
  });

  test('from a file that a mail program gave Windows line ends', async () => {
    expect(await restoreRecord(html.replaceAll('\n', '\r\n'), offered)).toEqual({
      ok: true,
      record,
      original: record,
      matches: true,
    });
  });

  test('whose fingerprint does not match, and is told that it was changed', async () => {
    const changed = { ...record, details: { ...record.details, campaign: 'Another' } };
    expect(await restoreRecord(toJson(changed), offered)).toEqual({
      ok: true,
      record: changed,
      original: changed,
      matches: false,
    });
  });

  test('in a browser without the means to work out a fingerprint, and still gets it', async () => {
    const subtle = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(crypto) as object, 'subtle');
    Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });
    try {
      expect(await restoreRecord(json, offered)).toEqual({
        ok: true,
        record,
        original: record,
        matches: undefined,
      });
    } finally {
      Reflect.deleteProperty(crypto, 'subtle');
      expect(subtle).toBeDefined();
    }
  });
});

describe('someone is told plainly why there is no record to open', () => {
  const withValue = (value: string) => () =>
    json.replace('"campaign": "Friends of Elm"', `"campaign": ${value}`);
  const cases: [string, RestoreProblem, () => string | Uint8Array, string?][] = [
    ['nothing pasted', 'empty', () => ' \n '],
    ['an empty file', 'empty', () => new Uint8Array()],
    ['a PNG', 'picture', () => bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['a JPEG from a phone', 'picture', () => bytes(0xff, 0xd8, 0xff, 0xe1)],
    ['a HEIC from a phone', 'picture', () => bytes(0, 0, 0, 0x24, 0x66, 0x74, 0x79, 0x70)],
    ['a photo under the name of a record', 'picture', () => bytes(0xff, 0xd8, 0xff, 0xe0), 'record.json'],
    ['a PDF', 'cut-short', () => bytes(0x25, 0x50, 0x44, 0x46, 0x2d)],
    ['the beginning of a Word file or a ZIP', 'cut-short', () => bytes(0x50, 0x4b, 0x03, 0x04)],
    ['bytes that are no text', 'not-text', () => bytes(0xc3, 0x28, 0xa0, 0xa1)],
    ['a table of records', 'no-record-inside', () => 'date,title\n2026-05-02,Letters', 'register.csv'],
    ['a shopping list', 'not-a-record', () => 'milk, eggs'],
    ['somebody else’s page', 'not-a-record', () => '<!doctype html><title>News</title><script>1</script>'],
    ['somebody else’s JSON', 'not-a-record', () => '{"name":"package","version":"1.0.0"}'],
    ['a JSON list', 'not-a-record', () => '[1,2,3]'],
    ['an unfinished draft', 'draft', () => JSON.stringify(newDraft(lawfulBasis))],
    [
      'two records in one page',
      'several',
      () => html.replace('</body>', `<script id="record">{}</script></body>`),
    ],
    ['half a JSON file', 'cut-short', () => json.slice(0, json.length / 2)],
    ['a JSON file without its last character', 'cut-short', () => json.trimEnd().slice(0, -1)],
    ['a JSON file that ends inside an escape', 'cut-short', () => '{"schema":"clear\\'],
    ['half an HTML file', 'cut-short', () => html.slice(0, html.length / 3)],
    [
      'an HTML file that ends inside its data',
      'cut-short',
      () => html.slice(0, html.indexOf('id="record">') + 500),
    ],
    ['a file with a comma lost', 'damaged', () => json.replace(',\n', '\n')],
    ['NaN', 'damaged', withValue('NaN')],
    ['1e400', 'too-large-number', withValue('1e400')],
    ['a number of 1,000 digits', 'too-large-number', withValue('9'.repeat(1000))],
    ['lists 100,000 deep', 'too-deep', () => `{"schema":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['objects 100,000 deep', 'too-deep', () => '{"a":'.repeat(100_000)],
    ['a million numbers', 'too-much', () => `{"a":[${'1,'.repeat(1_000_000)}1]}`],
    ['a name that comes twice', 'repeated-name', () => json.replace('"campaign":', '"title":')],
    [
      'a name that comes twice, once escaped',
      'repeated-name',
      () => json.replace('"campaign":', '"\\u0074itle":'),
    ],
    ['__proto__', 'unsafe-name', () => json.replace('"campaign":', '"__proto__":')],
    ['__proto__ escaped', 'unsafe-name', () => json.replace('"campaign":', '"__pro\\u0074o__":')],
    ['__proto__ that would pollute', 'unsafe-name', () => '{"__proto__":{"polluted":true},"schema":"x"}'],
    ['constructor.prototype', 'unsafe-name', () => '{"constructor":{"prototype":{"polluted":true}}}'],
    ['prototype', 'unsafe-name', () => '{"a":{"prototype":1}}'],
    ['half a character, escaped', 'broken-character', withValue('"\\ud83d"')],
    ['the other half, escaped', 'broken-character', withValue('"\\ude00 x"')],
    ['half a character, pasted', 'broken-character', withValue('"\ud83d"')],
    ['NUL, escaped', 'broken-character', withValue('"a\\u0000b"')],
    ['NUL as it is', 'broken-character', withValue('"a\u0000b"')],
    [
      'a record made by a newer version of this site',
      'newer',
      () => json.replace('decision-record/2"', 'decision-record/3"'),
    ],
    [
      'a record of a questionnaire that we do not have',
      'unknown-questionnaire',
      () => json.replace('"id": "lawful-basis"', '"id": "tea-making"'),
    ],
    [
      'a record of a questionnaire called constructor',
      'unknown-questionnaire',
      () => json.replace('"id": "lawful-basis"', '"id": "constructor"'),
    ],
    ['a record with a part missing', 'not-in-shape', () => json.replace(/"notice": .*\n/, '')],
    [
      'a record with a part too many',
      'not-in-shape',
      () => json.replace('"notice":', '"seal": true, "notice":'),
    ],
    ['a number where words belong', 'not-in-shape', withValue('5')],
    [
      'words where a verdict belongs',
      'not-in-shape',
      () => json.replace('"verdict": "proceed-if"', '"verdict": "fine"'),
    ],
    [
      'markup as an id',
      'not-in-shape',
      () => json.replace('"question": "who"', '"question": "<img onerror=x>"'),
    ],
    ['a text longer than any we write', 'not-in-shape', () => withValue(`"${'x'.repeat(300_000)}"`)()],
  ];

  test.each(cases)('%s', async (_, problem, input, fileName) => {
    expect(await problemOf(input(), fileName)).toBe(problem);
  });

  test('what is wrong is also named for whoever made the file', async () => {
    const result = await restoreRecord(
      json.replace('"campaign": "Friends of Elm"', '"campaign": 5'),
      offered,
    );
    expect(result).toMatchObject({ ok: false, where: 'details.campaign' });
  });

  test('the sentences are plain: short, and without words that blame', () => {
    for (const sentence of Object.values(RESTORE_PROBLEMS)) {
      expect(sentence).not.toMatch(/please|sorry|invalid|valid|forbidden|oops|\*/i);
      for (const part of sentence.split(/(?<=\.)\s/))
        expect(part.split(/\s+/).length).toBeLessThanOrEqual(26);
    }
  });

  test('a file over 10 MB is refused unread', async () => {
    const large = new Uint8Array(MOST_BYTES + 1);
    expect(await problemOf(large)).toBe('too-large');
    expect(await problemOf('x'.repeat(MOST_BYTES + 1))).toBe('too-large');
  });
});

describe('while someone opens a file of nearly 10 MB', () => {
  const filler = () => 'word '.repeat(2_000_000);
  const hostile: [string, () => string | Uint8Array][] = [
    ['one long text', () => `{"schema":"clear-canvass/decision-record/1","x":"${filler()}"}`],
    ['one long text in a page', () => html.replace('"campaign":"', `"campaign":"${filler()}`)],
    ['all escapes', () => `{"x":"${'\\u0041'.repeat(1_600_000)}"}`],
    ['all script tags', () => `<script ${'<script '.repeat(1_200_000)}`],
    ['all quotes', () => `{${'""'.repeat(4_000_000)}`],
    ['all brackets', () => `{${'[]'.repeat(4_500_000)}`],
    ['all digits', () => `{"x":${'1'.repeat(9_000_000)}}`],
    ['all backslashes', () => `{"x":"${'\\\\'.repeat(4_500_000)}"}`],
    [
      'as many texts as a record may hold',
      () =>
        `{"schema":"clear-canvass/decision-record/1","steps":[${`"${'x'.repeat(500)}",`.repeat(19_000)}""]}`,
    ],
    ['UTF-16', () => utf16(`{"x":"${'é'.repeat(4_500_000)}"}`, true)],
  ];

  test.each(hostile)('the page stays alive: %s', async (_, make) => {
    const input = make();
    let last = performance.now();
    let longest = 0;
    const tick = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    };
    const ticking = setInterval(tick, 1);
    await restoreRecord(input, offered);
    tick();
    clearInterval(ticking);
    // 200 ms is the aim; tests fail at three times that, as machines are noisy.
    expect(longest).toBeLessThan(600);
  });
});

describe('someone keeps a record for years', () => {
  test('there is a migration for every version up to the present one', () => {
    expect(migrations.map((step) => step.to)).toEqual(
      Array.from({ length: CURRENT_VERSION - 1 }, (_, place) => place + 2),
    );
    expect(migrate(record, CURRENT_VERSION)).toEqual(record);
  });

  test('a record whose id is a word of the language opens as any other, and is not replayed', async () => {
    const { fingerprint, ...body } = record;
    expect(fingerprint).toHaveLength(64);
    const [first, ...rest] = body.steps;
    if (first === undefined) throw new Error('The record has no steps.');
    const odd = await withFingerprint({ ...body, steps: [{ ...first, question: 'constructor' }, ...rest] });
    expect(await restoreRecord(toJson(odd), offered)).toMatchObject({ ok: true, matches: true });
  });
});
