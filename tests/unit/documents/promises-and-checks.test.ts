/** The rules of the texts by which a campaign promises, checks, agrees and shows. */
import { describe, expect, test } from 'vitest';
import { reasonsOf } from '../../../src/documents/asked.ts';
import { cameFrom, reason, SHARED_RULES } from '../../../src/documents/facts.ts';
import { rules as interestsAssessment } from '../../../src/documents/interests-assessment.ts';
import { RULES } from '../../../src/documents/index.ts';
import type { Known, KnownUse } from '../../../src/documents/known.ts';
import { rules as policyDocument } from '../../../src/documents/policy-document.ts';
import type { DocumentRules } from '../../../src/documents/rules.ts';
import { rules as supplierLetter } from '../../../src/documents/supplier-letter.ts';
import { knownOf, useOf } from './use-of.ts';

const texts: Readonly<Record<string, DocumentRules>> = Object.fromEntries(
  [
    'advert-note',
    'design-note',
    'dpia',
    'effort-note',
    'fairness-note',
    'fee-note',
    'interests-assessment',
    'joint-controller-note',
    'kept-list-note',
    'law-question',
    'policy-document',
    'processing-record',
    'register-rules',
    'retention-schedule',
    'seller-questions',
    'supplier-letter',
    'volunteer-rules',
  ].map((id) => [id, RULES[id] ?? {}]),
);

type Case = readonly [
  text: string,
  condition: string,
  so: KnownUse | Known,
  notSo: KnownUse | Known,
  notKnown: KnownUse | Known,
];

/** A condition that follows from where data comes from. */
const ofSource = (text: string, condition: string, source: string): Case => [
  text,
  condition,
  useOf({ sources: [source] }),
  useOf({
    sources: ['full-register']
      .filter((one) => one !== source)
      .concat(source === 'full-register' ? ['public'] : []),
  }),
  useOf({ sources: null }),
];
/** One that follows from how people are reached. */
const ofChannel = (text: string, condition: string, channel: string): Case => [
  text,
  condition,
  useOf({ channel }),
  useOf({ channel: 'doorstep' }),
  useOf({ channel: null }),
];
/** One that follows from the condition that sensitive data rests on. */
const ofCondition = (text: string, condition: string, chosen: string): Case => [
  text,
  condition,
  useOf({ 'special-category': ['political-opinions'], condition: chosen }),
  useOf({ 'special-category': ['none'] }),
  useOf({ 'special-category': ['political-opinions'], condition: null }),
];
const ofSign = (id: string): Case => [
  'dpia',
  `use.${id}`,
  useOf({ 'risk-signs': [id] }),
  useOf({ 'risk-signs': ['none'] }),
  useOf({ 'risk-signs': null }),
];
const decided = (answers: Parameters<typeof useOf>[0]) => useOf(answers, { questionnaire: 'article-22' });
const who = (kind?: Known['who']['kind']): Known =>
  knownOf({
    who: { name: '', decidedBy: '', role: '', evidence: '', ...(kind === undefined ? {} : { kind }) },
  });

const cases: readonly Case[] = [
  ofChannel('advert-note', 'list-audience', 'list-audience'),
  ofChannel('advert-note', 'lookalike', 'lookalike-audience'),
  ofChannel('advert-note', 'platform-targeting', 'platform-targeting'),
  ofSource('design-note', 'site', 'own-site'),
  ...[
    'large-scale-profiling',
    'matching-sources',
    'people-not-told',
    'following',
    'sensitive-at-scale',
    'new-technology',
  ].map(ofSign),
  [
    'dpia',
    'use.no-signs',
    useOf({ 'risk-signs': ['none'] }),
    useOf({ 'risk-signs': ['following'] }),
    useOf({ 'risk-signs': null }),
  ],
  ofChannel('dpia', 'use.online-targeting', 'platform-targeting'),
  [
    'dpia',
    'use.software-decides',
    decided({ profiling: 'decides', 'solely-automated': 'nobody' }),
    decided({ profiling: 'nothing-decided' }),
    decided({ profiling: 'decides', 'solely-automated': null }),
  ],
  [
    'dpia',
    'use.significant',
    decided({ 'legal-effect': 'no', 'significant-effect': 'yes' }),
    decided({ 'legal-effect': 'no', 'significant-effect': 'no' }),
    decided({ 'legal-effect': 'no', 'significant-effect': null }),
  ],
  ofCondition('dpia', 'use.party-condition', 'party-condition'),
  ofSource('dpia', 'use.kept', 'kept'),
  ofSource('dpia', 'use.bought', 'bought-facts'),
  [
    'fairness-note',
    'use.picks',
    useOf({ 'risk-signs': ['large-scale-profiling'], channel: 'post-by-name' }),
    useOf({ 'risk-signs': ['none'], channel: 'post-by-name' }),
    useOf({ 'risk-signs': null, channel: 'post-by-name' }),
  ],
  [
    'fairness-note',
    'use.picks',
    decided({ profiling: 'decides' }),
    decided({ profiling: 'no' }),
    decided({ profiling: null }),
  ],
  ['fee-note', 'is-standing', who('independent-candidate'), who('unregistered-group'), who()],
  [
    'interests-assessment',
    'use.is-marketing',
    useOf({ channel: 'post-by-name', promotes: 'yes' }),
    useOf({ channel: 'not-at-all' }),
    useOf({ channel: 'post-by-name' }),
  ],
  [
    'interests-assessment',
    'use.needs-pecr-consent',
    useOf({ channel: 'electronic-mail', promotes: 'yes', 'whose-address': 'people' }),
    useOf({ channel: 'electronic-mail', promotes: 'yes', 'whose-address': 'company' }),
    useOf({ channel: null }),
  ],
  ofSource('interests-assessment', 'use.bought', 'bought-contacts'),
  ofSource('joint-controller-note', 'own-page', 'own-page'),
  ofSource('kept-list-note', 'kept', 'kept'),
  [
    'effort-note',
    'use.contacts',
    useOf({ contacting: 'some' }),
    useOf({ contacting: 'none' }),
    useOf({ contacting: null }),
  ],
  [
    'law-question',
    'on-task',
    useOf({ 'democratic-engagement': 'yes', 'task-in-law': 'all' }),
    useOf({ 'democratic-engagement': 'no' }),
    useOf({ 'democratic-engagement': 'yes', 'task-in-law': null }),
  ],
  ofCondition('law-question', 'another', 'another'),
  ofChannel('law-question', 'freepost', 'freepost'),
  ofCondition('policy-document', 'party-condition', 'party-condition'),
  ofCondition('policy-document', 'members', 'members'),
  ofCondition('policy-document', 'another', 'another'),
  [
    'policy-document',
    'guesses',
    useOf({ 'special-category': ['political-opinions'], sources: ['worked-out'] }),
    useOf({ 'special-category': ['political-opinions'], sources: ['given-for-this'] }),
    useOf({ 'special-category': ['political-opinions'], sources: ['worked-out', 'given-for-this'] }),
  ],
  ofCondition('processing-record', 'schedule-1', 'party-condition'),
  ofSource('register-rules', 'marked', 'marked-register'),
  ofSource('retention-schedule', 'kept-before', 'kept'),
  ofSource('seller-questions', 'contacts', 'bought-contacts'),
  ofSource('seller-questions', 'facts', 'bought-facts'),
  ofSource('seller-questions', 'shared', 'shared'),
  ofSource('seller-questions', 'kept', 'kept'),
  ofSource('seller-questions', 'given-for-other', 'casework'),
  [
    'seller-questions',
    'others-consent',
    useOf({ sources: ['bought-contacts'], 'named-consent': 'yes' }),
    useOf({ sources: ['full-register'] }),
    useOf({ sources: ['bought-contacts'], 'named-consent': null }),
  ],
  ofSource('volunteer-rules', 'forms', 'registration-forms'),
];

/** Whether a condition holds where nothing but this is known. */
function holds(text: string, condition: string, of: KnownUse | Known): boolean | undefined {
  const rules = texts[text];
  const isUse = 'answers' in of;
  const settled = condition.startsWith('use.')
    ? rules?.use?.conditions?.[condition]?.(of as KnownUse, knownOf())
    : rules?.conditions?.[condition]?.(isUse ? knownOf({ uses: [of] }) : of);
  return settled?.is;
}

describe('A sentence stands there where its condition is so, not where it is not, and as a question where nobody has said', () => {
  test.each(cases)('%s: %s', (text, condition, so, notSo, notKnown) => {
    expect(holds(text, condition, so)).toBe(true);
    expect(holds(text, condition, notSo)).toBe(false);
    expect(holds(text, condition, notKnown)).toBeUndefined();
  });

  test('Every condition that these rules decide is tried', () => {
    const decidedBy = Object.entries(texts).flatMap(([text, { conditions, use }]) =>
      [...Object.keys(conditions ?? {}), ...Object.keys(use?.conditions ?? {})].map(
        (condition) => `${text}: ${condition}`,
      ),
    );
    const tried = new Set(cases.map(([text, condition]) => `${text}: ${condition}`));
    expect(decidedBy.filter((one) => !tried.has(one))).toEqual([]);
  });

  test('Each is told with the answer that it rests on', () => {
    for (const [text, condition, so] of cases) {
      if (!('answers' in so) || !condition.startsWith('use.')) continue;
      const settled = texts[text]?.use?.conditions?.[condition]?.(so, knownOf());
      expect(
        settled?.sources.map(({ use }) => use),
        `${text}: ${condition}`,
      ).toContain(so.id);
    }
  });
});

describe('Consent is never said to be needless where it is needed', () => {
  const needed = (answers: Parameters<typeof useOf>[0]) =>
    holds('interests-assessment', 'use.needs-pecr-consent', useOf(answers));

  test('An e-mail that asks for votes needs it while nobody knows whose address it is', () => {
    expect(needed({ channel: 'electronic-mail', promotes: 'yes', 'whose-address': null })).toBe(true);
    expect(needed({ channel: 'electronic-mail', promotes: null })).toBe(true);
  });

  test('One that promotes nothing does not, and an advertising pixel does all the same', () => {
    expect(needed({ channel: 'electronic-mail', promotes: 'no' })).toBe(false);
    expect(needed({ channel: 'cookies', promotes: 'no' })).toBe(true);
  });

  test('A charity is let off only where all four points of its soft opt-in are met', () => {
    const charity = { channel: 'electronic-mail', promotes: 'yes', 'whose-address': 'people' };
    const points = ['charity', 'charitable-purposes', 'interest-shown', 'free-refusal'];
    expect(needed({ ...charity, 'charity-soft-opt-in': points })).toBe(false);
    expect(needed({ ...charity, 'charity-soft-opt-in': points.slice(1) })).toBe(true);
  });
});

describe('A letter to a supplier asks about what that supplier gets', () => {
  const inkwell = { id: 'supplier-1', name: 'Inkwell Print', service: 'prints letters' };
  const asks = (condition: string, ...uses: KnownUse[]) =>
    supplierLetter.supplier?.conditions?.[condition]?.(inkwell, knownOf({ uses }))?.is;
  const withInkwell = (answers: Parameters<typeof useOf>[0]) => useOf(answers, { suppliers: [inkwell] });
  const opinions = { 'special-category': ['political-opinions'] };
  const none = { 'special-category': ['none'] };

  test.each([
    ['supplier.special', opinions, none, { 'special-category': null }],
    ['supplier.register', { sources: ['full-register'] }, { sources: ['public'] }, { sources: null }],
    ['supplier.profiling', { profiling: 'decides' }, { profiling: 'no' }, { profiling: null }],
    [
      'supplier.online',
      { 'others-handle': ['canvassing-tool'] },
      { 'others-handle': ['printer'] },
      { 'others-handle': ['printer', 'canvassing-tool'] },
    ],
  ] as const)(
    '%s: where it is so, is not so, and where nobody has said',
    (condition, so, notSo, notKnown) => {
      expect(asks(condition, withInkwell(so))).toBe(true);
      expect(asks(condition, withInkwell(notSo))).toBe(false);
      expect(asks(condition, withInkwell(notKnown))).toBeUndefined();
    },
  );

  test('What another supplier gets is not asked of this one as if it were known', () => {
    expect(asks('supplier.special', useOf(opinions))).toBeUndefined();
    expect(asks('supplier.special', useOf(opinions), withInkwell(none))).toBe(false);
  });

  test('Of a supplier to two uses, only what holds of both is sure', () => {
    expect(asks('supplier.special', withInkwell(opinions), withInkwell(none))).toBeUndefined();
    expect(asks('supplier.special', withInkwell(opinions), withInkwell(opinions))).toBe(true);
  });
});

test('A planned use of which nothing was answered could be the one: then nothing is ruled out', () => {
  const known = knownOf({ uses: [useOf({ sources: ['public'] })], unanswered: ['The second letter'] });
  expect(cameFrom(known, ['kept'])).toBeUndefined();
});

test('A list says where data came from, and never that nothing came from elsewhere', () => {
  const list = { id: 'list-1', name: 'Old canvass', source: 'kept', poll: '' };
  expect(cameFrom(knownOf({ lists: [list] }), ['kept'])?.is).toBe(true);
  expect(cameFrom(knownOf({ lists: [list] }), ['shared'])).toBeUndefined();
});

test('An assessment of interests is written for uses that rest on them, in part too, or that rest on nothing yet', () => {
  const about = (id?: string) =>
    interestsAssessment.uses?.(
      useOf({}, id === undefined ? {} : { outcome: { id, name: id, verdict: 'proceed' } }),
    );
  expect([about('legitimate-interests'), about('by-source'), about()]).toEqual([true, true, true]);
  expect([about('consent'), about('public-task')]).toEqual([false, false]);
});

test('A policy document is about uses of sensitive data, and those of which nobody has said', () => {
  const about = (said: string[] | null) => policyDocument.uses?.(useOf({ 'special-category': said }));
  expect([about(['health']), about(null), about(['none'])]).toEqual([true, true, false]);
});

test('“Another condition” may be one that needs the policy document: nobody has said', () => {
  const another = useOf({ 'special-category': ['health'], condition: 'another' });
  expect(holds('processing-record', 'schedule-1', another)).toBeUndefined();
});

describe('What somebody wrote fills the text in her words', () => {
  const words = 'Nobody else can name the streets.';
  const use = useOf(
    { 'another-way': 'no', harm: 'no', outweighs: 'yes', condition: 'another' },
    {},
    {
      'another-way': { why: words },
      condition: { which: words },
    },
  );

  test('A reason stands in every text that asks for it, with the question it answers', () => {
    const filled = SHARED_RULES.use?.gaps?.['use.another-way-why']?.(use, knownOf());
    expect(filled?.text).toBe(words);
    expect(filled?.typed).toBe(true);
    expect(filled?.sources[0]?.asked).toBe('The question another-way?');
    expect(reasonsOf(knownOf({ uses: [use] }), 'condition', 'which')?.text).toBe(words);
  });

  test('With two uses, each reason says whose it is', () => {
    const other = { ...use, id: 'use-2', title: 'Calls' };
    expect(reasonsOf(knownOf({ uses: [use, other] }), 'condition', 'which')?.text).toBe(
      `Letters to the Millrace estate: ${words}\nCalls: ${words}`,
    );
  });

  test('A reason that nobody wrote, and an answer that nobody knows, stay gaps', () => {
    expect(reason(use, 'harm', 'why')).toBeUndefined();
    expect(
      interestsAssessment.use?.gaps?.['use.result']?.(useOf({ outweighs: null }), knownOf()),
    ).toBeUndefined();
    expect(interestsAssessment.use?.gaps?.['use.result']?.(use, knownOf())?.text).toBe('yes');
  });

  test('Every gap that these rules fill is filled from an answer, and left where there is none', () => {
    for (const rules of [SHARED_RULES, ...Object.values(texts)]) {
      for (const fill of Object.values(rules.gaps ?? {})) expect(fill(knownOf())).toBeUndefined();
      for (const fill of Object.values(rules.use?.gaps ?? {}))
        expect(fill(useOf({}, { title: '' }), knownOf())).toBeUndefined();
    }
  });
});

test('A list is kept for as long as was said of the uses that name it, and of no other', () => {
  const list = { id: 'list-1', name: 'Old canvass', poll: '' };
  const keptFor = (...uses: KnownUse[]) =>
    SHARED_RULES.list?.gaps?.['list.kept']?.(list, knownOf({ uses }))?.text;
  const letters = useOf({}, { title: 'Letters', keep: 'until the end of May', lists: [list] });
  const calls = useOf({}, { title: 'Calls', keep: 'until polling day', lists: [list] });
  expect(keptFor(letters)).toBe('until the end of May');
  expect(keptFor(letters, calls)).toBe('Letters: until the end of May; Calls: until polling day');
  expect(keptFor(useOf({}, { keep: 'for a year' }), useOf({}, { lists: [list] }))).toBeUndefined();
});
