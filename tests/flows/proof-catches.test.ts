/** That the proof fails where it should: each test breaks the fixture questionnaire in one way. */
import { describe, expect, it } from 'vitest';

import { betterWhenUnknown } from '../../src/engine/better-when-unknown.ts';
import type { Questionnaire, Rule } from '../../src/engine/define.ts';
import { factsAhead, factsEver, type FactsByQuestion } from '../../src/engine/facts-ahead.ts';
import { exploreJourneys } from '../../src/engine/journeys.ts';
import { under } from '../../src/engine/reading.ts';
import { everyKind } from '../fixtures/site/every-kind/flow.ts';
import {
  deadAdditions,
  deadClashes,
  deadDecisions,
  deadEnds,
  forgotten,
  journeysThatAdd,
  leadOnAlike,
  lostOn,
  rank,
  unreached,
  unreadSentences,
  walkByTable,
} from './proof.ts';

const NOW = 'law-2026-06';
const graphsOf = (questionnaire: Questionnaire) =>
  questionnaire.editions.map((edition) => exploreJourneys(under(questionnaire, edition)));
const holding = (reads: readonly string[], holds: Rule['holds']): Rule => ({
  claim: 'A claim.',
  clauses: [],
  law: [],
  reads,
  holds,
});
const withRules = (rules: Questionnaire['rules']): Questionnaire => ({
  ...everyKind,
  rules: { ...everyKind.rules, ...rules },
});
const withRoutes = (routes: Questionnaire['routes']): Questionnaire => ({
  ...everyKind,
  routes: { ...everyKind.routes, ...routes },
});

describe('the proof tells', () => {
  it('a question that nobody comes to, with the outcomes behind it', () => {
    const cut = withRoutes({ 'held-on': 'no-day' });
    const missing = unreached(exploreJourneys(under(cut, NOW)));
    expect(missing).toEqual(expect.arrayContaining(['helpers', 'looking-after', 'ready', 'too-risky']));
  });

  it('an option that nobody is offered', () => {
    const never = withRules({ allergiesTaken: holding([], () => false) });
    expect(unreached(exploreJourneys(under(never, NOW)))).toEqual(['looking-after: allergy-agreement']);
  });

  it('a question that leads nowhere', () => {
    const silent: Questionnaire = {
      ...everyKind,
      questions: { ...everyKind.questions, who: { kind: 'choice', options: [], reasons: {} } },
    };
    expect(deadEnds(exploreJourneys(under(silent, NOW)))).toEqual(['who']);
  });

  it('a rule that never holds, one that always does, and the branches behind them', () => {
    expect(deadDecisions(everyKind, graphsOf(everyKind))).toEqual([]);
    const never = withRules({ nothingTaken: holding([], () => false) });
    expect(deadDecisions(never, graphsOf(never))).toEqual([
      'nobody takes {"when":"nothingTaken","to":"nothing-to-check"} from taking',
      'nothingTaken never holds where it is tried',
    ]);
    const always = withRules({ nothingTaken: holding([], () => true) });
    expect(deadDecisions(always, graphsOf(always))).toEqual(
      expect.arrayContaining([
        'nobody takes {"otherwise":"held-on"} from taking',
        'nothingTaken always holds where it is tried',
      ]),
    );
  });

  it('a to-do that nobody is ever given', () => {
    expect(deadAdditions(everyKind, graphsOf(everyKind))).toEqual([]);
    const never = withRules({
      alone: holding(['alone'], () => false),
      helped: holding(['alone'], () => false),
    });
    expect(deadAdditions(never, graphsOf(never))).toEqual(['helped']);
  });

  it('two answers that nobody could give together', () => {
    expect(deadClashes(everyKind, graphsOf(everyKind))).toEqual([]);
    const never = withRules({ clubOfOne: holding(['who', 'alone'], () => false) });
    expect(deadClashes(never, graphsOf(never))).toEqual(['club-of-one']);
  });

  it('a plain sentence that nobody reads, since an earlier one is always said or its rule never holds there', () => {
    const said = (...rules: readonly string[]) => ({
      'fix-first': { because: [...rules.map((when) => ({ when, plain: 'So.' })), { plain: 'Else.' }] },
    });
    const unread = (...rules: readonly string[]) => unreadSentences(said(...rules), graphsOf(everyKind));
    expect(unread('boxMissing', 'keeperMissing')).toEqual([]);
    expect(unread('boxMissing', 'keeperMissing', 'boxMissing')).toEqual(['fix-first: boxMissing']);
    expect(unread('nothingTaken')).toEqual(['fix-first: nothingTaken']);
    expect(unread('somethingTaken')).toEqual(['fix-first: the last, for everyone else']);
  });

  it('a to-do that a later answer takes away', () => {
    const addition = { when: 'numbersTaken', add: ['suppress'] };
    const taken: Questionnaire = { ...everyKind, givesWay: { suppress: ['train'] } };
    const journeys = journeysThatAdd(exploreJourneys(under(taken, NOW)), addition);
    // `givesWay` is the one way for a to-do to leave the list, and only for one that is on it.
    expect(journeys.flatMap((journey) => lostOn(under(taken, NOW), addition, journey))).toEqual([]);
    const [journey] = journeys;
    const neverAdded: Questionnaire = {
      ...everyKind,
      todos: everyKind.todos.filter(({ when }) => when !== 'numbersTaken'),
    };
    expect(journey && lostOn(under(neverAdded, NOW), addition, journey)[0]).toBe(
      'suppress is not on the list after taking',
    );
  });

  it('every way in which an answer adds a to-do: by either of two facts, or by both', () => {
    const either = withRules({
      numbersTaken: holding(
        ['numbersTaken', 'allergiesTaken'],
        (facts) => facts['numbersTaken'] === true || facts['allergiesTaken'] === true,
      ),
    });
    expect(
      journeysThatAdd(exploreJourneys(under(either, NOW)), { when: 'numbersTaken', add: ['suppress'] }),
    ).toHaveLength(3);
  });

  it('a graph that forgets what still matters', () => {
    const ahead = factsAhead(everyKind);
    const forgetful: FactsByQuestion = new Map(
      [...ahead].map(([id, facts]) => [
        id,
        new Set([...facts].filter((fact) => fact !== 'care' || id === 'taking')),
      ]),
    );
    expect(forgotten(everyKind, ahead)).toEqual([]);
    expect(forgotten(everyKind, forgetful)).toEqual(
      expect.arrayContaining(['easily-read forgets care, which its rule riskTooHigh reads']),
    );
    const raw = exploreJourneys(under(everyKind, NOW), factsEver(everyKind));
    expect(leadOnAlike(raw, exploreJourneys(under(everyKind, NOW), ahead))).toBe(true);
    expect(leadOnAlike(raw, exploreJourneys(under(everyKind, NOW), forgetful))).toBe(false);
  });

  it('samples that do not stand for every date', () => {
    const { 'held-on': heldOn } = everyKind.questions;
    if (heldOn?.kind !== 'date') throw new Error('The fixture asks for no date.');
    const oneSample: Questionnaire = {
      ...everyKind,
      questions: { ...everyKind.questions, 'held-on': { ...heldOn, samples: ['2026-05-01'] } },
    };
    const early = { stall: 'x', who: 'club', taking: ['names'], 'held-on': '2020-01-01' };
    expect(under(oneSample, NOW).replay(early).outcome).toBe('no-day');
    expect(walkByTable(exploreJourneys(under(oneSample, NOW)), early).refused).toBe(true);
  });

  it('an “I don’t know yet” that does better than knowing', () => {
    const { told } = everyKind.questions;
    if (told?.kind !== 'choice') throw new Error('The fixture does not ask whether people are told.');
    const careless: Questionnaire = {
      ...everyKind,
      questions: { ...everyKind.questions, told: { ...told, cautious: 'yes' } },
    };
    const better = (questionnaire: Questionnaire) =>
      betterWhenUnknown(exploreJourneys(under(questionnaire, NOW)), (outcome, provisional) =>
        rank(questionnaire, outcome, provisional),
      );
    expect(better(everyKind)).toEqual([]);
    expect(better(careless)).toEqual(
      expect.arrayContaining([
        { question: 'told', definite: 'no', afterUnknown: 'ready', afterDefinite: 'too-risky' },
      ]),
    );
  });
});
