import { describe, expect, it } from 'vitest';

import type { Answers, Verdict } from '../../../src/engine/define.ts';
import {
  CHANGED,
  costOf,
  factsThatMatter,
  fewestChanges,
  MOST_CHANGES,
  stepsFrom,
  type Alternative,
} from '../../../src/engine/fewest-changes.ts';
import { Place } from '../../../src/engine/folded-walk.ts';
import { under, type Point } from '../../../src/engine/reading.ts';
import { EDITIONS } from '../../../src/questionnaires/editions.ts';
import { lawfulBasis } from '../../../src/questionnaires/lawful-basis/flow.ts';
import { everyKind } from '../../fixtures/site/every-kind/flow.ts';
import { randomAnswers, randomFrom } from '../../flows/random.ts';

const ranks: Record<Verdict, number> = { stop: 0, 'proceed-if': 1, proceed: 2, 'not-needed': 2 };
const edition = EDITIONS[2];
const everyReading = under(everyKind, edition);
const basisReading = under(lawfulBasis, edition);

/** What the cheapest way to something better costs, found by trying every way. */
function cheapestByBruteForce(
  answers: Answers,
  facts: boolean,
  better: (outcome: string) => boolean,
): number {
  const keep = factsThatMatter(everyKind);
  let cheapest = Infinity;
  const tryAll = (point: Point, cost: number): void => {
    if (everyReading.isOutcome(point.question)) {
      if (better(point.question)) cheapest = Math.min(cheapest, cost);
      return;
    }
    const place = new Place(everyReading, point, {}, keep);
    for (const step of stepsFrom(everyReading, place, answers, facts)) {
      const onward = everyReading.onward(point, step.answer);
      tryAll({ question: onward.to, facts: onward.facts }, cost + costOf(step));
    }
  };
  tryAll(everyReading.start, 0);
  return cheapest < (MOST_CHANGES + 1) * CHANGED ? cheapest : Infinity;
}

/** What an alternative costs, counted from what it says. */
function costOfAlternative({ changes, besides }: Alternative): number {
  return (
    changes.reduce((sum, { kind }) => sum + costOf({ answer: '', change: kind }), 0) +
    besides.length * costOf({ answer: '', asked: true })
  );
}

describe('someone who asks what would have to be different', () => {
  it(
    'is told no more changes than the fewest there are, as trying every way shows',
    { timeout: 120_000 },
    () => {
      const random = randomFrom(1992);
      let found = 0;
      for (let tried = 0; tried < 60; tried += 1) {
        const answers = randomAnswers(random, everyKind);
        const now = everyReading.replay(answers);
        if (now.outcome === undefined) continue;
        const rank = ranks[everyKind.outcomes[now.outcome]?.verdict ?? 'stop'];
        const better = (outcome: string): boolean =>
          ranks[everyKind.outcomes[outcome]?.verdict ?? 'stop'] > rank;
        for (const facts of [false, true]) {
          const alternative = fewestChanges(now, {
            facts,
            worthReaching: better,
            endsBetter: () => true,
          });
          const fewest = cheapestByBruteForce(now.answers, facts, better);
          expect(alternative === undefined ? Infinity : costOfAlternative(alternative)).toBe(fewest);
          if (alternative !== undefined) {
            found += 1;
            expect(everyReading.replay(alternative.answers).outcome).toBe(alternative.outcome);
          }
        }
      }
      expect(found).toBeGreaterThan(20);
    },
  );

  const email: Answers = {
    who: 'independent-candidate',
    purpose: 'Email residents',
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
    'consent-status': 'hold-without',
  };
  const notStop = (outcome: string): boolean => lawfulBasis.outcomes[outcome]?.verdict !== 'stop';

  it('is offered what she can plan otherwise, and no channel that disturbs people more', () => {
    expect(basisReading.replay(email).outcome).toBe('no-basis');
    const without: { question: string; answer: string }[] = [];
    for (let more = 0; more < 12; more += 1) {
      const alternative = fewestChanges(basisReading.replay(email), {
        facts: false,
        worthReaching: notStop,
        endsBetter: () => true,
        without,
      });
      if (alternative === undefined) break;
      expect(alternative.changes.every(({ kind }) => kind === 'plan')).toBe(true);
      for (const { question, answer } of alternative.changes) {
        if (question === 'channel')
          expect([
            'automated-call',
            'cookies',
            'list-audience',
            'lookalike-audience',
            'forwarding',
          ]).not.toContain(answer);
        without.push({ question, answer: answer as string });
      }
    }
    expect(without.length).toBeGreaterThan(1);
  });

  /** A letter that rests on legitimate interests, but for one thing: it could harm. */
  const harmfulLetter: Answers = {
    ...email,
    nation: 'england',
    poll: 'local',
    channel: 'post-by-name',
    harm: 'yes',
    'democratic-engagement': 'yes',
    'task-in-law': 'no',
    'another-way': 'no',
    proportionate: 'yes',
    interest: 'democratic-engagement',
    expected: 'yes',
    outweighs: 'yes',
  };

  it('is not told to have facts other than they are, unless she asks what could turn out', () => {
    const plans = fewestChanges(basisReading.replay(harmfulLetter), {
      facts: false,
      worthReaching: notStop,
      endsBetter: () => true,
      without: [],
    });
    expect(plans?.changes.map(({ question }) => question)).not.toContain('harm');
    const facts = fewestChanges(basisReading.replay(harmfulLetter), {
      facts: true,
      worthReaching: notStop,
      endsBetter: () => true,
      without: [{ question: 'personal-data', answer: 'no' }],
    });
    expect(facts?.changes).toEqual([{ question: 'harm', answer: 'no', kind: 'fact' }]);
  });

  it('is told nothing where nothing she could change ends better', () => {
    expect(
      fewestChanges(basisReading.replay(email), {
        facts: true,
        worthReaching: () => false,
        endsBetter: () => true,
      }),
    ).toBeUndefined();
  });
});
