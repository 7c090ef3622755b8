import { describe, expect, it } from 'vitest';

import { rules as access } from '../../../src/documents/access-answer.ts';
import { rules as consent } from '../../../src/documents/consent-words.ts';
import { rules as card } from '../../../src/documents/doorstep-card.ts';
import { rules as door } from '../../../src/documents/doorstep-script.ts';
import type { Known, KnownUse } from '../../../src/documents/known.ts';
import { rules as team } from '../../../src/documents/message-to-team.ts';
import { rules as objection } from '../../../src/documents/objection-procedure.ts';
import { rules as petition } from '../../../src/documents/petition-words.ts';
import { rules as notice } from '../../../src/documents/privacy-notice.ts';
import type { DocumentRules } from '../../../src/documents/rules.ts';
import { rules as short } from '../../../src/documents/short-notice.ts';
import { rules as softOptIn } from '../../../src/documents/soft-opt-in-words.ts';
import { rules as phone } from '../../../src/documents/telephone-script.ts';
import { knownOf, list, NOT_KNOWN, useWith } from './what-is-known.ts';

/** What a condition comes to: true, false, or undefined where it is not known. */
function is(rules: DocumentRules, condition: string, known: Known): boolean | undefined {
  const rule = rules.conditions?.[condition];
  if (rule === undefined) throw new Error(`There is no rule for ${condition}.`);
  const settled = rule(known);
  if (settled !== undefined)
    expect(settled.sources.length, `${condition} says where it has it from`).toBeGreaterThan(0);
  return settled?.is;
}

function fills(rules: DocumentRules, gap: string, known: Known): string | undefined {
  const rule = rules.gaps?.[gap];
  if (rule === undefined) throw new Error(`There is no rule for ${gap}.`);
  const found = rule(known);
  if (found !== undefined) expect(found.sources.length).toBeGreaterThan(0);
  return found?.text;
}

const byPost = {
  channel: 'post-by-name',
  sources: ['full-register'],
  'others-handle': ['nobody'],
  'special-category': ['none'],
};
const atTheDoor = { ...byPost, channel: 'doorstep' };
const ringing = { ...byPost, channel: 'live-call' };

/** For each condition: uses of which it is so, uses of which it is not, and uses that leave it open. */
const conditions: readonly [
  text: string,
  rules: DocumentRules,
  condition: string,
  so: KnownUse,
  notSo: KnownUse,
  open: KnownUse,
][] = [
  [
    'privacy-notice',
    notice,
    'joint',
    useWith({ ...byPost, sources: ['own-page'] }),
    useWith(byPost),
    useWith({ ...byPost, 'others-handle': ['party'] }),
  ],
  ['privacy-notice', notice, 'by-freepost', useWith({ channel: 'freepost' }), useWith(byPost), useWith({})],
  [
    'privacy-notice',
    notice,
    'has-to-give',
    useWith({}, 'contract'),
    useWith({}, 'legitimate-interests'),
    useWith({}),
  ],
  [
    'privacy-notice',
    notice,
    'from-full-register',
    useWith(byPost),
    useWith({ sources: ['open-register'] }),
    useWith({ sources: [NOT_KNOWN] }),
  ],
  [
    'privacy-notice',
    notice,
    'from-marked-register',
    useWith({ sources: ['marked-register'] }),
    useWith(byPost),
    useWith({}),
  ],
  [
    'privacy-notice',
    notice,
    'from-voter-lists',
    useWith({ sources: ['absent-or-overseas-lists'] }),
    useWith(byPost),
    useWith({}),
  ],
  [
    'privacy-notice',
    notice,
    'from-earlier-campaign',
    useWith({ sources: ['kept'] }),
    useWith(byPost),
    useWith({ sources: ['full-register', NOT_KNOWN] }),
  ],
  [
    'privacy-notice',
    notice,
    'from-public',
    useWith({ sources: ['public'] }),
    useWith({ sources: ['own-page'] }),
    useWith({}),
  ],
  [
    'privacy-notice',
    notice,
    'worked-out',
    useWith({ sources: ['worked-out'] }),
    useWith(byPost),
    useWith({}),
  ],
  ['privacy-notice', notice, 'own-page', useWith({ sources: ['own-page'] }), useWith(byPost), useWith({})],
  [
    'privacy-notice',
    notice,
    'list-audience',
    useWith({ channel: 'lookalike-audience' }),
    useWith(byPost),
    useWith({}),
  ],
  [
    'privacy-notice',
    notice,
    'lookalike',
    useWith({ channel: 'lookalike-audience' }),
    useWith({ channel: 'list-audience' }),
    useWith({}),
  ],
  [
    'privacy-notice',
    notice,
    'shares',
    useWith({ 'others-handle': ['printer', 'party'] }),
    useWith(byPost),
    useWith({ 'others-handle': [NOT_KNOWN] }),
  ],
  ['short-notice', short, 'by-freepost', useWith({ channel: 'freepost' }), useWith(byPost), useWith({})],
  ['short-notice', short, 'post-by-name', useWith(byPost), useWith(ringing), useWith({})],
  ['short-notice', short, 'own-page', useWith({ sources: ['own-page'] }), useWith(byPost), useWith({})],
  [
    'short-notice',
    short,
    'post-from-register',
    useWith(byPost),
    useWith({ ...byPost, sources: ['open-register'] }),
    useWith({ channel: 'post-by-name', sources: [NOT_KNOWN] }),
  ],
  [
    'consent-words',
    consent,
    'decides-on-consent',
    useWith({
      profiling: 'decides',
      'solely-automated': 'nobody',
      'special-category': ['health'],
      condition: 'explicit-consent',
    }),
    useWith(byPost),
    useWith({ profiling: 'decides' }),
  ],
  ['doorstep-card', card, 'by-freepost', useWith({ channel: 'freepost' }), useWith(byPost), useWith({})],
  [
    'doorstep-card',
    card,
    'door-from-register',
    useWith(atTheDoor),
    useWith({ ...atTheDoor, sources: ['open-register'] }),
    useWith({ channel: 'doorstep' }),
  ],
  [
    'privacy-notice',
    notice,
    'opinions-as-party',
    useWith({ 'special-category': ['political-opinions'], condition: 'party-condition' }),
    useWith(byPost),
    useWith({ 'special-category': [NOT_KNOWN] }),
  ],
  [
    'privacy-notice',
    notice,
    'platform-targeting',
    useWith({ channel: 'platform-targeting' }),
    useWith(byPost),
    useWith({}),
  ],
  [
    'consent-words',
    consent,
    'calls-on-consent',
    useWith(ringing, 'consent'),
    useWith(ringing, 'public-task'),
    useWith(ringing),
  ],
  [
    'consent-words',
    consent,
    'post-on-consent',
    useWith(byPost, 'consent-to-fix'),
    useWith(ringing, 'consent'),
    useWith({}, 'consent'),
  ],
  [
    'petition-words',
    petition,
    'voter-forms',
    useWith({ sources: ['registration-forms'] }),
    useWith(byPost),
    useWith({}),
  ],
  [
    'doorstep-card',
    card,
    'opinions',
    useWith({ ...atTheDoor, 'special-category': ['political-opinions'] }),
    useWith(atTheDoor),
    useWith({ channel: 'doorstep' }),
  ],
  [
    'doorstep-script',
    door,
    'explicit-consent',
    useWith({ ...atTheDoor, 'special-category': ['political-opinions'], condition: 'explicit-consent' }),
    useWith(atTheDoor),
    useWith({ ...atTheDoor, 'special-category': ['political-opinions'], condition: NOT_KNOWN }),
  ],
  [
    'doorstep-script',
    door,
    'opinions-as-party',
    useWith({ ...atTheDoor, 'special-category': ['political-opinions'], condition: 'party-condition' }),
    useWith({ ...atTheDoor, 'special-category': ['political-opinions'], condition: 'explicit-consent' }),
    useWith({ channel: 'doorstep' }),
  ],
  [
    'doorstep-script',
    door,
    'voter-forms',
    useWith({ sources: ['registration-forms'] }),
    useWith(byPost),
    useWith({}),
  ],
  [
    'telephone-script',
    phone,
    'explicit-consent',
    useWith({ ...ringing, 'special-category': ['health'], condition: 'explicit-consent' }),
    useWith(ringing),
    useWith({ channel: 'live-call' }),
  ],
  [
    'telephone-script',
    phone,
    'call-firm',
    useWith({ ...ringing, 'others-handle': ['call-centre'] }),
    useWith(ringing),
    useWith({ channel: 'live-call' }),
  ],
  [
    'objection-procedure',
    objection,
    'list-audience',
    useWith({ channel: 'list-audience' }),
    useWith(byPost),
    useWith({}),
  ],
  [
    'objection-procedure',
    objection,
    'by-freepost',
    useWith({ channel: 'freepost' }),
    useWith(byPost),
    useWith({}),
  ],
  [
    'objection-procedure',
    objection,
    'opinions-as-party',
    useWith({ 'special-category': ['political-opinions'], condition: 'party-condition' }),
    useWith(byPost),
    useWith({ 'special-category': [NOT_KNOWN] }),
  ],
  [
    'soft-opt-in-words',
    softOptIn,
    'charity',
    useWith({ 'charity-soft-opt-in': ['charity', 'charitable-purposes', 'interest-shown', 'free-refusal'] }),
    useWith({ 'charity-soft-opt-in': ['charity', 'charitable-purposes', 'interest-shown'] }),
    useWith({ 'charity-soft-opt-in': ['charity', NOT_KNOWN] }),
  ],
];

describe('what the answers say of a text for voters', () => {
  it.each(conditions)('%s: %s', (_text, rules, condition, so, notSo, open) => {
    expect(is(rules, condition, knownOf([so]))).toBe(true);
    expect(is(rules, condition, knownOf([notSo]))).toBe(false);
    expect(is(rules, condition, knownOf([open]))).toBeUndefined();
    expect(is(rules, condition, knownOf([]))).toBeUndefined();
    // A use that nobody has answered yet could be the one.
    expect(is(rules, condition, knownOf([notSo], { unanswered: ['Calls in May'] }))).toBeUndefined();
  });

  it('has a case for each condition that a rule decides', () => {
    const decided = { notice, short, consent, petition, card, door, phone, objection, softOptIn };
    const names = Object.values(decided).flatMap((rules) =>
      Object.keys(rules.conditions ?? {}).map((condition) => [rules, condition] as const),
    );
    const untried = names.filter(
      ([rules, condition]) =>
        !['abroad', 'handled-alone', 'own-app'].includes(condition) &&
        !conditions.some(([, of, name]) => of === rules && name === condition),
    );
    expect(untried.map(([, condition]) => condition)).toEqual([]);
  });

  it('says that data stays in the UK only where nobody else touches it and nothing is collected online', () => {
    for (const rules of [notice, access]) {
      expect(is(rules, 'abroad', knownOf([useWith(byPost)]))).toBe(false);
      expect(is(rules, 'abroad', knownOf([useWith({ ...byPost, sources: ['own-site'] })]))).toBeUndefined();
      expect(
        is(rules, 'abroad', knownOf([useWith({ ...byPost, 'others-handle': ['canvassing-tool'] })])),
      ).toBeUndefined();
      expect(
        is(
          rules,
          'abroad',
          knownOf([useWith(byPost)], { suppliers: [{ id: 's', name: 'A firm', service: '' }] }),
        ),
      ).toBeUndefined();
      expect(is(rules, 'abroad', knownOf([useWith(byPost)], { unanswered: ['Calls'] }))).toBeUndefined();
      expect(is(rules, 'abroad', knownOf([]))).toBeUndefined();
    }
  });

  it('does not say that data stays in the UK where messages or adverts run on somebody’s servers', () => {
    for (const channel of ['electronic-mail', 'platform-targeting'])
      expect(is(notice, 'abroad', knownOf([useWith({ ...byPost, channel })]))).toBeUndefined();
  });

  it('says that only the team handles details where nobody else does, the party included', () => {
    const alone = (handles: string, more: Parameters<typeof knownOf>[1] = {}) =>
      is(notice, 'handled-alone', knownOf([useWith({ ...byPost, 'others-handle': [handles] })], more));
    expect(alone('nobody')).toBe(true);
    expect(alone('party')).toBe(false);
    expect(alone('printer')).toBe(false);
    expect(alone('nobody', { suppliers: [{ id: 's', name: 'A firm', service: '' }] })).toBe(false);
    expect(alone(NOT_KNOWN)).toBeUndefined();
    expect(alone('nobody', { unanswered: ['Calls'] })).toBeUndefined();
    const named = { ...useWith(byPost), others: 'The county party' };
    expect(is(notice, 'handled-alone', knownOf([named]))).toBeUndefined();
  });

  it('takes no website for an app', () => {
    expect(is(short, 'own-app', knownOf([useWith({ sources: ['own-site'] })]))).toBeUndefined();
    expect(is(short, 'own-app', knownOf([useWith(byPost)]))).toBe(false);
  });

  it('says that a campaign decides together with a platform by whose tools it targets adverts', () => {
    const use = useWith({ ...byPost, channel: 'platform-targeting' });
    expect(is(notice, 'joint', knownOf([use]))).toBe(true);
  });

  it('says that nobody has to give details only where the basis of each use was decided', () => {
    const profiled = { ...useWith({}, 'proceed-with-care'), questionnaire: 'article-22' };
    expect(is(notice, 'has-to-give', knownOf([profiled]))).toBeUndefined();
  });

  it('tells the team to do only what may begin', () => {
    const use = (verdict: 'proceed' | 'proceed-if') => ({
      ...useWith({}),
      outcome: { id: 'x', name: 'X', verdict },
    });
    expect(team.uses?.(use('proceed'))).toBe(true);
    expect(team.uses?.(use('proceed-if'))).toBe(false);
    expect(team.uses?.(useWith({}))).toBe(false);
  });

  it('knows a source from a list of the campaign too, and takes no list to say that there is no other source', () => {
    expect(is(notice, 'from-full-register', knownOf([], { lists: [list('full-register')] }))).toBe(true);
    expect(is(notice, 'from-full-register', knownOf([], { lists: [list('kept')] }))).toBeUndefined();
  });

  it('keeps the soft opt-in from parties and candidates, whatever else they answered', () => {
    const party = { name: '', decidedBy: '', role: '', evidence: '', kind: 'registered-party' as const };
    const all = useWith({
      'charity-soft-opt-in': ['charity', 'charitable-purposes', 'interest-shown', 'free-refusal'],
    });
    expect(is(softOptIn, 'charity', knownOf([all], { who: party }))).toBe(false);
  });

  it('says nothing of the doorstep or the phone where no use goes there', () => {
    expect(is(card, 'opinions', knownOf([useWith(byPost)]))).toBeUndefined();
    expect(is(phone, 'call-firm', knownOf([useWith(byPost)]))).toBeUndefined();
  });
});

describe('what fills a privacy notice', () => {
  it('names the law behind a task only where a use came to rest on it', () => {
    const named = (outcome: string) =>
      useWith({ 'task-in-law': 'all' }, outcome, { 'task-in-law': { law: 'Regulation 102' } });
    expect(fills(notice, 'law-behind', knownOf([named('public-task'), named('by-source')]))).toBe(
      'Regulation 102',
    );
    expect(fills(notice, 'law-behind', knownOf([named('legitimate-interests')]))).toBeUndefined();
    expect(fills(notice, 'law-behind', knownOf([]))).toBeUndefined();
  });

  it('gives the interest in the words of whoever named it, and none that no use rests on', () => {
    const named = (outcome: string, why: string) =>
      useWith({ interest: 'democratic-engagement', purpose: why }, outcome, { interest: { why } });
    expect(
      fills(
        notice,
        'interest',
        knownOf([
          named('legitimate-interests', 'More people vote'),
          named('by-source', 'They hear of the bypass'),
        ]),
      ),
    ).toBe('More people vote; They hear of the bypass');
    expect(fills(notice, 'interest', knownOf([named('public-task', 'More people vote')]))).toBeUndefined();
  });

  it('says why details are needed where a contract or a duty asks for them', () => {
    const asked = (outcome: string) =>
      useWith({ 'everyday-basis': 'legal-duty' }, outcome, {
        'everyday-basis': { which: 'Checking donors' },
      });
    expect(fills(notice, 'needed-for', knownOf([asked('legal-obligation')]))).toBe('Checking donors');
    expect(fills(notice, 'needed-for', knownOf([asked('consent')]))).toBeUndefined();
  });

  it('names sensitive kinds and what lets them be used, and neither while a use leaves one open', () => {
    const agreed = useWith({
      'special-category': ['political-opinions', 'health'],
      condition: 'explicit-consent',
    });
    expect(fills(notice, 'sensitive-kinds', knownOf([agreed, useWith(byPost)]))).toBe(
      'political opinions and health',
    );
    expect(fills(notice, 'sensitive-condition', knownOf([agreed, useWith(byPost)]))).toBe(
      'you agreed to it in express words',
    );
    const openKind = useWith({ 'special-category': ['health', NOT_KNOWN], condition: 'explicit-consent' });
    expect(fills(notice, 'sensitive-kinds', knownOf([agreed, openKind]))).toBeUndefined();
    const openCondition = useWith({ 'special-category': ['health'], condition: NOT_KNOWN });
    expect(fills(notice, 'sensitive-condition', knownOf([agreed, openCondition]))).toBeUndefined();
    expect(fills(notice, 'sensitive-kinds', knownOf([useWith(byPost)]))).toBeUndefined();
    const opinions = useWith({ 'special-category': ['political-opinions'] });
    const profiled = useWith({ 'data-used': ['register', 'health'] });
    expect(fills(notice, 'sensitive-kinds', knownOf([opinions, profiled]))).toBe(
      'political opinions and health',
    );
    const openAlone = useWith({ 'special-category': [NOT_KNOWN] });
    expect(fills(notice, 'sensitive-kinds', knownOf([agreed, openAlone]))).toBeUndefined();
    const withoutWords = useWith({ 'special-category': ['religion-or-belief'] });
    expect(fills(notice, 'sensitive-kinds', knownOf([agreed, withoutWords]))).toBeUndefined();
  });

  it('names the kinds of all who handle details, whoever is listed by name, and none while a use leaves it open', () => {
    const phrases = { 'others-handle': { printer: 'a printer', 'canvassing-tool': 'an app' } };
    const print = useWith({ 'others-handle': ['printer', 'party'] });
    const app = useWith({ 'others-handle': ['canvassing-tool'] });
    expect(fills(notice, 'recipient-kinds', knownOf([print, app], { phrases }))).toBe('a printer and an app');
    const open = useWith({ 'others-handle': [NOT_KNOWN] });
    expect(fills(notice, 'recipient-kinds', knownOf([print, open], { phrases }))).toBeUndefined();
    expect(fills(notice, 'recipient-kinds', knownOf([useWith(byPost)], { phrases }))).toBeUndefined();
  });

  it('says of a list whether anyone can see it, where that is known of its source', () => {
    const open = (source: string) => notice.list?.gaps?.['list.open']?.(list(source), knownOf([]))?.text;
    expect(open('full-register')).toBe('only under supervision, with no copy');
    expect(open('open-register')).toBe('yes, anybody can buy it');
    expect(open('shared')).toBeUndefined();
  });
});
