/**
 * `npm run new:scenario -- <id>`: a new scenario with every field that there is, which reads and passes its checks at
 * once. Its words are then rewritten.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const FOLDER = 'content/training/scenarios';

const template = (id: string): string => `---
# A few words that do not give it away.
title: "About ${id.replaceAll('-', ' ')}"
# 1 for a first evening, 3 for those who keep the lists.
grade: 1
# canvassers, candidates, data: all for whom it is.
for: [canvassers]
# Sections of the code, by the names of their files; it is listed under the first.
met: [face-to-face]
decide: "What does she do?"
options:
  a:
    text: "She notes that the person said no, and passes it on."
    follows: "In doubt it counts. Nobody needs a form to say no."
    clauses: [f2f-doubt]
  b:
    text: "She carries on, since nobody said it in so many words."
    follows: "People need no set words to say no."
    clauses: [f2f-object]
    mistake: "Waiting for the right words."
    # Where a questionnaire stands behind it, the first question that this way answers otherwise, if it is one:
    # parts: { question: another-way, answer: no }
  c:
    text: "She crosses the whole street off, so as to be on the safe side."
    follows: "That helps nobody: the others said nothing."
    clauses: [f2f-consider]
    mistake: "Doing more than was asked."
# The letter of the model’s way.
best: a
unsure: "Write it down as a no and ask tonight."
remember: "${id}: one line to remember."
# What holds the model’s way up: a clause and its strength, as here; or questionnaire and example; or questionnaire,
# answers and outcome.
rests:
  clause: f2f-doubt
  strength: should
---

Tell the situation here, in at most 120 words. Somebody opens the door and says something that could be a no.
`;

/**
 * Writes the file of a new scenario below `root`.
 *
 * @returns its path, relative to `root`
 * @throws Error with one sentence for the terminal, where the id will not do; nothing is written then
 */
export function createScenario(root: string, id: string): string {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || id.length > 40)
    throw new Error(
      `"${id}" cannot be an id: use up to 40 small letters and figures, with single hyphens between words, such as the-red-folder.`,
    );
  const path = `${FOLDER}/${id}.mdx`;
  if (existsSync(join(root, path)))
    throw new Error(`There is ${path} already: choose another id. Ids are never used twice.`);
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), template(id));
  return path;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    console.log(`Wrote ${createScenario(root, process.argv[2] ?? '')}. Now rewrite its words.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
