/** Whoever is led on to another questionnaire starts there with what it can take. */
import { describe, expect, test } from 'vitest';
import { takesHere } from '../../../src/campaign/carry.ts';
import { takesNotKnown } from '../../../src/engine/answer.ts';
import { NOT_KNOWN, questionOf } from '../../../src/engine/define.ts';
import { questionnaires } from '../../../src/questionnaires/index.ts';

const carried = questionnaires.flatMap((from) =>
  from.followOns.flatMap(({ questionnaire, carries }) =>
    Object.entries(carries).map(([there, here]) => ({ from, to: questionnaire, there, here })),
  ),
);

describe('what is taken along to another questionnaire', () => {
  test.each(carried)('$from.id gives $to an answer to $there', ({ from, to, there, here }) => {
    const other = questionnaires.find(({ id }) => id === to);
    if (other === undefined) throw new Error(`There is no questionnaire ${to}.`);
    const question = questionOf(other, there);
    const answers =
      typeof here === 'string'
        ? questionOf(from, here).options.filter((option) => option !== NOT_KNOWN)
        : here.map(({ answer }) => answer);
    if (typeof here === 'string') {
      expect(question.kind).toBe(questionOf(from, here).kind);
      expect(answers.filter((option) => !question.options.includes(option as never))).toEqual([]);
    } else {
      expect(answers.filter((answer) => !takesHere(question, question.options, answer))).toEqual([]);
      // What was found on an “I don’t know yet” goes along as that.
      expect(takesNotKnown(question)).toBe(true);
    }
  });
});
