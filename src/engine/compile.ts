/**
 * Turns a questionnaire into an XState machine: one state a question, one final state an outcome. The machine
 * holds decisions only. Going back, changing and resuming are replays of an edited list of answers, so there
 * is one event, `answer`, and it leads forward.
 */
import { and, assign, setup } from 'xstate';
import type { Answer, Answers, FactValues, Questionnaire } from './define.ts';
import { editionView, factsAfter, factsAtStart, isOffered, ruleHolds } from './walk.ts';
import { waysOn } from './ways.ts';

export interface JourneyContext {
  readonly edition: string;
  readonly answers: Answers;
  readonly facts: FactValues;
}

export interface AnswerEvent {
  readonly type: 'answer';
  readonly question: string;
  readonly answer: Answer;
}

/** The machine of a questionnaire; its input is the edition that decides. */
export function compile(questionnaire: Questionnaire) {
  const atStart = factsAtStart(questionnaire);
  // Every guard of a question asks for the same facts, so the last ones are kept.
  let last: { context: JourneyContext; event: AnswerEvent; facts: FactValues } | undefined;
  const after = (context: JourneyContext, event: AnswerEvent): FactValues => {
    if (last?.context !== context || last.event !== event) {
      const view = editionView(questionnaire, context.edition);
      last = {
        context,
        event,
        facts: factsAfter(questionnaire, view, context.facts, event.question, event.answer),
      };
    }
    return last.facts;
  };

  const machine = setup({
    types: {
      context: {} as JourneyContext,
      events: {} as AnswerEvent,
      input: {} as { readonly edition: string },
    },
    guards: {
      /** The answer is this question's, and among what it offers here. */
      offered: ({ context, event }, { question }: { question: string }) =>
        event.question === question &&
        isOffered(
          questionnaire,
          editionView(questionnaire, context.edition),
          context.facts,
          question,
          event.answer,
        ),
      /** The answer is one of these options. */
      said: ({ event }, { options }: { options: readonly string[] }) =>
        options.includes(event.answer as string),
      /** The named rule holds once the answer is taken. */
      rule: ({ context, event }, { rule }: { rule: string }) =>
        ruleHolds(questionnaire, rule, after(context, event), editionView(questionnaire, context.edition)),
    },
    actions: {
      keepAnswer: assign(({ context, event }) => ({
        answers: { ...context.answers, [event.question]: event.answer },
        facts: after(context, event),
      })),
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
    context: ({ input }) => ({ edition: editionOf(input), answers: {}, facts: atStart }),
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

/**
 * The edition that decides. XState's `transition` also makes the context of an actor that it then throws away,
 * and that one has no input; refusing it would cost an exception at every step.
 */
function editionOf(input: { readonly edition: string } | undefined): string {
  return input?.edition ?? '';
}
