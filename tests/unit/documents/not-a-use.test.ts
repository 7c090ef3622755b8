import { describe, expect, it } from 'vitest';

import { RULES } from '../../../src/documents/index.ts';
import { knownFrom, type KnownUse } from '../../../src/documents/known.ts';
import { questionnaires } from '../../../src/questionnaires/index.ts';
import { NO_USE } from '../../../src/questionnaires/holds-for.ts';
import { newDraft, type Draft } from '../../../src/records/draft.ts';
import { knownOf, useOf } from './use-of.ts';

const draftOf = (id: string, answers: Readonly<Record<string, string>>): Draft => ({
  ...newDraft({ id, version: '1.0.0' }),
  answers,
});

it('tells no voter of a breach or a complaint as if it were a use of their data', () => {
  const known = knownFrom(
    {
      records: [],
      drafts: [
        draftOf('breach', { 'aware-on': '2026-11-20', 'whose-hands': 'ours' }),
        draftOf('objection', { 'received-on': '2026-11-20', whose: 'clear' }),
        draftOf('article-22', { who: 'independent-candidate' }),
      ],
    },
    { logic: questionnaires, words: {}, phrases: {} },
  );
  expect(known.uses.map(({ questionnaire }) => questionnaire)).toEqual(['article-22']);
  expect(known.happened.map(({ questionnaire }) => questionnaire)).toEqual(['breach', 'objection']);
  expect(NO_USE.every((id) => questionnaires.some((one) => one.id === id))).toBe(true);
});

describe('someone who has to send something at once', () => {
  const asked = (id: string, options: readonly string[]): KnownUse =>
    useOf({ 'received-on': '2026-01-31', asks: options }, { id, questionnaire: 'objection' });

  it('finds the day and the last day in the answer to “what do you hold?”, and in no other text', () => {
    const known = knownOf({ happened: [asked('1', ['see'])] });
    expect(RULES['access-answer']?.gaps?.['came-on']?.(known)?.text).toBe('31 January 2026');
    expect(RULES['access-answer']?.gaps?.['due-on']?.(known)?.text).toBe('28 February 2026');
    expect(RULES['objection-procedure']?.gaps?.['came-on']?.(known)).toBeUndefined();
    expect(RULES['complaints-procedure']?.gaps?.['came-on']?.(known)).toBeUndefined();
  });

  it('is asked for the day where several people asked, and where nobody knows it', () => {
    const several = knownOf({ happened: [asked('1', ['see']), asked('2', ['see'])] });
    expect(RULES['access-answer']?.gaps?.['due-on']?.(several)).toBeUndefined();
    const lateOne = useOf(
      { 'received-on': 'over-a-month-ago', asks: ['see'] },
      { questionnaire: 'objection' },
    );
    expect(RULES['access-answer']?.gaps?.['due-on']?.(knownOf({ happened: [lateOne] }))).toBeUndefined();
  });

  it('finds the hour and what happened in the report of a breach', () => {
    const one = useOf(
      { 'aware-on': '2026-11-20T21:15', 'what-happened': ['papers'] },
      { questionnaire: 'breach' },
    );
    const known = knownOf({ happened: [one] });
    expect(RULES['breach-log']?.gaps?.['known-at']?.(known)?.text).toBe('2026-11-20T21:15');
    expect(RULES['breach-log']?.gaps?.['happened']?.(known)?.text).toBe('papers');
  });
});
