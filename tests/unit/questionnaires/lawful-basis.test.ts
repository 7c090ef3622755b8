/** The rules of `lawful-basis` at their edges. What is expected was written from the code of practice and the law list. */
import { describe, expect, it } from 'vitest';

import type { Answers } from '../../../src/engine/define.ts';
import { under } from '../../../src/engine/reading.ts';
import { lawfulBasis } from '../../../src/questionnaires/lawful-basis/flow.ts';

const DRAFT = 'code-2019';
const NOW = 'law-2026-06';
const EDITIONS = [DRAFT, 'law-2026-02', NOW] as const;

const start: Answers = {
  who: 'registered-party',
  purpose: 'Write to electors',
  'personal-data': 'yes',
  nation: 'england',
  poll: 'uk-parliament',
  'whose-address': 'people',
  'others-handle': ['nobody'],
};
/** Up to the questions on necessity, for data that people gave for this use. */
const given: Answers = {
  ...start,
  sources: ['given-for-this'],
  'under-18': 'no',
  'special-category': ['none'],
};
const letter: Answers = { channel: 'post-by-name', promotes: 'yes', harm: 'no', 'risk-signs': ['none'] };
const necessary: Answers = { 'another-way': 'no', proportionate: 'yes' };
const balanced: Answers = { interest: 'democratic-engagement', expected: 'yes', outweighs: 'yes' };

const at = (answers: Answers, edition: string = NOW) => {
  const { outcome, next, refused } = under(lawfulBasis, edition).replay(answers);
  return outcome ?? (refused ? `refused at ${next ?? ''}` : next);
};
const offers = (question: string, answers: Answers) => {
  const replayed = under(lawfulBasis, NOW).replay(answers);
  expect(replayed.next).toBe(question);
  return replayed.offered(question);
};
const todos = (answers: Answers, edition: string = NOW) => under(lawfulBasis, edition).replay(answers).todos;

describe('where the data came from', () => {
  it('decides what is asked next, in the order of the code', () => {
    const all = ['marked-register', 'casework', 'shared', 'bought-contacts'];
    const answers: Record<string, Answers[string]> = { ...start, sources: all };
    const asked: (string | undefined)[] = [];
    for (const [id, answer] of [
      ['under-18', 'no'],
      ['register-entitled', 'yes'],
      ['provenance', 'yes'],
      ['named-consent', 'yes'],
      ['first-basis', 'no'],
      ['compatible', 'yes'],
      ['casework-expected', 'yes'],
    ] as const) {
      asked.push(at(answers));
      answers[id] = answer;
    }
    expect(asked).toEqual([
      'under-18',
      'register-entitled',
      'provenance',
      'named-consent',
      'first-basis',
      'compatible',
      'casework-expected',
    ]);
    expect(at(answers)).toBe('special-category');
  });

  it('has to be known: one part that nobody can trace stops it, whatever the rest is', () => {
    for (const edition of EDITIONS) {
      expect(at({ ...start, sources: ['given-for-this', 'not-known'] }, edition)).toBe('find-out-first');
      expect(at({ ...start, sources: ['not-known'] }, edition)).toBe('find-out-first');
    }
  });

  it('states that under-18s are among them where the full register is used, and asks where it is not', () => {
    const full = under(lawfulBasis, NOW).replay({ ...start, sources: ['full-register'] });
    expect(full).toMatchObject({
      next: 'register-entitled',
      stated: [{ question: 'under-18', answer: 'yes' }],
    });
    expect(todos({ ...start, sources: ['full-register'] })).toContain('young-need');
    // Designing a site for children is asked of whoever has one that collects data.
    const letters = { ...start, 'register-entitled': 'yes', 'special-category': ['none'], ...letter };
    expect(todos({ ...letters, sources: ['full-register'] })).not.toContain('young-design');
    expect(todos({ ...letters, sources: ['full-register', 'own-site'] })).toContain('young-design');
    expect(under(lawfulBasis, NOW).replay({ ...start, sources: ['marked-register'] })).toMatchObject({
      next: 'under-18',
      stated: [],
    });
  });

  it('asks nothing about entitlement for the open register', () => {
    expect(at({ ...start, sources: ['open-register'], 'under-18': 'no' })).toBe('special-category');
  });

  it('asks for a consent that names you only where contact details were bought, not facts', () => {
    const bought = (source: string): Answers => ({
      ...start,
      sources: [source],
      'under-18': 'no',
      provenance: 'yes',
    });
    expect(at(bought('bought-contacts'))).toBe('named-consent');
    expect(at(bought('bought-facts'))).toBe('special-category');
    expect(at(bought('shared'))).toBe('special-category');
  });
});

describe('consent that is needed', () => {
  const rest: Answers = { 'special-category': ['none'], ...letter };

  it('is found out early and asked for late, as a later answer can stop the matter altogether', () => {
    const notCompatible = {
      ...start,
      sources: ['kept'],
      'under-18': 'no',
      'first-basis': 'no',
      compatible: 'no',
    };
    expect(at(notCompatible)).toBe('special-category');
    expect(at({ ...notCompatible, ...rest })).toBe('free-to-refuse');
    expect(at({ ...notCompatible, ...rest, harm: 'yes' })).toBe('unfair');
  });

  it('follows from a first agreement since 2026, however well the new use fits', () => {
    const fits = {
      ...start,
      sources: ['given-for-other'],
      'under-18': 'no',
      'first-basis': 'yes',
      compatible: 'yes',
      ...rest,
    };
    expect(EDITIONS.map((edition) => at(fits, edition))).toEqual([
      'democratic-engagement',
      'free-to-refuse',
      'free-to-refuse',
    ]);
    expect(EDITIONS.map((edition) => at({ ...fits, 'first-basis': 'no' }, edition))).toEqual(
      EDITIONS.map(() => 'democratic-engagement'),
    );
    expect(EDITIONS.map((edition) => at({ ...fits, 'first-basis': 'not-known' }, edition))).toEqual([
      'democratic-engagement',
      'free-to-refuse',
      'free-to-refuse',
    ]);
  });

  it('follows from casework in any doubt, even where the two uses fit', () => {
    const casework = {
      ...start,
      sources: ['casework'],
      'under-18': 'no',
      'first-basis': 'no',
      compatible: 'yes',
      ...rest,
    };
    expect(at({ ...casework, 'casework-expected': 'no' })).toBe('free-to-refuse');
    expect(at({ ...casework, 'casework-expected': 'not-known' })).toBe('free-to-refuse');
    expect(at({ ...casework, 'casework-expected': 'yes' })).toBe('democratic-engagement');
  });

  it('follows from emails only where they promote something', () => {
    const email = (promotes: string) =>
      at({ ...given, channel: 'electronic-mail', promotes, harm: 'no', 'risk-signs': ['none'] });
    expect(email('yes')).toBe('free-to-refuse');
    expect(email('not-known')).toBe('free-to-refuse');
    expect(email('no')).toBe('everyday-basis');
  });

  it('follows from recorded calls and advertising cookies, whatever they say', () => {
    for (const channel of ['automated-call', 'cookies']) {
      expect(at({ ...given, channel, promotes: 'no', harm: 'no', 'risk-signs': ['none'] })).toBe(
        'free-to-refuse',
      );
    }
  });
});

describe('no personal data', () => {
  const nobody: Answers = { ...start, who: 'unregistered-group', 'personal-data': 'no' };

  it('ends the matter, but for channels with rules of their own', () => {
    expect(at({ ...nobody, channel: 'unaddressed-post' })).toBe('no-personal-data');
    expect(at({ ...nobody, channel: 'live-call' })).toBe('no-personal-data');
    expect(at({ ...nobody, channel: 'forwarding' })).toBe('tell-a-friend');
    expect(at({ ...nobody, channel: 'cookies' })).toBe('free-to-refuse');
    expect(at({ ...nobody, channel: 'automated-call' })).toBe('free-to-refuse');
    expect(at({ ...nobody, channel: 'electronic-mail' })).toBe('promotes');
    expect(at({ ...nobody, channel: 'electronic-mail', promotes: 'no' })).toBe('no-personal-data');
    expect(at({ ...nobody, channel: 'electronic-mail', promotes: 'yes' })).toBe('free-to-refuse');
  });

  it('cannot go with a named letter, a list of people or adverts aimed at people', () => {
    const offered = offers('channel', nobody);
    for (const channel of ['post-by-name', 'list-audience', 'lookalike-audience', 'platform-targeting'])
      expect(offered).not.toContain(channel);
  });
});

describe('special category data', () => {
  const kinds = (...chosen: string[]): Answers => ({ ...given, 'special-category': chosen });

  it('lets only a registered party use the party’s condition, and only for political opinions', () => {
    expect(offers('condition', kinds('political-opinions'))).toContain('party-condition');
    expect(offers('condition', kinds('political-opinions', 'health'))).not.toContain('party-condition');
    expect(offers('condition', kinds('health'))).not.toContain('party-condition');
    expect(offers('condition', kinds('not-known'))).not.toContain('party-condition');
    for (const who of [
      'party-candidate',
      'independent-candidate',
      'elected-representative',
      'charity-or-other',
    ]) {
      expect(offers('condition', { ...kinds('political-opinions'), who })).not.toContain('party-condition');
    }
  });

  it('asks for a condition where someone is not sure', () => {
    expect(at(kinds('not-known'))).toBe('condition');
    expect(at({ ...kinds('not-known'), condition: 'not-known' })).toBe('no-condition');
    expect(at(kinds('none'))).toBe('channel');
  });

  it('cannot go into online adverts under the members’ condition, and can under explicit consent', () => {
    const both = { ...kinds('political-opinions'), sources: ['given-for-this', 'platform'] };
    for (const channel of ['list-audience', 'lookalike-audience', 'platform-targeting', 'cookies']) {
      expect(at({ ...both, condition: 'members', channel })).toBe('no-condition');
      expect(at({ ...both, condition: 'explicit-consent', channel })).toBe('promotes');
    }
  });

  it('has to be named in express words where it is used, and is not asked about where it is not', () => {
    const consent = {
      channel: 'automated-call',
      promotes: 'yes',
      harm: 'no',
      'risk-signs': ['none'],
      'free-to-refuse': 'yes',
    };
    const more = { ...consent, 'stop-if-refused': 'yes', 'consent-status': 'designing' };
    expect(
      offers('consent-standard', { ...kinds('health'), condition: 'explicit-consent', ...more }),
    ).toContain('special-words');
    expect(offers('consent-standard', { ...given, ...more })).not.toContain('special-words');
    // Where another condition covers the data, agreeing to a newsletter takes no words about opinions.
    for (const condition of ['members', 'party-condition', 'another'])
      expect(
        offers('consent-standard', { ...kinds('political-opinions'), condition, ...more }),
        condition,
      ).not.toContain('special-words');
  });

  it('rests on no condition of somebody’s own naming where it is opinions, short of advice in writing', () => {
    const letters = { ...kinds('political-opinions'), condition: 'another', ...letter };
    expect(todos({ ...letters, who: 'independent-candidate' })).toContain('a9-another');
    for (const who of ['registered-party', 'elected-representative'])
      expect(todos({ ...letters, who }), who).not.toContain('a9-another');
  });
});

describe('how people are reached', () => {
  it('asks about promotion for every channel that reaches particular people', () => {
    const silent = ['not-at-all', 'unaddressed-post', 'page-advert', 'freepost'];
    for (const channel of lawfulBasis.questions['channel']?.options ?? []) {
      if (channel === 'forwarding') continue;
      expect(at({ ...given, channel }), channel).toBe(silent.includes(channel) ? 'harm' : 'promotes');
    }
  });

  it('leaves out contract, duty and danger where something is promoted', () => {
    expect(at({ ...given, ...letter })).toBe('democratic-engagement');
    expect(at({ ...given, ...letter, promotes: 'not-known' })).toBe('democratic-engagement');
    expect(at({ ...given, ...letter, promotes: 'no' })).toBe('everyday-basis');
  });

  it('lets people object, other than to freepost, leaflets and messages that promote nothing', () => {
    const objects = (answers: Answers) =>
      todos({ ...given, harm: 'no', 'risk-signs': ['none'], ...answers }).includes('object-stop');
    expect(objects({ channel: 'doorstep', promotes: 'yes' })).toBe(true);
    expect(objects({ channel: 'doorstep', promotes: 'no' })).toBe(true);
    expect(objects({ channel: 'electronic-mail', promotes: 'yes' })).toBe(true);
    expect(objects({ channel: 'electronic-mail', promotes: 'no' })).toBe(false);
    for (const channel of ['not-at-all', 'unaddressed-post', 'page-advert', 'freepost'])
      expect(objects({ channel, who: 'independent-candidate' })).toBe(false);
  });

  it('asks for a DPIA on any sign of risk but new technology alone', () => {
    const signs = (...chosen: string[]) => todos({ ...given, ...letter, 'risk-signs': chosen });
    expect(signs('following')).toContain('dpia-must');
    expect(signs('new-technology', 'following')).toContain('dpia-must');
    expect(signs('not-known')).toContain('dpia-find-out');
    expect(signs('not-known')).not.toContain('dpia-must');
    expect(signs('new-technology')).not.toContain('dpia-must');
    expect(signs('new-technology')).toContain('dpia-consider');
    expect(signs('none')).toContain('dpia-consider');
    expect(signs('following')).not.toContain('dpia-consider');
  });
});

describe('public task', () => {
  const register = {
    ...start,
    sources: ['full-register'],
    'register-entitled': 'yes',
    'special-category': ['none'],
    ...letter,
  };
  const mixed = { ...register, sources: ['full-register', 'given-for-this'] };
  const engaged = { 'democratic-engagement': 'yes' };

  it('needs no law of your own for register data alone in the draft, and does since 2026', () => {
    expect(EDITIONS.map((edition) => at({ ...register, ...engaged }, edition))).toEqual([
      'another-way',
      'task-in-law',
      'task-in-law',
    ]);
    expect(at({ ...register, ...engaged, ...necessary }, DRAFT)).toBe('public-task');
    expect(at({ ...register, ...engaged, 'task-in-law': 'no', ...necessary })).toBe('interest');
    expect(at({ ...register, ...engaged, 'task-in-law': 'all', ...necessary })).toBe('public-task');
  });

  it('is split by source where a law stands behind the register part only', () => {
    const split = (law: string, edition: string) =>
      at({ ...mixed, ...engaged, 'task-in-law': law, ...necessary, ...balanced }, edition);
    expect(EDITIONS.map((edition) => split('register-part', edition))).toEqual([
      'by-source',
      'by-source',
      'by-source',
    ]);
    expect(EDITIONS.map((edition) => split('no', edition))).toEqual([
      'by-source',
      'legitimate-interests',
      'legitimate-interests',
    ]);
    expect(EDITIONS.map((edition) => split('not-known', edition))).toEqual([
      'by-source',
      'legitimate-interests',
      'legitimate-interests',
    ]);
  });

  it('offers the register part only where register data is mixed with other data', () => {
    expect(offers('task-in-law', { ...mixed, ...engaged })).toContain('register-part');
    expect(offers('task-in-law', { ...register, ...engaged })).not.toContain('register-part');
    expect(offers('task-in-law', { ...given, ...letter, ...engaged })).not.toContain('register-part');
  });

  it('is not in question where nothing supports democratic engagement', () => {
    const other = { 'democratic-engagement': 'no', ...necessary };
    expect(at({ ...register, ...other }, DRAFT)).toBe('interest');
    expect(at({ ...mixed, ...other, interest: 'another', expected: 'yes', outweighs: 'yes' }, DRAFT)).toBe(
      'legitimate-interests',
    );
    expect(offers('interest', { ...register, ...other })).not.toContain('democratic-engagement');
  });
});

describe('an everyday basis', () => {
  const order = { ...given, channel: 'post-by-name', promotes: 'no', harm: 'no', 'risk-signs': ['none'] };

  it('still has to be necessary and proportionate', () => {
    for (const [basis, outcome] of [
      ['contract', 'contract'],
      ['legal-duty', 'legal-obligation'],
      ['protect-life', 'vital-interests'],
    ] as const) {
      expect(at({ ...order, 'everyday-basis': basis, ...necessary })).toBe(outcome);
      expect(at({ ...order, 'everyday-basis': basis, 'another-way': 'yes' })).toBe('not-necessary');
      expect(at({ ...order, 'everyday-basis': basis, 'another-way': 'not-known' })).toBe('not-necessary');
      expect(at({ ...order, 'everyday-basis': basis, 'another-way': 'no', proportionate: 'not-known' })).toBe(
        'not-necessary',
      );
    }
  });
});

describe('the consent route', () => {
  const route: Answers = {
    ...given,
    channel: 'automated-call',
    promotes: 'yes',
    harm: 'no',
    'risk-signs': ['none'],
  };
  const asked: Answers = { ...route, 'free-to-refuse': 'yes', 'stop-if-refused': 'yes' };
  const points =
    lawfulBasis.questions['consent-standard']?.options.filter((point) => point !== 'special-words') ?? [];
  const standard = (missing?: string, said: 'no' | 'not-known' = 'no') =>
    Object.fromEntries(points.map((point) => [point, point === missing ? said : 'yes'])) as Answers[string];

  it('ends without a basis where people cannot refuse, would not be heeded, or were never asked', () => {
    expect(at({ ...route, 'free-to-refuse': 'no' })).toBe('no-basis');
    expect(at({ ...route, 'free-to-refuse': 'yes', 'stop-if-refused': 'no' })).toBe('no-basis');
    expect(at({ ...asked, 'consent-status': 'hold-without' })).toBe('no-basis');
    expect(at({ ...asked, 'consent-status': 'not-known' })).toBe('no-basis');
  });

  it('takes every point for consent, and not knowing for a point that is missing', () => {
    expect(at({ ...asked, 'consent-status': 'have-consent', 'consent-standard': standard() })).toBe(
      'consent',
    );
    expect(at({ ...asked, 'consent-status': 'designing', 'consent-standard': standard() })).toBe('consent');
    for (const point of points) {
      for (const said of ['no', 'not-known'] as const) {
        const answers = { ...asked, 'consent-standard': standard(point, said) };
        expect(at({ ...answers, 'consent-status': 'have-consent' }), point).toBe('consent-not-valid');
        expect(at({ ...answers, 'consent-status': 'designing' }), point).toBe('consent-to-fix');
        expect(todos({ ...answers, 'consent-status': 'designing' })).toContain(`fix-${point}`);
        expect(todos({ ...answers, 'consent-status': 'have-consent' })).not.toContain(`fix-${point}`);
      }
    }
  });

  it('is where legitimate interests lead when they fall short', () => {
    const test = { ...given, ...letter, 'democratic-engagement': 'yes', 'task-in-law': 'no', ...necessary };
    expect(at({ ...test, interest: 'none' })).toBe('free-to-refuse');
    expect(at({ ...test, interest: 'another', expected: 'no' })).toBe('free-to-refuse');
    expect(at({ ...test, interest: 'another', expected: 'yes', outweighs: 'no' })).toBe('free-to-refuse');
    expect(at({ ...test, interest: 'another', expected: 'yes', outweighs: 'yes' })).toBe(
      'legitimate-interests',
    );
  });
});

describe('somebody whom the code shows no task in law', () => {
  const register = {
    ...start,
    sources: ['full-register'],
    'register-entitled': 'yes',
    'special-category': ['none'],
  };
  const open = { ...start, sources: ['open-register'], 'under-18': 'no', 'special-category': ['none'] };
  const asked = { ...letter, 'democratic-engagement': 'yes' };

  it('never comes to a public task on their own word, in any edition', () => {
    for (const edition of EDITIONS) {
      for (const who of ['unregistered-group', 'charity-or-other', 'supplier']) {
        const answers = { ...register, ...asked, who, 'supplier-freedom': 'yes' };
        expect(at(answers, edition)).toBe('task-in-law');
        expect(at({ ...answers, 'task-in-law': 'all' }, edition)).toBe('refused at task-in-law');
        expect(at({ ...answers, 'task-in-law': 'no', ...necessary, ...balanced }, edition)).toBe(
          'legitimate-interests',
        );
      }
      expect(at({ ...open, ...asked, 'task-in-law': 'all' }, edition)).toBe('refused at task-in-law');
    }
  });

  it('is anyone who goes beyond the register, other than an elected representative', () => {
    const answers = { ...given, ...asked };
    for (const who of ['registered-party', 'party-candidate', 'independent-candidate', 'recall-campaigner'])
      expect(offers('task-in-law', { ...answers, who }), who).toEqual(['named-by-lawyer', 'no']);
    expect(offers('task-in-law', { ...answers, who: 'elected-representative' })).toEqual(['all', 'no']);
    const mixed = { ...register, ...asked, sources: ['full-register', 'given-for-this'] };
    expect(offers('task-in-law', mixed)).toEqual(['register-part', 'named-by-lawyer', 'no']);
  });

  it('is to ask the Electoral Commission before the register is used, as the code does not list them', () => {
    for (const who of ['unregistered-group', 'charity-or-other', 'supplier'])
      expect(todos({ ...register, ...asked, who, 'supplier-freedom': 'yes' }), who).toContain(
        'register-ask-commission',
      );
    expect(todos({ ...register, ...asked })).not.toContain('register-ask-commission');
  });

  it('can rest on a law that a lawyer names, and holds back until the advice is there in writing', () => {
    const answers = {
      ...register,
      ...asked,
      who: 'charity-or-other',
      'task-in-law': 'named-by-lawyer',
      ...necessary,
    };
    expect(at(answers)).toBe('public-task');
    expect(todos(answers)).toContain('law-in-writing');
    expect(offers('task-in-law', { ...register, ...asked })).not.toContain('named-by-lawyer');
  });
});

describe('explicit consent as the condition', () => {
  const notes: Answers = {
    ...given,
    'special-category': ['political-opinions'],
    condition: 'explicit-consent',
    ...letter,
    channel: 'doorstep',
    'democratic-engagement': 'yes',
    'task-in-law': 'no',
    ...necessary,
    ...balanced,
  };
  const points = { given: 'yes', 'names-the-kind': 'yes', recorded: 'yes' } as const;

  it('is asked about wherever the standard of consent was not, and holds back the start', () => {
    expect(at(notes)).toBe('explicit-consent');
    expect(at({ ...notes, 'task-in-law': 'named-by-lawyer' })).toBe('explicit-consent');
    const short = { ...notes, 'explicit-consent': { ...points, recorded: 'not-known' } } as Answers;
    expect(at(short)).toBe('legitimate-interests');
    expect(todos(short)).toContain('a9-consent-first');
    expect(under(lawfulBasis, NOW).replay(short).done).not.toContain('a9-consent-first');
    expect(under(lawfulBasis, NOW).replay({ ...notes, 'explicit-consent': points }).done).toContain(
      'a9-consent-first',
    );
  });

  it('is never told beside it not to ask for consent', () => {
    expect(todos({ ...notes, 'explicit-consent': points })).not.toContain('consent-idle');
    expect(todos({ ...notes, 'special-category': ['none'] })).toContain('consent-idle');
  });
});

describe('electronic mail', () => {
  const email: Answers = {
    ...given,
    channel: 'electronic-mail',
    promotes: 'yes',
    harm: 'no',
    'risk-signs': ['none'],
  };
  const optIn = {
    charity: 'yes',
    'charitable-purposes': 'yes',
    'interest-shown': 'yes',
    'free-refusal': 'yes',
  } as const;

  it('takes consent from people, and from nobody at a company’s or a council’s own address', () => {
    expect(at({ ...email, 'whose-address': 'people' })).toBe('free-to-refuse');
    expect(at({ ...email, 'whose-address': 'not-known' })).toBe('free-to-refuse');
    for (const whose of ['company', 'person-at-body']) {
      const answers = { ...email, 'whose-address': whose };
      expect(at(answers)).toBe('democratic-engagement');
      expect(todos(answers)).toContain('company-check');
      expect(todos(answers)).not.toContain('mail-consent');
      expect(todos(answers)).toContain('object-stop');
    }
  });

  it('asks a charity about its own soft opt-in since 2026, and takes no point of it for granted', () => {
    const charity = { ...email, who: 'charity-or-other' };
    expect(EDITIONS.map((edition) => at(charity, edition))).toEqual([
      'free-to-refuse',
      'charity-soft-opt-in',
      'charity-soft-opt-in',
    ]);
    expect(at({ ...charity, 'charity-soft-opt-in': optIn })).toBe('democratic-engagement');
    for (const point of Object.keys(optIn)) {
      for (const said of ['no', 'not-known'] as const)
        expect(at({ ...charity, 'charity-soft-opt-in': { ...optIn, [point]: said } }), point).toBe(
          'free-to-refuse',
        );
    }
    expect(at({ ...email, who: 'unregistered-group' })).toBe('free-to-refuse');
  });

  it('asks no charity about it where nobody gave it the addresses', () => {
    const charity = { ...email, who: 'charity-or-other' };
    for (const source of ['public', 'open-register', 'worked-out'])
      expect(at({ ...charity, sources: [source] }), source).toBe('free-to-refuse');
    expect(at({ ...charity, sources: ['given-for-this', 'public'] })).toBe('charity-soft-opt-in');
  });
});

describe('the freepost election address', () => {
  const offered = (who: string, poll: string) =>
    offers('channel', { ...given, who, poll }).includes('freepost');

  it('is offered only to those to whom the law gives it, at the polls at which it does', () => {
    expect(offered('independent-candidate', 'uk-parliament')).toBe(true);
    expect(offered('party-candidate', 'senedd')).toBe(true);
    expect(offered('referendum-campaigner', 'referendum')).toBe(true);
    for (const poll of ['local', 'mayor-or-commissioner', 'recall-petition', 'no-poll', 'not-known'])
      expect(offered('independent-candidate', poll), poll).toBe(false);
    expect(offered('unregistered-group', 'uk-parliament')).toBe(false);
    expect(offered('referendum-campaigner', 'uk-parliament')).toBe(false);
  });
});

describe('a plan that stops', () => {
  it('is not told how to go on with what it stops', () => {
    const register = {
      ...start,
      sources: ['full-register'],
      'register-entitled': 'yes',
      'special-category': ['none'],
    };
    const stopped = { ...register, channel: 'list-audience' };
    expect(at(stopped)).toBe('register-not-lawful');
    expect(todos(stopped)).toEqual(
      expect.arrayContaining(['reg-no-share', 'aud-objectors', 'supplier-check']),
    );
    for (const todo of ['reg-fresh', 'reg-updates', 'aud-tell', 'aud-platform'])
      expect(todos(stopped)).not.toContain(todo);
  });
});

describe('who else handles the data', () => {
  const plan: Answers = { ...given, ...letter, 'democratic-engagement': 'yes' };

  it('decides what there is to settle with them, and nobody leaves nothing', () => {
    expect(todos({ ...plan, 'others-handle': ['printer'] })).toEqual(
      expect.arrayContaining(['roles', 'contract', 'supplier-check', 'abroad']),
    );
    expect(todos({ ...plan, 'others-handle': ['party'] })).toContain('joint');
    expect(todos({ ...plan, 'others-handle': ['not-known'] })).toContain('helpers-find-out');
    const nobody = todos(plan);
    for (const todo of ['roles', 'contract', 'joint', 'helpers-find-out']) expect(nobody).not.toContain(todo);
  });

  it('takes nothing away that the plan itself brings', () => {
    const adverts = {
      ...given,
      sources: ['given-for-this', 'platform'],
      channel: 'list-audience',
      promotes: 'yes',
      harm: 'no',
      'risk-signs': ['none'],
    };
    expect(todos(adverts)).toEqual(expect.arrayContaining(['roles', 'supplier-check', 'platform-joint']));
  });
});

describe('a supplier', () => {
  it('goes on as a controller where it decides anything, and in doubt', () => {
    expect(at({ who: 'supplier', 'supplier-freedom': 'yes' })).toBe('purpose');
    expect(at({ who: 'supplier', 'supplier-freedom': 'not-known' })).toBe('purpose');
    expect(at({ who: 'supplier', 'supplier-freedom': 'no' })).toBe('controller-decides');
    expect(at({ who: 'registered-party' })).toBe('purpose');
  });
});

describe('data that a platform handles', () => {
  const register: Answers = {
    ...start,
    sources: ['full-register', 'given-for-this'],
    'register-entitled': 'yes',
    'special-category': ['none'],
  };

  it('must not come from the register: no audience is made from it, whoever is entitled to the copy', () => {
    for (const channel of ['list-audience', 'lookalike-audience'])
      for (const edition of EDITIONS)
        expect(at({ ...register, channel }, edition)).toBe('register-not-lawful');
    expect(at({ ...register, channel: 'platform-targeting' })).toBe('promotes');
    expect(at({ ...given, channel: 'list-audience' })).toBe('promotes');
  });

  it('is a source of its own, so that adverts without a list can be answered truly', () => {
    const adverts = { ...given, sources: ['platform'], channel: 'platform-targeting' };
    expect(at(adverts)).toBe('promotes');
    expect(todos({ ...adverts, promotes: 'yes', harm: 'no', 'risk-signs': ['none'] })).toEqual(
      expect.arrayContaining(['ads-check', 'platform-joint', 'dpia-online', 'dpia-if-risk-left']),
    );
    // A list that a platform sold or gave is owed the same checks as any other.
    expect(todos({ ...adverts, channel: 'post-by-name' })).toEqual(
      expect.arrayContaining(['seller-check', 'seller-tell']),
    );
  });

  it('is not used where the page picks the advert, which cookies and imprints still concern', () => {
    const page = { ...start, 'personal-data': 'no', channel: 'page-advert' };
    expect(at(page)).toBe('no-personal-data');
    expect(todos(page)).toEqual(expect.arrayContaining(['cookie', 'imprint']));
  });
});

describe('the members’ condition', () => {
  it('is open to bodies, and not to a candidate, a representative or a supplier', () => {
    const conditions = (who: string) =>
      offers('condition', {
        ...given,
        who,
        ...(who === 'supplier' && { 'supplier-freedom': 'yes' }),
        'special-category': ['political-opinions'],
      });
    for (const who of ['party-candidate', 'independent-candidate', 'elected-representative', 'supplier'])
      expect(conditions(who), who).not.toContain('members');
    for (const who of ['registered-party', 'unregistered-group', 'charity-or-other', 'non-party-campaigner'])
      expect(conditions(who), who).toContain('members');
  });
});

describe('somebody outside who handles the data', () => {
  const members: Answers = {
    ...given,
    'special-category': ['political-opinions'],
    condition: 'members',
    ...letter,
  };

  it('may not have what the members’ condition covers, other than to work on instructions', () => {
    for (const helper of ['advertising-platform', 'another-campaign', 'not-known'])
      expect(at({ ...members, 'others-handle': [helper] }), helper).toBe('no-condition');
    for (const helper of ['printer', 'canvassing-tool', 'party'])
      expect(at({ ...members, 'others-handle': [helper] }), helper).toBe('democratic-engagement');
  });
});

describe('what is asked of people besides', () => {
  const done = (answers: Answers) => todos({ ...given, ...answers });

  it('is to look again where none of the data is sensitive and much of it is', () => {
    expect(done({ channel: 'not-at-all', harm: 'no', 'risk-signs': ['sensitive-at-scale'] })).toContain(
      'special-again',
    );
    expect(done({ channel: 'not-at-all', harm: 'no', 'risk-signs': ['none'] })).not.toContain(
      'special-again',
    );
  });

  it('is to find out about a freepost address where it may not be theirs, and let people object', () => {
    const freepost = { channel: 'freepost', harm: 'no', 'risk-signs': ['none'] };
    expect(done({ ...freepost, who: 'registered-party' })).toEqual(
      expect.arrayContaining(['freepost-right', 'object-stop']),
    );
    expect(done({ ...freepost, who: 'referendum-campaigner', poll: 'referendum' })).toContain(
      'freepost-right',
    );
    for (const who of ['party-candidate', 'independent-candidate'])
      expect(done({ ...freepost, who })).not.toContain('freepost-right');
  });

  it('is to keep to the rules where post goes unaddressed and the names are known', () => {
    const post = { channel: 'unaddressed-post', harm: 'no', 'risk-signs': ['none'] };
    expect(done(post)).toContain('occupier');
    expect(todos({ ...start, 'personal-data': 'no', channel: 'unaddressed-post' })).not.toContain('occupier');
  });

  it('is a notice at once for whoever hands over a registration form, and consent before a site’s cookies', () => {
    expect(done({ sources: ['registration-forms'] })).toContain('tell-at-once');
    expect(done({ sources: ['own-site'] })).toContain('cookie');
  });

  it('is a DPIA first where bought facts are matched with the register', () => {
    const facts = { 'register-entitled': 'yes', provenance: 'yes' };
    expect(
      todos({ ...start, ...facts, sources: ['marked-register', 'bought-facts'], 'under-18': 'no' }),
    ).toContain('dpia-must');
    expect(todos({ ...start, ...facts, sources: ['bought-facts'], 'under-18': 'no' })).not.toContain(
      'dpia-must',
    );
  });
});
