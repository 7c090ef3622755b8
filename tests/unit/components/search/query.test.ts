import { describe, expect, it } from 'vitest';

import {
  nearWords,
  rank,
  readQuery,
  withoutGuesses,
  wordsOf,
  type Hit,
  type Placing,
} from '../../../../src/components/search/query.ts';

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
  const free: Placing = { weight: 1, amongFirst: Infinity };
  const order = (
    query: string,
    found: Record<string, Hit[]>,
    placingOf: (id: string) => Placing = () => free,
  ) => rank(readQuery(query, words), new Map(Object.entries(found)), placingOf).map(({ id }) => id);

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
    expect(order('bus', found, (id) => ({ ...free, weight: id === 'heading' ? 0.5 : 1 }))).toEqual([
      'statement',
      'heading',
    ]);
  });

  it('is not a question of a questionnaire, nor more than one questionnaire, where there is something else', () => {
    const found = {
      bus: [hit('q1', 9), hit('q2', 8), hit('p1', 7), hit('p2', 6), hit('a', 5), hit('b', 4), hit('c', 3)],
    };
    const amongFirst = (id: string): number => (id.startsWith('q') ? 0 : id.startsWith('p') ? 1 : Infinity);
    expect(order('bus', found, (id) => ({ weight: 1, amongFirst: amongFirst(id) }))).toEqual([
      'p1',
      'a',
      'b',
      'q1',
      'q2',
      'p2',
      'c',
    ]);
    expect(order('bus', { bus: [hit('q1', 9)] }, () => ({ weight: 1, amongFirst: 0 }))).toEqual(['q1']);
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
      () => free,
    );
    expect(first?.words).toEqual([3, 7]);
  });
});

describe('someone who types what no text has', () => {
  const texts: Record<string, string> = {
    one: 'you or someone else',
    two: 'the electoral register',
    three: 'an application for registration',
  };
  const hit = (id: string, ...places: number[]): Hit => ({ id, score: 1, words: places });
  const kept = (term: string, ...hits: Hit[]): string[] =>
    withoutGuesses(term, hits, ({ id, words: places }) => {
      const inOrder = (texts[id] ?? '').split(' ');
      return places.map((place) => inOrder[place] ?? '');
    }).map(({ id }) => id);

  it('is not shown what has only the first letters of it', () => {
    expect(kept('orchid', hit('one', 1))).toEqual([]);
    expect(kept('register orchid', hit('one', 1), hit('two', 2))).toEqual([]);
  });

  it('is shown what has the word with another ending, or of which she has typed the half', () => {
    expect(kept('registers', hit('two', 2))).toEqual(['two']);
    expect(kept('registered', hit('two', 2))).toEqual(['two']);
    expect(kept('regi', hit('two', 2), hit('three', 3))).toEqual(['two', 'three']);
    expect(kept('registra', hit('two', 2), hit('three', 3))).toEqual(['three']);
  });

  it('is shown what is found by words that are not shown, such as the options of a question', () => {
    expect(kept('village', hit('one'))).toEqual(['one']);
    expect(kept('register', hit('one'), hit('two', 2))).toEqual(['one', 'two']);
  });

  const vocabulary = [
    'or',
    'register',
    'registers',
    'receive',
    'believe',
    'consent',
    'content',
    'text',
    'next',
    'covers',
  ];

  it('is offered words that are like it: one slip in a short word, two in a long one', () => {
    expect(nearWords('registar', vocabulary)).toEqual(['register']);
    expect(nearWords('recieve', vocabulary)).toEqual(['receive']);
    expect(nearWords('consemt', vocabulary)).toEqual(['consent']);
    expect(nearWords('conxent', vocabulary)).toEqual(['consent', 'content']);
    expect(nearWords('tetx', vocabulary)).toEqual([]);
    expect(nearWords('texr', vocabulary)).toEqual(['text']);
  });

  it('is offered nothing where nothing is like it', () => {
    expect(nearWords('orchid', vocabulary)).toEqual([]);
    expect(nearWords('conversa', vocabulary)).toEqual([]);
    expect(nearWords('od', vocabulary)).toEqual([]);
  });
});
