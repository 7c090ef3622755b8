import { describe, expect, it } from 'vitest';

import type { Answer, Answers, Verdict } from '../../../src/engine/define.ts';
import {
  askedOnTheWay,
  costOf,
  factsThatMatter,
  fewestChanges,
  MOST_CHANGES,
  plannedInstead,
  type Alternative,
  type Change,
} from '../../../src/engine/fewest-changes.ts';
import { Place } from '../../../src/engine/folded-walk.ts';
import { under, type Point } from '../../../src/engine/reading.ts';
import { EDITIONS } from '../../../src/questionnaires/editions.ts';
import { lawfulBasis } from '../../../src/questionnaires/lawful-basis/flow.ts';
import { everyKind } from '../../fixtures/site/every-kind/flow.ts';
import { randomAnswers, randomFrom } from '../../flows/random.ts';

const ranks: Record<Verdict, number> = { stop: 0, 'proceed-if': 1, proceed: 2, 'not-needed': 2 };
const edition = EDITIONS[2];
const basisReading = under(lawfulBasis, edition);

/** The fixture, in which more can be planned otherwise than in what is published. */
const stall = {
  ...everyKind,
  plans: {
    taking: { options: ['names', 'phone-numbers', 'allergies'] },
    told: { options: ['yes'] },
    'easily-read': { options: ['low', 'medium', 'high'], ranked: true },
    'looking-after': { options: ['locked-box', 'one-keeper', 'day-to-destroy', 'allergy-agreement'] },
  },
};
const stallReading = under(stall, edition);

/** What the cheapest way to something better costs, found by trying every plan. */
function cheapestByBruteForce(answers: Answers, better: (outcome: string) => boolean): number {
  const keep = factsThatMatter(stall);
  let cheapest = Infinity;
  const tryAll = (point: Point, changes: readonly Change[]): void => {
    if (stallReading.isOutcome(point.question)) {
      if (better(point.question) && changes.length > 0) cheapest = Math.min(cheapest, costOf({ changes }));
      return;
    }
    const place = new Place(stallReading, point, {}, keep);
    const given = place.givenIn(answers);
    if (given === undefined) {
      const asks = askedOnTheWay(stallReading, point, answers, better);
      if (asks !== undefined && changes.length > 0) cheapest = Math.min(cheapest, costOf({ changes, asks }));
      return;
    }
    const onward = (answer: Answer, more: readonly Change[]): void => {
      const { facts, to } = stallReading.onward(point, answer);
      tryAll({ question: to, facts }, more);
    };
    onward(given, changes);
    if (changes.length === MOST_CHANGES) return;
    for (const answer of plannedInstead(stallReading, place, given))
      onward(answer, [...changes, { question: point.question, answer }]);
  };
  tryAll(stallReading.start, []);
  return cheapest;
}

describe('someone who asks what would have to be different', () => {
  it(
    'is told no more changes than the fewest there are, as trying every plan shows',
    { timeout: 120_000 },
    () => {
      const random = randomFrom(1992);
      let [found, asked] = [0, 0];
      for (let tried = 0; tried < 400; tried += 1) {
        const now = stallReading.replay(randomAnswers(random, stall));
        if (now.outcome === undefined) continue;
        const rank = ranks[stall.outcomes[now.outcome]?.verdict ?? 'stop'];
        const better = (outcome: string): boolean => ranks[stall.outcomes[outcome]?.verdict ?? 'stop'] > rank;
        const alternative = fewestChanges(now, { worthReaching: better, endsBetter: () => true });
        const fewest = cheapestByBruteForce(now.answers, better);
        expect(alternative === undefined ? Infinity : costOf(alternative)).toBe(fewest);
        if (alternative === undefined) continue;
        found += 1;
        const then = stallReading.replay(alternative.answers);
        expect(then.outcome).toBe(alternative.outcome);
        if (alternative.outcome === undefined) {
          asked += 1;
          expect(then.next).toBe(alternative.asks[0]);
        }
      }
      expect(found).toBeGreaterThan(20);
      expect(asked).toBeGreaterThan(0);
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
  /** Every plan that she is offered, one after the other. */
  function offeredTo(answers: Answers): Alternative[] {
    const offered: Alternative[] = [];
    const without: Change[] = [];
    for (let more = 0; more < 12; more += 1) {
      const alternative = fewestChanges(basisReading.replay(answers), {
        worthReaching: notStop,
        endsBetter: () => true,
        without,
      });
      const [first] = alternative?.changes ?? [];
      if (alternative === undefined || first === undefined) break;
      offered.push(alternative);
      without.push(first);
    }
    return offered;
  }

  it('is offered what she can plan otherwise, and no channel that disturbs people more', () => {
    expect(basisReading.replay(email).outcome).toBe('no-basis');
    const changes = offeredTo(email).flatMap((one) => one.changes);
    expect(changes.length).toBeGreaterThan(1);
    for (const { question, answer } of changes) {
      expect(Object.keys(lawfulBasis.plans)).toContain(question);
      expect([
        'automated-call',
        'cookies',
        'list-audience',
        'lookalike-audience',
        'forwarding',
      ]).not.toContain(answer);
    }
  });

  it('is told what would be asked then, and nothing of a contract, a duty or a danger that nobody spoke of', () => {
    const post = offeredTo(email).find(({ changes }) => changes.some(({ answer }) => answer === 'doorstep'));
    expect(post?.outcome).toBeUndefined();
    expect(post?.asks).toContain('another-way');
    for (const { answers, outcome } of offeredTo(email)) {
      expect(answers).not.toHaveProperty('everyday-basis');
      expect(['contract', 'legal-obligation', 'vital-interests']).not.toContain(outcome);
    }
  });

  it('is asked what her words of consent say, and not taken to have got all of it wrong', () => {
    const designing = offeredTo(email).find(({ changes }) =>
      changes.some(({ answer }) => answer === 'designing'),
    );
    expect(designing?.changes).toEqual([{ question: 'consent-status', answer: 'designing' }]);
    expect(designing?.asks).toEqual(['consent-standard']);
    expect(designing?.answers).not.toHaveProperty('consent-standard');
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

  it('is not told to have facts other than they are', () => {
    for (const { changes } of offeredTo(harmfulLetter))
      expect(changes.map(({ question }) => question)).not.toContain('harm');
  });

  it('is told nothing where nothing she could change ends better', () => {
    expect(
      fewestChanges(basisReading.replay(email), { worthReaching: () => false, endsBetter: () => true }),
    ).toBeUndefined();
  });
});
