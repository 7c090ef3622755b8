import { describe, expect, test } from 'vitest';

import { makeOnce } from '../../../src/records/made-once.ts';

describe('a record that is asked for again', () => {
  const answers = {};
  const counted = () => {
    let made = 0;
    return () => Promise.resolve((made += 1));
  };

  test('is the one that was made, as long as all that it is made from is the same', async () => {
    const [once, make] = [makeOnce<number>(), counted()];
    expect(await once(answers, { title: 'Letters' }, make)).toBe(1);
    expect(await once(answers, { title: 'Letters' }, make)).toBe(1);
  });

  test('is the same for two that ask at the same time', async () => {
    const [once, make] = [makeOnce<number>(), counted()];
    const both = [once(answers, 'same', make), once(answers, 'same', make)];
    expect(await Promise.all(both)).toEqual([1, 1]);
  });

  test('is made anew once something has changed, or belongs to somebody else', async () => {
    const [once, make] = [makeOnce<number>(), counted()];
    await once(answers, { title: 'Letters' }, make);
    expect(await once(answers, { title: 'Postcards' }, make)).toBe(2);
    expect(await once({}, { title: 'Postcards' }, make)).toBe(3);
  });

  test('is tried again where it could not be made', async () => {
    const once = makeOnce<number>();
    await expect(once(answers, 'same', () => Promise.reject(new Error('no crypto')))).rejects.toThrow();
    expect(await once(answers, 'same', counted())).toBe(1);
  });
});
