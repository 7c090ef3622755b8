/** Makes the file of all sessions’ words out of the content. */
import type { Content } from '../../schemas/read-content.ts';
import { strengthName } from '../code/clause-names.ts';
import type { RoomScenario, RoomWords } from './room-words.ts';

const withCapital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export function roomWordsFile({ training, clauses }: Content): RoomWords {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const named = new Set(
    training.sessions.flatMap(({ steps }) => steps.flatMap(({ scenario }) => scenario?.id ?? [])),
  );
  const scenarios = training.scenarios
    .filter(({ id }) => named.has(id))
    .map(({ id, title, situation, decide, options, best, unsure, remember }): RoomScenario => ({
      id,
      title,
      situation,
      decide,
      options: {
        a: { text: options.a.text, follows: options.a.follows },
        b: { text: options.b.text, follows: options.b.follows },
        c: { text: options.c.text, follows: options.c.follows },
      },
      best,
      unsure,
      remember,
      rule: options[best].clauses
        .flatMap((clause) => byId.get(clause) ?? [])
        .slice(0, 1)
        .map(
          (clause) => `${withCapital(strengthName(clause.strength))}: ${clause.short ?? clause.sectionTitle}`,
        )
        .join(''),
    }));
  return {
    sessions: training.sessions.map(({ id, title, minutes, steps }) => ({
      id,
      title,
      minutes,
      steps: steps.map(({ scenario, ...step }) => ({
        ...step,
        ...(scenario === undefined ? {} : { scenario: scenario.id }),
      })),
    })),
    scenarios: Object.fromEntries(scenarios.map((one) => [one.id, one])),
  };
}
