import { describe, expect, it } from 'vitest';

import { choices, points, type Answers, type Questionnaire } from '../../../src/engine/define.ts';
import { bearings } from '../../../src/engine/bearings.ts';
import { openPoints } from '../../../src/engine/open-points.ts';
import { reachableOutcomes, setAsideBy } from '../../../src/engine/reachable.ts';
import { under } from '../../../src/engine/reading.ts';
import { article22 } from '../../../src/questionnaires/article-22/flow.ts';
import { lawfulBasis } from '../../../src/questionnaires/lawful-basis/flow.ts';
import { everyKind } from '../../fixtures/site/every-kind/flow.ts';
import { asking, EDITION, twoWaysToStop, without } from './small-questionnaires.ts';

const NOW = 'law-2026-06';
const reading = under(everyKind, NOW);
const lookedAfter = { 'locked-box': 'yes', 'one-keeper': 'yes', 'day-to-destroy': 'yes' } as const;
const ready: Answers = {
  stall: 'Guess the weight of the cake',
  who: 'family',
  taking: ['names'],
  'held-on': '2026-07-04',
  helpers: 2,
  'first-name-at': 'not-yet',
  'loss-harm': 'low',
  'easily-read': 'medium',
  told: 'yes',
  'looking-after': lookedAfter,
  'complaints-route': 'yes',
};
const open = (answers: Answers) => openPoints(reading.replay(answers));
const openIn = (questionnaire: Questionnaire, answers: Answers) =>
  openPoints(under(questionnaire, EDITION).replay(answers));

describe('why: the answers that carry the result', () => {
  const bearing = (answers: Answers) =>
    Object.fromEntries(bearings(reading.replay(answers)).map((one) => [one.question, one]));

  it('are those whose change alone would alter the outcome', () => {
    const { told, 'looking-after': after, 'complaints-route': complaints, 'held-on': day } = bearing(ready);
    for (const one of [told, after, complaints, day]) expect(one?.outcome).toBe(true);
    // A club is not asked whether people are told, and ends at the same outcome.
    expect(bearing(ready)['who']).toMatchObject({ outcome: false, todos: false });
  });

  it('count as altering what there is to do where only that changes', () => {
    const noNumbers = { ...ready, 'looking-after': { ...lookedAfter, 'locked-box': 'no' } } as const;
    expect(bearing(noNumbers)['complaints-route']).toMatchObject({ outcome: false, todos: true });
    expect(bearing(noNumbers)['helpers']).toMatchObject({ outcome: false, todos: true });
  });

  it('never include what was written in people’s own words', () => {
    expect(bearing(ready)['stall']).toEqual({
      question: 'stall',
      outcome: false,
      leadsTo: [],
      asks: false,
      todos: false,
    });
  });

  it('say where another answer alone would lead', () => {
    expect(bearing(ready)['told']?.leadsTo).toEqual(['too-risky']);
    expect(bearing(ready)['looking-after']?.leadsTo).toEqual(['fix-first']);
    expect(bearing({ ...ready, told: 'no' })['told']?.leadsTo).toEqual(['ready']);
  });

  it('include an answer whose change would ask what was not asked, since nobody knows where that leads', () => {
    expect(bearing({ stall: 'Balloons', who: 'family', taking: ['nothing'] })['taking']?.outcome).toBe(true);
  });

  it('are named for every question on the path and no other', () => {
    expect(Object.keys(bearing({ ...ready, told: 'no' }))).toEqual(
      reading.replay({ ...ready, told: 'no' }).path,
    );
  });
});

describe('an “I don’t know yet”', () => {
  it('is an open point where settling it could change the outcome', () => {
    expect(open({ ...ready, 'complaints-route': 'not-known' })).toEqual([
      { question: 'complaints-route', outcomeRests: true },
    ]);
  });

  it('is an open point where settling it could change only what there is to do', () => {
    const broken = { ...ready, 'looking-after': { ...lookedAfter, 'locked-box': 'no' } } as const;
    expect(open({ ...broken, 'complaints-route': 'not-known' })).toEqual([
      { question: 'complaints-route', outcomeRests: false },
    ]);
  });

  it('is none where nothing depends on it any more', () => {
    // The stall is too risky because people are not told, and a high rating was given already.
    const risky = { ...ready, 'loss-harm': 'high', 'easily-read': 'not-known', told: 'no' } as const;
    expect(open(risky)).toEqual([]);
  });

  it('is none where nothing is unknown', () => {
    expect(open(ready)).toEqual([]);
  });

  it('is none where those are the very words that someone typed', () => {
    expect(open({ ...ready, stall: 'not-known', 'complaints-route': 'no' })).toEqual([]);
  });

  it('is none off the path', () => {
    expect(open({ ...ready, taking: ['nothing'], told: 'not-known' })).toEqual([]);
  });

  it('counts beside another that hides it: settling either alone changes nothing, settling both does', () => {
    const answers = { first: 'not-known', second: 'not-known', colour: 'blue' };
    expect(openIn(twoWaysToStop, answers)).toEqual([
      { question: 'first', outcomeRests: true },
      { question: 'second', outcomeRests: true },
    ]);
  });

  it('does not count beside a definite answer that decides the matter', () => {
    expect(openIn(twoWaysToStop, { first: 'no', second: 'not-known', colour: 'blue' })).toEqual([]);
    expect(openIn(twoWaysToStop, { first: 'yes', second: 'not-known', colour: 'not-known' })).toEqual([
      { question: 'second', outcomeRests: true },
      { question: 'colour', outcomeRests: false },
    ]);
  });

  it('on one point counts only for that point: another that is missing for certain decides alone', () => {
    const oneOfTwo = { ...lookedAfter, 'locked-box': 'no', 'one-keeper': 'not-known' } as const;
    expect(open({ ...ready, 'looking-after': oneOfTwo })).toEqual([
      { question: 'looking-after', outcomeRests: false },
    ]);
    const unknownAlone = { ...lookedAfter, 'one-keeper': 'not-known' } as const;
    expect(open({ ...ready, 'looking-after': unknownAlone })).toEqual([
      { question: 'looking-after', outcomeRests: true },
    ]);
  });

  it('on a consent counts only if the consent could still be a good one', () => {
    const consent = {
      who: 'registered-party',
      purpose: 'Email our newsletter',
      'personal-data': 'yes',
      sources: ['given-for-this'],
      'under-18': 'no',
      'special-category': ['none'],
      nation: 'england',
      poll: 'local',
      channel: 'electronic-mail',
      promotes: 'yes',
      'whose-address': 'people',
      harm: 'no',
      'risk-signs': ['none'],
      'others-handle': ['nobody'],
      'free-to-refuse': 'yes',
      'stop-if-refused': 'yes',
      'consent-status': 'have-consent',
    };
    const points = Object.fromEntries(
      lawfulBasis.questions['consent-standard']?.options
        .filter((point) => point !== 'special-words')
        .map((point) => [point, 'yes']) ?? [],
    ) as Record<string, 'yes' | 'no' | 'not-known'>;
    const openAfter = (said: Record<string, 'yes' | 'no' | 'not-known'>) =>
      openPoints(under(lawfulBasis, NOW).replay({ ...consent, 'consent-standard': { ...points, ...said } }));
    expect(openAfter({ plain: 'not-known' })).toEqual([{ question: 'consent-standard', outcomeRests: true }]);
    expect(openAfter({ plain: 'not-known', recorded: 'no' })).toEqual([]);
  });

  it('counts where it and another hide each other: both ask for the same thing to do', () => {
    const calm = Object.fromEntries(
      Object.entries(article22.questions).flatMap(([id, { kind }]) =>
        kind === 'choice' ? [[id, 'no']] : [],
      ),
    ) as Answers;
    const letters: Answers = {
      ...calm,
      who: 'party-candidate',
      activity: 'Let software suggest names',
      message: 'A letter',
      profiling: 'decides',
      'others-handle': ['nobody'],
      'data-used': ['names-and-addresses'],
      'solely-automated': 'human-look',
    };
    const openAfter = (said: Answers): string[] =>
      openPoints(under(article22, NOW).replay({ ...letters, ...said })).map(({ question }) => question);
    const surprising = { surprised: 'yes', dpia: 'not-yet' };
    expect(
      openAfter({ ...surprising, 'legal-effect': 'not-known', 'significant-effect': 'not-known' }),
    ).toEqual(['legal-effect', 'significant-effect']);
    expect(openAfter({ ...surprising, 'legal-effect': 'not-known', 'significant-effect': 'yes' })).toEqual(
      [],
    );
    const unsure = { surprised: 'not-known', emotive: 'not-known', threatening: 'no' };
    expect(openAfter({ ...unsure, dpia: 'not-yet' })).toEqual(['surprised', 'emotive']);
    // With many of them too: all would have to be settled before anything less is to be done.
    const allOfThem = ['surprised', 'frequency', 'timing', 'unaware', 'emotive', 'autonomy', 'other-reason'];
    expect(
      openAfter({ ...Object.fromEntries(allOfThem.map((id) => [id, 'not-known'])), dpia: 'not-yet' }),
    ).toEqual(allOfThem);
  });

  it('beside known parts of an answer is settled without unsaying them', () => {
    const list = choices(['a', 'b'], { notKnown: 'with-others' });
    const stops = (wanted: (chosen: readonly string[]) => boolean): Questionnaire => ({
      ...asking(list),
      facts: { stops: { from: 'answer', question: 'asked', read: wanted as (answer: never) => boolean } },
      rules: {
        stops: {
          claim: '',
          clauses: [],
          law: [],
          reads: ['stops'],
          holds: ({ stops: said }) => said === true,
        },
      },
      routes: { asked: [{ when: 'stops', to: 'stop' }, { otherwise: 'end' }] },
      outcomes: { end: { verdict: 'proceed', todos: [] }, stop: { verdict: 'stop', todos: [] } },
    });
    const answers = { asked: ['a', 'not-known'] };
    // Whatever the unknown part is, a stays chosen; b may come to light.
    expect(
      openIn(
        stops((chosen) => chosen.includes('a')),
        answers,
      ),
    ).toEqual([]);
    expect(
      openIn(
        stops((chosen) => chosen.includes('b')),
        answers,
      ),
    ).toEqual([{ question: 'asked', outcomeRests: true }]);
  });

  it('on several points is settled in each way, not only all at once', () => {
    const oddOneOut: Questionnaire = {
      ...asking(points(['a', 'b'])),
      facts: {
        same: {
          from: 'answer',
          question: 'asked',
          read: ((said: Record<string, boolean>) => said['a'] === said['b']) as (answer: never) => boolean,
        },
      },
      rules: {
        same: { claim: '', clauses: [], law: [], reads: ['same'], holds: ({ same }) => same === true },
      },
      routes: { asked: [{ when: 'same', to: 'end' }, { otherwise: 'stop' }] },
      outcomes: { end: { verdict: 'proceed', todos: [] }, stop: { verdict: 'stop', todos: [] } },
    };
    expect(openIn(oddOneOut, { asked: { a: 'not-known', b: 'not-known' } })).toEqual([
      { question: 'asked', outcomeRests: true },
    ]);
  });
});

describe('the outcomes that are still in reach', () => {
  it('are all of them before the first answer', () => {
    expect(reachableOutcomes(reading.replay({}))).toEqual(Object.keys(everyKind.outcomes));
  });

  it('are fewer with each answer that rules one out', () => {
    const beforeLast = without(ready, 'complaints-route');
    expect(reachableOutcomes(reading.replay(beforeLast))).toEqual(['fix-first', 'ready']);
    const withMissing = without(beforeLast, 'looking-after');
    expect(
      reachableOutcomes(
        reading.replay({
          ...withMissing,
          'looking-after': { ...lookedAfter, 'locked-box': 'no' },
        }),
      ),
    ).toEqual(['fix-first']);
  });

  it('are the one that was reached, once it is', () => {
    expect(reachableOutcomes(reading.replay(ready))).toEqual(['ready']);
  });

  it('agree with trying every way on', () => {
    const soFar = without(ready, 'looking-after', 'complaints-route');
    const tried = new Set<string | undefined>();
    for (const box of ['yes', 'no'] as const) {
      for (const complaints of ['yes', 'no']) {
        const answers = {
          ...soFar,
          'looking-after': { ...lookedAfter, 'locked-box': box },
          'complaints-route': complaints,
        };
        tried.add(reading.replay(answers).outcome);
      }
    }
    expect(new Set(reachableOutcomes(reading.replay(soFar)))).toEqual(tried);
  });
});

describe('an answer that is changed', () => {
  it('sets aside the answers that are no longer asked for, in asking order', () => {
    expect(setAsideBy(reading.replay(ready), { question: 'taking', answer: ['nothing'] })).toEqual([
      'held-on',
      'helpers',
      'first-name-at',
      'loss-harm',
      'easily-read',
      'told',
      'looking-after',
      'complaints-route',
    ]);
    expect(setAsideBy(reading.replay(ready), { question: 'who', answer: 'club' })).toEqual(['told']);
  });

  it('sets nothing aside where the same is asked as before', () => {
    expect(setAsideBy(reading.replay(ready), { question: 'helpers', answer: 3 })).toEqual([]);
  });

  it('sets aside what no longer fits, such as a point that is not offered any more', () => {
    const allergies = {
      ...ready,
      taking: ['allergies'],
      'looking-after': { ...lookedAfter, 'allergy-agreement': 'yes' },
    } as const;
    expect(reading.replay(allergies).outcome).toBe('ready');
    expect(setAsideBy(reading.replay(allergies), { question: 'taking', answer: ['names'] })).toEqual([
      'looking-after',
    ]);
  });

  it('waits for the answer to a question that a change brings up before it sets aside what comes after', () => {
    const untold = Object.fromEntries(
      Object.entries({ ...ready, who: 'club' }).filter(([question]) => question !== 'told'),
    );
    expect(setAsideBy(reading.replay(untold), { question: 'who', answer: 'family' })).toEqual([]);
    const family = { ...untold, who: 'family' };
    expect(reading.replay(family).next).toBe('told');
    expect(setAsideBy(reading.replay(family), { question: 'told', answer: 'yes' })).toEqual([]);
    expect(setAsideBy(reading.replay(family), { question: 'told', answer: 'no' })).toEqual([
      'looking-after',
      'complaints-route',
    ]);
  });

  it('finds its way back: what was set aside is there again when the old answer is', () => {
    const changed = { ...ready, taking: ['nothing'] };
    expect(reading.replay(changed).outcome).toBe('nothing-to-check');
    expect(reading.replay({ ...changed, taking: ready['taking'] ?? [] })).toEqual(reading.replay(ready));
  });
});
