/** The screens of a questionnaire, and which of them an address leads to. Pure: the session keeps where somebody is. */
import type { ClashFound } from '../../engine/clashes.ts';
import type { Answer } from '../../engine/define.ts';
import type { Replay } from '../../engine/replay.ts';

/** Screens besides the questions; their names stand in the address after the #. */
export const SCREENS = ['check-answers', 'outcome', 'record'] as const;

/** An answer that was given and is not taken yet. */
interface Given {
  readonly question: string;
  readonly answer: Answer;
  readonly reasons: Readonly<Record<string, string>>;
}

export type Screen =
  | { readonly at: 'question'; readonly question: string }
  | { readonly at: (typeof SCREENS)[number] }
  /** A changed answer that would leave later ones off the path, shown before it is taken. */
  | ({ readonly at: 'set-aside'; readonly off: readonly string[] } & Given)
  /** An answer that cannot be true beside another, shown before it is taken. */
  | ({ readonly at: 'clash'; readonly clashes: readonly ClashFound[] } & Given)
  /** A question that only another edition asks. */
  | { readonly at: 'aside'; readonly question: string; readonly edition: string }
  | { readonly at: 'erase' }
  /** The words of the questions could not be fetched. */
  | { readonly at: 'unloaded' }
  /** A kept draft that cannot be read. */
  | { readonly at: 'damaged'; readonly problem: 'newer' | 'damaged'; readonly kept: string };

/** What we keep in a history entry. */
export interface Place {
  /** How many entries of ours lie behind this one. */
  readonly depth: number;
  /** True where Continue goes back to check answers. */
  readonly returning: boolean;
  /** The use of a campaign that is answered, if it is one. */
  readonly use?: string;
}

export interface Way {
  /** The first question. */
  readonly start: string;
  readonly editions: readonly string[];
  readonly replayed: Pick<Replay, 'path' | 'next' | 'outcome'>;
  /** Whether an answer has come back that nobody has looked at since. */
  readonly hasComeBack: boolean;
  /** What another edition asks next, if it asks anything more. */
  readonly askedUnder: (edition: string) => string | undefined;
}

/** The screen that an address names where the answers allow it, else the first one that they do. */
export function screenAt(name: string, way: Way): Screen {
  const { path, next, outcome } = way.replayed;
  if (path.includes(name) || name === next) return { at: 'question', question: name };
  // Nothing rests on an answer that came back until it has been looked at.
  if (outcome !== undefined && name !== '' && way.hasComeBack) return { at: 'check-answers' };
  if (outcome !== undefined) {
    const screen = SCREENS.find((one) => one === name);
    if (screen !== undefined) return { at: screen };
    const edition = way.editions.find((one) => name === `under-${one}`);
    const asked = edition === undefined ? undefined : way.askedUnder(edition);
    if (edition !== undefined && asked !== undefined) return { at: 'aside', question: asked, edition };
    if (edition !== undefined) return { at: 'outcome' };
  }
  if (name !== '' && next !== undefined) return { at: 'question', question: next };
  if (name !== '') return { at: 'check-answers' };
  if (path.length === 0) return { at: 'question', question: way.start };
  return next === undefined ? { at: 'check-answers' } : { at: 'question', question: next };
}

/** The name of the screen before one; none before the first question. */
export function screenBefore(screen: Screen, path: readonly string[], start: string): string | undefined {
  switch (screen.at) {
    case 'question': {
      const place = path.indexOf(screen.question);
      return place < 0 ? path.at(-1) : path[place - 1];
    }
    case 'check-answers':
      return path.at(-1);
    case 'outcome':
      return 'check-answers';
    case 'record':
    case 'aside':
      return 'outcome';
    case 'set-aside':
    case 'clash':
      return screen.question;
    case 'erase':
      return path.at(-1) ?? start;
    case 'damaged':
    case 'unloaded':
      return undefined;
  }
}
