/**
 * Turns a questionnaire into an XState machine: one state a question, one final state an outcome. The machine
 * holds decisions only. Going back, changing and resuming are replays of an edited list of answers, so there
 * is one event, `answer`, and it leads forward.
 */
import { and, assign, setup } from 'xstate';
import {
  NOT_KNOWN,
  type Answer,
  type Answers,
  type Branch,
  type FactValues,
  type Question,
  type Questionnaire,
} from './define.ts';
import {
  branchesOf,
  editionView,
  factsAfter,
  factsAtStart,
  isOffered,
  questionOf,
  ruleHolds,
} from './walk.ts';

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

  const transitionsOf = (id: string) => {
    const offered = { type: 'offered' as const, params: { question: id } };
    const transition = (branch: Branch, options?: readonly string[]) => {
      const said = options === undefined ? [] : [{ type: 'said' as const, params: { options } }];
      const rule = 'otherwise' in branch ? [] : [{ type: 'rule' as const, params: { rule: branch.when } }];
      return {
        guard: and([...said, offered, ...rule]),
        target: 'otherwise' in branch ? branch.otherwise : branch.to,
        actions: 'keepAnswer' as const,
      };
    };
    const route = questionnaire.routes[id];
    if (typeof route === 'object' && 'byOption' in route) {
      return questionOf(questionnaire, id).options.flatMap((option) =>
        branchesOf(questionnaire, id, option).map((branch) =>
          transition(branch, spokenAs(questionOf(questionnaire, id), option)),
        ),
      );
    }
    return branchesOf(questionnaire, id, '').map((branch) => transition(branch));
  };

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

/** The answers that are walked as this option: itself, and "I don't know yet" where it is the cautious one. */
function spokenAs(question: Question, option: string): readonly string[] {
  return 'cautious' in question && question.cautious === option ? [option, NOT_KNOWN] : [option];
}
