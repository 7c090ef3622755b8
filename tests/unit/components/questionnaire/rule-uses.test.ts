import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import { decides, usesOfRule } from '../../../../src/components/questionnaire/rule-uses.ts';
import { questionnaires } from '../../../../src/questionnaires/index.ts';
import { lawfulBasis } from '../../../../src/questionnaires/lawful-basis/flow.ts';
import { wordsOf } from '../../../../src/records/words.ts';
import { fixtureQuestionnaires, readContent } from '../../../../src/schemas/read-content.ts';
import { everyKind } from '../../../fixtures/site/every-kind/flow.ts';

const content = readContent(fileURLToPath(new URL('../../../..', import.meta.url)), {
  questionnaires: ['content/questionnaires', fixtureQuestionnaires],
});
const all = [...questionnaires, everyKind];

describe('what people read about a rule', () => {
  it.each(all.map((questionnaire) => [questionnaire.id, questionnaire] as const))(
    'says for each rule of %s what hangs on it',
    (_id, questionnaire) => {
      const idle = Object.keys(questionnaire.rules).filter((rule) =>
        Object.values(usesOfRule(questionnaire, rule, wordsOf(content, questionnaire).outcomes)).every(
          (uses) => uses.length === 0,
        ),
      );
      expect(idle).toEqual([]);
    },
  );

  it('has where it is tried and where it leads, once for each question', () => {
    expect(usesOfRule(lawfulBasis, 'boughtOrShared', {}).routes).toEqual([
      { question: 'under-18', to: 'provenance' },
      { question: 'register-entitled', to: 'provenance' },
    ]);
    expect(usesOfRule(everyKind, 'somethingMissing', {}).routes).toEqual([
      { question: 'looking-after', to: 'fix-first' },
      { question: 'complaints-route', to: 'fix-first' },
    ]);
  });

  it('has what it is kept in mind for, what it offers and what it settles', () => {
    expect(usesOfRule(everyKind, 'allergiesTaken', {})).toMatchObject({
      remembered: ['taking'],
      offers: [{ question: 'looking-after', option: 'allergy-agreement' }],
      adds: ['a9-condition', 'a9-note'],
    });
    expect(usesOfRule(everyKind, 'clubNotice', {}).states).toEqual([{ question: 'told', answer: 'yes' }]);
    expect(usesOfRule(everyKind, 'told', {}).done).toEqual(['notice-13-14']);
  });

  it('has the results where it sets a last day', () => {
    expect(usesOfRule(everyKind, 'numbersTaken', {}).setsLastDay).toEqual(['too-risky']);
    expect(usesOfRule(everyKind, 'told', {}).setsLastDay).toEqual([]);
  });

  it('has the answers that it shows not to fit together, and the outcomes that it words', () => {
    expect(usesOfRule(everyKind, 'clubOfOne', {}).clashes).toEqual(['club-of-one']);
    const { outcomes } = wordsOf(content, everyKind);
    expect(usesOfRule(everyKind, 'riskHigh', outcomes).words).toEqual(['too-risky']);
  });

  it('keeps rules that decide where answers lead apart from those about what there is to do', () => {
    expect(decides(usesOfRule(everyKind, 'nothingTaken', {}))).toBe(true);
    expect(decides(usesOfRule(everyKind, 'alone', {}))).toBe(true);
    expect(decides(usesOfRule(everyKind, 'helped', {}))).toBe(false);
  });
});
