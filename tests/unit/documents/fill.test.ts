import { describe, expect, test } from 'vitest';
import { fill, type FilledBlock, type FilledText } from '../../../src/documents/fill.ts';
import { toFragment, toPlain } from '../../../src/documents/fragment.ts';
import type { DocumentRules } from '../../../src/documents/rules.ts';
import { changedSince } from '../../../src/documents/stale.ts';
import { recordBodyOf } from '../../../src/documents/to-record.ts';
import { checkFile } from '../../../src/records/checker/check.ts';
import { textOf } from '../../../src/records/document.ts';
import { restoreRecord } from '../../../src/records/restore.ts';
import { textAlone, textDocumentOf } from '../../../src/records/text-document.ts';
import { buildTextRecord } from '../../../src/records/text-record.ts';
import { answer, known, NOTHING, shared, use, words } from './a-text.ts';

const filled = (
  body: string,
  is: Parameters<typeof known>[0] = {},
  byHand: Parameters<typeof fill>[3] = NOTHING,
  rules: DocumentRules = {},
): FilledText => fill(words(body), rules, known(is), byHand, shared);

const NO_CITED = { clauses: {}, law: {}, authorities: {} };

/** What stands on paper. */
const onPaper = (text: FilledText): string =>
  toPlain(textAlone({ ...recordBodyOf(text, { isNot: 'No.' }, '', NOTHING, NO_CITED) }));

const kinds = (blocks: readonly FilledBlock[]): string[] => blocks.map(({ kind }) => kind);

const register = '<When is="from-register">\n<Line project>We use the register.</Line>\n</When>';

describe('Somebody whose campaign has said nothing', () => {
  test('reads every gap by its name, and nothing is guessed', () => {
    const text = filled('<Line project>We are <Gap id="campaign" />.</Line>');
    expect(onPaper(text)).toContain('We are [Name of the campaign].');
    expect(text.gaps[0]).not.toHaveProperty('text');
  });

  test('keeps a line whose condition is not known, and reads it under that condition', () => {
    const text = filled(register);
    expect(kinds(text.blocks)).toEqual(['open']);
    expect(onPaper(text)).toContain(
      '[Only if some of the data comes from the electoral register] We use the register.',
    );
    expect(text.open.map(({ key }) => key)).toEqual(['from-register']);
  });

  test('has one blank row of a list of uses, and it is a row of gaps', () => {
    const text = filled('<Each of="uses">\n- <Line project><Gap id="use.title" /></Line>\n</Each>');
    expect(onPaper(text)).toContain('- [What it is called]');
  });
});

describe('Somebody with uses', () => {
  const post = use('post', [answer('sources', ['full-register']), answer('channel', ['post-by-name'])]);
  const door = use('door', [answer('sources', ['given-for-this']), answer('channel', ['doorstep'])]);
  const unknown = use('ring', [answer('sources', [], { notKnown: true })]);

  test('reads a line as fact where one use says so, with the answer that says it', () => {
    const text = filled(register, { uses: [post, door] });
    expect(onPaper(text)).toContain('We use the register.');
    expect(text.blocks[0]).toMatchObject({
      lines: [{ because: [{ is: true, sources: [{ where: 'Use post', said: ['It is full-register'] }] }] }],
    });
  });

  test('does not read it where all uses say no', () => {
    expect(kinds(filled(register, { uses: [door] }).blocks)).toEqual([]);
  });

  test.each([
    ['one does not know', { uses: [door, unknown] }],
    ['one is planned and not answered', { uses: [door], unanswered: ['Ring people'] }],
    ['one has not come to that question', { uses: [door, use('new', [])] }],
  ])('reads it as not settled where none says yes and %s', (_why, is) => {
    expect(kinds(filled(register, is).blocks)).toEqual(['open']);
  });

  test('reads as settled what she settles by hand, and can find where', () => {
    const text = filled(register, {}, { gaps: {}, conditions: { 'from-register': 'yes' } });
    expect(kinds(text.blocks)).toEqual(['paragraph']);
    expect(text.settledByHand).toMatchObject([{ key: 'from-register', is: true }]);
    expect(kinds(filled(register, {}, { gaps: {}, conditions: { 'from-register': 'no' } }).blocks)).toEqual(
      [],
    );
  });

  test('cannot settle by hand against what a record says', () => {
    const text = filled(register, { uses: [post] }, { gaps: {}, conditions: { 'from-register': 'no' } });
    expect(kinds(text.blocks)).toEqual(['paragraph']);
    expect(text.settledByHand).toEqual([]);
  });

  test('has a row for each of them, with what it said in words for others', () => {
    const text = filled(
      '<Table caption="What we do" of="uses" columns="What | From where" project>\n<Cell><Gap id="use.title" /></Cell>\n<Cell><Gap id="use.sources" /></Cell>\n</Table>',
      { uses: [post, door] },
    );
    expect(onPaper(text)).toContain('What: Use post\nFrom where: the full electoral register');
    expect(text.gaps.every(({ found }) => (found?.sources.length ?? 0) > 0)).toBe(true);
  });

  test('is told which planned uses a text says nothing of', () => {
    const each = '<Each of="uses">\n- <Line project><Gap id="use.title" /></Line>\n</Each>';
    expect(filled(each, { uses: [post], unanswered: ['Ring people'] }).notIn).toEqual(['Ring people']);
  });
});

describe('Somebody who types', () => {
  const HOSTILE = '<script>alert(1)</script>\n"\' & =1+1 ‮ שלום 👩‍👩‍👧';
  const line = '<Line project>Write to <Gap id="contact" />. Yes, <Gap id="contact" />.</Line>';
  const text = filled(line, {}, { gaps: { contact: HOSTILE }, conditions: {} });

  test('reads her words as they are, wherever the gap stands, and is asked for them once', () => {
    expect(onPaper(text)).toContain(`Write to ${HOSTILE}. Yes, ${HOSTILE}.`);
    expect(text.gaps).toHaveLength(1);
    expect(text.blocks).toMatchObject([
      { lines: [{ pieces: [{}, { first: true }, {}, { first: false }, {}] }] },
    ]);
  });

  test('has them as text and never as markup on her web page', () => {
    const html = toFragment(textAlone(recordBodyOf(text, { isNot: 'No.' }, HOSTILE, NOTHING, NO_CITED)));
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
  });

  test('has her own words in the place of what her record says, and reads there what it said', () => {
    const said = filled(
      '<Line project>We are <Gap id="campaign" />.</Line>',
      {
        who: { name: 'Elm', decidedBy: '', role: '', evidence: '' },
      },
      { gaps: { campaign: 'Friends of Elm' }, conditions: {} },
    );
    expect(onPaper(said)).toContain('We are Friends of Elm.');
    expect(said.gaps[0]?.found?.text).toBe('Elm');
  });
});

describe('Somebody who keeps the file of a text', () => {
  const body = '<Line project>Write to <Gap id="contact" />.</Line>';
  const made = async () => {
    const text = filled(body, {}, { gaps: { contact: 'Elm <b>House</b>' }, conditions: {} });
    const hand = { gaps: { contact: 'Elm <b>House</b>', today: 'Monday' }, conditions: {} };
    return buildTextRecord(
      recordBodyOf(text, { isNot: 'It is no notice.' }, 'Elm', hand, NO_CITED),
      new Date('2026-11-30T10:00:00Z'),
    );
  };

  test('has in it what she typed in this text, and nothing of others', async () => {
    expect((await made()).byHand).toEqual({ gaps: { contact: 'Elm <b>House</b>' }, conditions: {} });
  });

  test('is told by the file itself that it is as it was made, and where it is not', async () => {
    const record = await made();
    const shown = textOf(textDocumentOf(record));
    expect(await checkFile(JSON.stringify(record), shown)).toMatch(/^Matches its fingerprint/);
    expect(await checkFile(JSON.stringify(record), shown.replace('House', 'Street'))).toMatch(
      /^Changed since it was made: the text above/,
    );
    const changed = { ...record, campaign: 'Oak' };
    expect(await checkFile(JSON.stringify(changed), shown)).toMatch(/no longer gives the fingerprint/);
  });

  test('is told, where she opens it as a record, that it is none', async () => {
    const restored = await restoreRecord(JSON.stringify(await made()), ['lawful-basis']);
    expect(restored).toMatchObject({ ok: false, problem: 'text' });
  });
});

describe('Somebody who used a text', () => {
  const body = `<Line project>We are <Gap id="campaign" />.</Line>\n\n${register}\n\n<Each of="uses">\n- <Line project><Gap id="use.title" /></Line>\n</Each>`;
  const elm = { name: 'Elm', decidedBy: '', role: '', evidence: '' };
  const door = use('door', [answer('sources', ['given-for-this'])]);
  const then = filled(body, { who: elm, uses: [door] });
  const rested = { rests: then.rests.map((rest) => ({ ...rest, from: [...rest.from] })) };

  test('is told nothing while all that it rests on is as it was', () => {
    expect(changedSince(rested, then)).toEqual([]);
  });

  test('is told what was said then and what is said now', () => {
    const now = filled(body, {
      who: { ...elm, name: 'Oak' },
      uses: [use('door', [answer('sources', ['full-register'])])],
    });
    expect(changedSince(rested, now)).toMatchObject([
      { what: 'Name of the campaign', then: 'Elm', now: 'Oak' },
      { what: 'Whether some of the data comes from the electoral register', then: 'No', now: 'Yes' },
    ]);
  });

  test('is told of a use that is new, and of what is not known any more', () => {
    const now = filled(body, { who: elm, uses: [door, use('ring', [])] });
    expect(changedSince(rested, now)).toMatchObject([
      { what: 'Whether some of the data comes from the electoral register', then: 'No' },
      { what: 'A use that it speaks of', now: 'Use ring' },
      { now: 'Use ring' },
    ]);
    expect(changedSince(rested, now)[0]).not.toHaveProperty('now');
  });

  test('is told even where she put other words in its place', () => {
    const now = filled(
      body,
      { who: { ...elm, name: 'Oak' }, uses: [door] },
      { gaps: { campaign: 'Friends of Elm' }, conditions: {} },
    );
    expect(changedSince(rested, now)).toMatchObject([{ then: 'Elm', now: 'Oak' }]);
  });
});
