import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';

import { createScenario } from '../../../src/scaffold/new-scenario.ts';
import { ContentFiles } from '../../../src/schemas/content-files.ts';
import { readContent } from '../../../src/schemas/read-content.ts';
import { readTraining } from '../../../src/schemas/read-training.ts';

const { clauses, sections } = readContent();
const folder = mkdtempSync(join(tmpdir(), 'clear-canvass-scenario-'));
afterEach(() => rmSync(join(folder, 'content'), { recursive: true, force: true }));

const read = () => {
  const files = new ContentFiles(folder);
  return {
    ...readTraining(files, { clauses, sections }),
    told: files.problems.map(({ message }) => message),
  };
};
const rewrite = (from: string, to: string): void => {
  const path = join(folder, createScenario(folder, 'the-red-folder'));
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
};

test('Someone who asks for a new scenario has one that is read as it stands', () => {
  expect(createScenario(folder, 'the-red-folder')).toBe('content/training/scenarios/the-red-folder.mdx');
  const { scenarios, told } = read();
  expect(scenarios.map(({ id, best }) => [id, best])).toEqual([['the-red-folder', 'a']]);
  expect(told).toEqual([]);
});

test('Someone who asks for one that is there already loses nothing', () => {
  createScenario(folder, 'the-red-folder');
  expect(() => createScenario(folder, 'the-red-folder')).toThrow('choose another id');
  expect(() => createScenario(folder, '../the red folder')).toThrow('cannot be an id');
});

test('Someone who writes it wrongly is told in one sentence what to do', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'clauses: [f2f-doubt]',
      'clauses: [f2f-doubts]',
      'there is no clause f2f-doubts; name one that a section has, perhaps f2f-doubt',
    ],
    [
      'met: [face-to-face]',
      'met: [face-to-fac]',
      'there is no section face-to-fac; name one by its slug, perhaps face-to-face',
    ],
    ['best: a', 'best: b', 'options.a.mistake will not do (say which usual mistake this is)'],
    ['grade: 1', 'grade: 4', 'grade will not do'],
    ['Tell the situation here', 'Tell <b>the situation</b> here', 'this is plain text: leave marks out'],
    ['Tell the situation here', 'far too long '.repeat(60), 'tell it in 120 or fewer'],
  ];
  for (const [from, to, message] of cases) {
    rewrite(from, to);
    expect(read().told.join('\n'), to).toContain(message);
    rmSync(join(folder, 'content'), { recursive: true });
  }
});

test('A session that names no scenario, or goes back in time, is told of', () => {
  cpSync(
    new URL('../../../content/training/sessions/canvassers-15.mdx', import.meta.url),
    join(folder, 'content/training/sessions/canvassers-15.mdx'),
  );
  expect(read().told.join('\n')).toContain('there is no scenario notice-at-the-door');
});
