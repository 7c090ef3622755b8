/** Where each to-do of a result stands: next, once for the campaign, or later. The page and what is printed follow it. */
import type { DecidedTodo } from './decide.ts';
import { timeNames } from './names.ts';
import type { Result } from './result.ts';
import type { TodoTime } from '../schemas/todo.ts';

export interface TodoRooms {
  /** The musts of this use before the start, whether or not they are done; of a stop, what it asks for itself. */
  readonly next: readonly DecidedTodo[];
  /** What is done once for the campaign, musts before the start first, then other musts; none where the plan stops. */
  readonly standing: readonly DecidedTodo[];
  /** All others, by the first time at which they fall due, musts first. */
  readonly later: readonly { readonly time: TodoTime; readonly todos: readonly DecidedTodo[] }[];
}

const isMust = ({ strength }: DecidedTodo): boolean => strength !== 'should';
const isFirst = (todo: DecidedTodo): boolean => isMust(todo) && todo.words.when.includes('before');

/** Sorts the to-dos of a result into rooms; each stands in one. */
export function todosInRooms({
  todos,
  verdict,
  ofOutcome,
}: Pick<Result, 'todos' | 'verdict' | 'ofOutcome'>): TodoRooms {
  const stops = verdict === 'stop';
  const isStanding = (todo: DecidedTodo): boolean => !stops && todo.words.scope === 'campaign';
  const isNext = (todo: DecidedTodo): boolean =>
    stops ? ofOutcome.includes(todo.id) && isMust(todo) : !isStanding(todo) && isFirst(todo);
  const standing = todos.filter(isStanding);
  const others = todos.filter((todo) => !isStanding(todo) && !isNext(todo));
  return {
    next: todos.filter(isNext),
    standing: standing.toSorted(
      (one, other) =>
        Number(isFirst(other)) - Number(isFirst(one)) || Number(isMust(other)) - Number(isMust(one)),
    ),
    later: (Object.keys(timeNames) as TodoTime[])
      .map((time) => ({
        time,
        todos: others
          .filter(({ words }) => words.when[0] === time)
          .toSorted((one, other) => Number(isMust(other)) - Number(isMust(one))),
      }))
      .filter((group) => group.todos.length > 0),
  };
}
