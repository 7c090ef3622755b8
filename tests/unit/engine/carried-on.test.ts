/** What someone has answered and found is taken along to another questionnaire, and never as more than is known. */
import { describe, expect, test } from 'vitest';
import { carriedOn } from '../../../src/engine/carried-on.ts';
import type { Answers, FollowOn } from '../../../src/engine/define.ts';
import { under } from '../../../src/engine/reading.ts';
import { EDITION, twoWaysToStop } from './small-questionnaires.ts';

const reading = under(twoWaysToStop, EDITION);
const taken = (carries: FollowOn['carries'], answers: Answers) =>
  carriedOn({ questionnaire: 'there', when: 'firstNo', carries }, reading.replay(answers));

const goesOn = { first: 'yes', second: 'yes', colour: 'red' };

describe('someone goes on to another questionnaire', () => {
  test('with an answer as it was given, “I don’t know yet” as that', () => {
    expect(taken({ one: 'first', two: 'second' }, { ...goesOn, second: 'not-known' })).toEqual({
      one: 'yes',
      two: 'not-known',
    });
  });

  test('without an answer to what they have not been asked', () => {
    expect(taken({ one: 'first', two: 'second' }, { first: 'yes' })).toEqual({ one: 'yes' });
  });

  test('with what a rule finds, the first that holds, and nothing where none does', () => {
    const carries = {
      state: [
        { when: 'firstNo', answer: 'stopped-at-once' },
        { when: 'secondNo', answer: 'stopped-later' },
      ],
    };
    expect(taken(carries, { ...goesOn, first: 'no', second: 'no' })).toEqual({ state: 'stopped-at-once' });
    expect(taken(carries, { ...goesOn, second: 'no' })).toEqual({ state: 'stopped-later' });
    expect(taken(carries, goesOn)).toEqual({});
  });

  test('with what the outcome says', () => {
    const carries = { state: [{ at: ['go'], answer: 'may-go' }] };
    expect(taken(carries, goesOn)).toEqual({ state: 'may-go' });
    expect(taken(carries, { ...goesOn, first: 'no' })).toEqual({});
  });

  test('without taking for known what was found on the cautious answer', () => {
    const open = { ...goesOn, first: 'not-known' };
    expect(taken({ state: [{ when: 'firstNo', answer: 'stopped' }] }, open)).toEqual({ state: 'not-known' });
    expect(taken({ state: [{ when: 'stopped', answer: 'stopped' }] }, open)).toEqual({ state: 'not-known' });
    expect(taken({ state: [{ at: ['stop'], answer: 'stopped' }] }, open)).toEqual({ state: 'not-known' });
    // Several boxes, and points that are answered apart, say it in their own way.
    expect(taken({ state: [{ at: ['stop'], answer: ['none'] }] }, open)).toEqual({ state: ['not-known'] });
    expect(taken({ state: [{ at: ['stop'], answer: { told: 'yes' } }] }, open)).toEqual({
      state: { told: 'not-known' },
    });
    // The other answer stops it in any case.
    expect(taken({ state: [{ at: ['stop'], answer: 'stopped' }] }, { ...open, second: 'no' })).toEqual({
      state: 'stopped',
    });
  });

  test('without passing over a finding that could still be so', () => {
    const carries = {
      state: [
        { at: ['go'], answer: 'may-go' },
        { when: 'red', answer: 'red' },
      ],
    };
    expect(taken(carries, { ...goesOn, first: 'no' })).toEqual({ state: 'red' });
    expect(taken(carries, { ...goesOn, first: 'not-known' })).toEqual({ state: 'not-known' });
  });
});
