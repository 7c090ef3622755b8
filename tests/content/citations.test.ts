import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/integrations/content-checks/check-content.ts';
import { questionnaires } from '../../src/questionnaires/index.ts';
import { ContentError, readContent, type Content } from '../../src/schemas/read-content.ts';

const content = readContent();
const messages = (of: Content): string[] => checkContent(of).map((fault) => fault.message);

const [section] = content.sections;
if (!section) throw new Error('There is no section.');
/** A section whose seventh line leads somewhere. */
const linking = (href: string): Content['sections'][number] => ({
  ...section,
  slug: 'x',
  href: 'code/x/',
  mdx: { ...section.mdx, components: [], links: [{ href, line: 7 }] },
});

test('The content has no fault that can be seen in it', () => {
  expect(messages(content)).toEqual([]);
});

test('Whoever writes may lead to any page that the build makes', () => {
  const links = ['../../law/dm-7/', '../../clauses/collecting/', '../../audits/', '../../schema/decision-record/'];
  expect(messages({ ...content, sections: [...content.sections, ...links.map(linking)] }).filter((message) => message.includes('leads to no page'))).toEqual([]);
});

test('Every statement can be reached: its address names a page and itself', () => {
  for (const clause of content.clauses) {
    expect(clause.href).toMatch(/^(code|audits)\/[a-z-]+\/#/);
    expect(clause.href.endsWith(`#${clause.id}`)).toBe(true);
  }
  expect(content.clauses.length).toBeGreaterThan(200);
});

test('Every statement reads on its own: a whole sentence that begins with a capital', () => {
  const fragments = content.clauses.filter(({ text }) => !/^[“‘]?[A-Z]/.test(text) || !/[.?!:;][”’)]?$/.test(text));
  expect(fragments.map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
});

test('Only what is said to be in part may lack its opening and its ending', () => {
  for (const { part, empty, mdx, file } of content.sections) {
    const headings = mdx.headings.map(({ text }) => text);
    if (part || empty) continue;
    expect(headings[0], file).toBe('At a glance');
    expect(headings, file).toContain('Do this next');
    expect(headings.at(-1), file).toBe('Where this comes from');
  }
});

describe('A fault is named, with its file, its id and what to do about it', () => {
  const [clause] = content.clauses;
  const [todo] = content.todos;
  if (!clause || !todo) throw new Error('There is no content to spoil.');

  test.each<[string, Partial<Content>, RegExp]>([
    ['two statements with one id', { clauses: [...content.clauses, clause] }, /has a clause of this id already; give one of them another id\.$/],
    [
      'a citation to nothing',
      { todos: [...content.todos, { ...todo, id: 'spoilt', clauses: ['no-such-clause'] }] },
      /^content\/todos\.yaml, spoilt: it cites the clause no-such-clause, which no section has; cite an id that a <Clause> carries\.$/,
    ],
    [
      'a clause that is mistyped',
      { todos: [...content.todos, { ...todo, id: 'spoilt', clauses: ['ctrl-processor-limit'] }] },
      /it cites the clause ctrl-processor-limit, .* carries, perhaps ctrl-processor-limits\.$/,
    ],
    [
      'an example that answers a mistyped question',
      {
        questionnaires: content.questionnaires.map((one) => ({
          ...one,
          examples: one.examples.map((example) => ({ ...example, answers: { purpos: 'To knock on doors.' } })),
        })),
      },
      /it answers purpos, which is not asked; name a question of questions\.yaml, perhaps purpose\./,
    ],
    [
      'a law change that is not there',
      { todos: [...content.todos, { ...todo, id: 'spoilt', law: ['XX-9'] }] },
      /spoilt: it cites the law change XX-9/,
    ],
    [
      'an authority that is not there',
      { todos: [...content.todos, { ...todo, id: 'spoilt', authority: 'magna-carta 39' }] },
      /spoilt: it cites magna-carta, which content\/authorities\.yaml has not/,
    ],
    [
      'a must that says should',
      { clauses: [...content.clauses, { ...clause, id: 'spoilt', strength: 'must', text: 'You should write it down.' }] },
      /spoilt: its strength is must but its words do not say so; use must/,
    ],
    [
      'a must that says must not',
      { clauses: [...content.clauses, { ...clause, id: 'spoilt', strength: 'must', text: 'You must not write it down.' }] },
      /spoilt: its strength is must but/,
    ],
    [
      'a condition that comes too late',
      { todos: [...content.todos, { ...todo, id: 'spoilt', text: 'Do it if you can.', conditional: true }] },
      /spoilt: it is marked conditional but does not begin with its condition/,
    ],
    [
      'a link that leads nowhere',
      { sections: [...content.sections, linking('../nowhere/')] },
      /:7: the link \.\.\/nowhere\/ leads to no page \(code\/nowhere\/\); mend the address/,
    ],
    [
      'a link to a page of records that is not built',
      { sections: [...content.sections, linking('../../records/compare/')] },
      /:7: the link \.\.\/\.\.\/records\/compare\/ leads to no page/,
    ],
    [
      'a link to a questionnaire that is not published',
      {
        sections: [...content.sections, linking('../../questionnaires/lawful-basis/')],
        questionnaires: content.questionnaires.map((one) => ({ ...one, draft: true })),
      },
      /:7: the link .* leads to no page \(questionnaires\/lawful-basis\/\)/,
    ],
    [
      'a link to a fragment that is not there',
      { sections: [...content.sections, linking(`../${section.slug}/#nowhere`)] },
      /has no #nowhere; name a clause or a heading/,
    ],
    [
      'a link from the root',
      { sections: [...content.sections, linking('/code/')] },
      /the link \/code\/ begins at the root; write it relative/,
    ],
  ])('%s', (_, spoilt, expected) => {
    const before = new Set(messages(content));
    const found = checkContent({ ...content, ...spoilt }).filter(({ message }) => !before.has(message));
    expect(found.every((fault) => fault instanceof ContentError)).toBe(true);
    expect(found.map(({ message }) => message).join('\n')).toMatch(expected);
  });
});

describe('A duty that asks for something is asked for somewhere', () => {
  const cited = new Set([
    ...content.todos.flatMap(({ clauses }) => clauses),
    ...content.questionnaires.flatMap(({ questions, outcomes }) => [...questions, ...outcomes].flatMap(({ clauses }) => clauses)),
    ...questionnaires.flatMap(({ rules }) => Object.values(rules).flatMap(({ clauses }) => clauses)),
  ]);

  test('or says why no question, rule, outcome or to-do rests on it', () => {
    const silent = content.clauses.filter(
      ({ id, strength, uncited }) => strength.startsWith('must') && !cited.has(id) && !uncited,
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('and no statement says that nothing rests on it where something does', () => {
    const wrong = content.clauses.filter(({ id, uncited }) => uncited && cited.has(id));
    expect(
      wrong.map(({ id, file, line }) => `${id} is cited now: take \`uncited\` out of ${file}:${line}`),
    ).toEqual([]);
  });
});
