/**
 * `npm run new:questionnaire -- <id> "<Title>"`: a new questionnaire that works and passes its tests at once, as a
 * draft that no page shows. It is then rewritten piece by piece.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { format, resolveConfig } from 'prettier';

import type { Questionnaire } from '../engine/define.ts';
import { codesFile, writeCodes } from '../proof/codes-file.ts';
import { journeysFiles, writeJourneys } from '../proof/journeys-table.ts';
import { readContent } from '../schemas/read-content.ts';
import { filesOf } from './questionnaire-templates.ts';

const LIST = 'src/questionnaires/index.ts';

/** Words that cannot name the questionnaire’s constant: the language’s own, and what stands beside it in a file. */
const TAKEN_NAMES = new Set(
  (
    'await break case catch class const continue debugger default delete do else enum export extends false finally for ' +
    'function if implements import in instanceof interface let new null package private protected public return ' +
    'static super switch this throw true try typeof undefined var void while with yield arguments eval ' +
    'defineQuestionnaire facts proveQuestionnaire questionnaires questions rules'
  ).split(' '),
);

/** What is wrong with an id, in one sentence; undefined where a questionnaire can be called so. */
function faultInId(root: string, id: string): string | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || id.length > 40) {
    return `"${id}" cannot be an id: use up to 40 small letters and figures, with single hyphens between words and a letter first, such as article-22.`;
  }
  const taken = [
    `src/questionnaires/${id}`,
    `content/questionnaires/${id}`,
    `tests/flows/${id}.test.ts`,
    `tests/fixtures/site/${id}`,
  ].find((path) => existsSync(join(root, path)));
  return taken && `There is ${taken} already: choose another id than "${id}". Ids are never used twice.`;
}

/**
 * Writes the files of a new questionnaire below `root` and adds it to the list of questionnaires.
 *
 * @returns the paths written, relative to `root`
 * @throws Error with one sentence for the terminal, where the id or the title will not do; nothing is written then
 */
export async function createQuestionnaire(root: string, id: string, title: string): Promise<string[]> {
  const fault = faultInId(root, id);
  if (fault !== undefined) throw new Error(fault);
  const heading = title.replace(/\s+/g, ' ').trim();
  if (heading === '') throw new Error('A questionnaire needs a title: the question that it answers.');

  const camelCase = id.replace(/-([a-z0-9])/g, (_hyphen, letter: string) => letter.toUpperCase());
  const constant = TAKEN_NAMES.has(camelCase) ? `${camelCase}Questionnaire` : camelCase;
  const list = withQuestionnaire(readFileSync(join(root, LIST), 'utf8'), id, constant);

  const files = { ...filesOf({ id, title: heading, constant }), [LIST]: list };
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, path.endsWith('.ts') ? await formatted(file, content) : content);
  }

  const flow = join(root, 'src', 'questionnaires', id, 'flow.ts');
  const made = (await import(pathToFileURL(flow).href)) as Readonly<Record<string, Questionnaire>>;
  const questionnaire = made[constant];
  if (questionnaire === undefined) throw new Error(`${flow} exports no ${constant}.`);
  const journeys = journeysFiles(root, id);
  const { todos, questionnaires } = readContent(root);
  writeJourneys(questionnaire, todos, journeys);
  const codes = codesFile(root, join('content', 'questionnaires', id));
  const others = questionnaires.flatMap((other) => (other.codes === undefined ? [] : [other.codes.sheet]));
  writeCodes(questionnaire, codes, others);
  return [
    ...Object.keys(files),
    journeys.table.slice(root.length + 1),
    journeys.versions.slice(root.length + 1),
    journeys.proof.slice(root.length + 1),
    codes.slice(root.length + 1),
  ];
}

/** The list of questionnaires with one more at its end. */
function withQuestionnaire(list: string, id: string, constant: string): string {
  const lastImport = list.lastIndexOf('import ');
  const afterImports = list.indexOf('\n', lastImport) + 1;
  const listed = /(export const questionnaires: readonly Questionnaire\[\] = \[)([^\]]*?),?\s*\];/;
  if (lastImport < 0 || !listed.test(list)) {
    throw new Error(
      `${LIST} does not hold the list as "export const questionnaires: readonly Questionnaire[] = […];": add the questionnaire by hand.`,
    );
  }
  const imported = `${list.slice(0, afterImports)}import { ${constant} } from './${id}/flow.ts';\n${list.slice(afterImports)}`;
  return imported.replace(
    listed,
    (_all, head: string, names: string) => `${head}${names.trim() ? `${names}, ` : ''}${constant}];`,
  );
}

/** The text as the project formats it. */
async function formatted(file: string, content: string): Promise<string> {
  return format(content, { ...(await resolveConfig(file)), filepath: file });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [id, ...words] = process.argv.slice(2);
  const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
  if (id === undefined || words.length === 0) {
    console.error(
      'Say what to call it: npm run new:questionnaire -- article-22 "Does Article 22 restrict this?"',
    );
    process.exitCode = 2;
  } else {
    try {
      const written = await createQuestionnaire(root, id, words.join(' '));
      console.log(
        [
          `Written: ${written.join(', ')}.`,
          '',
          'It works, and no page shows it while its index.mdx says draft: true. Now, as README.md says in more words:',
          `1. Write the questions in src/questionnaires/${id}/questions.ts, and their words in content/questionnaires/${id}/;`,
          '   README.md has a line for each kind, and says how to take a question such as who from those that are shared.',
          `2. Write down in content/questionnaires/${id}/examples.yaml what must come out, with its clause, before the logic.`,
          '3. Write the logic in facts.ts, rules.ts and flow.ts, with its plans; and a file for each outcome.',
          `4. Run "npm run journeys -- -t ${id}" and read the table; then "npm test -- types unit". Each error says how to mend it.`,
          '5. To publish: version 1.0.0, draft: false, its id in a plan of content/plans.yaml, "npm run journeys" once more,',
          '   and a note in content/changes/. Then tell people: README.md lists where.',
        ].join('\n'),
      );
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  }
}
