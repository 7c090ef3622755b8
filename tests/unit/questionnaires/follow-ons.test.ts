/** Whoever is led on to another questionnaire starts there with what it can take. */
import { describe, expect, test } from 'vitest';
import { takesHere } from '../../../src/campaign/carry.ts';
import { takesNotKnown } from '../../../src/engine/answer.ts';
import { carriedOn } from '../../../src/engine/carried-on.ts';
import { NOT_KNOWN, questionOf } from '../../../src/engine/define.ts';
import { under } from '../../../src/engine/reading.ts';
import { DECIDING_EDITION } from '../../../src/questionnaires/editions.ts';
import { questionnaires } from '../../../src/questionnaires/index.ts';
import { readContent } from '../../../src/schemas/read-content.ts';

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

const content = readContent();

describe('someone in a worked example who is led on', () => {
  const followed = questionnaires.flatMap((from) =>
    from.followOns.map((followOn) => ({ from, to: followOn.questionnaire, followOn })),
  );

  test.each(followed)('from $from.id to $to is not asked again what is known', ({ from, to, followOn }) => {
    const other = questionnaires.find(({ id }) => id === to);
    if (other === undefined) throw new Error(`There is no questionnaire ${to}.`);
    const examples = content.questionnaires.find(({ id }) => id === from.id)?.examples ?? [];
    // Whether or not it is called for: each example is a way on which answers were given.
    const carried = examples.flatMap(({ answers }) =>
      Object.entries(carriedOn(followOn, under(from, DECIDING_EDITION).replay(answers))),
    );
    expect(carried.length > 0).toBe(Object.keys(followOn.carries).length > 0);
    const refused = carried.filter(([id, answer]) => {
      const question = questionOf(other, id);
      return !takesHere(question, question.options, answer);
    });
    expect(refused).toEqual([]);
  });

  const led = (from: string, example: string, to: string): unknown => {
    const questionnaire = questionnaires.find(({ id }) => id === from);
    const followOn = questionnaire?.followOns.find((one) => one.questionnaire === to);
    const answers = content.questionnaires
      .find(({ id }) => id === from)
      ?.examples.find(({ id }) => id === example)?.answers;
    if (questionnaire === undefined || followOn === undefined || answers === undefined)
      throw new Error(`${from} has no example ${example}, or does not lead to ${to}.`);
    return carriedOn(followOn, under(questionnaire, DECIDING_EDITION).replay(answers));
  };

  test('takes the role that was found to the check of a supplier, and what was never settled as that', () => {
    expect(led('controller', 'register-in-an-app', 'supplier')).toEqual({
      who: 'registered-party',
      role: 'processor',
    });
    expect(led('controller', 'survey-firm-with-a-free-hand', 'supplier')).toMatchObject({ role: 'joint' });
    expect(led('controller', 'giving-page-that-scores', 'supplier')).toMatchObject({
      role: 'another-controller',
    });
    // Whether data may go across is open, and might make no difference to the role: it is asked again all the same.
    expect(led('controller', 'list-from-a-seller', 'supplier')).toMatchObject({ role: 'not-known' });
  });

  test('takes what was settled of an offer to the lawful basis', () => {
    expect(led('supplier', 'numbers-that-name-us', 'lawful-basis')).toEqual({
      who: 'unregistered-group',
      'named-consent': 'yes',
      provenance: 'yes',
      'special-category': ['none'],
    });
  });
});
