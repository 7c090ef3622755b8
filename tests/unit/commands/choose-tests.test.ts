import { describe, expect, it } from 'vitest';

import { chooseTests, knownQuestionnaires, patternOf } from '../../../src/commands/choose-tests.ts';

const layers = ['types', 'lint', 'format', 'unit', 'build', 'browser', 'engines', 'speed'];
const questionnaires = ['article-22', 'lawful-basis'];
const choose = (...words: string[]) => chooseTests(words, layers, questionnaires);

describe('someone who runs the tests', () => {
  it('has all of them without a word, and the layers that she names in their order', () => {
    expect(choose()).toEqual({ layers });
    expect(choose('unit', 'lint')).toEqual({ layers: ['lint', 'unit'] });
  });

  it('may ask for one questionnaire, in a layer or in both that have tests of it', () => {
    expect(choose('unit', 'lawful-basis')).toEqual({
      layers: ['unit'],
      part: { questionnaire: 'lawful-basis', title: undefined },
    });
    expect(choose('article-22')).toMatchObject({ layers: ['unit', 'browser', 'engines', 'speed'] });
  });

  it('may ask for tests by words of their titles', () => {
    expect(choose('browser', '-t', 'reloads')).toEqual({
      layers: ['browser'],
      part: { questionnaire: undefined, title: 'reloads' },
    });
  });

  it.each([
    [
      ['browsers'],
      /“browsers” is neither a layer nor a questionnaire\..*browser.*article-22, lawful-basis.*-t/,
    ],
    [['browser', '--headed'], /“--headed” is no option of npm test\..*playwright test --help/],
    [['browser', '-t'], /After -t say what the title of a test has/],
    [['lint', 'lawful-basis'], /The layer lint looks at everything at once/],
    [['lawful-basis', 'article-22'], /Name one questionnaire at a time/],
  ])('who says %j is told how to ask', (words, told) => {
    expect(choose(...words)).toEqual({ refused: expect.stringMatching(told) as string });
  });

  it('can name every questionnaire that has words, that of the tests included', () => {
    expect(knownQuestionnaires()).toEqual(
      expect.arrayContaining(['article-22', 'disproportionate-effort', 'lawful-basis', 'every-kind']),
    );
  });
});

describe('a test is one of a questionnaire', () => {
  const isOf = (part: Parameters<typeof patternOf>[0], title: string) =>
    new RegExp(patternOf(part)).test(title);

  it('if its title or its tag has the id as a word of its own', () => {
    const part = { questionnaire: 'article-22' };
    expect(isOf(part, 'the examples of article-22 A3: “Adverts” ends as people are told')).toBe(true);
    expect(isOf(part, 'everyone can read each question @article-22')).toBe(true);
    expect(isOf(part, 'someone reads article-22-notes')).toBe(false);
  });

  it('and has the words that are asked for besides, in whatever order', () => {
    const part = { questionnaire: 'article-22', title: 'reloads' };
    expect(isOf(part, 'someone reloads @article-22')).toBe(true);
    expect(isOf(part, 'article-22 someone reloads')).toBe(true);
    expect(isOf(part, 'someone reloads @lawful-basis')).toBe(false);
  });
});
