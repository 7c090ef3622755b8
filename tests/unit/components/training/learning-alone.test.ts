/** The record of somebody who learned alone, what whoever leads sees of several, and the files that they work with. */
import { describe, expect, test } from 'vitest';
import * as checker from 'virtual:record-checker';

import { handedIn, splits, type HandedIn } from '../../../../src/components/training/hand-in.ts';
import { learningFile } from '../../../../src/components/training/learning-file.ts';
import { quizFile } from '../../../../src/components/training/quiz-file.ts';
import { trainingSheet } from '../../../../src/components/training/training-sheet.ts';
import { questionnaires } from '../../../../src/questionnaires/index.ts';
import { toHtmlFile } from '../../../../src/records/exporters/html.ts';
import { toJson } from '../../../../src/records/exporters/json.ts';
import { toMarkdown } from '../../../../src/records/exporters/markdown.ts';
import { sheetContentOf } from '../../../../src/records/file-content.ts';
import { textOf } from '../../../../src/records/document.ts';
import { restoreRecord } from '../../../../src/records/restore.ts';
import { trainingDataOf } from '../../../../src/records/training-data.ts';
import { newProgress, type Progress } from '../../../../src/records/training-progress.ts';
import { readContent } from '../../../../src/schemas/read-content.ts';

const content = readContent();
const file = learningFile(content);
const now = new Date('2026-05-02T12:00:00+01:00');
const on = '2026-05-01';
const offered = questionnaires.map(({ id }) => id);
const hostile = '</script><img src=x onerror=alert(1)> “Łucja”';
const [first, second, third] = file.scenarios as readonly [
  (typeof file.scenarios)[number],
  (typeof file.scenarios)[number],
  (typeof file.scenarios)[number],
];
const wrongOf = ({ best }: { best: string }) => (best === 'a' ? 'b' : 'a');

const progress = (name = hostile, chose: string = wrongOf(first)): Progress => ({
  ...newProgress(),
  name,
  talked: 'Who keeps the list?',
  given: [
    { of: first.id, chose, on },
    { of: second.id, chose: second.best, on },
    { of: 'no-longer-here', chose: 'a', on },
    { of: third.id, chose: 'unsure', on },
    { of: first.id, chose: first.best, on },
  ],
});

describe('the record of somebody who learned alone', () => {
  test('says which scenarios, how each went, and what was talked through', async () => {
    const sheet = await trainingSheet(progress(), file, now);
    const words = textOf(sheetContentOf(sheet).blocks);
    for (const said of [hostile, first.title, second.title, third.title, third.remember, 'Not sure'])
      expect(words).toContain(said);
    expect(words).toContain('Settled 2');
    expect(words).toContain('To come back to 1');
    expect(words).toContain('Who keeps the list?');
    expect(words).toContain('1 May 2026');
    expect(words).not.toContain('no-longer-here');
  });

  test('needs no name', async () => {
    const sheet = await trainingSheet(progress('  '), file, now);
    expect(sheet.title).toBe('Learned alone');
    expect(textOf(sheetContentOf(sheet).blocks)).toContain('Name Not given');
  });

  test('opens again with every answer in its order, and runs nothing that somebody typed', async () => {
    const sheet = await trainingSheet(progress(), file, now);
    const made = sheetContentOf(sheet);
    const html = toHtmlFile(made, checker);
    expect(html).not.toContain('<img');
    for (const text of [html, toMarkdown(made), toJson(sheet)]) {
      const restored = await restoreRecord(new TextEncoder().encode(text), offered);
      const found = handedIn('ann.html', restored);
      expect(found).toMatchObject({ fingerprint: sheet.fingerprint, doubts: [] });
      if ('training' in found)
        expect(found.training.given).toEqual(progress().given.filter(({ of }) => of !== 'no-longer-here'));
    }
  });
});

describe('what is handed in', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const read = async (text: string, name = 'a.json') =>
    handedIn(name, await restoreRecord(bytes(text), offered));
  const sheet = () => trainingSheet(progress(), file, now);

  test('is counted by first answers, where most parted from the model first, and without a name where none was given', async () => {
    const three = await Promise.all(
      [progress('Ann'), progress('', first.best), progress('Cai')].map(async (one) => {
        const training = trainingDataOf(await trainingSheet(one, file, now));
        return training === undefined ? [] : [{ training }];
      }),
    );
    const [most, next, last] = splits(three.flat(), file.scenarios);
    expect(most).toMatchObject({ id: third.id, parted: 3 });
    expect(most?.by.unsure).toEqual(['Ann', '', 'Cai']);
    expect(next).toMatchObject({ id: first.id, parted: 2 });
    expect(next?.by[first.best]).toEqual(['']);
    expect(last).toMatchObject({ id: second.id, parted: 0 });
  });

  test('cannot give a scenario of this site another best way, nor another title', async () => {
    const { training } = (await read(toJson(await sheet()))) as HandedIn;
    const forged = training.scenarios.map((one) => ({ ...one, title: 'Forged', best: 'a' as const }));
    const all = splits([{ training: { ...training, scenarios: forged } }], file.scenarios);
    expect(all.map(({ title }) => title)).not.toContain('Forged');
    expect(all.find(({ id }) => id === first.id)?.best).toBe(first.best);
  });

  test('is said not to count where it is not ours, cut short, newer or of another kind', async () => {
    const json = toJson(await sheet());
    expect(await read('<b>hello</b>')).toMatchObject({ why: expect.stringContaining('no record') as string });
    expect(await read(json.slice(0, 300))).toMatchObject({
      why: expect.stringContaining('breaks off') as string,
    });
    expect(await read(json.replace('clear-canvass/sheet/1', 'clear-canvass/sheet/2'))).toMatchObject({
      why: expect.stringContaining('newer version') as string,
    });
    expect(await read(json.replace('clear-canvass/training/1', 'clear-canvass/training/2'))).toMatchObject({
      why: expect.stringContaining('newer version') as string,
    });
    expect(await read(json.replace('"kind": "training"', '"kind": "session"'))).toMatchObject({
      why: expect.stringContaining('session that was led') as string,
    });
  });

  test('is counted, and said to be changed, where its answers no longer give its fingerprint', async () => {
    const found = await read(toJson(await sheet()).replaceAll('Who keeps the list?', 'Nothing.'));
    expect(found).toMatchObject({ doubts: [expect.stringContaining('changed since')] });
  });
});

describe('the file of scenarios', () => {
  test('holds each once, the easiest first, with every clause that it cites', () => {
    expect(file.scenarios.map(({ id }) => id).toSorted()).toEqual(
      content.training.scenarios.map(({ id }) => id).toSorted(),
    );
    expect(file.scenarios.map(({ grade }) => grade)).toEqual(
      file.scenarios.map(({ grade }) => grade).toSorted(),
    );
    for (const { ways } of file.scenarios)
      for (const clause of Object.values(ways).flatMap(({ clauses }) => clauses))
        expect(file.clauses).toHaveProperty([clause]);
  });

  test('says where a way parts from the model’s in words, and of points those alone that differ', () => {
    const parts = (id: string, letter: 'a' | 'b' | 'c') =>
      file.scenarios.find((one) => one.id === id)?.ways[letter].parts;
    expect(parts('can-she-give', 'c')).toMatchObject({ model: ['Yes'], here: ['No'] });
    expect(parts('ticked-in-advance', 'b')?.model).toHaveLength(1);
    expect(parts('ticked-in-advance', 'b')?.here).toHaveLength(1);
  });
});

describe('the quiz on statements', () => {
  const { statements } = quizFile(content);
  const known = new Map(content.clauses.map((clause) => [clause.id, clause]));

  test('asks for all strengths in an order that is always the same, and none of them nearly always', () => {
    expect(quizFile(content)).toEqual({ statements });
    expect(new Set(statements.map(({ strength }) => strength)).size).toBe(5);
    expect(statements.length).toBeGreaterThan(90);
    const musts = statements.filter(({ strength }) => strength === 'must').length;
    expect(musts / statements.length).toBeLessThan(0.4);
  });

  test('gives each statement back whole, and none that the law has touched', () => {
    for (const { id, before, verb, after, strength } of statements) {
      expect(before + verb + after).toBe(known.get(id)?.text);
      expect(known.get(id)).toMatchObject({ strength, law: [] });
    }
  });

  test('gives no answer away beside the gap', () => {
    for (const { before, after } of statements) expect(before + after).not.toMatch(/\b(must|should|may)\b/);
  });
});
