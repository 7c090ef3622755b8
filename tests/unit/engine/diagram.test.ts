import { assign, createMachine, initialTransition, transition, type AnyStateMachine } from 'xstate';
import { describe, expect, it } from 'vitest';

import type { AnswerEvent, JourneyContext } from '../../../src/engine/compile.ts';
import { NOT_KNOWN, type Answers, type Questionnaire, type Route } from '../../../src/engine/define.ts';
import { diagramOf, literalConfig, type LiteralGuardParams } from '../../../src/engine/diagram.ts';
import { exploreJourneys } from '../../../src/engine/journeys.ts';
import { listJourneys, mergeJourneys } from '../../../src/engine/merged-journeys.ts';
import { under, type Reading } from '../../../src/engine/reading.ts';
import { questionnaires } from '../../../src/questionnaires/index.ts';
import { lawfulBasis } from '../../../src/questionnaires/lawful-basis/flow.ts';
import { everyKind } from '../../fixtures/site/every-kind/flow.ts';

const all = [...questionnaires, everyKind];

/** One branch of a route as the definition writes it: an option, or null for every answer; and the rule, if any. */
interface Written {
  readonly from: string;
  readonly option: string | null;
  readonly rule: string | undefined;
  readonly to: string;
}

/** Every branch that a definition writes down, read straight from its table. */
function routesWritten({ routes }: Questionnaire): Written[] {
  return Object.entries(routes).flatMap(([from, route]) => {
    const branches = (option: string | null, one: Route): Written[] =>
      typeof one === 'string'
        ? [{ from, option, rule: undefined, to: one }]
        : one.map((branch) =>
            'otherwise' in branch
              ? { from, option, rule: undefined, to: branch.otherwise }
              : { from, option, rule: branch.when, to: branch.to },
          );
    return typeof route === 'object' && 'byOption' in route
      ? Object.entries(route.byOption).flatMap(([option, one]) => branches(option, one))
      : branches(null, route);
  });
}

/** Every branch that a diagram draws, "I don't know yet" left out where another answer stands beside it. */
function routesDrawn(questionnaire: Questionnaire): Written[] {
  return diagramOf(questionnaire).edges.flatMap(({ from, ways }) =>
    ways.flatMap(({ answers, when, to }): Written[] =>
      answers.length === 0
        ? [{ from, option: null, rule: when, to }]
        : answers
            .filter((answer) => answer !== NOT_KNOWN)
            .map((option) => ({ from, option, rule: when, to })),
    ),
  );
}

const sorted = (routes: readonly Written[]): string[] => routes.map((route) => JSON.stringify(route)).sort();

describe.each(all.map((questionnaire) => [questionnaire.id, questionnaire] as const))(
  'the map of %s',
  (_id, questionnaire) => {
    const diagram = diagramOf(questionnaire);

    it('shows people every route of the definition, and none besides', () => {
      expect(sorted(routesDrawn(questionnaire))).toEqual(sorted(routesWritten(questionnaire)));
    });

    it('has every question and every outcome with its verdict, and starts where people start', () => {
      expect(diagram.start).toBe(questionnaire.start);
      expect(diagram.nodes).toEqual([
        ...Object.keys(questionnaire.questions).map((id) => ({ id })),
        ...Object.entries(questionnaire.outcomes).map(([id, { verdict }]) => ({ id, verdict })),
      ]);
    });

    it('draws one arrow at most from a question to what follows it', () => {
      const pairs = diagram.edges.map(({ from, to }) => `${from} → ${to}`);
      expect(new Set(pairs).size).toBe(pairs.length);
      for (const { to, ways } of diagram.edges) expect(ways.every((way) => way.to === to)).toBe(true);
    });

    it('sends “I don’t know yet” the way of the cautious answer', () => {
      for (const [id, question] of Object.entries(questionnaire.questions)) {
        const ways = diagram.edges.filter(({ from }) => from === id).flatMap((edge) => edge.ways);
        for (const { answers } of ways.filter((way) => way.answers.length > 0)) {
          const cautious = 'cautious' in question ? question.cautious : undefined;
          expect(answers.includes(NOT_KNOWN), `${id}: ${answers.join(', ')}`).toBe(
            cautious !== undefined && answers.includes(String(cautious)),
          );
        }
      }
    });
  },
);

/** What someone who downloads the configuration gets: text, read back. */
const downloaded = (questionnaire: Questionnaire): ReturnType<typeof literalConfig> =>
  JSON.parse(JSON.stringify(literalConfig(questionnaire))) as ReturnType<typeof literalConfig>;

/** The final states of a machine with their tags. */
const finalStates = (machine: AnyStateMachine): Record<string, readonly string[]> =>
  Object.fromEntries(
    Object.entries(machine.root.states)
      .filter(([, state]) => state.type === 'final')
      .map(([id, state]) => [id, state.tags]),
  );

/** A machine made of the configuration, with what its names stand for given by their parameters alone. */
function machineFrom(reading: Reading): AnyStateMachine {
  const config = downloaded(reading.questionnaire);
  const pointAt = ({ facts }: JourneyContext, { question }: AnswerEvent) => ({ question, facts });
  const after = (context: JourneyContext, event: AnswerEvent) =>
    reading.factsAfter(pointAt(context, event), event.answer);
  const guard = (
    { context, event }: { context: JourneyContext; event: AnswerEvent },
    { question, answers, rule }: LiteralGuardParams,
  ): boolean =>
    event.question === question &&
    (answers === undefined || answers.includes(event.answer as string)) &&
    reading.takes(pointAt(context, event), event.answer) &&
    (rule === undefined || reading.holds(rule, after(context, event)));
  const names = Object.values(config.states).flatMap((state) =>
    'on' in state ? state.on.answer.map((one) => one.guard.type) : [],
  );
  return createMachine({ ...config, context: { facts: reading.start.facts } } as never).provide({
    guards: Object.fromEntries(names.map((name) => [name, guard])) as never,
    actions: {
      keepAnswer: assign(({ context, event }: { context: JourneyContext; event: AnswerEvent }) => ({
        facts: after(context, event),
      })),
    } as never,
  }) as unknown as AnyStateMachine;
}

function endOf(machine: AnyStateMachine, answers: Answers): string {
  let [snapshot] = initialTransition(machine);
  while (snapshot.status === 'active') {
    const question = snapshot.value as string;
    const [next] = transition(machine, snapshot, { type: 'answer', question, answer: answers[question] });
    if (next.value === question) break;
    snapshot = next;
  }
  return snapshot.value as string;
}

describe.each(all.map((questionnaire) => [questionnaire.id, questionnaire] as const))(
  'the configuration of %s that people can download',
  (_id, questionnaire) => {
    it('is data alone: nothing of it is lost in a file', () => {
      expect(downloaded(questionnaire)).toEqual(literalConfig(questionnaire));
    });

    it('loads in XState with the questions and the outcomes of the machine that runs', () => {
      const machine = createMachine(downloaded(questionnaire) as never) as unknown as AnyStateMachine;
      const running = under(questionnaire, questionnaire.editions[0] ?? '')
        .machine as unknown as AnyStateMachine;
      expect(Object.keys(machine.root.states)).toEqual(Object.keys(running.root.states));
      expect(Object.keys(finalStates(machine))).toEqual(Object.keys(finalStates(running)));
      expect(finalStates(machine)).toEqual(
        Object.fromEntries(
          Object.entries(questionnaire.outcomes).map(([id, { verdict }]) => [id, [verdict]]),
        ),
      );
      expect(initialTransition(machine)[0].value).toBe(questionnaire.start);
    });

    it('takes people over each line of the table to the outcome that the table gives', () => {
      const reading = under(questionnaire, questionnaire.editions.at(-1) ?? '');
      const machine = machineFrom(reading);
      const listed = listJourneys(mergeJourneys(exploreJourneys(reading)));
      expect(listed.length).toBeGreaterThan(0);
      const elsewhere = listed.filter(({ answers, outcome }) => endOf(machine, answers) !== outcome);
      expect(elsewhere).toEqual([]);
    });
  },
);

describe('the configuration in words', () => {
  it('names a guard by its answers and its rule, and says what the rule claims', () => {
    const state = literalConfig(lawfulBasis).states['proportionate'];
    const [, contract, ...rest] = state !== undefined && 'on' in state ? state.on.answer : [];
    expect(contract).toEqual({
      guard: {
        type: 'yes, and contractClaimed',
        params: { question: 'proportionate', answers: ['yes'], rule: 'contractClaimed' },
      },
      target: 'contract',
      actions: 'keepAnswer',
      description: lawfulBasis.rules['contractClaimed']?.claim,
    });
    expect(rest.at(-1)?.guard.type).toBe('no or not-known');
  });

  it('describes questions and outcomes where it is given words for them', () => {
    const { states } = literalConfig(everyKind, { told: 'Are people told?', ready: 'Ready' });
    expect(states['told']?.description).toBe('Are people told?');
    expect(states['ready']?.description).toBe('Ready');
    expect(states['who']).not.toHaveProperty('description');
  });
});
