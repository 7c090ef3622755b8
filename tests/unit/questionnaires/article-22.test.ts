/** The rules of `article-22` at their edges. What is expected was written from the code of practice. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import type { Answers } from '../../../src/engine/define.ts';
import { under } from '../../../src/engine/reading.ts';
import { article22 } from '../../../src/questionnaires/article-22/flow.ts';
import { decide } from '../../../src/records/decide.ts';
import { plainOf } from '../../../src/records/plain.ts';
import { wordsOf } from '../../../src/records/words.ts';
import { readContent } from '../../../src/schemas/read-content.ts';

const words = wordsOf(readContent(fileURLToPath(new URL('../../..', import.meta.url))), article22);
const reading = under(article22, 'law-2026-06');

const PROMPTS =
  'surprised not-plain intrusive-otherwise frequency timing unaware delivery-otherwise emotive autonomy vulnerable psychometrics discriminatory threatening disenfranchising detriment-otherwise other-reason';
/** Software picks people for a letter, and no answer warns. */
const picked: Answers = {
  who: 'registered-party',
  activity: 'Let software pick whom to write to',
  message: 'A letter about bus fares',
  profiling: 'decides',
  'others-handle': ['nobody'],
  'data-used': ['names-and-addresses'],
  'solely-automated': 'nobody',
  ...Object.fromEntries(PROMPTS.split(' ').map((prompt) => [prompt, 'no'])),
  dpia: 'done',
  'legal-effect': 'no',
  'significant-effect': 'no',
};
const said = (answers: Answers): string | undefined => {
  const decision = decide(reading.replay(answers), words);
  return plainOf(decision, words.outcomes[decision.outcome ?? '']);
};

describe('a plan that is unfair', () => {
  it('is told of the ground that is known, and of none that nobody knows', () => {
    const psychometrics = { ...picked, psychometrics: 'yes' };
    expect(said(psychometrics)).toContain('by their character to stir them up: take that out');
    expect(said({ ...picked, psychometrics: 'not-known' })).toContain('until you know whether a tool');
    expect(said({ ...picked, psychometrics: 'not-known', discriminatory: 'yes' })).toContain(
      'treats some worse',
    );
    expect(said({ ...picked, discriminatory: 'not-known', threatening: 'yes' })).toContain(
      'could feel threatened',
    );
  });

  it('is not told to ask the regulator before it starts', () => {
    const risky = { ...picked, 'other-reason': 'yes', 'significant-effect': 'yes', mitigated: 'no' };
    const weighed = { ...risky, 'solely-automated': 'human-look' };
    expect(reading.replay(weighed).todos).toContain('dpia-left-risk');
    const threat = reading.replay({ ...weighed, threatening: 'yes' });
    expect(threat.outcome).toBe('unfair');
    expect(threat.todos).not.toContain('dpia-left-risk');
  });
});

describe('somebody else who handles the data', () => {
  it('has to have an own copy of the register', () => {
    const register = { ...picked, 'data-used': ['register'] };
    expect(reading.replay({ ...register, 'others-handle': ['another-campaign'] }).todos).toContain(
      'reg-no-share',
    );
    expect(reading.replay({ ...register, 'others-handle': ['printer'] }).todos).not.toContain('reg-no-share');
  });
});
