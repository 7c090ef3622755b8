import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import type { Answers, Questionnaire } from '../../../src/engine/define.ts';
import { exploreJourneys } from '../../../src/engine/journeys.ts';
import { listJourneys, mergeJourneys } from '../../../src/engine/merged-journeys.ts';
import { under } from '../../../src/engine/reading.ts';
import { DECIDING_EDITION, editions } from '../../../src/questionnaires/editions.ts';
import { lawfulBasis } from '../../../src/questionnaires/lawful-basis/flow.ts';
import { questionnaires as published } from '../../../src/questionnaires/index.ts';
import { buildRecord } from '../../../src/records/build-record.ts';
import { decide } from '../../../src/records/decide.ts';
import { newDraft, type Draft } from '../../../src/records/draft.ts';
import { resultOf, type Result } from '../../../src/records/result.ts';
import { wordsOf, type Words } from '../../../src/records/words.ts';
import { fixtureQuestionnaires, readContent } from '../../../src/schemas/read-content.ts';
import { everyKind } from '../../fixtures/site/every-kind/flow.ts';

const content = readContent(fileURLToPath(new URL('../../..', import.meta.url)), {
  questionnaires: ['content/questionnaires', fixtureQuestionnaires],
});

const resultFor = (questionnaire: Questionnaire, words: Words, answers: Answers): Result => {
  const decided = (edition: string) => decide(under(questionnaire, edition).replay(answers), words);
  return resultOf(decided(DECIDING_EDITION), words, editions, decided);
};

/** Every law change and clause that a page made of a result can name. */
const namedBy = (result: Result) => ({
  law: new Set([
    ...result.law,
    ...result.editions.flatMap(({ law }) => law),
    ...result.todos.flatMap(({ words }) => words.law ?? []),
  ]),
  clauses: new Set([
    ...result.clauses,
    ...[...result.reasons, ...result.forTodos].flatMap(({ clauses }) => clauses),
    ...result.todos.flatMap(({ words }) => words.clauses),
  ]),
});

describe('what someone reads on the page is what her record says', () => {
  it.each([...published, everyKind].map((questionnaire) => [questionnaire.id, questionnaire] as const))(
    'over every listed journey of %s',
    { timeout: 60_000 },
    async (_id, questionnaire) => {
      const words = wordsOf(content, questionnaire);
      const journeys = listJourneys(mergeJourneys(exploreJourneys(under(questionnaire, DECIDING_EDITION))));
      let law = 0;
      for (const { answers } of journeys) {
        const result = resultFor(questionnaire, words, answers);
        const record = await buildRecord({
          questionnaire,
          words,
          editions,
          draft: { ...newDraft(questionnaire), answers: answers as Draft['answers'] },
          now: new Date('2026-11-30T12:00:00Z'),
        });
        const named = namedBy(result);
        law += named.law.size;
        expect({
          verdict: record.outcome.verdict,
          headline: record.outcome.headline,
          provisional: record.outcome.provisional,
          reasons: record.outcome.reasons,
          openPoints: record.openPoints,
          editions: record.editions,
          todos: record.todos.map(({ id, strength, holdsBack }) => ({ id, strength, holdsBack })),
        }).toEqual({
          verdict: result.verdict,
          headline: result.headline,
          provisional: result.provisional,
          reasons: result.reasons,
          openPoints: result.openPoints,
          editions: result.editions,
          todos: result.todos.map(({ id, strength, holdsBack }) => ({ id, strength, holdsBack })),
        });
        const cited = { law: record.law.map(({ id }) => id), clauses: record.clauses.map(({ id }) => id) };
        expect(
          [...named.law].filter((id) => !cited.law.includes(id)),
          JSON.stringify(answers),
        ).toEqual([]);
        expect([...named.clauses].filter((id) => !cited.clauses.includes(id))).toEqual([]);
      }
      expect(journeys.length).toBeGreaterThan(20);
      expect(law).toBeGreaterThan(0);
    },
  );

  it('says that the editions agree only where each comes to one outcome with one verdict', () => {
    const said = new Set<string>();
    for (const questionnaire of [...published, everyKind]) {
      const words = wordsOf(content, questionnaire);
      for (const { answers } of listJourneys(
        mergeJourneys(exploreJourneys(under(questionnaire, DECIDING_EDITION))),
      )) {
        const result = resultFor(questionnaire, words, answers);
        const each = result.editions.map(
          ({ outcome }) => `${outcome?.id ?? 'asks'} ${outcome?.verdict ?? ''}`,
        );
        expect(result.agreement.agree, JSON.stringify(answers)).toBe(new Set(each).size === 1);
        said.add(result.agreement.text);
      }
    }
    expect([...said].sort()).toEqual([
      'All editions of the rules agree on your answers.',
      expect.stringMatching(/^The editions of the rules part on your answers/) as string,
    ]);
  });

  it('says that the editions do not agree where only what comes first differs', () => {
    const words = wordsOf(content, lawfulBasis);
    const journeys = listJourneys(mergeJourneys(exploreJourneys(under(lawfulBasis, DECIDING_EDITION))));
    const found = journeys.flatMap(({ answers, outcome }) => {
      if (outcome !== 'legitimate-interests') return [];
      const { todos } = under(lawfulBasis, DECIDING_EDITION).replay(answers);
      const done = todos.filter((id) => words.todos[id]?.since === undefined);
      const states = Object.fromEntries(done.map((id) => [id, { is: 'done' as const }]));
      const decided = (edition: string) => decide(under(lawfulBasis, edition).replay(answers), words, states);
      return resultOf(decided(DECIDING_EDITION), words, editions, decided).agreement;
    });
    expect(found).toContainEqual({
      agree: false,
      text: 'The editions come to one outcome, but not to one verdict: they ask for other things first. “The law from 19 June 2026” decides.',
    });
  });

  it('names first the answer that decides: of a stop, the one by which it could end better', () => {
    const words = wordsOf(content, everyKind);
    const stall: Answers = {
      stall: 'A raffle.',
      who: 'family',
      taking: ['names'],
      'held-on': '2026-07-04',
      helpers: 2,
      'loss-harm': 'low',
      'easily-read': 'low',
      told: 'no',
      'first-name-at': 'not-yet',
    };
    const result = resultFor(everyKind, words, stall);
    expect(result.outcome.id).toBe('too-risky');
    expect(result.reasons[0]?.question).toBe('told');
  });

  it('works out what rests on the answers once, however often a to-do is ticked', () => {
    const words = wordsOf(content, everyKind);
    const replay = under(everyKind, DECIDING_EDITION).replay({
      stall: 'x',
      who: 'club',
      taking: ['nothing'],
    });
    const made = (states: Parameters<typeof decide>[2]) =>
      resultOf(decide(replay, words, states), words, editions, (edition) =>
        decide(under(everyKind, edition).replay(replay.answers), words, states),
      );
    expect(made({}).reasons).toBe(made({ fee: { is: 'done' } }).reasons);
  });
});
