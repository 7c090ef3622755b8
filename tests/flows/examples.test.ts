/** The worked examples of every questionnaire, which were written down before its logic was run. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import { questionnaires as published } from '../../src/questionnaires/index.ts';
import type { Questionnaire } from '../../src/engine/define.ts';
import { clashesOn } from '../../src/engine/clashes.ts';
import { under } from '../../src/engine/reading.ts';
import { citedByRoute } from '../../src/records/words.ts';
import {
  fixtureQuestionnaires,
  readContent,
  type QuestionnaireWords,
  type WorkedExample,
} from '../../src/schemas/read-content.ts';
import { questionnaires as fixtures } from '../fixtures/site/questionnaires.ts';

const content = readContent(fileURLToPath(new URL('../..', import.meta.url)), {
  questionnaires: ['content/questionnaires', fixtureQuestionnaires],
});
const clauses = new Set(content.clauses.map((clause) => clause.id));

/** The outcome that an example expects under an edition. */
function expectedOf(example: WorkedExample, edition: string): string | undefined {
  const expected: Readonly<Record<string, string | undefined>> = example.expect;
  return expected['outcome'] ?? expected[edition];
}

/** The clauses behind a journey: those of its outcome, its questions, and the rules that decide at them. */
function clausesBehind(
  questionnaire: Questionnaire,
  words: QuestionnaireWords,
  path: readonly string[],
  outcome: string,
): Set<string> {
  const offered = path.flatMap((id) => Object.values(questionnaire.offered[id] ?? {}));
  return new Set([
    ...(words.outcomes.find((one) => one.id === outcome)?.clauses ?? []),
    ...words.questions.filter(({ id }) => path.includes(id)).flatMap((question) => question.clauses),
    ...path.flatMap((id) => citedByRoute(questionnaire, id).clauses),
    ...offered.flatMap((rule) => questionnaire.rules[rule]?.clauses ?? []),
  ]);
}

for (const questionnaire of [...published, ...fixtures]) {
  const words = content.questionnaires.find((one) => one.id === questionnaire.id);

  describe(`the examples of ${questionnaire.id}`, () => {
    it('are there for people to learn from', () => {
      expect(words?.examples.length).toBeGreaterThan(0);
    });

    for (const example of words?.examples ?? []) {
      it(`${example.id}: “${example.title}” ends as people are told it does`, () => {
        expect(
          clauses.has(example.clause),
          `${example.id} cites ${example.clause}, which no section has`,
        ).toBe(true);
        const used = new Set<string>();
        for (const edition of questionnaire.editions) {
          const { path, outcome, next, refused } = under(questionnaire, edition).replay(example.answers);
          path.forEach((id) => used.add(id));
          const found =
            outcome ??
            (refused ? `${next ?? ''} does not offer its answer` : `${next ?? ''} is not answered`);
          expect(found, `${example.id} under ${edition}`).toBe(expectedOf(example, edition));
          const cited = words ? clausesBehind(questionnaire, words, path, found) : new Set<string>();
          expect(
            cited.has(example.clause),
            `${example.id} under ${edition}: nothing on the way to ${found} cites ${example.clause}; ` +
              'name what the example rests on, or cite it where it decides. What counts is cited by the outcome, ' +
              'the questions asked, and the rules that route, set marks or offer options at them: ' +
              `${[...cited].sort().join(', ') || 'nothing'}`,
          ).toBe(true);
        }
        const now = under(questionnaire, questionnaire.editions.at(-1) ?? '').replay(example.answers);
        expect(
          clashesOn(now).map(({ id }) => id),
          `the clashes that the answers of ${example.id} make: write them under clashes, or mend the answers`,
        ).toEqual(example.clashes ?? []);
        const unused = Object.keys(example.answers).filter((id) => !used.has(id));
        expect(unused, `${example.id} answers what no edition asks`).toEqual([]);
      });
    }
  });
}
