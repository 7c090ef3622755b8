import { expect, test } from 'vitest';
import { readDocument } from '../../../src/schemas/read-document.ts';

const front = {
  id: 'log',
  title: 'A log',
  group: 'show' as const,
  purpose: 'To show what happened.',
  isNot: 'It is no more than a log.',
  meets: ['tidy'],
  holds: [],
  gaps: {},
  conditions: {},
};
const read = (body: string) =>
  readDocument(front, body, 'content/documents/log.mdx', { gaps: {}, conditions: {} });

test('A log has rows with nothing in them, for what is yet to happen', () => {
  const { text, faults } = read('<Table caption="What went" columns="What | When" rows="3" />');
  expect(faults).toEqual([]);
  const [table] = text.blocks;
  expect(table?.kind === 'table' && table.rows.map(({ cells }) => cells)).toEqual([
    [[], []],
    [[], []],
    [[], []],
  ]);
});

test.each(['rows="0"', 'rows="many"', 'rows="100"'])(
  'Whoever writes %s is told how to count them',
  (rows) => {
    const { faults } = read(`<Table caption="What went" columns="What | When" ${rows} />`);
    expect(faults.map(({ message }) => message)).toEqual([expect.stringContaining('rows="4"')]);
  },
);
