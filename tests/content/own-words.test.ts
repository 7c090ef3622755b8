/**
 * What we publish, we wrote: no run of eight words is shared with the sources or with the list of law changes that
 * ours was made from. The runs are held as hashes only, the first five bytes of SHA-256, sorted: about 42,000 of
 * them, each made of words as `wordsOf` gives them, so that the chance of one false alarm in all our words is below one in a hundred.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const RUN = 8;
const BYTES = 5;

const held = readFileSync(new URL('source/eight-words.bin', import.meta.url));
const runs = new Set<string>();
for (let at = 0; at < held.length; at += BYTES) runs.add(held.toString('hex', at, at + BYTES));

/** Titles of statutes and instruments, which have to be given as they are. */
const titles = readFileSync(new URL('source/titles.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((title) => wordsOf(title).join(' '));

/** Words as both sides of the comparison read them: no mark, quotation or link between two words parts them. */
function wordsOf(text: string): string[] {
  const said = text.toLowerCase().replace(/https?:\/\/\S+|\]\([^)]*\)|<[^>]*>/g, ' ');
  return said.replace(/['’‘]/g, '').match(/[a-z0-9]+/g) ?? [];
}

/** What stands in attributes of tags is published too, apart from the text around it. */
function textsIn(content: string): string[] {
  const attributes = [...content.matchAll(/\b(?:short|title|conclusion|uncited)="([^"]*)"/g)];
  return [content, ...attributes.map(([, text = '']) => text)];
}

/** Runs of eight words of a text that a source has too, those within the title of a statute aside. */
function sharedRuns(text: string): string[] {
  const words = wordsOf(text);
  const shared: string[] = [];
  for (let at = 0; at + RUN <= words.length; at += 1) {
    const run = words.slice(at, at + RUN).join(' ');
    const hash = createHash('sha256').update(run).digest().subarray(0, BYTES).toString('hex');
    if (runs.has(hash) && !titles.some((title) => title.includes(run))) shared.push(run);
  }
  return shared;
}

const files = readdirSync(join(root, 'content'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:mdx?|yaml)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

test('No eight words in a row of what we publish stand in a source', () => {
  expect(runs.size).toBeGreaterThan(40_000);
  expect(files.length).toBeGreaterThan(150);
  const copied = [...files, join(root, 'README.md')].flatMap((file) =>
    textsIn(readFileSync(file, 'utf8'))
      .flatMap(sharedRuns)
      .map((run) => `${file.slice(root.length)}: “${run}”`),
  );
  expect(copied).toEqual([]);
});

test('Each title that may be given as it is stands in what we publish', () => {
  const all = files.map((file) => wordsOf(readFileSync(file, 'utf8')).join(' ')).join(' ');
  expect(titles.filter((title) => !all.includes(title))).toEqual([]);
});
