/** What helps people to do what they must: how much of it has more than a page to read. */
import { describe, expect, it } from 'vitest';

import { helpWith } from '../../src/records/help.ts';
import { questionnaires } from '../../src/questionnaires/index.ts';
import { wordsOf } from '../../src/records/words.ts';
import { readContent, type Content } from '../../src/schemas/read-content.ts';
import { checkContent } from '../../src/integrations/content-checks/check-content.ts';

const content = readContent();

describe('someone who is told what has to be done before the start', () => {
  const words = questionnaires.map((questionnaire) => wordsOf(content, questionnaire));
  const musts = [
    ...new Map(
      words.flatMap((one) =>
        Object.entries(one.todos)
          .filter(([, { strength, when }]) => strength !== 'should' && when.includes('before'))
          .map(([id, todo]) => [id, helpWith(todo, one)] as const),
      ),
    ),
  ];
  const helped = musts.filter(([, help]) => help !== undefined);
  /** What is there to be filled in, sent, worked out or answered; a page only says how, and a record is made at the end. */
  const doesIt = new Set<string | undefined>(['text', 'form', 'calculator', 'questionnaire']);
  const more = musts.filter(([, help]) => doesIt.has(help?.kind));

  it('is led to something that helps with each of them', () => {
    console.info(
      `${musts.length} musts before the start: ${helped.length} have something that helps, ${more.length} of them a text, a form or questions.`,
    );
    expect(musts.filter(([, help]) => help === undefined).map(([id]) => id)).toEqual([]);
  });

  it('has a text, a form or questions for three in four of them, prohibitions counted too', () => {
    expect(more.length / musts.length).toBeGreaterThanOrEqual(0.75);
  });

  it('has one for everything that is done once for a campaign, a list or a supplier', () => {
    const standing = content.todos.filter(({ scope }) => scope !== undefined && scope !== 'use');
    expect(standing.length).toBeGreaterThan(40);
    expect(standing.filter(({ help }) => !doesIt.has(help?.kind)).map(({ id }) => id)).toEqual([]);
  });

  it('is led from a to-do to a text that says it helps with that, and back', () => {
    const led = content.todos.flatMap(({ id, help }) =>
      help?.kind === 'text' ? [`${help.href?.replace('documents/#', '') ?? ''}: ${id}`] : [],
    );
    const meets = new Set(content.texts.flatMap((text) => text.meets.map((todo) => `${text.id}: ${todo}`)));
    expect(led.filter((one) => !meets.has(one))).toEqual([]);
  });

  it('finds that thing where the link says', () => {
    const changed: Content = structuredClone(content);
    const fee = changed.todos.find(({ id }) => id === 'fee');
    const train = changed.todos.find(({ id }) => id === 'train');
    if (fee?.help === undefined || train?.help === undefined) throw new Error('Nothing helps with the fee.');
    fee.help.href = 'code/controller/#how-much';
    train.help.href = 'checklists/before-you-colect/';
    expect(checkContent(changed).map(({ message }) => message)).toEqual([
      expect.stringMatching(/^content\/todos\.yaml, fee: help leads to #how-much, which code\/controller\/ has not; mend/),
      expect.stringMatching(
        /^content\/todos\.yaml, train: help leads to no page \(checklists\/before-you-colect\/\); .*, perhaps checklists\/before-you-collect\//,
      ),
    ]);
  });

  it('does once for the campaign what is done once, and never what is this use’s alone', () => {
    const scopeOf = (id: string) => content.todos.find((todo) => todo.id === id)?.scope ?? 'use';
    expect(['fee', 'train', 'complaints', 'p22-policy', 'suppress'].map(scopeOf)).toEqual(Array(5).fill('campaign'));
    expect(['contract', 'joint', 'abroad'].map(scopeOf)).toEqual(Array(3).fill('supplier'));
    expect(['reg-fresh', 'evidence'].map(scopeOf)).toEqual(Array(2).fill('list'));
    // Each use has its own notice, time, need, calls, objection line, register, consents and impact assessment.
    const ofUse = content.todos.filter(({ id }) =>
      /^(notice-13-14|keep-limit|least-data|fair-think|design-in|basis-record|tps|object-tell|reg-no-share|c-records|c-withdraw|dpia-.*)$/.test(id),
    );
    expect(ofUse.length).toBeGreaterThan(15);
    expect(ofUse.filter(({ scope }) => scope !== undefined).map(({ id }) => id)).toEqual([]);
  });
});
