import { describe, expect, it } from 'vitest';

import { SHARED_RULES } from '../../../src/documents/facts.ts';
import type { Known } from '../../../src/documents/known.ts';
import { knownOf, list, useWith } from './what-is-known.ts';

const is = (condition: string, known: Known): boolean | undefined =>
  SHARED_RULES.conditions[condition]?.(known)?.is;

describe('what all texts take from the answers', () => {
  it('says that both bases are relied on where a use rests on one for the register and on another for the rest', () => {
    const both = knownOf([useWith({}, 'by-source')]);
    expect(is('relies-on-public-task', both)).toBe(true);
    expect(is('relies-on-legitimate-interests', both)).toBe(true);
    expect(is('relies-on-consent', both)).toBe(false);
  });

  it('states no consent that is still to be put right, and denies none', () => {
    const toFix = useWith({}, 'consent-to-fix');
    expect(is('relies-on-consent', knownOf([toFix]))).toBeUndefined();
    expect(SHARED_RULES.use?.gaps?.['use.basis']?.(toFix, knownOf([toFix]))).toBeUndefined();
    expect(is('relies-on-consent', knownOf([toFix, useWith({}, 'consent')]))).toBe(true);
  });

  it('knows that software decides nothing where it sorts nobody, and asks where it does', () => {
    expect(is('automated-decisions', knownOf([useWith({ profiling: 'no' })]))).toBe(false);
    expect(is('automated-decisions', knownOf([useWith({ profiling: 'decides' })]))).toBeUndefined();
    const alone = useWith({ profiling: 'decides', 'solely-automated': 'nobody' });
    expect(is('automated-decisions', knownOf([alone]))).toBe(true);
  });

  it('publishes no stand-in for a title that nobody gave', () => {
    const title = SHARED_RULES.use?.gaps?.['use.title'];
    const use = useWith({});
    expect(title?.(use, knownOf([use]))?.text).toBe(use.title);
    expect(title?.({ ...use, untitled: true }, knownOf([use]))).toBeUndefined();
  });

  it('does not say of data from an earlier campaign that it came from nowhere', () => {
    const kept = knownOf([useWith({ sources: ['kept'] })]);
    for (const condition of [
      'from-people',
      'from-elsewhere',
      'from-others',
      'from-public',
      'from-open-register',
    ])
      expect(is(condition, kept), condition).toBeUndefined();
    expect(is('from-people', knownOf([useWith({ sources: ['kept', 'given-for-this'] })]))).toBe(true);
  });

  it('knows a source from a list of the campaign, and of no list that there is no other source', () => {
    expect(is('from-register', knownOf([], { lists: [list('full-register')] }))).toBe(true);
    expect(is('from-others', knownOf([], { lists: [list('bought-contacts')] }))).toBe(true);
    expect(is('from-register', knownOf([], { lists: [list('bought-contacts')] }))).toBeUndefined();
  });

  it('asks nobody for explicit consent where nothing sensitive is used', () => {
    expect(is('explicit-consent', knownOf([useWith({ 'special-category': ['none'] })]))).toBe(false);
    expect(is('explicit-consent', knownOf([useWith({ 'special-category': ['health'] })]))).toBeUndefined();
  });
});
