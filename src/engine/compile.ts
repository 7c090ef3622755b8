/**
 * Turns the reading of a questionnaire under an edition into an XState machine: one state a question, one final state
 * an outcome. The machine holds decisions only. Going back, changing and resuming are replays of an edited list of
 * answers, so there is one event, `answer`, and it leads forward.
 */
import { and, assign, setup } from 'xstate';
import type { Answer, FactValues } from './define.ts';
import type { Reading } from './reading.ts';
import { waysOn } from './ways.ts';

export interface JourneyContext {
  readonly facts: FactValues;
}

export interface AnswerEvent {
  readonly type: 'answer';
  readonly question: string;
  readonly answer: Answer;
}

export type Machine = ReturnType<typeof compile>;

/** The machine of a questionnaire under an edition. `Reading.machine` keeps it. */
export function compile(reading: Reading) {
  const { questionnaire, start } = reading;
  // Every guard of a question asks for the same, so the last answer's is kept.
  let last:
    | { readonly context: JourneyContext; readonly event: AnswerEvent; taken?: boolean; after?: FactValues }
    | undefined;
  const lastOf = (context: JourneyContext, event: AnswerEvent): NonNullable<typeof last> => {
    if (last?.context !== context || last.event !== event) last = { context, event };
    return last;
  };
  const taken = (context: JourneyContext, event: AnswerEvent): boolean =>
    (lastOf(context, event).taken ??= reading.takes(
      { question: event.question, facts: context.facts },
      event.answer,
    ));
  const after = (context: JourneyContext, event: AnswerEvent): FactValues =>
    (lastOf(context, event).after ??= reading.factsAfter(
      { question: event.question, facts: context.facts },
      event.answer,
    ));

  const machine = setup({
    types: { context: {} as JourneyContext, events: {} as AnswerEvent },
    guards: {
      /** The answer is this question's, and one that it takes here. */
      offered: ({ context, event }, { question }: { question: string }) =>
        event.question === question && taken(context, event),
      /** The answer is one of these options. */
      said: ({ event }, { options }: { options: readonly string[] }) =>
        options.includes(event.answer as string),
      /** The named rule holds once the answer is taken. */
      rule: ({ context, event }, { rule }: { rule: string }) => reading.holds(rule, after(context, event)),
    },
    actions: {
      /** Keeps what the answer says. */
      keepAnswer: assign(({ context, event }) => ({ facts: after(context, event) })),
    },
  });

  const transitionsOf = (id: string) =>
    waysOn(questionnaire, id).map(({ answers, when, to }) => ({
      guard: and([
        ...(answers.length === 0 ? [] : [{ type: 'said' as const, params: { options: answers } }]),
        { type: 'offered' as const, params: { question: id } },
        ...(when === undefined ? [] : [{ type: 'rule' as const, params: { rule: when } }]),
      ]),
      target: to,
      actions: 'keepAnswer' as const,
    }));

  return machine.createMachine({
    id: questionnaire.id,
    context: { facts: start.facts },
    initial: questionnaire.start,
    states: {
      ...Object.fromEntries(
        Object.keys(questionnaire.questions).map((id) => [id, { on: { answer: transitionsOf(id) } }]),
      ),
      ...Object.fromEntries(
        Object.keys(questionnaire.outcomes).map((id) => [id, { type: 'final' as const }]),
      ),
    },
  });
}
