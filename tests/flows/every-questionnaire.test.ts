import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { questionnaires } from '../../src/questionnaires/index.ts';

describe('nobody is asked a question whose journeys are not proven', () => {
  it.each(questionnaires.map(({ id }) => id))('%s has its proof', (id) => {
    expect(existsSync(new URL(`./${id}.test.ts`, import.meta.url)), `write tests/flows/${id}.test.ts`).toBe(
      true,
    );
  });

  it('and no two questionnaires share an id', () => {
    expect(new Set(questionnaires.map(({ id }) => id)).size).toBe(questionnaires.length);
  });
});
