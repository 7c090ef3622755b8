import { describe, expect, it } from 'vitest';

import { listSearchRecords } from '../../src/integrations/search-records.ts';
import { readContent } from '../../src/schemas/read-content.ts';
import { answers, searches } from './searches.ts';

const content = readContent();
const records = listSearchRecords(content);

describe('the searches that are tried', () => {
  it('are sixty at least, thirty of them by someone who had not seen our headings, each once', () => {
    expect(searches.length).toBeGreaterThanOrEqual(60);
    expect(searches.filter(({ author }) => author === 'unseen').length).toBeGreaterThanOrEqual(30);
    expect(new Set(searches.map(({ query }) => query)).size).toBe(searches.length);
  });

  it('look for what is there: each answer is a clause or something else that can be found', () => {
    const wanted = searches.flatMap(({ query, finds }) => finds.map((one) => ({ query, finds: [one] })));
    const nowhere = wanted.filter((search) => !records.some(({ href }) => answers(search, href)));
    expect(nowhere).toEqual([]);
  });

  it('are mostly answered by a clause', () => {
    const clauses = new Set(content.clauses.map(({ id }) => id));
    const byClause = searches.filter(({ finds }) => finds.some((one) => clauses.has(one)));
    expect(byClause.length).toBeGreaterThanOrEqual(60);
  });

  it('fail for a reason, where they are known to', () => {
    const reasons = searches.flatMap(({ missed }) => (missed === undefined ? [] : [missed]));
    expect(reasons.filter((reason) => !/^[A-Z].{20,}\.$/.test(reason))).toEqual([]);
    expect(reasons.length).toBeLessThan(searches.length / 10);
  });
});

describe('volunteers’ words', () => {
  it('stand for words of the texts, all words of a phrase in one place', () => {
    const texts = records.map(({ title = '', text, also }) =>
      `${title} ${text} ${also}`.toLowerCase().replace(/[’']/g, ''),
    );
    const holds = (text: string, word: string): boolean => new RegExp(`(?<![a-z])${word}`).test(text);
    const nowhere = content.searchWords
      .flatMap(({ means }) => means)
      .filter((phrase) => !texts.some((text) => phrase.split(' ').every((word) => holds(text, word))));
    expect(nowhere).toEqual([]);
  });

  it('are listed once each', () => {
    const said = content.searchWords.flatMap((entry) => entry.said);
    expect(said.filter((phrase, place) => said.indexOf(phrase) !== place)).toEqual([]);
  });

  it.each([
    'texting',
    'WhatsApp',
    'polling day',
    'canvass app',
    'opt out',
    'dead voter',
    'kids',
  ])('among which is “%s”', (words) => {
    expect(searches.map(({ query }) => query)).toContain(words);
  });
});
