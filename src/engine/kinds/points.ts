import { NOT_KNOWN, type Answer, type PointAnswer, type Points } from '../define.ts';
import { firstOfEach, marksOf } from './apart.ts';
import type { Kind } from './kind.ts';

type Said = Readonly<Record<string, PointAnswer>>;

/** The same points, each said anew from what was said of it. */
const saying = (said: Said, anew: (point: string, before: PointAnswer) => PointAnswer): Answer =>
  Object.fromEntries(Object.entries(said).map(([point, before]) => [point, anew(point, before)]));

const answered = (options: readonly string[], said: readonly PointAnswer[]): Answer =>
  Object.fromEntries(options.map((option, place) => [option, said[place] ?? 'no']));

/** Points that are answered apart, yes or no each; not known is walked as no. */
export const points: Kind<Points> = {
  takes: (_question, options, answer) => {
    if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return false;
    const said = Object.entries(answer);
    return (
      said.length === options.length &&
      said.every(
        ([id, value]) => options.includes(id) && (value === 'yes' || value === 'no' || value === NOT_KNOWN),
      )
    );
  },
  walked: (_question, answer) =>
    Object.fromEntries(Object.entries(answer as Said).map(([point, said]) => [point, said === 'yes'])),
  named: () => undefined,
  candidates: (_question, options, groups) =>
    firstOfEach(
      options.map((option) =>
        (['no', 'yes'] as const).map((said) => ({ said, marks: marksOf(groups, option, said) })),
      ),
    ).map((said) => answered(options, said)),
  // A point that is not known is walked as no: settling some of them can only turn them into yes.
  settledPairs: (_question, options, groups) => {
    const both = (one: bigint, other: bigint) => one | (other << BigInt(groups.length));
    return firstOfEach<readonly [PointAnswer, PointAnswer]>(
      options.map((option) => {
        const [no, yes] = [marksOf(groups, option, 'no'), marksOf(groups, option, 'yes')];
        return [
          { said: ['no', 'no'], marks: both(no, no) },
          { said: ['no', 'yes'], marks: both(no, yes) },
          { said: ['yes', 'yes'], marks: both(yes, yes) },
        ];
      }),
    ).map((pairs) => [
      answered(
        options,
        pairs.map(([unknown]) => unknown),
      ),
      answered(
        options,
        pairs.map(([, definite]) => definite),
      ),
    ]);
  },
  settlements: (_question, _options, given) => {
    const said = given as Said;
    const settled = (answer: (point: string) => 'yes' | 'no'): Answer =>
      saying(said, (point, before) => (before === NOT_KNOWN ? answer(point) : before));
    const open = Object.keys(said).filter((point) => said[point] === NOT_KNOWN);
    return [
      settled(() => 'yes'),
      settled(() => 'no'),
      ...open.flatMap((one) => [
        settled((point) => (point === one ? 'yes' : 'no')),
        settled((point) => (point === one ? 'no' : 'yes')),
      ]),
    ];
  },
  turnedOut: (_question, options, given) => {
    const said = given as Said;
    return [
      ...options.map((option): Answer => ({ ...said, [option]: said[option] === 'yes' ? 'no' : 'yes' })),
      Object.fromEntries(options.map((option) => [option, 'yes'])) as Said,
    ];
  },
  planned: (_question, _plan, free, given) => {
    const said = given as Said;
    const missing = free.filter((point) => said[point] !== 'yes');
    const putRight = (some: readonly string[]): Answer =>
      saying(said, (point, before) => (some.includes(point) ? 'yes' : before));
    return [...missing.map((point) => putRight([point])), ...(missing.length > 1 ? [putRight(missing)] : [])];
  },
};
