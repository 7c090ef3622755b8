import { describe, expect, it } from 'vitest';

import { breakLines, labelMap, LINE_WIDTH } from '../../../../src/components/map/map-labels.ts';
import { diagramOf } from '../../../../src/engine/diagram.ts';
import { lawfulBasis } from '../../../../src/questionnaires/lawful-basis/flow.ts';
import { wordsOf } from '../../../../src/records/words.ts';
import { readContent } from '../../../../src/schemas/read-content.ts';

describe('a text on the map', () => {
  it('is broken between words, and all of it is read where it fits', () => {
    expect(breakLines('Have you seen proof of how this data was got?', 24, 3)).toEqual([
      'Have you seen proof of',
      'how this data was got?',
    ]);
  });

  it('is cut off at a word, so that people see that there is more', () => {
    expect(breakLines('one two three four five six', 9, 2)).toEqual(['one two', 'three…']);
    expect(breakLines('one two, three four', 8, 1)).toEqual(['one two…']);
    expect(breakLines('abcdefghi jkl', 9, 1)).toEqual(['abcdefgh…']);
  });

  it('never runs out of its box, not even with a word that is longer than a line', () => {
    expect(breakLines('antidisestablishmentarianism', 10, 3)).toEqual([
      'antidisest',
      'ablishment',
      'arianism',
    ]);
  });
});

describe('the labels of a map', () => {
  const words = wordsOf(readContent(), lawfulBasis);
  const { nodes, edges } = labelMap(diagramOf(lawfulBasis), lawfulBasis, words);
  const edge = (from: string, to: string) =>
    edges.find((label) => label.edge.from === from && label.edge.to === to);

  it('number questions as the worksheet does, and keep the whole text of each for whoever points at it', () => {
    expect(nodes[0]?.whole).toBe(`1. ${words.questions['who']?.text ?? ''}`);
    expect(
      nodes.filter(({ verdict }) => verdict === undefined).map(({ whole }) => parseInt(whole, 10)),
    ).toEqual(Object.keys(lawfulBasis.questions).map((_, place) => place + 1));
    for (const { lines } of [...nodes, ...edges])
      expect(
        lines.every((line) => line.length <= LINE_WIDTH),
        lines.join('|'),
      ).toBe(true);
  });

  it('say an outcome’s verdict in words, as its shape alone would not', () => {
    expect(nodes.find(({ id }) => id === 'no-basis')?.verdictLines).toEqual(['Stop']);
    expect(nodes.find(({ id }) => id === 'no-basis')?.whole).toBe(
      `${words.outcomes['no-basis']?.name ?? ''}: Stop`,
    );
  });

  it('name answers that share an arrow, and of many the first and how many others', () => {
    const options = words.questions['who']?.options;
    expect(edge('who', 'purpose')?.lines.join(' ')).toBe(
      `${options?.['registered-party']?.label ?? ''}, or 8 other answers`,
    );
    expect(edge('who', 'purpose')?.whole).toContain(options?.['charity-or-other']?.label);
    expect(edge('purpose', 'personal-data')?.lines).toEqual([]);
    expect(edge('purpose', 'personal-data')?.whole).toBe('Every answer.');
  });

  it('tell an answer with a rule from one without, and both from what is left over', () => {
    expect(edge('proportionate', 'contract')?.whole).toBe(
      `${words.questions['proportionate']?.options?.['yes']?.label ?? ''}, if this holds: ${lawfulBasis.rules['contractClaimed']?.claim ?? ''}`,
    );
    expect(edge('proportionate', 'interest')?.whole).toMatch(/, otherwise\.$/);
    expect(edge('sources', 'register-entitled')?.whole).toBe('Otherwise.');
    // Two ways that are drawn as one arrow.
    expect(edge('democratic-engagement', 'another-way')?.whole).toMatch(/, otherwise\. Or: /);
  });
});
