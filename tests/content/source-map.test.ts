/**
 * Nothing of the two sources is left out, and nothing is added to them. Each source was cut into its headings,
 * paragraphs, list items, table rows, examples and footnotes (the audits, whose text came without line ends, into
 * sentences and list items). The map names, for each piece, the places of our pages that hold what it says. It holds
 * a hash of the piece and none of its words: the first twelve hex digits of SHA-256 over its words in small letters.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { exampleAnchor } from '../../src/schemas/anchors.ts';
import { readContent } from '../../src/schemas/read-content.ts';

const { sections, audits, clauses } = readContent();

interface Piece {
  readonly place: number;
  readonly kind: string;
  readonly hash: string;
  readonly where: readonly string[];
}

function readMap(name: string): Piece[] {
  const [, ...lines] = readFileSync(new URL(`source/${name}.tsv`, import.meta.url), 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [place = '', kind = '', hash = '', where = ''] = line.split('\t');
    return { place: Number(place), kind, hash, where: where.split(' ').filter((one) => one !== '') };
  });
}

/** Pieces of each source as they were counted when it was cut: a change of the map cannot drop one unseen. */
const maps = {
  'code-2019': { pieces: readMap('code-2019'), count: 1077 },
  'audits-2020': { pieces: readMap('audits-2020'), count: 291 },
} as const;

/** Page address, or page address and fragment, of everything that a piece can be found at. */
const places = new Set<string>();
for (const { href, mdx } of [...sections, ...audits]) {
  places.add(href);
  for (const { slug } of mdx.headings) places.add(`${href}#${slug}`);
  for (const { name, attributes } of mdx.components) {
    if (name === 'Clause') places.add(`${href}#${attributes['id'] ?? ''}`);
    if (name === 'Example') places.add(`${href}#${exampleAnchor(attributes['title'] ?? '')}`);
    if (name === 'AuditPriorities') places.add(`${href}#audit-priorities`);
  }
}

describe.each(Object.entries(maps))('someone who compares our pages with %s', (name, { pieces, count }) => {
  test('finds every piece of it in the map, in its order', () => {
    expect(pieces.map(({ place }) => place)).toEqual(Array.from({ length: count }, (_, before) => before + 1));
    expect(pieces.filter(({ hash }) => !/^[0-9a-f]{12}$/.test(hash))).toEqual([]);
  });

  test('finds a place on our pages for every piece', () => {
    expect(pieces.filter(({ where }) => where.length === 0).map(({ place }) => place)).toEqual([]);
    const lost = pieces.flatMap(({ place, where }) =>
      where.filter((one) => !places.has(one)).map((one) => `piece ${place} of ${name}: no ${one}`),
    );
    expect(lost).toEqual([]);
  });

  test('finds every worked example retold as an example', () => {
    const examples = pieces.filter(({ kind }) => kind === 'example');
    const elsewhere = examples.filter(({ where }) => !where.some((one) => one.includes('#example-')));
    expect(elsewhere.map(({ place }) => place)).toEqual([]);
  });
});

test('Nothing that we mark as a statement of a source is our own: some piece of it says so', () => {
  const held = new Set(Object.values(maps).flatMap(({ pieces }) => pieces.flatMap(({ where }) => where)));
  expect(clauses.filter(({ href }) => !held.has(href)).map(({ id }) => id)).toEqual([]);
});
