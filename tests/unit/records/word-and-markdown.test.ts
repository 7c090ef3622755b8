/** Records as Word files, Markdown and plain text: what comes back of them, and what another reader makes of them. */
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import MarkdownIt from 'markdown-it';
import { beforeAll, describe, expect, test } from 'vitest';
import { cleanText } from '../../../src/records/clean-text.ts';
import { squeeze, textOf, withoutScreen } from '../../../src/records/document.ts';
import { toDocx } from '../../../src/records/exporters/docx.ts';
import { toMarkdown } from '../../../src/records/exporters/markdown.ts';
import { toText } from '../../../src/records/exporters/text.ts';
import { contentOf } from '../../../src/records/file-content.ts';
import { canonicalJson } from '../../../src/records/fingerprint.ts';
import type { DecisionRecord } from '../../../src/records/record.ts';
import { RESTORE_PROBLEMS, restoreRecord, type Restored } from '../../../src/records/restore.ts';
import { draftWith, recordFrom } from './example-records.ts';
import { everyQuestionnaire, HOSTILE, recordOf, typedText } from './generated-records.ts';
import { stallRecord } from './stall-record.ts';

const offered = everyQuestionnaire.map(({ id }) => id);
const open = (file: string | Uint8Array, name?: string) => restoreRecord(file, offered, name);

function opened(restored: Restored): Extract<Restored, { ok: true }> {
  if (!restored.ok) throw new Error(`${restored.problem} ${restored.where ?? ''}: ${restored.sentence}`);
  return restored;
}

/** Opens a file of a record, which has to be that record and to show what it says. */
async function comesBack(file: string | Uint8Array, record: DecisionRecord): Promise<void> {
  const restored = opened(await open(file));
  expect(canonicalJson(restored.record)).toBe(canonicalJson(record));
  expect(restored.matches).toBe(true);
  expect(restored.altered).toBeUndefined();
}

/** How many records of each questionnaire are tried besides one with every text that is known to be odd. */
const RUNS = 3;

describe('whoever files a record, whatever they typed,', () => {
  test.each(everyQuestionnaire)(
    'has it back to the byte from Word and from Markdown, and finds every word in each format and none of them as markup: $id',
    (questionnaire) =>
      fc.assert(
        fc.asyncProperty(
          fc.integer(),
          fc.array(typedText, { minLength: 7, maxLength: 7 }),
          async (seed, texts) => {
            const record = await recordOf(questionnaire, seed, texts);
            const content = contentOf(record);
            await comesBack(await toDocx(content), record);
            await comesBack(toMarkdown(content), record);
            readsAsText(record);
            findsEveryWord(toText(content), record);
          },
        ),
        {
          numRuns: 1 + RUNS,
          seed: 11,
          examples: [[5, [...HOSTILE]]],
        },
      ),
  );
});

function findsEveryWord(file: string, record: DecisionRecord): void {
  const text = letters(file);
  let at = 0;
  for (const word of wordsOf(record)) {
    const found = text.indexOf(word, at);
    expect(found, word).toBeGreaterThanOrEqual(at);
    at = found + word.length;
  }
}

/** What is left of a text without spaces and the marks by which a format sets off its parts. */
const letters = (text: string): string => text.replace(/[\s.,:=[\]-]/g, '');
const wordsOf = (record: DecisionRecord): readonly string[] =>
  squeeze(textOf(withoutScreen(contentOf(record).blocks)))
    .split(' ')
    .map(letters)
    .filter((word) => word !== '');

/** Reads Markdown with everything switched on that could make something of a text. */
const reader = new MarkdownIt({ html: true, linkify: false });

function readsAsText(record: DecisionRecord): void {
  const tokens = reader.parse(toMarkdown(contentOf(record)), {});
  const flat = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
  const of = (type: string) => flat.filter((token) => token.type === type);
  for (const type of [
    'html_block',
    'html_inline',
    'link_open',
    'image',
    'code_block',
    'blockquote_open',
    'em_open',
    's_open',
    'ordered_list_open',
  ])
    expect(of(type), type).toEqual([]);
  expect(of('fence')).toHaveLength(1);
  expect(JSON.parse(of('fence')[0]?.content ?? '')).toEqual(record);
  expect(of('code_inline')).toHaveLength(1);
  const { blocks } = contentOf(record);
  const annexes = blocks.filter(({ kind }) => kind === 'annex').length;
  expect(of('hr')).toHaveLength(annexes + 1);
  expect(of('heading_open').filter(({ tag }) => tag === 'h1')).toHaveLength(1);
  expect(of('heading_open').filter(({ tag }) => tag === 'h2')).toHaveLength(
    blocks.filter(({ kind }) => kind === 'section' || kind === 'annex').length + 1,
  );
  const end = flat.findLastIndex(({ type }) => type === 'hr');
  const read = flat
    .slice(0, end)
    .map(({ type, content }) =>
      type === 'text' || type === 'code_inline' || type === 'text_special'
        ? content
        : type === 'inline'
          ? ''
          : ' ',
    )
    .join('');
  expect(letters(read)).toBe(wordsOf(record).join(''));
}

describe('whoever has the same record twice', () => {
  test('has the same bytes twice, in any time zone, after any other file', async () => {
    const [one, other] = [await recordFrom(draftWith('registerLetters')), await stallRecord()];
    const zone = process.env['TZ'];
    const first = await toDocx(contentOf(one));
    await toDocx(contentOf(other));
    process.env['TZ'] = 'Pacific/Auckland';
    try {
      expect(Buffer.from(await toDocx(contentOf(one))).equals(Buffer.from(first))).toBe(true);
      expect(toMarkdown(contentOf(one))).toBe(toMarkdown(contentOf(structuredClone(one))));
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});

describe('a Word file', () => {
  let record: DecisionRecord;
  let docx: Uint8Array;
  let parts: Record<string, Uint8Array>;
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  /** The file with some parts changed, added or, where they are undefined, left out. */
  const changed = (changes: Readonly<Record<string, string | Uint8Array | undefined>>): Uint8Array => {
    const files = Object.entries({ ...parts, ...changes }).flatMap(([name, content]) =>
      content === undefined
        ? []
        : [[name, typeof content === 'string' ? strToU8(content) : content] as const],
    );
    return zipSync(Object.fromEntries(files) as Zippable);
  };

  beforeAll(async () => {
    record = await recordFrom(
      draftWith('registerLetters', { reasons: { expected: { why: 'They expect it' } } }),
    );
    docx = await toDocx(contentOf(record));
    parts = unzipSync(docx);
  });

  test('has a title, a language, headings that step down by one, annexes on sides of their own, lists and links that lead somewhere', async () => {
    expect(part('docProps/core.xml')).toContain('<dc:title>Polling-day letters – decision record</dc:title>');
    expect(part('word/styles.xml')).toMatch(/<w:docDefaults>.*<w:lang w:val="en-GB"\/>.*<\/w:docDefaults>/s);
    const document = part('word/document.xml');
    expect(document).not.toContain('<w:lang');
    const headings = [...document.matchAll(/<w:pStyle w:val="(Title|Heading(\d))"\/>/g)];
    expect(headings[0]?.[1]).toBe('Title');
    const levels = headings.slice(1).map(([, , level]) => Number(level));
    expect(levels[0]).toBe(1);
    for (const [place, level] of levels.entries())
      expect(level - (levels[place - 1] ?? 1)).toBeLessThanOrEqual(1);
    const annexes = contentOf(record).blocks.filter(({ kind }) => kind === 'annex').length;
    expect(document.match(/<w:pStyle w:val="Heading1"\/><w:pageBreakBefore\/>/g)).toHaveLength(annexes);
    expect(document).toContain('<w:numPr>');
    const anchors = [...document.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"/g)].map(([, name]) => name);
    const marks = [...document.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name);
    expect(anchors.length).toBeGreaterThan(20);
    expect(anchors.filter((name) => !marks.includes(name))).toEqual([]);
    expect(new Set(marks).size).toBe(marks.length);
    const other = unzipSync(await toDocx(contentOf(await stallRecord())));
    for (const text of [document, strFromU8(other['word/document.xml'] ?? new Uint8Array())])
      for (const [row] of text.matchAll(/<w:tbl>.*?<\/w:tr>/gs)) expect(row).toContain('<w:tblHeader/>');
  });

  test('sets what runs from right to left in its own direction, and the rest in theirs', async () => {
    const rightToLeft = 'הקמפיין של Elm 2026';
    const docx = await toDocx(
      contentOf(
        await recordFrom(
          draftWith('leaflets', {
            details: { title: 'Letters to بيت street', campaign: rightToLeft } as never,
          }),
        ),
      ),
    );
    const document = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
    expect(document).toMatch(/<w:bidi\/>(?:(?!<\/w:p>).)*<w:rtl\/>(?:(?!<\/w:p>).)*הקמפיין של/s);
    expect(document).toMatch(/<w:r><w:t[^>]*>Elm<\/w:t><\/w:r>/);
    expect(document).toMatch(/<w:r><w:rPr><w:rtl\/><\/w:rPr><w:t[^>]*>بيت<\/w:t><\/w:r>/);
  });

  test('that was edited by hand is told apart from its record, which stays what it was', async () => {
    const edited = changed({
      'word/document.xml': part('word/document.xml').replace('Friends of Elm', 'Enemies of Elm'),
    });
    const restored = opened(await open(edited));
    expect(restored.record).toEqual(record);
    expect(restored.matches).toBe(true);
    expect(restored.altered).toContain('Enemies of Elm');
    const added = changed({
      'word/document.xml': part('word/document.xml').replace(
        /<w:sectPr/,
        '<w:p><w:r><w:t>Approved by the regulator</w:t></w:r></w:p><w:sectPr',
      ),
    });
    expect(opened(await open(added)).altered).toContain('Approved by the regulator');
  });

  test('whose record was edited does not match its fingerprint', async () => {
    const forged = changed({
      'customXml/item1.xml': part('customXml/item1.xml').replace('Friends of Elm', 'Enemies of Elm'),
    });
    expect(opened(await open(forged))).toMatchObject({
      matches: false,
      altered: expect.any(String) as string,
    });
  });

  test('that another program has written anew carries the same record', async () => {
    const json = part('customXml/item1.xml').replace(/^.*?<record[^>]*>|<\/record>\s*$/gs, '');
    const anew = changed({
      'customXml/item1.xml': undefined,
      'customXml/item7.xml': `\uFEFF<?xml version="1.0"?>\n<!-- kept -->\n<cc:record xmlns:cc='urn:clear-canvass:record'>\n<![CDATA[${json.slice(0, 400)}]]>${json.slice(400).replaceAll('"', '&quot;').replaceAll('{', '&#x7B;')}</cc:record>`,
      'customXml/item2.xml':
        '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"/>',
      'customXml/item3.xml': '<broken',
      'word/document.xml': part('word/document.xml').replaceAll(
        '<w:t xml:space="preserve">',
        '<w:t a=">" xml:space="preserve">',
      ),
    });
    await comesBack(anew, record);
  });

  const inPart = (text: string) => () => changed({ 'customXml/item1.xml': text });
  const bomb = (name: string) => () => changed({ [name]: new Uint8Array(60 * 1024 * 1024).fill(0x20) });
  const lying = () => {
    const bytes = bomb('customXml/item1.xml')();
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at + 46 < bytes.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1e7)
        view.setUint32(at + 24, 1000, true);
    return bytes;
  };
  const cases: readonly (readonly [string, keyof typeof RESTORE_PROBLEMS, () => Uint8Array])[] = [
    [
      'a Word file of somebody else’s',
      'word-without-record',
      () => changed({ 'customXml/item1.xml': undefined }),
    ],
    [
      'one whose record was left out of its part',
      'damaged',
      inPart('<record xmlns="urn:clear-canvass:record"/>'),
    ],
    [
      'one with a part of another name',
      'word-without-record',
      inPart('<record xmlns="urn:other">{}</record>'),
    ],
    [
      'one with two records',
      'several',
      () => changed({ 'customXml/item2.xml': parts['customXml/item1.xml'] }),
    ],
    ['a table', 'other-format', () => changed({ 'word/document.xml': undefined, 'xl/workbook.xml': '<a/>' })],
    ['a whole campaign', 'campaign', () => zipSync({ 'campaign.json': strToU8('{}') })],
    ['a ZIP of nothing', 'other-format', () => zipSync({ 'a.txt': strToU8('a') })],
    ['half a file', 'cut-short', () => docx.slice(0, docx.length / 2)],
    ['a bomb that says how large it is', 'too-much', bomb('customXml/item1.xml')],
    ['a bomb in a part that nobody reads', 'too-much', bomb('word/media/a.png')],
    ['a bomb that says it is small', 'too-much', lying],
    [
      'an entity of its own',
      'word-declares',
      inPart(
        '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><record xmlns="urn:clear-canvass:record">&b;</record>',
      ),
    ],
    [
      'a file to be fetched',
      'word-declares',
      inPart(
        '<!DOCTYPE r SYSTEM "http://example.org/x.dtd"><record xmlns="urn:clear-canvass:record">{}</record>',
      ),
    ],
    [
      'an entity in what it shows',
      'word-declares',
      () =>
        changed({ 'word/document.xml': '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>' }),
    ],
    [
      'an entity that nobody declared',
      'damaged',
      inPart('<record xmlns="urn:clear-canvass:record">&x;</record>'),
    ],
    [
      'elements 100,000 deep',
      'too-deep',
      inPart(`<record xmlns="urn:clear-canvass:record">${'<a>'.repeat(100_000)}`),
    ],
    ['a document 100,000 deep', 'too-deep', () => changed({ 'word/document.xml': '<w:p>'.repeat(100_000) })],
    ['XML that breaks off', 'cut-short', inPart('<record xmlns="urn:clear-canvass:record">{}')],
    ['tags that cross', 'damaged', inPart('<record xmlns="urn:clear-canvass:record"><a></record></a>')],
    [
      'JSON that would pollute',
      'unsafe-name',
      inPart('<record xmlns="urn:clear-canvass:record">{"__proto__":{}}</record>'),
    ],
    ['NUL by its number', 'damaged', inPart('<record xmlns="urn:clear-canvass:record">&#0;</record>')],
    [
      'script in the part',
      'damaged',
      inPart('<record xmlns="urn:clear-canvass:record"><script>alert(1)</script>{]</record>'),
    ],
    [
      'two parts of one name',
      'repeated-name',
      () => {
        const name = strToU8('customXml/item1.xml');
        const bytes = changed({ 'customXml/item9.xml': 'x' });
        const other = strToU8('customXml/item9.xml');
        for (let at = 0; at + name.length < bytes.length; at += 1)
          if (other.every((byte, place) => bytes[at + place] === byte)) bytes.set(name, at);
        return bytes;
      },
    ],
    [
      'the record of a checklist with nothing in it',
      'not-in-shape',
      inPart(
        '<record xmlns="urn:clear-canvass:record">{"schema":"clear-canvass/checklist-record/1"}</record>',
      ),
    ],
  ];
  test.each(cases)('is refused in a clear sentence: %s', async (_name, problem, make) => {
    const file = make();
    const before = performance.now();
    const restored = await open(file, 'record.docx');
    expect(restored).toMatchObject({ ok: false, problem, sentence: RESTORE_PROBLEMS[problem] });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(performance.now() - before).toBeLessThan(5000);
  });

  test('damaged anywhere costs a clear sentence, and never the page or the truth', async () => {
    for (let at = 0; at < docx.length; at += Math.ceil(docx.length / 120)) {
      const broken = docx.slice();
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      const restored = await open(broken);
      if (restored.ok) expect(restored.record).toEqual(record);
      else expect(RESTORE_PROBLEMS[restored.problem]).toBe(restored.sentence);
    }
  });

  test('of nearly 10 MB leaves the page alive while it is opened', async () => {
    const long = `<w:document><w:body><w:p>${'<w:r><w:t>a&amp;b</w:t></w:r>'.repeat(250_000)}</w:p></w:body></w:document>`;
    const file = changed({
      'word/document.xml': long,
      'customXml/item1.xml': `<record xmlns="urn:clear-canvass:record">${'&amp;'.repeat(2_000_000)}</record>`,
    });
    // What this process has worked, and not what the clock says: other work on the machine holds up no page.
    const worked = () => process.cpuUsage().user / 1000;
    let [last, longest] = [worked(), 0];
    const tick = () => {
      longest = Math.max(longest, worked() - last);
      last = worked();
    };
    const ticking = setInterval(tick, 1);
    await open(file);
    tick();
    clearInterval(ticking);
    expect(longest).toBeLessThan(400);
  });
});

describe('a Markdown file', () => {
  let record: DecisionRecord;
  let markdown: string;
  beforeAll(async () => {
    record = await recordFrom(draftWith('registerLetters'));
    markdown = toMarkdown(contentOf(record));
  });

  test('that was edited by hand is told apart from its record, which stays what it was', async () => {
    const restored = opened(await open(markdown.replace('Friends of Elm', 'Enemies of Elm')));
    expect(restored.record).toEqual(record);
    expect(restored.altered).toContain('Enemies of Elm');
    expect(opened(await open(`${markdown}\nApproved by the regulator\n`)).altered).toContain('Approved');
  });

  test('that a mail program or an editor gave other line ends, or none at its end, is as it was', async () => {
    await comesBack(markdown.replaceAll('\n', '\r\n'), record);
    await comesBack(`\n${markdown.trimEnd()}`, record);
    await comesBack(strToU8(`\uFEFF${markdown}`), record);
  });

  test.each([
    ['with two records', 'several', () => markdown + markdown],
    ['with a record of each kind', 'several', () => `${markdown}<script id="record">{}</script>`],
    ['that breaks off', 'cut-short', () => markdown.slice(0, -200)],
    [
      'whose record was taken out',
      'no-record-inside',
      () => markdown.replace('json clear-canvass-record', 'json'),
    ],
    ['whose record would pollute', 'unsafe-name', () => markdown.replace('"notice":', '"__proto__":')],
    ['as plain text', 'no-record-inside', () => toText(contentOf(record))],
  ] as const)('is refused in a clear sentence: %s', async (_name, problem, make) => {
    expect(await open(make(), 'record.txt')).toMatchObject({
      ok: false,
      sentence: RESTORE_PROBLEMS[problem],
    });
  });
});

test('someone who typed half a character or a control character has it in no format', async () => {
  const [stray = ''] = HOSTILE.filter((text) => text.includes('\u0000'));
  const record = await recordFrom(draftWith('leaflets', { details: { campaign: stray } as never }));
  expect(record.details.campaign).toBe(cleanText(stray));
  for (const file of [toMarkdown(contentOf(record)), toText(contentOf(record))])
    expect(file).not.toMatch(/[\u0000-\u0008\u000b\u000e-\u001f\ufffe\ud83d]/);
});
