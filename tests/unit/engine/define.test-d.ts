/** A questionnaire that leads people nowhere, or asks what it does not offer, does not compile. */
import { describe, expectTypeOf, it } from 'vitest';

import {
  choice,
  choices,
  defineQuestionnaire,
  factsOf,
  points,
  rating,
  rulesOver,
  text,
  type Questionnaire,
} from '../../../src/engine/define.ts';

const questions = {
  purpose: text(),
  who: choice(['club', 'family'], { cautious: 'family' }),
  taking: choices(['names', 'numbers', 'nothing'], { none: 'nothing' }),
  harm: rating(['low', 'high'], { cautious: 'high' }),
  care: points(['box', 'keeper']),
};
const { answer, highest, mark, met, ticked } = factsOf(questions);
const facts = {
  club: answer('who', (who) => who === 'club'),
  names: ticked('taking', 'names'),
  worst: highest(['harm'], ['low', 'high']),
  marked: mark(),
};
const rule = rulesOver(facts, ['old', 'new']);
const rules = {
  isClub: rule(['club'], {
    claim: 'It is a club.',
    clauses: ['a-clause'],
    holds: ({ club }) => club === true,
  }),
};
const outcomes = { ready: { verdict: 'proceed', todos: [] }, wait: { verdict: 'stop', todos: [] } } as const;
const routes = {
  purpose: 'who',
  who: { byOption: { club: 'taking', family: [{ when: 'isClub', to: 'ready' }, { otherwise: 'taking' }] } },
  taking: 'harm',
  harm: 'care',
  care: [{ when: 'isClub', to: 'ready' }, { otherwise: 'wait' }],
} as const;
const parts = {
  id: 'stall',
  version: '1.0.0',
  editions: ['old', 'new'],
  start: 'purpose',
  questions,
  facts,
  rules,
  outcomes,
  marks: { marked: { who: ['isClub'] } },
} as const;

describe('a questionnaire that could fail people does not compile', () => {
  it('but a sound one does', () => {
    expectTypeOf(defineQuestionnaire({ ...parts, routes })).toEqualTypeOf<Questionnaire>();
  });

  it('when an answer leads to nothing that is there', () => {
    // @ts-expect-error there is no `where`
    defineQuestionnaire({ ...parts, routes: { ...routes, purpose: 'where' } });
    defineQuestionnaire({
      ...parts,
      // @ts-expect-error there is no `where` in a branch
      routes: { ...routes, care: [{ when: 'isClub', to: 'where' }, { otherwise: 'wait' }] },
    });
    // @ts-expect-error there is no `where` to begin at
    defineQuestionnaire({ ...parts, routes, start: 'where' });
  });

  it('when nobody wrote where a question leads', () => {
    const { purpose, who, taking, harm } = routes;
    // @ts-expect-error care has no route
    defineQuestionnaire({ ...parts, routes: { purpose, who, taking, harm } });
  });

  it('when an option leads nowhere, or one that is not offered leads somewhere', () => {
    // @ts-expect-error family has no route
    defineQuestionnaire({ ...parts, routes: { ...routes, who: { byOption: { club: 'taking' } } } });
    defineQuestionnaire({
      ...parts,
      // @ts-expect-error nobody can say `trader`
      routes: { ...routes, who: { byOption: { club: 'taking', family: 'taking', trader: 'taking' } } },
    });
  });

  it('when branches have no otherwise', () => {
    // @ts-expect-error the last branch has a rule
    defineQuestionnaire({ ...parts, routes: { ...routes, care: [{ when: 'isClub', to: 'ready' }] } });
  });

  it('when a rule is named that nobody wrote', () => {
    defineQuestionnaire({
      ...parts,
      // @ts-expect-error there is no rule isScout
      routes: { ...routes, care: [{ when: 'isScout', to: 'ready' }, { otherwise: 'wait' }] },
    });
    // @ts-expect-error there is no rule isScout
    defineQuestionnaire({ ...parts, routes, marks: { marked: { who: ['isScout'] } } });
    // @ts-expect-error there is no rule isScout
    defineQuestionnaire({ ...parts, routes, offered: { who: { club: 'isScout' } } });
    // @ts-expect-error there is no rule isScout
    defineQuestionnaire({ ...parts, routes, todos: [{ when: 'isScout', add: ['fee'] }] });
    // @ts-expect-error there is no rule isScout
    defineQuestionnaire({ ...parts, routes, done: { fee: 'isScout' } });
    // @ts-expect-error there is no rule isScout
    defineQuestionnaire({ ...parts, routes, stated: [{ question: 'who', answer: 'club', when: 'isScout' }] });
  });

  it('when a finding is taken along to another questionnaire that rests on nothing that is there', () => {
    const going = { questionnaire: 'fair', when: 'isClub' } as const;
    const ready = { ...going, carries: { a: [{ at: ['ready'], answer: 'yes' }] } } as const;
    const byRule = { ...going, carries: { a: [{ when: 'isScout', answer: 'yes' }] } } as const;
    const byOutcome = { ...going, carries: { a: [{ at: ['gone'], answer: 'yes' }] } } as const;
    expectTypeOf(
      defineQuestionnaire({ ...parts, routes, followOns: [ready] }),
    ).toEqualTypeOf<Questionnaire>();
    // @ts-expect-error there is no rule isScout
    defineQuestionnaire({ ...parts, routes, followOns: [byRule] });
    // @ts-expect-error there is no outcome `gone`
    defineQuestionnaire({ ...parts, routes, followOns: [byOutcome] });
  });

  it('when an option is read that no question offers', () => {
    // @ts-expect-error nobody can say `trader`
    answer('who', (who) => who === 'trader');
    // @ts-expect-error nobody can choose `stamps`
    ticked('taking', 'stamps');
    // @ts-expect-error there is no point `lock`
    met('care', 'lock');
    // @ts-expect-error nobody can rate it `middling`
    highest(['harm'], ['low', 'middling']);
    // @ts-expect-error there is no such option to be offered on a condition
    defineQuestionnaire({ ...parts, routes, offered: { who: { trader: 'isClub' } } });
  });

  it('when “I don’t know yet” or “none” stands for an option that is not there', () => {
    // @ts-expect-error nobody can say `trader`
    choice(['club', 'family'], { cautious: 'trader' });
    // @ts-expect-error nobody can choose `none`
    choices(['names', 'nothing'], { none: 'none' });
    // @ts-expect-error a reason is asked after an option that is not there
    choice(['club', 'family'], { reasons: { why: ['trader'] } });
  });

  it('when a fact is read from a question that is not asked, or is not of the kind', () => {
    // @ts-expect-error there is no question `where`
    answer('where', () => true);
    // @ts-expect-error `who` is not a rating
    highest(['who'], ['club']);
    // @ts-expect-error which boxes it looks at is not said
    answer('taking', (taken) => taken.length > 1);
    // @ts-expect-error which points it looks at is not said
    answer('care', (said) => said.box);
  });

  it('when a rule reads a fact that it does not declare, or that is not there', () => {
    // @ts-expect-error names is not declared
    rule(['club'], { claim: 'It takes names.', clauses: ['a-clause'], holds: ({ names }) => names === true });
    // @ts-expect-error there is no fact `weather`
    rule(['weather'], { claim: 'It rains.', clauses: ['a-clause'], holds: () => true });
  });

  it('when a rule rests on no clause, or on an edition that is not there', () => {
    // @ts-expect-error nothing is cited
    rule(['club'], { claim: 'It is a club.', clauses: [], holds: () => true });
    rule([], {
      claim: 'It is later.',
      clauses: ['a-clause'],
      // @ts-expect-error there is no edition `next`
      holds: (_facts, edition) => edition.isFrom('next'),
    });
  });
});
