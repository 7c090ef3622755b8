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

/** So many listed journeys are looked at, spread over all of them; `CLEAR_CANVASS_EVERY_JOURNEY=1` looks at each. */
const MOST = process.env['CLEAR_CANVASS_EVERY_JOURNEY'] === '1' ? Infinity : 250;

/** What is said of whether the editions agree, over all journeys. */
const saidOfEditions = new Set<string>();

describe('what someone reads on the page is what her record says', () => {
  it.each([...published, everyKind].map((questionnaire) => [questionnaire.id, questionnaire] as const))(
    'over the listed journeys of %s',
    { timeout: 120_000 },
    async (_id, questionnaire) => {
      const words = wordsOf(content, questionnaire);
      const listed = listJourneys(mergeJourneys(exploreJourneys(under(questionnaire, DECIDING_EDITION))));
      const step = Math.max(1, Math.floor(listed.length / MOST));
      const journeys = listed.filter((_journey, place) => place % step === 0);
      for (const { answers } of journeys) {
        const result = resultFor(questionnaire, words, answers);
        const record = await buildRecord({
          questionnaire,
          words,
          editions,
          draft: { ...newDraft(questionnaire), answers: answers as Draft['answers'] },
          now: new Date('2026-11-30T12:00:00Z'),
        });
        const { outcome, todos } = record;
        const { verdict, headline, plain, provisional, reasons, openPoints, editions: each } = result;
        expect({ ...outcome, plain: outcome.plain }).toMatchObject({
          verdict,
          headline,
          plain,
          provisional,
          reasons,
        });
        expect([record.openPoints, record.editions]).toEqual([openPoints, each]);
        const held = (all: readonly { id: string; strength: string; holdsBack: boolean }[]) =>
          all.map(({ id, strength, holdsBack }) => `${id} ${strength} ${holdsBack}`);
        expect(held(todos)).toEqual(held(result.todos));
        const named = namedBy(result);
        const cited = new Set([...record.law, ...record.clauses].map(({ id }) => id));
        expect(
          [...named.law, ...named.clauses].filter((id) => !cited.has(id)),
          JSON.stringify(answers),
        ).toEqual([]);
        const ends = each.map((one) => `${one.outcome?.id ?? 'asks'} ${one.outcome?.verdict ?? ''}`);
        expect(result.agreement.agree, JSON.stringify(answers)).toBe(new Set(ends).size === 1);
        saidOfEditions.add(result.agreement.text);
      }
      // A short questionnaire has few ways, and more of them than ends.
      expect(journeys.length).toBeGreaterThan(Object.keys(questionnaire.outcomes).length);
    },
  );

  it('says that the editions agree only where each comes to one outcome with one verdict', () => {
    expect([...saidOfEditions].sort()).toEqual([
      'All editions of the rules agree on your answers.',
      'The editions of the rules part on your answers',
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
      text: 'The editions of the rules ask for other things first',
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
