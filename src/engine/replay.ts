/** Walks a list of answers through the compiled machine. The machine has the last word on every step. */
import { initialTransition, transition } from 'xstate';
import { compile, type AnswerEvent } from './compile.ts';
import type { Answer, Answers, FactValues, Questionnaire } from './define.ts';
import { editionView, ruleHolds } from './walk.ts';

type Machine = ReturnType<typeof compile>;

const machines = new WeakMap<Questionnaire, Machine>();

/** The compiled machine of a questionnaire, made once. */
export function machineOf(questionnaire: Questionnaire): Machine {
  const known = machines.get(questionnaire);
  if (known !== undefined) return known;
  const made = compile(questionnaire);
  machines.set(questionnaire, made);
  return made;
}

type Snapshot = ReturnType<typeof initialTransition<Machine>>[0];

const starts = new WeakMap<Machine, Map<string, Snapshot>>();

/** Where every journey under an edition starts. Snapshots are never changed, so one serves them all. */
function startOf(machine: Machine, edition: string): Snapshot {
  const known = starts.get(machine) ?? new Map<string, Snapshot>();
  starts.set(machine, known);
  const snapshot = known.get(edition) ?? initialTransition(machine, { edition })[0];
  known.set(edition, snapshot);
  return snapshot;
}

/** An answer that is settled by another and so was not asked. */
export interface StatedAnswer {
  readonly question: string;
  readonly answer: string;
}

export interface Replay {
  /** Question ids on the path, in order, each of them answered. */
  readonly path: readonly string[];
  /** The answers on the path, and no others. */
  readonly answers: Answers;
  readonly facts: FactValues;
  /** The question that is next, if the answers do not reach an outcome. */
  readonly next?: string;
  /** The outcome, if they do. */
  readonly outcome?: string;
  /** True when `next` has an answer, which the questionnaire does not offer there. */
  readonly refused: boolean;
  readonly stated: readonly StatedAnswer[];
}

/**
 * Where these answers lead under an edition. Answers to questions off the path are passed over; an answer
 * that is not offered where its question comes up stops the walk there.
 */
export function replay(questionnaire: Questionnaire, edition: string, answers: Answers): Replay {
  const machine = machineOf(questionnaire);
  const view = editionView(questionnaire, edition);
  const path: string[] = [];
  let snapshot = startOf(machine, edition);
  let refused = false;
  while (snapshot.status === 'active') {
    const question = snapshot.value as string;
    const answer: Answer | undefined = Object.hasOwn(answers, question) ? answers[question] : undefined;
    if (answer === undefined) break;
    const event: AnswerEvent = { type: 'answer', question, answer };
    if (!snapshot.can(event)) {
      refused = true;
      break;
    }
    path.push(question);
    [snapshot] = transition(machine, snapshot, event);
  }
  const at = snapshot.value as string;
  const { facts } = snapshot.context;
  return {
    path,
    answers: snapshot.context.answers,
    facts,
    ...(snapshot.status === 'active' ? { next: at } : { outcome: at }),
    refused,
    stated: questionnaire.stated
      .filter((said) => !path.includes(said.question) && ruleHolds(questionnaire, said.when, facts, view))
      .map(({ question, answer }) => ({ question, answer })),
  };
}

/** To-do ids of a replay: those its answers add, in the questionnaire's order, then those of its outcome. Each once. */
export function todosOf(
  questionnaire: Questionnaire,
  edition: string,
  replayed: Pick<Replay, 'facts' | 'outcome'>,
): readonly string[] {
  const view = editionView(questionnaire, edition);
  const fromAnswers = questionnaire.todos
    .filter((addition) => ruleHolds(questionnaire, addition.when, replayed.facts, view))
    .flatMap((addition) => addition.add);
  const fromOutcome =
    replayed.outcome === undefined ? [] : (questionnaire.outcomes[replayed.outcome]?.todos ?? []);
  const all = new Set([...fromOutcome, ...fromAnswers]);
  return [...all].filter(
    (todo) => !(questionnaire.givesWay[todo] ?? []).some((stronger) => all.has(stronger)),
  );
}

/** To-do ids that the answers themselves show to be done. */
export function doneByAnswers(
  questionnaire: Questionnaire,
  edition: string,
  replayed: Replay,
): readonly string[] {
  const view = editionView(questionnaire, edition);
  return Object.entries(questionnaire.done)
    .filter(([, rule]) => ruleHolds(questionnaire, rule, replayed.facts, view))
    .map(([todo]) => todo);
}
