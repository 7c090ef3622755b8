/** The scenarios of the training: what holds each model way up, and that all of the code is met. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';

import { under } from '../../src/engine/reading.ts';
import { questionnaires } from '../../src/questionnaires/index.ts';
import { readContent } from '../../src/schemas/read-content.ts';
import type { Scenario } from '../../src/schemas/read-training.ts';
import { optionLetters } from '../../src/schemas/scenario.ts';
import { gradeOf, readable } from './reading-grade.ts';

const content = readContent(fileURLToPath(new URL('../..', import.meta.url)));
const { scenarios, sessions } = content.training;

/** A reading age of 12, which is grade 7: these words are read out in a hall. */
const highest = 7;

/** The questionnaires that the site began with. Each of their outcomes is met. */
const FOUNDING = ['lawful-basis', 'article-22', 'disproportionate-effort'];

/** What stands behind a scenario: how its questionnaire reads under the deciding edition, its answers, and where they have to lead. */
function behind({ rests }: Scenario) {
  if (!('questionnaire' in rests)) return undefined;
  const questionnaire = questionnaires.find(({ id }) => id === rests.questionnaire);
  if (questionnaire === undefined) throw new Error(`There is no questionnaire ${rests.questionnaire}.`);
  const deciding = questionnaire.editions.at(-1) ?? '';
  const reading = under(questionnaire, deciding);
  const words = content.questionnaires.find(({ id }) => id === rests.questionnaire);
  if ('example' in rests) {
    const example = words?.examples.find(({ id }) => id === rests.example);
    if (example === undefined) throw new Error(`There is no example ${rests.example}.`);
    const expected: Readonly<Record<string, string | undefined>> = example.expect;
    return { reading, answers: example.answers, expected: expected['outcome'] ?? expected[deciding] };
  }
  return { reading, answers: rests.answers, expected: rests.outcome };
}

/** What the answers of a scenario come to in the deciding edition, and what they have to come to. */
function walked(scenario: Scenario): { found: string | undefined; expected: string | undefined } | undefined {
  const found = behind(scenario);
  return found && { found: found.reading.replay(found.answers).outcome, expected: found.expected };
}

describe('every scenario', () => {
  for (const scenario of scenarios) {
    const { id, title, options, best, rests } = scenario;
    it(`${id}: “${title}” is held up by what it rests on`, () => {
      if ('clause' in rests) {
        const clause = content.clauses.find((one) => one.id === rests.clause);
        expect(clause?.strength, `${rests.clause} binds otherwise than the scenario says`).toBe(rests.strength);
        expect(options[best].clauses, 'the model’s way cites what it rests on').toContain(rests.clause);
      } else {
        const { found, expected } = walked(scenario) ?? {};
        expect(found).toBeDefined();
        expect(found).toBe(expected);
      }
    });
  }
});

describe('every way that says where it parts from the model’s', () => {
  for (const scenario of scenarios) {
    for (const letter of optionLetters) {
      const { parts } = scenario.options[letter];
      if (parts === undefined) continue;
      it(`${scenario.id}, ${letter}: “${parts.question}” is asked on the model’s way, and that answer leads elsewhere`, () => {
        expect(letter).not.toBe(scenario.best);
        const found = behind(scenario);
        if (found === undefined) throw new Error(`No questionnaire stands behind ${scenario.id}.`);
        const model = found.reading.replay(found.answers);
        expect(model.path).toContain(parts.question);
        const other = found.reading.replay({ ...found.answers, [parts.question]: parts.answer });
        expect(other.refused).toBe(false);
        expect(other.outcome).not.toBe(model.outcome);
      });
    }
  }
});

test('Someone who learns alone meets every outcome of the first three questionnaires, and two of each other one', () => {
  const met = new Set(
    scenarios.flatMap((scenario) => {
      const { rests } = scenario;
      return 'questionnaire' in rests ? [`${rests.questionnaire}/${walked(scenario)?.found ?? ''}`] : [];
    }),
  );
  const founding = content.questionnaires.filter(({ id }) => FOUNDING.includes(id));
  const all = founding.flatMap(({ id, outcomes }) => outcomes.map((one) => `${id}/${one.id}`));
  expect(founding).toHaveLength(FOUNDING.length);
  expect(all.filter((outcome) => !met.has(outcome))).toEqual([]);
  // Each of the others is met at least twice, and ends otherwise.
  const others = content.questionnaires.filter(({ id, draft }) => !draft && !FOUNDING.includes(id));
  const ends = (id: string): number => [...met].filter((one) => one.startsWith(`${id}/`)).length;
  expect(others.filter(({ id }) => ends(id) < 2).map(({ id }) => id)).toEqual([]);
});

test('Someone who learns alone meets every section that says what to do', () => {
  const saying = content.sections.filter(({ slug }) => content.clauses.some(({ document, section }) => document === 'code-2019' && section === slug));
  const met = new Set(scenarios.flatMap((scenario) => scenario.met));
  expect(saying.map(({ slug }) => slug).filter((slug) => !met.has(slug))).toEqual([]);
});

test('Someone with a reading age of twelve can follow each of them', () => {
  const hard = scenarios
    .map(({ id, situation, decide, options, unsure, remember }) => ({
      id,
      ...gradeOf(
        readable([
          ...situation,
          decide,
          ...optionLetters.flatMap((letter) => [options[letter].text, options[letter].follows]),
          unsure,
          remember,
        ]),
      ),
    }))
    .filter(({ grade }) => grade > highest)
    .map(({ id, grade }) => `${id}: reading age ${(grade + 5).toFixed(1)}`);
  expect(hard).toEqual([]);
});

test('Nobody can tell the model’s way by its letter or by its length', () => {
  const share = (letter: string) => scenarios.filter(({ best }) => best === letter).length / scenarios.length;
  for (const letter of optionLetters) expect(share(letter)).toBeGreaterThan(0.2);
  const longest = scenarios.filter(({ options, best }) =>
    optionLetters.every((letter) => letter === best || options[letter].text.length < options[best].text.length),
  );
  expect(longest.length / scenarios.length).toBeLessThan(0.6);
});

test('No two scenarios rest on the same, nor have the same line to remember', () => {
  const rests = scenarios.map((scenario) => JSON.stringify(scenario.rests));
  expect(rests.filter((one, place) => rests.indexOf(one) !== place)).toEqual([]);
  const lines = scenarios.map(({ remember }) => remember);
  expect(new Set(lines).size).toBe(lines.length);
});

test('Whoever leads has a session for a quarter of an hour, for half an hour, an hour and an evening', () => {
  expect([...new Set(sessions.map(({ minutes }) => minutes))]).toEqual([15, 30, 60, 90]);
  for (const trainee of ['canvassers', 'candidates', 'data'])
    expect(sessions.some((session) => session.for.join() === trainee)).toBe(true);
});

describe('every session', () => {
  for (const { id, title, minutes, steps } of sessions) {
    it(`${id}: “${title}” leaves three minutes or more for each scenario`, () => {
      const rooms = steps.map(({ at }, place) => (steps[place + 1]?.at ?? minutes) - at);
      const tight = steps.filter(({ scenario }, place) => scenario !== undefined && (rooms[place] ?? 0) < 3);
      expect(tight.map(({ scenario }) => scenario?.id)).toEqual([]);
    });
  }
});
