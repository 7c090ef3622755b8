import { NOT_KNOWN, type Answer, type Choices, type Group } from '../define.ts';
import { firstOfEach, marksOf } from './apart.ts';
import type { Kind } from './kind.ts';

/** With more boxes ticked than this, they are dropped one at a time. */
const DROPPED_TOGETHER = 6;

/** Several boxes, some or all of them ticked. */
export const choices: Kind<Choices> = {
  takes: ({ none, notKnown }, options, answer) => {
    if (!Array.isArray(answer) || answer.length === 0) return false;
    // Spread, as a list with gaps would pass over them in `filter` and `every`.
    const known = [...(answer as readonly unknown[])].filter((option) => option !== NOT_KNOWN);
    if (new Set(answer).size < answer.length || !known.every((option) => options.includes(option as string)))
      return false;
    if (none !== undefined && answer.includes(none) && answer.length > 1) return false;
    return (
      !answer.includes(NOT_KNOWN) ||
      notKnown === 'with-others' ||
      (notKnown === 'alone' && known.length === 0)
    );
  },
  walked: (_question, answer) => answer,
  named: (answer) => {
    const ticked = answer as readonly string[];
    return ticked.length === 1 && ticked[0] === NOT_KNOWN ? NOT_KNOWN : undefined;
  },
  candidates: ({ none, notKnown }, options, groups) => {
    const known = options.filter((option) => option !== none);
    const free = notKnown === 'with-others' ? [...known, NOT_KNOWN] : known;
    // An answer without a tick is none, and "I don't know yet" by itself has a name of its own.
    const told: readonly Group[] = [
      ...groups,
      { options: free, said: 'yes' },
      { options: known, said: 'yes' },
    ];
    const ticked = firstOfEach(
      free.map((option) => [
        { said: [], marks: 0n },
        { said: [option], marks: marksOf(told, option, 'yes') },
      ]),
    ).map((said) => said.flat());
    return [
      ...ticked.filter((some) => some.length > 0),
      ...(none !== undefined && options.includes(none) ? [[none]] : []),
      ...(notKnown === 'alone' ? [[NOT_KNOWN]] : []),
    ];
  },
  settlements: ({ none }, options, given) => {
    const known = (given as readonly string[]).filter((option) => option !== NOT_KNOWN);
    if (known.length === 0) return options.map((option) => [option]);
    const others = options.filter((option) => !known.includes(option) && option !== none);
    return [
      known,
      ...others.map((other) => options.filter((option) => option === other || known.includes(option))),
    ];
  },
  turnedOut: (_question, options, given) => {
    const chosen = (given as readonly string[]).filter((option) => options.includes(option));
    return [
      ...options.map((option) => [option]),
      ...options.map((option) =>
        options.filter((one) => (one === option ? !chosen.includes(one) : chosen.includes(one))),
      ),
      chosen,
    ];
  },
  planned: ({ none }, _plan, free, given) => {
    const chosen = given as readonly string[];
    const dropped = chosen.filter((option) => free.includes(option) && option !== none);
    const kept = chosen.filter((option) => !dropped.includes(option));
    const subsets =
      dropped.length > DROPPED_TOGETHER
        ? dropped.map((one) => dropped.filter((other) => other !== one))
        : Array.from({ length: 2 ** dropped.length - 1 }, (_, bits) =>
            dropped.filter((_one, place) => (bits >> place) & 1),
          );
    // Dropping least comes first.
    const fewer: Answer[] = subsets
      .toSorted((one, other) => other.length - one.length)
      .map((subset) => chosen.filter((option) => kept.includes(option) || subset.includes(option)))
      .filter((some) => some.length > 0);
    return none !== undefined && free.includes(none) && !chosen.includes(none) && kept.length === 0
      ? [...fewer, [none]]
      : fewer;
  },
};
