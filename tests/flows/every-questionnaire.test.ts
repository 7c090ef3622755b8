import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { questionnaires } from '../../src/questionnaires/index.ts';
import { readContent } from '../../src/schemas/read-content.ts';

describe('nobody is asked a question whose journeys are not proven', () => {
  it.each(questionnaires.map(({ id }) => id))('%s has its proof', (id) => {
    expect(existsSync(new URL(`./${id}.test.ts`, import.meta.url)), `write tests/flows/${id}.test.ts`).toBe(
      true,
    );
  });

  it('and no two worksheets share a code, nor does one lack it', () => {
    const worksheets = readContent().questionnaires.map(({ id, codes }) => codes?.sheet ?? `none of ${id}`);
    expect(
      worksheets.filter((worksheet) => worksheet.startsWith('none')),
      'run "npm run journeys"',
    ).toEqual([]);
    expect(new Set(worksheets).size).toBe(worksheets.length);
  });

  it('and no two questionnaires share an id', () => {
    expect(new Set(questionnaires.map(({ id }) => id)).size).toBe(questionnaires.length);
  });
});

describe('someone who is held back and asks what would have to be different gets fair advice', () => {
  const drafts = readContent().questionnaires.filter(({ draft }) => draft);
  const holdBack = questionnaires.filter(
    ({ id, outcomes }) =>
      !drafts.some((draft) => draft.id === id) &&
      Object.values(outcomes).some(({ verdict }) => verdict === 'stop' || verdict === 'proceed-if'),
  );

  it.each(holdBack.map((one) => [one.id, one] as const))(
    '%s says what can be planned otherwise',
    (id, { plans }) => {
      expect(
        Object.keys(plans).length,
        `src/questionnaires/${id}/flow.ts: state in \`plans\` what a campaign can choose to do otherwise`,
      ).toBeGreaterThan(0);
    },
  );
});
