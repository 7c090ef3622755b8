import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import type { Answers } from '../../../src/engine/define.ts';
import { under } from '../../../src/engine/reading.ts';
import { DECIDING_EDITION, editions } from '../../../src/questionnaires/editions.ts';
import { lawfulBasis } from '../../../src/questionnaires/lawful-basis/flow.ts';
import { decide, type TodoStates } from '../../../src/records/decide.ts';
import { resultOf, type Result } from '../../../src/records/result.ts';
import { todosInRooms } from '../../../src/records/todo-rooms.ts';
import { wordsOf } from '../../../src/records/words.ts';
import { readContent } from '../../../src/schemas/read-content.ts';
import { bought, letters } from '../../e2e/people.ts';

const words = wordsOf(readContent(fileURLToPath(new URL('../../..', import.meta.url))), lawfulBasis);

function resultFor(answers: Answers, states: TodoStates = {}): Result {
  const decided = (edition: string) => decide(under(lawfulBasis, edition).replay(answers), words, states);
  return resultOf(decided(DECIDING_EDITION), words, editions, decided);
}

const ids = (todos: readonly { readonly id: string }[]): string[] => todos.map(({ id }) => id);

describe('someone who reads what there is to do', () => {
  it('finds each to-do in one room, and none left out', () => {
    for (const answers of [letters, bought]) {
      const result = resultFor(answers);
      const { next, standing, later } = todosInRooms(result);
      const shown = [...next, ...standing, ...later.flatMap(({ todos }) => todos)];
      expect(ids(shown).sort()).toEqual(ids(result.todos).sort());
    }
  });

  it('has first what this use must have before it starts, and all that holds it back is there or once for the campaign', () => {
    const result = resultFor(letters);
    const { next, standing } = todosInRooms(result);
    expect(
      next.every(({ words: todo, strength }) => strength !== 'should' && todo.when.includes('before')),
    ).toBe(true);
    expect(ids(next)).toContain('basis-record');
    expect(ids(standing)).toContain('fee');
    expect(ids(result.todos.filter(({ holdsBack }) => holdsBack)).sort()).toEqual(
      ids([...next, ...standing].filter(({ holdsBack }) => holdsBack)).sort(),
    );
  });

  it('keeps what is ticked where it stood', () => {
    const before = ids(todosInRooms(resultFor(letters)).next);
    const [first = ''] = before;
    expect(ids(todosInRooms(resultFor(letters, { [first]: { is: 'done' } })).next)).toEqual(before);
  });

  it('is asked of a stop only for what stopping asks for; what would follow if it went ahead comes later', () => {
    const result = resultFor(bought);
    expect(result.verdict).toBe('stop');
    const { next, standing } = todosInRooms(result);
    expect(ids(next)).toEqual(['consent-stop-using']);
    expect(standing).toEqual([]);
  });
});
