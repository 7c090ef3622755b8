import { describe, expect, test } from 'vitest';
import { knownFirst } from '../../../../src/components/questionnaire/known-first.ts';
import { under } from '../../../../src/engine/reading.ts';
import { DECIDING_EDITION } from '../../../../src/questionnaires/editions.ts';
import { questionnaires } from '../../../../src/questionnaires/index.ts';
import { wordsOf } from '../../../../src/records/words.ts';
import { readContent } from '../../../../src/schemas/read-content.ts';
import { everyKind } from '../../../fixtures/site/every-kind/flow.ts';

const content = readContent();
const lawfulBasis = questionnaires.find(({ id }) => id === 'lawful-basis');
if (lawfulBasis === undefined) throw new Error('There is no lawful-basis.');

describe('what stands first on a page whose campaign says who she is', () => {
  test('someone of a kind that is asked each time is known nowhere', () => {
    for (const questionnaire of questionnaires.filter(({ start }) => start === 'who')) {
      const known = knownFirst(under(questionnaire, DECIDING_EDITION), wordsOf(content, questionnaire));
      expect(Object.keys(known?.said ?? {}), questionnaire.id).toContain('independent-candidate');
      for (const kind of ['supplier', 'elected-representative'])
        expect(Object.keys(known?.said ?? {}), questionnaire.id).not.toContain(kind);
    }
  });

  test('the question after it can be asked at once where nothing more can be known of it', () => {
    const seconds = questionnaires.map((questionnaire) => {
      const known = knownFirst(under(questionnaire, DECIDING_EDITION), wordsOf(content, questionnaire));
      return [questionnaire.id, known?.second?.words.id];
    });
    expect(Object.fromEntries(seconds)).toEqual({
      'lawful-basis': 'purpose',
      'article-22': 'activity',
      // What another use settled about a list may be offered with its first question.
      'disproportionate-effort': undefined,
      register: 'purpose',
      controller: 'activity',
      supplier: 'supplier',
      // It does not ask who campaigns.
      'personal-data': undefined,
      breach: undefined,
      objection: undefined,
    });
  });

  test('a questionnaire that does not begin with who campaigns has nothing known', () => {
    const words = wordsOf(content, lawfulBasis);
    expect(knownFirst(under(everyKind, DECIDING_EDITION), words)).toBeUndefined();
  });
});
