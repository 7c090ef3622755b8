import { createHash } from 'node:crypto';
import { HtmlValidate, Parser } from 'html-validate';
import { describe, expect, test } from 'vitest';
import * as checker from 'virtual:record-checker';
import type { Draft } from '../../../src/records/draft.ts';
import { squeeze, textOf } from '../../../src/records/document.ts';
import { documentOf } from '../../../src/records/record-document.ts';
import { toHtmlFile } from '../../../src/records/exporters/html.ts';
import { contentOf } from '../../../src/records/file-content.ts';
import { toJson } from '../../../src/records/exporters/json.ts';
import { canonicalJson } from '../../../src/records/fingerprint.ts';
import type { DecisionRecord } from '../../../src/records/record.ts';
import { restoreRecord } from '../../../src/records/restore.ts';
import { draftWith, lawfulBasis, recordFrom } from './example-records.ts';

/** Reads HTML independently of what wrote it. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // The roles stay where a narrow screen sets table cells as blocks, which drops the built-in ones.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'require-sri': 'off',
    'doctype-style': 'off',
    'void-style': 'off',
    'no-inline-style': 'error',
  },
});

async function bodyText(html: string): Promise<string> {
  const page = new Parser(await validator.getConfigFor('record.html')).parseHtml(html);
  return squeeze(decode(page.querySelector('main')?.textContent ?? ''));
}

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|#13);/g, (_, name: string) => {
    const found = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#13': '\r' }[name];
    return found ?? '';
  });
}

const NASTY = [
  '<script>alert(1)</script><img src=x onerror=alert(1)></main></script><!-- ]]>',
  '</script><script id="record">{}</script>',
  '" onload="x" \' javascript:alert(1) &lt;b&gt; &amp;amp; ${x} {x}',
  '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 e\u0301 \u0335Z\u0351\u0352 ',
  'שלום עולם \u202E gnirts \u202C مرحبا',
  'one\r\ntwo\r\n\tthree\n\nfour',
];

/** The nasty text in every place where a person can type. */
function nastyDraft(text: string): Draft {
  const draft = draftWith('registerLetters');
  return {
    ...draft,
    answers: { ...draft.answers, purpose: text },
    reasons: { expected: { why: text }, outweighs: { why: text }, 'register-entitled': { why: text } },
    todos: { fee: { is: 'done', note: text } },
    details: {
      ...draft.details,
      title: text,
      campaign: text,
      decidedBy: text,
      role: text,
      others: text,
      advice: text,
      keep: text,
      evidence: text,
    },
  };
}

const offered = [lawfulBasis.id];

async function restored(text: string): Promise<DecisionRecord> {
  const result = await restoreRecord(new TextEncoder().encode(text), offered);
  if (!result.ok) throw new Error(result.sentence);
  expect(result.matches).toBe(true);
  return result.record;
}

describe('when someone downloads a record', () => {
  test.each(NASTY)('what they typed comes back exactly and stays text: %j', async (text) => {
    const record = await recordFrom(nastyDraft(text));
    const why = record.steps.find((step) => step.question === 'expected')?.reasons[0]?.text;
    expect(why).toBe(text);
    const html = toHtmlFile(contentOf(record), checker);
    const again = await restored(html);
    expect(again).toEqual(record);
    expect(toHtmlFile(contentOf(again), checker)).toBe(html);
    expect(await restored(toJson(record))).toEqual(record);
    expect(canonicalJson(await restored(toJson(again)))).toBe(canonicalJson(record));
    // Two scripts of ours, and nothing that was typed became an element or an attribute.
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html).not.toMatch(/<img|<[a-z0-9]+ [^>]*\son[a-z]+=/);
  });

  test('the file shows every word of the document, in order, without script', async () => {
    for (const text of [...NASTY, 'Plain']) {
      const record = await recordFrom(nastyDraft(text));
      expect(await bodyText(toHtmlFile(contentOf(record), checker))).toBe(textOf(documentOf(record)));
    }
  });

  test('the file is well-formed, with a language, a title, headings in order and table headers', async () => {
    for (const which of ['registerLetters', 'leaflets', 'unknownSource'] as const) {
      const report = await validator.validateString(
        toHtmlFile(contentOf(await recordFrom(draftWith(which))), checker),
      );
      expect(
        report.results.flatMap((result) =>
          result.messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
        ),
      ).toEqual([]);
    }
  });

  test('its policy admits its own style and script by their hashes, and nothing else', async () => {
    const html = toHtmlFile(contentOf(await recordFrom(draftWith('leaflets'))), checker);
    const policy = decode(/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '');
    const hash = (text: string | undefined) =>
      `'sha256-${createHash('sha256')
        .update(text ?? '')
        .digest('base64')}'`;
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hash(/<style>([\s\S]*?)<\/style>/.exec(html)?.[1])}`,
      `script-src ${hash(/<script>([\s\S]*?)<\/script>/.exec(html)?.[1])}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(html).not.toMatch(/\sstyle=|https?:\/\/|url\(/);
  });

  test('a reason of 100,000 characters is all there', async () => {
    const long = 'Because it is so, and more. '.repeat(3600).slice(0, 100_000);
    const record = await recordFrom(draftWith('registerLetters', { reasons: { expected: { why: long } } }));
    const again = await restored(toHtmlFile(contentOf(record), checker));
    expect(again.steps.find((step) => step.question === 'expected')?.reasons[0]?.text).toBe(long);
  });

  test('half a character or a control character does not keep them from their record', async () => {
    const record = await recordFrom(nastyDraft('half \ud83d here, bell \u0007, null \u0000, end'));
    expect(record.details.title).toBe('half \ufffd here, bell , null , end');
    expect(await restored(toHtmlFile(contentOf(record), checker))).toEqual(record);
  });

  test('the verdict and what was decided stand first, then why, what comes before the start, what is open, and the fingerprint; the annexes follow', async () => {
    const record = await recordFrom(draftWith('registerLetters'));
    const blocks = documentOf(record);
    expect(blocks.slice(0, 2).map((block) => block.kind)).toEqual(['title', 'verdict']);
    const headings = blocks.flatMap((block) =>
      block.kind === 'section' || block.kind === 'annex' ? [block.id] : [],
    );
    expect(headings).toEqual([
      'decision',
      'why',
      'before',
      'open',
      'notice',
      'answers',
      'to-do',
      'rests-on',
      'editions',
    ]);
    const firstSides = blocks.filter(({ kind }) => kind !== 'annex');
    expect(textOf(firstSides)).toContain(record.fingerprint.slice(0, 32).match(/.{4}/g)?.join(' ') ?? '-');
  });

  test('what they typed at length is cut on the first sides and stands whole in annex A', async () => {
    const words = (of: string) => `${of} and more of it. `.repeat(120).trim();
    const draft = draftWith('registerLetters');
    const long = {
      title: words('A title'),
      campaign: words('A campaign'),
      decidedBy: words('A name'),
      others: words('Others'),
      keep: words('Keeping'),
    };
    const record = await recordFrom({
      ...draft,
      answers: { ...draft.answers, purpose: words('A purpose') },
      reasons: { expected: { why: words('A reason') } },
      details: { ...draft.details, ...long },
    });
    const blocks = documentOf(record);
    const firstSides = textOf(blocks.filter(({ kind }) => kind !== 'annex'));
    const annexA = textOf(blocks.filter((block) => block.kind === 'annex' && block.id === 'answers'));
    for (const text of [...Object.values(long), words('A purpose'), words('A reason')]) {
      expect(firstSides).not.toContain(text);
      expect(annexA).toContain(text);
    }
    expect(firstSides).toContain('A title and more of it.');
    expect(firstSides.match(/\(whole in A\)/g)?.length).toBeGreaterThanOrEqual(3);
    expect(firstSides.length).toBeLessThan(12_000);
  });

  test('the first sides name each must that comes before the start with its state, and count the rest', async () => {
    const record = await recordFrom(
      draftWith('registerLetters', { todos: { fee: { is: 'done', on: '2026-04-02' } } }),
    );
    const firstSides = textOf(documentOf(record).filter(({ kind }) => kind !== 'annex'));
    const musts = record.todos.filter(
      ({ strength, when }) => strength !== 'should' && when.includes('before'),
    );
    expect(musts.length).toBeGreaterThan(3);
    for (const { text } of musts) expect(firstSides).toContain(text);
    const met = musts.filter(({ holdsBack }) => !holdsBack).length;
    expect(firstSides).toContain(`${met} of ${musts.length} met`);
    expect(firstSides).toContain('(2 April 2026)');
    for (const { text } of record.todos.filter((todo) => !musts.includes(todo)))
      expect(firstSides).not.toContain(text);
    expect(firstSides).toMatch(/When you contact people: \d+ you must/);
  });
});
