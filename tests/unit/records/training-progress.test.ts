/** What comes next for somebody who learns alone, and what a browser kept of it. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  newProgress,
  nextOf,
  progressToJson,
  restoreProgress,
  standing,
  type Given,
  type Order,
} from '../../../src/records/training-progress.ts';

const ids = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
const order: Order = ids.map((id) => ({ id, right: 'a' }));
const on = '2026-05-02';
const answered = (...all: readonly [of: string, chose: string][]): Given[] =>
  all.map(([of, chose]) => ({ of, chose, on }));

/** Goes on until all is settled, and says in which order things came. */
function learn(wrongAtFirst: readonly string[], most = 50): string[] {
  const given: Given[] = [];
  const came: string[] = [];
  for (let next = nextOf(order, given); next !== undefined && came.length < most;) {
    const first = !came.includes(next);
    came.push(next);
    given.push({ of: next, chose: first && wrongAtFirst.includes(next) ? 'b' : 'a', on });
    next = nextOf(order, given);
  }
  return came;
}

describe('what comes next', () => {
  test('someone who is always right meets each once, in order', () => {
    expect(learn([])).toEqual(ids);
  });

  test('someone who was wrong meets it again after three others', () => {
    expect(learn(['one'])).toEqual(['one', 'two', 'three', 'four', 'one', 'five', 'six', 'seven']);
  });

  test('someone who was wrong twice meets both again, the longest first', () => {
    expect(learn(['one', 'two'])).toEqual([
      'one',
      'two',
      'three',
      'four',
      'one',
      'two',
      'five',
      'six',
      'seven',
    ]);
  });

  test('someone who was wrong at the very end meets it again at once, as nothing else is left', () => {
    expect(learn(['seven'])).toEqual([...ids, 'seven']);
  });

  test('“not sure” comes back like what was wrong', () => {
    const given = answered(['one', 'unsure'], ['two', 'a'], ['three', 'a'], ['four', 'a']);
    expect(nextOf(order, given)).toBe('one');
    expect(standing(order, given)).toEqual({ settled: ['two', 'three', 'four'], back: ['one'] });
  });

  test('what was settled and is then got wrong comes back', () => {
    expect(standing(order, answered(['one', 'a'], ['one', 'c']))).toEqual({ settled: [], back: ['one'] });
  });

  test('what the site no longer has, or what was not asked for, counts for nothing', () => {
    expect(standing(order, answered(['gone', 'b'], ['one', 'a']))).toEqual({ settled: ['one'], back: [] });
  });

  test('whatever is wrong, all is settled in the end, and nothing comes three times', () => {
    fc.assert(
      fc.property(fc.subarray(ids), (wrong) => {
        const came = learn(wrong);
        expect(came).toHaveLength(ids.length + wrong.length);
        for (const id of ids)
          expect(came.filter((one) => one === id)).toHaveLength(wrong.includes(id) ? 2 : 1);
      }),
    );
  });
});

describe('what a browser kept', () => {
  const progress = { ...newProgress(), given: answered(['one', 'b']), name: '<b>Ann</b>', section: 'online' };

  test('comes back as it was', () => {
    expect(restoreProgress(progressToJson(progress))).toEqual({ value: progress, leftOut: [] });
  });

  test('loses a broken answer, and no more', () => {
    const broken = { ...progress, given: [...progress.given, { of: 'two' }, ...answered(['three', 'a'])] };
    expect(restoreProgress(JSON.stringify(broken))).toMatchObject({
      value: { given: answered(['one', 'b'], ['three', 'a']), name: '<b>Ann</b>' },
    });
  });

  test('is named where it is half, foreign or newer', () => {
    expect(restoreProgress('{"schema":"clear-canv')).toEqual({ problem: 'damaged' });
    expect(restoreProgress('{"schema":"clear-canvass/ticks/1"}')).toEqual({ problem: 'damaged' });
    expect(
      restoreProgress(JSON.stringify({ ...progress, schema: 'clear-canvass/training-progress/2' })),
    ).toEqual({ problem: 'newer' });
  });
});
