/** What the build has put into its folders: tests take their pages and words from there, not from a list of their own. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

import { unpackWords, type PackedWords } from '../../src/records/pack-words.ts';
import type { Words } from '../../src/records/words.ts';
import { root } from '../../src/commands/ready.mjs';

/** Where `src/commands/build.ts` puts the two sites. */
export const dist = join(root, 'dist');
export const fixtureDist = join(root, '.cache', 'fixture-site');

/** Every file of a built site, by its path inside it with forward slashes, sorted. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
    )
    .sort();
}

/** The addresses of all pages relative to the front page, which is ''. The 404 page is none: hosts show it elsewhere. */
export function pagesIn(folder: string): string[] {
  return filesIn(folder)
    .filter((file) => file.endsWith('index.html'))
    .map((file) => file.slice(0, -'index.html'.length));
}

/** The words of a questionnaire as the browser gets them. */
export function readWords(questionnaire: string, folder: string = dist): Words {
  const packed = readFileSync(join(folder, 'questionnaires', questionnaire, 'words.json'), 'utf8');
  return unpackWords(JSON.parse(packed) as PackedWords);
}

/** One page of each kind, the questionnaire's own screens aside. */
export const kindsOfPage = {
  'the front page': '',
  'a section of the code': 'code/lawful-bases/',
  'a chapter of the audits': 'audits/areas-of-concern/',
  'the list of law changes': 'law/',
  'the glossary': 'glossary/',
  'the list of questionnaires': 'questionnaires/',
  'a checklist': 'checklists/when-you-disband/',
  'a session to lead': 'training/sessions/everyone-90/',
  'the leader’s window': 'training/lead/',
  'the room’s window': 'training/room/',
  'scenarios to decide': 'training/scenarios/collecting/',
  'learning alone': 'training/alone/',
  'a worksheet': 'questionnaires/lawful-basis/worksheet/',
  'a page of outcomes': 'questionnaires/lawful-basis/outcomes/',
  'a map': 'questionnaires/lawful-basis/map/',
  'a page of rules': 'questionnaires/lawful-basis/how-it-decides/rules/',
  'a proof': 'proof/lawful-basis/',
  'the page about privacy': 'privacy/',
  'the campaign': 'campaign/',
  'the page that opens a record': 'records/open/',
  'the page that takes what was ticked on paper': 'records/from-paper/',
  'the page that searches': 'search/',
} as const;
