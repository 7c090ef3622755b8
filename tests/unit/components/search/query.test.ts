import { describe, expect, it } from 'vitest';

import { rank, readQuery, wordsOf, type Hit } from '../../../../src/components/search/query.ts';

const words = [
  { said: ['text', 'whatsapp'], means: ['electronic mail', 'message'] },
  { said: ['polling day'], means: ['after a campaign'] },
  { said: ['day'], means: ['date'] },
];
const termsOf = (query: string) => readQuery(query, words).map((concept) => concept.map(({ term }) => term));

describe('someone who asks as she would say it', () => {
  it('is not held to little words', () => {
    expect(termsOf('Can I text them?')).toEqual([['text', 'electronic mail', 'message']]);
  });

  it('is understood whatever ending a word has', () => {
    for (const said of ['texting', 'texts', 'Texted']) {
      expect(termsOf(said)).toEqual([[said.toLowerCase(), 'electronic mail', 'message']]);
    }
  });

  it('is understood by the whole of a phrase before its words', () => {
    expect(termsOf('sheets after polling day')).toEqual([['sheets'], ['polling day', 'after a campaign']]);
    expect(termsOf('which day')).toEqual([['day', 'date']]);
  });

  it('is taken at her word where all that she types is little', () => {
    expect(termsOf('may not')).toEqual([['may'], ['not']]);
    expect(termsOf('what should I do')).toEqual([['what'], ['should'], ['i'], ['do']]);
  });

  it('may type anything: marks are no words', () => {
    expect(wordsOf('the voter’s “do-not-call” <b>list</b>')).toEqual([
      'the',
      'voters',
      'do',
      'not',
      'call',
      'b',
      'list',
      'b',
    ]);
    expect(termsOf('<img src=x onerror=alert(1)>')).toEqual([
      ['img'],
      ['src'],
      ['x'],
      ['onerror'],
      ['alert'],
      ['1'],
    ]);
    expect(readQuery(' ?! ', words)).toEqual([]);
  });
});

describe('what comes first', () => {
  const hit = (id: string, score: number): Hit => ({ id, score, words: [] });
  const order = (query: string, found: Record<string, Hit[]>, weightOf: (id: string) => number = () => 1) =>
    rank(readQuery(query, words), new Map(Object.entries(found)), weightOf).map(({ id }) => id);

  it('is what answers to more of the query', () => {
    expect(
      order('bus clipboard', { bus: [hit('one', 5), hit('both', 4)], clipboard: [hit('both', 4)] }),
    ).toEqual(['both', 'one']);
  });

  it('counts once for what was typed and what it stands for', () => {
    const found = {
      text: [hit('a', 4)],
      'electronic mail': [hit('a', 4), hit('b', 5)],
      message: [hit('a', 4)],
    };
    expect(order('text', found)).toEqual(['b', 'a']);
  });

  it('is what was typed rather than what it may stand for, where both fit as well', () => {
    expect(order('text', { text: [hit('typed', 5)], message: [hit('meant', 5)] })).toEqual([
      'typed',
      'meant',
    ]);
  });

  it('depends on what a result is', () => {
    const found = { bus: [hit('heading', 5), hit('statement', 4)] };
    expect(order('bus', found, (id) => (id === 'heading' ? 0.5 : 1))).toEqual(['statement', 'heading']);
  });

  it('and what has next to nothing to do with the query is left out', () => {
    expect(order('bus', { bus: [hit('near', 8), hit('far', 1)] })).toEqual(['near']);
  });

  it('knows which words were met, whichever term met them', () => {
    const [first] = rank(
      readQuery('text', words),
      new Map([
        ['text', [{ id: 'a', score: 1, words: [3] }]],
        ['message', [{ id: 'a', score: 2, words: [7] }]],
      ]),
      () => 1,
    );
    expect(first?.words).toEqual([3, 7]);
  });
});
