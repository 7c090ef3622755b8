import { expect, test } from 'vitest';

import { readPlans } from '../../src/schemas/plan.ts';
import { readContent } from '../../src/schemas/read-content.ts';

const plans = readPlans();
const content = readContent();

test('Whatever someone plans, what she is sent to is there', () => {
  const clauses = new Set(content.clauses.map(({ id }) => id));
  const questionnaires = new Set(content.questionnaires.filter(({ draft }) => !draft).map(({ id }) => id));
  const lost = plans.flatMap((plan) => [
    ...plan.clauses.filter((id) => !clauses.has(id)).map((id) => `${plan.id}: no clause ${id}`),
    ...plan.questionnaires.filter((id) => !questionnaires.has(id)).map((id) => `${plan.id}: no questionnaire ${id}`),
  ]);
  expect(lost).toEqual([]);
});

test('Someone who holds a checklist’s moment in mind is sent statements of that moment', () => {
  const without = plans.filter(
    (plan) =>
      !plan.checklists.some((moment) =>
        plan.clauses.some((id) => content.clauses.find((clause) => clause.id === id)?.moments.includes(moment)),
      ),
  );
  expect(without.map(({ id }) => id)).toEqual([]);
});

test('No two plans have one id, and every questionnaire is called for by some plan', () => {
  expect(new Set(plans.map(({ id }) => id)).size).toBe(plans.length);
  const called = new Set(plans.flatMap((plan) => plan.questionnaires));
  const uncalled = content.questionnaires.filter(({ id, draft }) => !draft && !called.has(id));
  expect(
    uncalled.map(
      ({ id }) =>
        `content/plans.yaml: no plan calls for ${id}; add it to the questionnaires of a plan that needs it, or add a plan`,
    ),
  ).toEqual([]);
});
