import { expect, test } from 'vitest';
import { read, words } from './a-text.ts';

/** What the author of a text is told. */
const told = (body: string, own?: Parameters<typeof read>[1]): string[] =>
  read(body, own).faults.map(({ message }) => message);

test('An author’s lines are read with their gaps and with what they rest on', () => {
  const { blocks } = words(
    '## Who we are\n\n<Line clauses="col-plain" authority="uk-gdpr 13(1)(a); dpa-2018 s 8">We are <Gap id="campaign" />.</Line>\n<Line project>Write to us.</Line>\n',
  );
  expect(blocks).toMatchObject([
    { kind: 'heading', depth: 2, text: 'Who we are' },
    {
      kind: 'paragraph',
      lines: [
        {
          pieces: ['We are ', { gap: 'campaign' }, '.'],
          clauses: ['col-plain'],
          authority: ['uk-gdpr 13(1)(a)', 'dpa-2018 s 8'],
        },
        { pieces: ['Write to us.'], project: true },
      ],
    },
  ]);
});

test.each([
  ['words outside a line', 'We are here.', 'put each sentence in a <Line>'],
  ['a line that rests on nothing', '<Line>We are here.</Line>', 'name clauses="…"'],
  ['a gap without words', '<Line project>We are <Gap id="nobody" />.</Line>', 'name it under gaps'],
  [
    'a condition without words',
    '<When is="it-rains">\n<Line project>Stay in.</Line>\n</When>',
    'name it under conditions',
  ],
  ['a tag that the grammar has not', '<Script>\n<Line project>Stay in.</Line>\n</Script>', 'write headings'],
  ['an attribute that a line has not', '<Line project onclick="x">Stay in.</Line>', 'it takes holds'],
  [
    'a computed attribute',
    '<Line clauses={evil()}>Stay in.</Line>',
    'write it as text between double quotes',
  ],
  ['a link in a line', '<Line project>See [here](https://example.org/).</Line>', 'plain words and <Gap'],
  [
    'a gap of a row where none is gone over',
    '<Line project><Gap id="use.basis" /></Line>',
    'put it inside <Each',
  ],
  [
    'a table whose row has a cell too few',
    '<Table caption="A" columns="B | C" project>\n<Row>\n<Cell>One</Cell>\n</Row>\n</Table>',
    'write one <Cell> for each column',
  ],
  [
    'a collection that is none',
    '<Each of="voters">\n<Line project>Hello.</Line>\n</Each>',
    'name one of uses, lists, suppliers',
  ],
  ['a tag that is not closed', '<Line project>Hello.', 'close every tag'],
  ['an expression', '<Line project>{1 + 1}</Line>', 'plain words and <Gap'],
])('An author who writes %s is told what to write instead', (_what, body, remedy) => {
  expect(told(body).join('\n')).toContain(remedy);
});

test('An author is told of a point that the text has to hold and no line meets', () => {
  const holds = [{ id: 'who', text: 'Who we are', authority: 'uk-gdpr 13(1)(a)' }];
  expect(told('<Line project>Hello.</Line>', { holds })).toEqual([
    expect.stringContaining('no line meets this point of what the text has to hold'),
  ]);
  expect(told('<Line holds="who" project>Hello.</Line>', { holds })).toEqual([]);
  expect(told('<Line holds="what" project>Hello.</Line>', { holds }).join()).toContain('has no such point');
});

test('An author is told of a gap and a condition that nothing uses', () => {
  expect(
    told('<Line project>Hello.</Line>', {
      gaps: { day: { label: 'Day' } },
      conditions: { rain: 'it rains' },
    }),
  ).toEqual([
    expect.stringContaining('day: no line has this gap'),
    expect.stringContaining('rain: nothing stands under this condition'),
  ]);
});
