import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCitations, readContent } from '../../../src/schemas/read-content.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'content-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(file: string, text: string): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const frontMatter = `---
title: Doors
source: { document: code-2019, section: "Doors", pages: "1–2" }
part: true
summary: What to do at doors.
law: []
---
`;

test('A statement is collected wherever it stands, as the reader sees it', () => {
  write(
    'content/sections/03-doors.mdx',
    `${frontMatter}
## Knocking, and *after*

Some prose. <Clause id="knock" strength="must" authority="uk-gdpr 5(1)(a); dpa-2018 s 8" moment="at-the-door when-someone-objects" who="supplier">You **must** [knock](../doors/) first.</Clause> More.

- <Clause id="wait" strength="should" authority="ico-code-2019 Doors" moment="at-the-door">You should wait.</Clause>

| who | what |
| --- | --- |
| you | <Clause id="leave" strength="must-not" authority="uk-gdpr 5" moment="at-the-door">You must not stay.</Clause> |

<Clause id="note" strength="may" authority="uk-gdpr 5" moment="at-the-door">
You may leave a note.

- Or two.
</Clause>
`,
  );
  write('content/law/do-1.yaml', law('DO-1', '[knock]'));
  const { clauses, sections, problems } = readContent(root);
  expect(problems).toEqual([]);
  expect(clauses.map(({ id, strength, text, block }) => [id, strength, text, block])).toEqual([
    ['knock', 'must', 'You must knock first.', false],
    ['wait', 'should', 'You should wait.', true],
    ['leave', 'must-not', 'You must not stay.', false],
    ['note', 'may', 'You may leave a note. Or two.', true],
  ]);
  expect(clauses[0]).toMatchObject({
    authorities: [
      { authority: 'uk-gdpr', pinpoint: '5(1)(a)' },
      { authority: 'dpa-2018', pinpoint: 's 8' },
    ],
    moments: ['at-the-door', 'when-someone-objects'],
    who: ['supplier'],
    document: 'code-2019',
    section: 'doors',
    sectionTitle: 'Doors',
    href: 'code/doors/#knock',
    law: ['DO-1'],
    file: 'content/sections/03-doors.mdx',
    line: 11,
  });
  expect(sections[0]?.mdx.headings).toEqual([
    { depth: 2, text: 'Knocking, and after', slug: 'knocking-and-after' },
  ]);
});

test('A law change is read with its sources, and knows where it stands', () => {
  write('content/law/do-1.yaml', law('DO-1', '[]'));
  expect(readContent(root).law[0]).toMatchObject({ id: 'DO-1', href: 'law/#DO-1', confidence: 'confirmed' });
});

test.each([
  [
    'no strength',
    '<Clause id="a" authority="uk-gdpr 5" moment="at-the-door">You must.</Clause>',
    /03-doors\.mdx:9, a: the clause has no strength; add one of must,/,
  ],
  [
    'an unknown strength',
    '<Clause id="a" strength="ought" authority="uk-gdpr 5" moment="at-the-door">You ought.</Clause>',
    /:9, a: “ought” is no strength; use one of must,/,
  ],
  [
    'an unknown moment',
    '<Clause id="a" strength="must" authority="uk-gdpr 5" moment="now">You must.</Clause>',
    /a: “now” is no moment; use one of before-you-collect/,
  ],
  [
    'no authority',
    '<Clause id="a" strength="must" moment="at-the-door">You must.</Clause>',
    /a: the clause names no authority; add authority=/,
  ],
  [
    'an id that is not kebab-case',
    '<Clause id="A.b" strength="must" authority="uk-gdpr 5" moment="at-the-door">You must.</Clause>',
    /A\.b: a clause has no kebab-case id; give it one/,
  ],
  [
    'an attribute of its own making',
    '<Clause id="a" strength="must" authority="uk-gdpr 5" moment="at-the-door" colour="red">You must.</Clause>',
    /a: colour is no attribute of a clause; take it out/,
  ],
])('A statement with %s is refused in a sentence that says how to mend it', (_, body, expected) => {
  write('content/sections/03-doors.mdx', `${frontMatter}\nText ${body}\n`);
  const { clauses, problems } = readContent(root);
  expect(clauses).toEqual([]);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.message).toMatch(expected);
});

test('A tag that is never closed is named with its file', () => {
  write('content/sections/03-doors.mdx', `${frontMatter}\nText <Clause id="a">You must.\n`);
  expect(readContent(root).problems[0]?.message).toMatch(
    /^content\/sections\/03-doors\.mdx.*not well-formed MDX.*close every tag/,
  );
});

test('A field that no schema knows is refused, and the rest of the list is still read', () => {
  write(
    'content/glossary.yaml',
    '- { id: one, term: one, means: One. }\n- { id: two, term: two, means: Two., colour: red }\n',
  );
  const { glossary, problems } = readContent(root);
  expect(glossary.map(({ id }) => id)).toEqual(['one']);
  expect(problems.map(({ message }) => message)).toEqual([
    'content/glossary.yaml, two: colour is not a field; take it out or spell it as in src/schemas.',
  ]);
});

test('A stop without a headline for an open point, or without another way, is refused', () => {
  write(
    'content/questionnaires/q/index.mdx',
    '---\ntitle: Q?\nname: Q\nsummary: Q.\nwhen: plan\nusually: 2\nminutes: 1\ndraft: true\n---\n',
  );
  write(
    'content/questionnaires/q/outcomes/no.mdx',
    '---\nverdict: stop\nname: No\nheadline: No.\nwhy: Because.\ndecides: You.\nkeep: []\nchanges: []\nclauses: [a]\nlaw: []\n---\n',
  );
  const { questionnaires, problems } = readContent(root);
  expect(questionnaires[0]?.outcomes).toEqual([]);
  expect(problems.map(({ message }) => message).join('\n')).toMatch(
    /headlineOpen will not do \(a stop needs a headline/,
  );
  expect(problems.map(({ message }) => message).join('\n')).toMatch(/instead will not do \(a stop says what/);
});

test('Questionnaires are read from as many folders as are named', () => {
  for (const folder of ['content/questionnaires/one', 'elsewhere/two']) {
    write(
      `${folder}/index.mdx`,
      '---\ntitle: Q?\nname: Q\nsummary: Q.\nwhen: plan\nusually: 2\nminutes: 1\ndraft: true\n---\n',
    );
  }
  expect(readContent(root).questionnaires.map(({ id, published }) => [id, published])).toEqual([
    ['one', true],
  ]);
  const both = readContent(root, { questionnaires: ['content/questionnaires', 'elsewhere'] });
  expect(both.questionnaires.map(({ id, published }) => [id, published])).toEqual([
    ['one', true],
    ['two', false],
  ]);
});

test('The same files are read once, and again when one of them has changed', async () => {
  write('content/glossary.yaml', '- { id: one, term: one, means: One. }\n');
  const first = readContent(root);
  expect(readContent(root)).toBe(first);
  write('content/glossary.yaml', '- { id: one, term: one, means: Another. }\n');
  await new Promise((later) => setTimeout(later, 300));
  expect(readContent(root).glossary[0]?.means).toBe('Another.');
});

test('Citations are split at the first space', () => {
  expect(readCitations('uk-gdpr 6(3); pecr-2003')).toEqual([
    { authority: 'uk-gdpr', pinpoint: '6(3)' },
    { authority: 'pecr-2003', pinpoint: '' },
  ]);
});

const sharedWho = `questions:
  - id: who
    text: "Who decides?"
    why: "The rules differ."
    help: "Ask them."
    options: { party: { label: "A party" }, friends: { label: "Some friends" } }
    error: "Select who decides"
    clauses: [knock]
`;

/** A questionnaire whose only question is this one. */
function asking(question: string): void {
  write('content/questionnaires/shared.yaml', sharedWho);
  write(
    'content/questionnaires/doors/index.mdx',
    '---\ntitle: Doors?\nname: Doors\nsummary: All about doors.\nwhen: plan\nusually: One question\nminutes: a minute\ndraft: true\n---\nHello.\n',
  );
  write('content/questionnaires/doors/questions.yaml', `questions:\n${question}`);
}

test('A question that several questionnaires ask is written once, and each may say in its own words what is its own', () => {
  asking('  - shared: who\n    help: "Look at the door."\n    law: [DO-1]\n');
  const { questionnaires, problems } = readContent(root);
  expect(problems).toEqual([]);
  expect(questionnaires[0]?.questions).toEqual([
    {
      id: 'who',
      text: 'Who decides?',
      why: 'The rules differ.',
      help: 'Look at the door.',
      options: { party: { label: 'A party' }, friends: { label: 'Some friends' } },
      error: 'Select who decides',
      clauses: ['knock'],
      law: ['DO-1'],
    },
  ]);
});

test.each([
  [
    'a mistyped name of shared words',
    '  - shared: whom\n',
    'content/questionnaires/doors/questions.yaml, whom: content/questionnaires/shared.yaml shares no question of this id; name one of who, or write id and words here.',
  ],
  [
    'options beside shared words',
    '  - shared: who\n    options: { club: { label: "A club" } }\n',
    'content/questionnaires/doors/questions.yaml, who: it shares its words and has options of its own; take options out here, or write all words here under an id that is not shared.',
  ],
  [
    'a mistyped field beside shared words',
    '  - shared: who\n    helpp: "Look."\n',
    'content/questionnaires/doors/questions.yaml, who: helpp is not a field; take it out or spell it as in src/schemas.',
  ],
])('Whoever writes %s is told the file, the id and what to do', (_, question, message) => {
  asking(question);
  expect(readContent(root).problems.map((problem) => problem.message)).toEqual([message]);
});

function law(id: string, clauses: string): string {
  return `id: ${id}
title: "Doors are open"
kind: changed
touches: ["Doors"]
draft: "Doors were shut."
now: "Doors are open."
since: "5 February 2026"
from: 2026-02-05
sources: [{ title: "An Act", url: "https://example.org/act" }]
confidence: confirmed
clauses: ${clauses}
${clauses === '[]' ? 'noClauses: "No clause is about doors."\n' : ''}`;
}
