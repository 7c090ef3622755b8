/** What a text rested on when somebody used it, and what of that is another now. */
import type { UsedText } from '../campaign/texts.ts';
import type { FilledText } from './fill.ts';

/** Something that a text rests on, and is not what it was. Absent: it was not known, or is not any more. */
export interface Changed {
  readonly place: string;
  readonly what: string;
  readonly then?: string;
  readonly now?: string;
  /** Where it is from now, or was. */
  readonly from: readonly string[];
}

/** What has changed since a text was used; empty where it is up to date. */
export function changedSince(
  { rests: then }: Pick<UsedText, 'rests'>,
  { rests }: Pick<FilledText, 'rests'>,
): readonly Changed[] {
  const now = new Map(rests.map((rest) => [rest.place, rest]));
  const before = new Set(then.map(({ place }) => place));
  const gone = then.flatMap((old): Changed[] => {
    const there = now.get(old.place);
    if (there?.said === old.said) return [];
    return [
      {
        place: old.place,
        what: old.what,
        then: old.said,
        ...(there === undefined ? {} : { now: there.said }),
        from: there?.from ?? old.from,
      },
    ];
  });
  const added = rests.flatMap(({ place, what, said, from }): Changed[] =>
    before.has(place) ? [] : [{ place, what, now: said, from }],
  );
  return [...gone, ...added];
}
