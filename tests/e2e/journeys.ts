/**
 * The fewest journeys, or nearly, that between them take every transition of a questionnaire: made anew from its
 * logic each time the tests run, so they cannot fall behind it.
 *
 * A transition is a question with a place that an answer to it leads to, another question or an outcome. Beside
 * those, each option that the logic tells apart and each "I don't know yet" has to be chosen once. The next journey
 * is always the one that takes most of what is still left; of two that take as much, the one with fewer answers.
 */
import type { Answer, Answers, Questionnaire } from '../../src/engine/define.ts';
import { exploreJourneys, type JourneyEdge, type JourneyNode } from '../../src/engine/journeys.ts';
import { under } from '../../src/engine/reading.ts';

export interface Journey {
  /** In the order in which they are asked. */
  readonly answers: Answers;
  readonly outcome: string;
}

const nameOf = (target: JourneyNode | string): string =>
  typeof target === 'string' ? target : target.question;

/** What is taken when a question is answered so. */
function takenBy(node: JourneyNode, edge: JourneyEdge): string[] {
  const { answer } = edge.by;
  const chosen =
    typeof answer === 'string' ? [edge.by.key] : Array.isArray(answer) ? (answer as readonly string[]) : [];
  return [
    `${node.question} leads to ${nameOf(edge.to)}`,
    ...chosen.map((option) => `${node.question} takes ${option}`),
  ];
}

/** Everything that the journeys have to take. */
function transitionsOf(questionnaire: Questionnaire, edition: string): ReadonlySet<string> {
  const { nodes } = exploreJourneys(under(questionnaire, edition));
  return new Set(nodes.flatMap((node) => node.edges.flatMap((edge) => takenBy(node, edge))));
}

/** Journeys that between them take every transition, the one that takes most first. */
export function coverJourneys(questionnaire: Questionnaire, edition: string): readonly Journey[] {
  const { start, nodes } = exploreJourneys(under(questionnaire, edition));
  if (typeof start === 'string') return [];
  const order = Object.keys(questionnaire.questions);
  // Routes lead forward only: from the last question up, what lies beyond a node is known before the node.
  const fromTheEnd = [...nodes].sort((a, b) => order.indexOf(b.question) - order.indexOf(a.question));
  const left = new Set(transitionsOf(questionnaire, edition));
  const journeys: Journey[] = [];

  while (left.size > 0) {
    interface Best {
      readonly edge: JourneyEdge;
      readonly gain: number;
      readonly answers: number;
    }
    const best = new Map<JourneyNode, Best>();
    for (const node of fromTheEnd) {
      for (const edge of node.edges) {
        const beyond = typeof edge.to === 'string' ? undefined : best.get(edge.to);
        const gain = takenBy(node, edge).filter((one) => left.has(one)).length + (beyond?.gain ?? 0);
        const answers = 1 + (beyond?.answers ?? 0);
        const before = best.get(node);
        if (
          before === undefined ||
          gain > before.gain ||
          (gain === before.gain && answers < before.answers)
        ) {
          best.set(node, { edge, gain, answers });
        }
      }
    }
    const answers: Record<string, Answer> = {};
    let at: JourneyNode | string = start;
    while (typeof at !== 'string') {
      const edge: JourneyEdge | undefined = best.get(at)?.edge;
      if (edge === undefined) throw new Error(`Question ${at.question} has no answer that leads on.`);
      answers[at.question] = edge.by.answer;
      for (const one of takenBy(at, edge)) left.delete(one);
      at = edge.to;
    }
    journeys.push({ answers, outcome: at });
  }
  return journeys;
}
