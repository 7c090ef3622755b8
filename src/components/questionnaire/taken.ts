/** Which answers of a draft were taken from the campaign, and what it offers besides. Pure, and reads no storage. */
import type { Carry, Carried as Known, NotCarried } from '../../campaign/carry.ts';
import type { Reading } from '../../engine/reading.ts';
import type { Draft } from '../../records/draft.ts';
import type { Carried } from '../../records/record.ts';

type Answered = Pick<Draft, 'answers' | 'carried'>;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Where the answer to a question was taken from; undefined where it is the person’s own. */
export function takenFrom({ answers, carried }: Answered, question: string): Carried | undefined {
  const taken = carried?.[question];
  return same(taken?.answer, answers[question]) ? taken?.from : undefined;
}

/** The answers just before a question that were taken from the campaign and have not been changed. */
export function takenBefore(
  draft: Answered,
  path: readonly string[],
  id: string,
): { readonly question: string; readonly from: Carried }[] {
  const place = path.indexOf(id);
  const before = place < 0 ? path : path.slice(0, place);
  const own = before.findLastIndex((question) => takenFrom(draft, question) === undefined);
  return before.slice(own + 1).flatMap((question) => {
    const from = takenFrom(draft, question);
    return from === undefined ? [] : [{ question, from }];
  });
}

/** What another use settled about the same list or supplier, and the question takes here. */
export function offeredTo(
  { answers }: Answered,
  reading: Reading,
  carry: Carry | undefined,
  id: string,
): readonly Known[] {
  if (answers[id] !== undefined) return [];
  return (carry?.offered ?? []).filter(
    ({ question, answer }) => question === id && !reading.replay({ ...answers, [question]: answer }).refused,
  );
}

/** What another use answered that is not offered: to be read beside the question. */
export function readBeside(carry: Carry | undefined, id: string): readonly NotCarried[] {
  return (carry?.notCarried ?? []).filter(({ question }) => question === id);
}

/** Whether an answer that was taken from the campaign is another there now. */
export function isStale(draft: Answered, carry: Carry | undefined): boolean {
  return (carry?.known ?? []).some(
    ({ question, answer }) =>
      takenFrom(draft, question) !== undefined && !same(answer, draft.answers[question]),
  );
}
