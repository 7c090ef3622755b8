import { describe, expect, it } from 'vitest';

import { answerClasses, classKeyOf, groupsApart } from '../../../src/engine/answer-classes.ts';
import {
  choices,
  defineQuestionnaire,
  factsOf,
  NOT_KNOWN,
  points,
  type Answer,
  type Questionnaire,
} from '../../../src/engine/define.ts';
import { kindOf } from '../../../src/engine/kinds/index.ts';
import { article22 } from '../../../src/questionnaires/article-22/flow.ts';
import { lawfulBasis } from '../../../src/questionnaires/lawful-basis/flow.ts';
import { everyKind } from '../../fixtures/site/every-kind/flow.ts';
import { asking } from './small-questionnaires.ts';

/** Every answer to a question of several options, one by one, in counting order. */
function everyAnswer(questionnaire: Questionnaire, id: string): Answer[] {
  const question = questionnaire.questions[id];
  if (question?.kind !== 'choices' && question?.kind !== 'points') throw new Error(`${id} has no options.`);
  const chosenOf = (options: readonly string[]) =>
    Array.from({ length: 2 ** options.length }, (_, bits) =>
      options.filter((_option, place) => (bits >> place) & 1),
    );
  if (question.kind === 'points') {
    return chosenOf(question.options).map((met) =>
      Object.fromEntries(question.options.map((point) => [point, met.includes(point) ? 'yes' : 'no'])),
    );
  }
  const free = question.options.filter((option) => option !== question.none);
  if (question.notKnown === 'with-others') free.push(NOT_KNOWN);
  return [
    ...chosenOf(free).slice(1),
    ...(question.none === undefined ? [] : [[question.none]]),
    ...(question.notKnown === 'alone' ? [[NOT_KNOWN]] : []),
  ];
}

const factsOn = (questionnaire: Questionnaire, id: string): string[] =>
  Object.entries(questionnaire.facts).flatMap(([name, fact]) =>
    fact.from !== 'marks' && fact.from !== 'ratings' && fact.question === id ? [name] : [],
  );

describe('whoever ticks several boxes is among the answers that journeys are made of', () => {
  it.each([
    [everyKind, 'taking'],
    [everyKind, 'looking-after'],
    [article22, 'data-used'],
    [article22, 'safeguards'],
    [lawfulBasis, 'special-category'],
    [lawfulBasis, 'risk-signs'],
    [lawfulBasis, 'consent-standard'],
  ] as const)('in %o: the classes are those that trying every answer to %s finds', (questionnaire, id) => {
    const facts = factsOn(questionnaire, id);
    const options = questionnaire.questions[id]?.options ?? [];
    for (const apart of [facts, ...facts.map((fact) => [fact]), []].map((some) => new Set(some))) {
      const tried = new Map<string, Answer>();
      for (const answer of everyAnswer(questionnaire, id)) {
        const key = classKeyOf(questionnaire, id, answer, apart);
        if (!tried.has(key)) tried.set(key, answer);
      }
      expect(answerClasses(questionnaire, id, options, apart)).toEqual(
        [...tried].map(([key, answer]) => ({ key, answer })),
      );
    }
  });

  it('and boxes that no rule tells apart add no work, however many they are', () => {
    const boxes = Array.from({ length: 60 }, (_, place) => `box-${place}`);
    const question = choices(boxes, { notKnown: 'with-others' });
    const { ticked } = factsOf({ asked: question });
    const many = { ...asking(question), facts: { first: ticked('asked', 'box-0') } };
    const listed = kindOf(question).candidates(
      question,
      boxes,
      groupsApart(many, 'asked', new Set(['first'])),
    );
    expect(listed.length).toBeLessThan(10);
    expect(answerClasses(many, 'asked', boxes, new Set(['first']))).toEqual([
      { key: 'first', answer: ['box-0'] },
      { key: 'anything else', answer: ['box-1'] },
      { key: NOT_KNOWN, answer: [NOT_KNOWN] },
    ]);
  });
});

describe('a fact that looks at boxes without saying which', () => {
  it.each([choices(['one', 'two']), points(['one', 'two'])])('is refused: %o', (question) => {
    const hidden = { from: 'answer', question: 'asked', read: () => true } as const;
    expect(() =>
      defineQuestionnaire({ ...asking(question), start: 'asked', facts: { hidden } } as never),
    ).toThrow('fact hidden: it reads an answer of several options without saying which it looks at');
  });
});
