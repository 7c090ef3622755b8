/** What answers and to-do states come to under one edition: outcome, verdict, to-dos and open points. */
import type { Verdict } from '../engine/define.ts';
import { openPoints, outcomesStillPossible, type OpenPoint } from '../engine/open-points.ts';
import type { Replay } from '../engine/replay.ts';
import type { Cover } from './record.ts';
import type { TodoWords, Words } from './words.ts';

/** How far a to-do has come. */
export interface TodoState {
  readonly is: 'not-yet' | 'done' | 'does-not-apply';
  /** The day on which it was done, ISO. */
  readonly on?: string | undefined;
  /** What was done, or why it does not apply. */
  readonly note?: string | undefined;
  /** Where the campaign had done it already: what that covered. */
  readonly covers?: Cover | undefined;
}

export type TodoStates = Readonly<Record<string, TodoState>>;

export interface DecidedTodo {
  readonly id: string;
  readonly words: TodoWords;
  readonly strength: TodoWords['strength'];
  readonly state: TodoState;
  /** True while it keeps the campaign from starting: a must, before you start, not met. */
  readonly holdsBack: boolean;
}

export interface Decision {
  /** The answers as they were walked, and under which edition. */
  readonly replay: Replay;
  /** Absent while a question is still to be answered, and `verdict` with it. */
  readonly outcome?: string;
  readonly verdict?: Verdict;
  /** True when an open point could still change the result. */
  readonly provisional: boolean;
  /** True for a stop that an open point could undo: it is headed "not cleared yet". */
  readonly restsOnOpenPoint: boolean;
  readonly openPoints: readonly OpenPoint[];
  readonly todos: readonly DecidedTodo[];
}

const NOT_YET: TodoState = { is: 'not-yet' };

/** Whether a to-do's state meets it. One that does not apply meets it only if its words begin with a condition. */
export function isMet(todo: TodoWords, state: TodoState): boolean {
  return state.is === 'done' || (state.is === 'does-not-apply' && todo.conditional === true);
}

/** The verdict of an outcome, given its to-dos and whether an open point is left. */
export function verdictOf(base: Verdict, provisional: boolean, heldBack: boolean): Verdict {
  if (base === 'stop') return 'stop';
  if (provisional) return 'proceed-if';
  return base === 'proceed' && heldBack ? 'proceed-if' : base;
}

/**
 * Decides on walked answers. To-dos that the edition does not know are left out; one that the answers show to be done starts as done.
 * @throws Error naming the to-do that has no words.
 */
export function decide(replay: Replay, words: Words, states: TodoStates = {}): Decision {
  const { questionnaire, edition } = replay.reading;
  const done = new Set(replay.done);
  const now = questionnaire.editions.indexOf(edition);
  const todos = replay.todos.flatMap((id): DecidedTodo[] => {
    const todo = words.todos[id];
    if (todo === undefined) throw new Error(`The to-do ${id} has no words: add it to content/todos.yaml.`);
    if (todo.since !== undefined && questionnaire.editions.indexOf(todo.since) > now) return [];
    const strength = todo.strengthIn?.[edition as keyof typeof todo.strengthIn] ?? todo.strength;
    const state =
      (Object.hasOwn(states, id) ? states[id] : undefined) ?? (done.has(id) ? { is: 'done' } : NOT_YET);
    const holdsBack = strength !== 'should' && todo.when.includes('before') && !isMet(todo, state);
    return [{ id, words: todo, strength, state, holdsBack }];
  });
  const base = { replay, todos };
  const outcome = replay.outcome === undefined ? undefined : questionnaire.outcomes[replay.outcome];
  if (replay.outcome === undefined || outcome === undefined) {
    return { ...base, provisional: false, restsOnOpenPoint: false, openPoints: [] };
  }
  const open = openPoints(replay);
  const provisional = open.length > 0;
  return {
    ...base,
    outcome: replay.outcome,
    verdict: verdictOf(
      outcome.verdict,
      provisional,
      todos.some((todo) => todo.holdsBack),
    ),
    provisional,
    restsOnOpenPoint:
      outcome.verdict === 'stop' &&
      open.some((point) => point.outcomeRests) &&
      outcomesStillPossible(replay).some((possible) => questionnaire.outcomes[possible]?.verdict !== 'stop'),
    openPoints: open,
  };
}
