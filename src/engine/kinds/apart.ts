/**
 * Answers of many options, told apart without listing them all: a question with seventeen boxes has 131,072 answers, of
 * which rules tell a few apart.
 */
import type { Group } from '../define.ts';

/** One way to answer one option. */
export interface Alternative<Said> {
  readonly said: Said;
  /** The groups in which it counts, a bit each. */
  readonly marks: bigint;
}

/** The groups in which something said of an option counts, a bit each. */
export function marksOf(groups: readonly Group[], option: string, said: Group['said']): bigint {
  return groups.reduce(
    (marks, group, place) =>
      group.said === said && group.options.includes(option) ? marks | (1n << BigInt(place)) : marks,
    0n,
  );
}

/**
 * Of all combinations of one alternative for each option, the first for each set of groups that it counts in. The
 * combinations are in counting order: the first option changes fastest.
 */
export function firstOfEach<Said>(
  options: readonly (readonly Alternative<Said>[])[],
): readonly (readonly Said[])[] {
  let known = new Map<bigint, readonly Said[]>([[0n, []]]);
  for (const alternatives of options) {
    const next = new Map<bigint, readonly Said[]>();
    for (const { said, marks } of alternatives) {
      for (const [before, combination] of known) {
        if (!next.has(before | marks)) next.set(before | marks, [...combination, said]);
      }
    }
    known = next;
  }
  return [...known.values()];
}
