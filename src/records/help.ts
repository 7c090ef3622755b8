/** What helps to do a to-do: what its words name, else the page on which the statement stands that asks for it. */
import type { HelpKind } from '../schemas/todo.ts';
import type { TodoWords, Words } from './words.ts';

export interface Help {
  readonly kind: HelpKind;
  /** Relative to the root of the site; none where the record itself is what helps. */
  readonly href?: string | undefined;
  readonly label: string;
}

/** Undefined where nothing is named and no statement of the code or the audits stands behind it. */
export function helpWith(todo: TodoWords, words: Pick<Words, 'clauses'>): Help | undefined {
  if (todo.help !== undefined) return todo.help;
  const clause = words.clauses[todo.clauses[0] ?? ''];
  return clause === undefined
    ? undefined
    : { kind: 'page', href: clause.href, label: `How: “${clause.section}”` };
}
