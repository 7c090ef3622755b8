import { describe, expect, it } from 'vitest';

import {
  choice,
  choices,
  date,
  number,
  points,
  rating,
  text,
  type Answer,
  type Rule,
} from '../../../src/engine/define.ts';
import { isCalendarDate, saysNotKnown } from '../../../src/engine/answer.ts';
import { under } from '../../../src/engine/reading.ts';
import { everyKind } from '../../fixtures/site/every-kind/flow.ts';
import { takes } from './small-questionnaires.ts';

/** What no question may take, whatever its kind: such as a hostile file could hold. */
const nonsense: [string, unknown][] = [
  ['nothing at all', undefined],
  ['null', null],
  ['true', true],
  ['a function', () => 'yes'],
  ['a number that is none', Number.NaN],
  ['a list in a list', [['yes']]],
  ['an object that passes itself off as text', { toString: () => 'yes', length: 3 }],
];
const questions = {
  choice: choice(['yes', 'no'], { cautious: 'no' }),
  rating: rating(['low', 'high'], { cautious: 'high' }),
  choices: choices(['a', 'b', 'none'], { none: 'none', notKnown: 'alone' }),
  points: points(['a', 'b']),
  date: date(['not-yet'], { cautious: 'not-yet', samples: ['2026-01-01'] }),
  number: number({ least: 0, most: 10, cautious: 0, samples: [0] }),
  text: text(),
};

describe.each(Object.entries(questions))('a question of the kind %s', (_kind, question) => {
  it.each(nonsense)('refuses %s', (_what, answer) => {
    expect(takes(question, answer)).toBe(false);
  });
});

describe('someone who chooses one option', () => {
  it('can choose each, and nothing else', () => {
    expect(takes(choice(['yes', 'no']), 'yes')).toBe(true);
    expect(takes(choice(['yes', 'no']), 'maybe')).toBe(false);
    expect(takes(choice(['yes', 'no']), '')).toBe(false);
    expect(takes(choice(['yes', 'no']), ['yes'])).toBe(false);
    expect(takes(choice(['yes', 'no']), 'constructor')).toBe(false);
  });

  it('can say “I don’t know yet” only where the question has a cautious option', () => {
    expect(takes(choice(['yes', 'no'], { cautious: 'no' }), 'not-known')).toBe(true);
    expect(takes(choice(['yes', 'no']), 'not-known')).toBe(false);
    expect(takes(rating(['low', 'high'], { cautious: 'high' }), 'not-known')).toBe(true);
    expect(takes(rating(['low', 'high']), 'not-known')).toBe(false);
  });
});

describe('someone who selects all that apply', () => {
  const alone = choices(['a', 'b', 'none'], { none: 'none', notKnown: 'alone' });
  const withOthers = choices(['a', 'b'], { notKnown: 'with-others' });

  it('can select one or more, in any order', () => {
    expect(takes(alone, ['a'])).toBe(true);
    expect(takes(alone, ['b', 'a'])).toBe(true);
  });

  it('cannot select nothing, the same twice, or what is not there', () => {
    expect(takes(alone, [])).toBe(false);
    expect(takes(alone, ['a', 'a'])).toBe(false);
    expect(takes(alone, ['a', 'c'])).toBe(false);
    expect(takes(alone, 'a')).toBe(false);
    expect(takes(alone, { 0: 'a', length: 1 })).toBe(false);
  });

  it('can select “none of these” only on its own', () => {
    expect(takes(alone, ['none'])).toBe(true);
    expect(takes(alone, ['none', 'a'])).toBe(false);
    expect(takes(alone, ['none', 'not-known'])).toBe(false);
  });

  it('can say “I don’t know yet” on its own, or beside others where a part can be unknown', () => {
    expect(takes(alone, ['not-known'])).toBe(true);
    expect(takes(alone, ['a', 'not-known'])).toBe(false);
    expect(takes(withOthers, ['not-known'])).toBe(true);
    expect(takes(withOthers, ['a', 'not-known'])).toBe(true);
    expect(takes(withOthers, ['not-known', 'not-known'])).toBe(false);
    expect(takes(choices(['a', 'b']), ['not-known'])).toBe(false);
  });

  it('does not slip through with a gap in the list', () => {
    const gap: unknown[] = ['a'];
    gap[2] = 'b';
    expect(takes(withOthers, gap)).toBe(false);
  });
});

describe('someone who answers point by point', () => {
  const question = points(['a', 'b']);

  it('has to answer each point, with yes, no or “I don’t know yet”', () => {
    expect(takes(question, { a: 'yes', b: 'not-known' })).toBe(true);
    expect(takes(question, { a: 'yes' })).toBe(false);
    expect(takes(question, { a: 'yes', b: 'perhaps' })).toBe(false);
    expect(takes(question, { a: 'yes', b: 'no', c: 'no' })).toBe(false);
    expect(takes(question, { a: 'yes', c: 'no' })).toBe(false);
    expect(takes(question, ['yes', 'no'])).toBe(false);
  });

  it('cannot bring in points of another kind', () => {
    expect(takes(question, JSON.parse('{"a":"yes","__proto__":"no"}'))).toBe(false);
    expect(takes(question, Object.create({ a: 'yes', b: 'no' }))).toBe(false);
  });
});

describe('someone who enters a date', () => {
  const question = date(['not-yet'], { cautious: 'not-yet', samples: ['2026-01-01'] });

  it.each(['2026-05-01', '2024-02-29', '0001-01-01', '9999-12-31', 'not-yet', 'not-known'])(
    'can enter %s',
    (answer) => {
      expect(takes(question, answer)).toBe(true);
    },
  );

  it.each(['2025-02-29', '2025-02-30', '1900-02-29', '2025-13-01', '2025-00-10', '2025-01-00', '2025-04-31'])(
    'cannot enter %s, which no calendar has',
    (answer) => {
      expect(takes(question, answer)).toBe(false);
    },
  );

  it.each([
    '0000-01-01',
    '-0001-01-01',
    '02025-01-01',
    '2025-1-1',
    '1/5/2026',
    '2026-05-01T00:00',
    ' 2026-05-01',
    '2026-05-01\n',
    '',
  ])('cannot enter %j, which is not written as a date', (answer) => {
    expect(takes(question, answer)).toBe(false);
  });

  it('can say “I don’t know yet” only where that is an answer', () => {
    expect(takes(date([], { samples: ['2026-01-01'] }), 'not-known')).toBe(false);
  });
});

describe('someone who enters a number', () => {
  const question = number({ least: 0, most: 1_000_000, cautious: 0, samples: [0] });

  it.each([0, 1, 1_000_000, 'not-known'])('can enter %s', (answer) => {
    expect(takes(question, answer)).toBe(true);
  });

  it.each([-1, 0.5, 1_000_001, Number.MAX_VALUE, Number.NaN, Number.POSITIVE_INFINITY, '1', '', 10n])(
    'cannot enter %s',
    (answer) => {
      expect(takes(question, answer)).toBe(false);
    },
  );

  it('can say “I don’t know yet” only where that is an answer', () => {
    expect(takes(number({ least: 0, most: 1, samples: [0] }), 'not-known')).toBe(false);
  });
});

describe('someone who writes in their own words', () => {
  it('has to write something', () => {
    expect(takes(text(), 'Ring people who gave us a number.')).toBe(true);
    expect(takes(text(), '')).toBe(false);
    expect(takes(text(), ' \n\t ')).toBe(false);
  });
});

describe('what an answer says', () => {
  const reading = under(everyKind, 'law-2026-06');
  const after = (
    facts: Readonly<Record<string, string | number | boolean | undefined>>,
    id: string,
    answer: Answer,
  ) => reading.factsAfter({ question: id, facts }, answer);
  const start = reading.start.facts;

  it('“I don’t know yet” is read as the cautious answer, whatever the kind', () => {
    for (const [id, cautious] of [
      ['told', 'no'],
      ['loss-harm', 'high'],
      ['held-on', 'not-settled'],
      ['helpers', 0],
    ] as const) {
      expect(after(start, id, 'not-known')).toEqual(after(start, id, cautious));
    }
    const said = (second: string) =>
      ({ 'locked-box': 'yes', 'one-keeper': second, 'day-to-destroy': 'no' }) as Answer;
    expect(after(start, 'looking-after', said('not-known'))).toEqual(
      after(start, 'looking-after', said('no')),
    );
  });

  it('the highest of several ratings counts, in whichever order they are given', () => {
    const lowThenHigh = after(after(start, 'loss-harm', 'low'), 'easily-read', 'high');
    const highThenLow = after(after(start, 'loss-harm', 'high'), 'easily-read', 'low');
    expect(start['risk']).toBeUndefined();
    expect(after(start, 'loss-harm', 'low')['risk']).toBe('low');
    expect([lowThenHigh['risk'], highThenLow['risk']]).toEqual(['high', 'high']);
  });

  it('a mark is set by either of two answers, and a later answer does not clear it', () => {
    expect(start['care']).toBe(false);
    const marked = after(start, 'taking', ['allergies']);
    expect(marked['care']).toBe(true);
    expect(after(marked, 'helpers', 5)['care']).toBe(true);
    expect(after(after(start, 'taking', ['names']), 'helpers', 0)['care']).toBe(true);
    expect(after(after(start, 'taking', ['names']), 'helpers', 1)['care']).toBe(false);
  });

  it('an option on a condition is offered only where the condition holds', () => {
    const offered = (taken: Answer) =>
      reading.offered({ question: 'looking-after', facts: after(start, 'taking', taken) });
    expect(offered(['names'])).not.toContain('allergy-agreement');
    expect(offered(['allergies'])).toContain('allergy-agreement');
    expect(offered(['not-known'])).toContain('allergy-agreement');
  });

  it('the first branch whose rule holds is taken', () => {
    const facts = { ...start, who: 'club', care: true };
    const leads = (rated: string) => reading.onward({ question: 'easily-read', facts }, rated).to;
    expect(leads('high')).toBe('too-risky');
    expect(leads('low')).toBe('looking-after');
  });

  it('a rule sees only the facts that it declares', () => {
    let seen: string[] = [];
    const watched = {
      ...everyKind,
      rules: {
        ...everyKind.rules,
        watched: {
          claim: '',
          clauses: [],
          law: [],
          reads: ['risk'],
          holds: (facts: object) => (seen = Object.keys(facts)).length > 0,
        },
      },
    };
    under(watched, 'law-2026-06').holds('watched', { risk: 'low', care: true, alone: false });
    expect(seen).toEqual(['risk']);
  });

  it('“I don’t know yet” is found wherever it is said', () => {
    expect(saysNotKnown('not-known')).toBe(true);
    expect(saysNotKnown(['a', 'not-known'])).toBe(true);
    expect(saysNotKnown({ a: 'yes', b: 'not-known' })).toBe(true);
    expect(saysNotKnown(['a'])).toBe(false);
    expect(saysNotKnown(0)).toBe(false);
  });
});

describe('an edition', () => {
  it('counts itself and the later ones', () => {
    const from = (edition: string): Rule => ({
      claim: '',
      clauses: [],
      law: [],
      reads: [],
      holds: (_facts, { isFrom }) => isFrom(edition),
    });
    const asked = under(
      {
        ...everyKind,
        rules: { first: from('code-2019'), own: from('law-2026-02'), later: from('law-2026-06') },
      },
      'law-2026-02',
    );
    expect(['first', 'own', 'later'].map((rule) => asked.holds(rule, {}))).toEqual([true, true, false]);
  });

  it('that is not there is refused by name, and so are questions and rules', () => {
    expect(() => under(everyKind, 'law-1066')).toThrow(
      'Questionnaire every-kind has no edition law-1066. It has code-2019, law-2026-02, law-2026-06.',
    );
    expect(() => under(everyKind, 'code-2019').question('weather')).toThrow(
      'Questionnaire every-kind has no question weather.',
    );
    expect(() => under(everyKind, 'code-2019').holds('itRains', {})).toThrow(
      'Questionnaire every-kind has no rule itRains.',
    );
  });
});

describe('a date', () => {
  it('is one only if the calendar has it', () => {
    expect(isCalendarDate('2000-02-29')).toBe(true);
    expect(isCalendarDate('2100-02-29')).toBe(false);
  });
});
