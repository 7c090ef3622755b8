/**
 * Reads the statements of a checklist from its page: what a record holds is what the person saw, and the page need
 * not carry its words twice.
 */
import type { ListedStatement } from '../../records/checklist-record.ts';

/** A statement, and whom it binds. */
export interface ShownStatement extends ListedStatement {
  /** Kinds of campaigner; empty for everyone. */
  readonly who: readonly string[];
}

const wordsOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** All statements below `list`, in its order. */
export function readStatements(list: Element): ShownStatement[] {
  return [...list.querySelectorAll('li')].map((item) => {
    const group = item.closest<HTMLElement>('section[data-s]');
    return {
      clause: item.querySelector('input')?.id ?? '',
      strength: wordsOf(item.querySelector('.strength')).replace(' ', '-') as ListedStatement['strength'],
      text: wordsOf(item.querySelector('.tick > span')),
      subject: { id: group?.dataset['s'] ?? '', name: wordsOf(group?.querySelector('h3')) },
      law: [...item.querySelectorAll('.since')].map((change) => {
        const [id = '', ...name] = wordsOf(change).split(': ');
        return { id: id.trim(), name: name.join(': ') };
      }),
      who: (item.dataset['w'] ?? '').split(' ').filter((one) => one !== ''),
    };
  });
}

/** Those that hold for a kind of campaigner; all of them where none was chosen. */
export function statementsFor(
  statements: readonly ShownStatement[],
  who: string | undefined,
): ShownStatement[] {
  return statements.filter(
    (statement) => who === undefined || statement.who.length === 0 || statement.who.includes(who),
  );
}
