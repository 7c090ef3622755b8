/**
 * What the site costs when it has sixteen questionnaires. Those that are not written yet are copies of published ones under
 * other ids, so that they are as heavy as real ones, share what real ones share, and cite the same clauses.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

import { keptFiles } from '../../src/integrations/service-worker.ts';
import { questionnaires } from '../../src/questionnaires/index.ts';
import { buildCopy, copySources } from './build-copy.ts';
import { dist, filesIn } from './built.ts';
import { expect, test } from './test.ts';

/** The site is to have sixteen. */
const further = Array.from({ length: 16 - questionnaires.length }, (_, place) => ({
  id: `further-${place + 1}`,
  // The lightest, but for one that uses all that questionnaires share.
  like: place === 0 ? 'article-22' : 'disproportionate-effort',
  constant: place === 0 ? 'article22' : 'disproportionateEffort',
}));

/** What may change when a questionnaire is added, and why. */
const follows: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^(questionnaires\/|campaign\/|proof\/)?index\.html$/, 'lists the questionnaires'],
  [/^records\/open\/index\.html$/, 'names them, as it opens the records of all'],
  [/^records\/from-paper\/(index\.html|codes\.json)$/, 'has the codes of each worksheet'],
  [
    /^training\/hand-in\/index\.html$/,
    'names them, to say of a record that it is one, and no training record',
  ],
  [/^logic\/all\.[0-9a-f]+\.js$/, 'holds what all of them decide'],
  [/^documents\/index\.html$/, 'names the file that holds what all of them decide'],
  [/^documents\/words\.json$/, 'has the words of each question, as a text says where its own come from'],
  [/^clauses\/[^/]+\/index\.html$/, 'shows where the clauses of a section are cited'],
  [/^search\/index\.html$/, 'says how much can be found, and where its index is'],
  [/^pagefind\//, 'is the index of the search'],
  [/^sw\.js$/, 'lists the files of the site'],
];

/** What a list may cost more for each questionnaire that is added, compressed. Bytes. */
const LINE = 500;
/** What the file that all texts’ words come in may cost more for each: it holds all that is asked. Bytes. */
const ASKED = 2_500;

/** What the device keeps more for each, as it travels. Bytes. */
const KEPT = 60_000;

/** Adds the questionnaires to a copy of the sources, as README.md says: folders, and a line in the list. */
function addTo(folder: string): void {
  const list = join(folder, 'src/questionnaires/index.ts');
  let listed = readFileSync(list, 'utf8');
  for (const { id, like, constant } of further) {
    for (const kind of ['src', 'content']) {
      cpSync(join(folder, kind, 'questionnaires', like), join(folder, kind, 'questionnaires', id), {
        recursive: true,
      });
    }
    const flow = join(folder, 'src/questionnaires', id, 'flow.ts');
    writeFileSync(flow, readFileSync(flow, 'utf8').replace(`id: '${like}'`, `id: '${id}'`));
    const proof = readFileSync(join(folder, 'content/proof', `${like}.json`), 'utf8');
    writeFileSync(
      join(folder, 'content/proof', `${id}.json`),
      proof.replace(`"questionnaire": "${like}"`, `"questionnaire": "${id}"`),
    );
    const name = id.replace('-', '');
    listed = `import { ${constant} as ${name} } from './${id}/flow.ts';\n${listed}`.replace(
      /,?\s*\];/,
      `, ${name}];`,
    );
  }
  writeFileSync(list, listed);
}

test('someone who uses the site pays nothing for the further questionnaires that she does not open', async ({}, testInfo) => {
  const folder = testInfo.outputPath('grown');
  copySources(folder);
  addTo(folder);
  const grown = await buildCopy(folder);

  const before = filesIn(dist);
  const after = new Set(filesIn(grown));
  const mayChange = (file: string): boolean => follows.some(([pattern]) => pattern.test(file));
  expect(
    before.filter((file) => !after.has(file) && !mayChange(file)),
    'files that are gone, or called otherwise',
  ).toEqual([]);
  const same = before.filter((file) => after.has(file));
  const changed = same.filter(
    (file) => !readFileSync(join(dist, file)).equals(readFileSync(join(grown, file))),
  );
  expect(
    changed.filter((file) => !mayChange(file)),
    'files whose bytes have changed',
  ).toEqual([]);

  const compressed = (site: string, file: string): number =>
    brotliCompressSync(readFileSync(join(site, file))).length;
  const grew = changed
    .filter((file) => /\.html$|^documents\/words\.json$|^records\/from-paper\/codes\.json$/.test(file))
    .map(
      (file) =>
        [file, Math.round((compressed(grown, file) - compressed(dist, file)) / further.length)] as const,
    );
  console.log(
    `Bytes more for each questionnaire: ${grew.map(([file, more]) => `${file} ${more}`).join(', ')}.`,
  );
  expect(grew.filter(([file, more]) => more > (file.endsWith('.html') ? LINE : ASKED))).toEqual([]);

  // What is kept on the device grows by what one questionnaire brings, lists and search included.
  const keptIn = (folder: string): number =>
    keptFiles(folder).reduce((sum, { asked, bytes }) => sum + (asked ? 0 : bytes), 0);
  const moreKept = (keptIn(grown) - keptIn(dist)) / further.length;
  console.log(`Kept by itself for each questionnaire: ${Math.round(moreKept / 1000)} kB more.`);
  expect(moreKept).toBeLessThan(KEPT);

  // They are there, and each has a script of its own.
  const isNew = [...after].filter((file) => !before.includes(file));
  for (const { id } of further) {
    expect(isNew).toContain(`questionnaires/${id}/index.html`);
    expect(isNew.filter((file) => file.startsWith(`logic/${id}.`)).length, `scripts of ${id}`).toBe(1);
  }
  const strange = isNew.filter(
    (file) => !mayChange(file) && !further.some(({ id }) => file.split(/[/.]/).includes(id)),
  );
  expect(strange, 'new files that belong to no questionnaire').toEqual([]);
});
