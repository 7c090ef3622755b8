/** The uses of a campaign in the order in which the page shows them, and what it says of each. */
import type { Campaign, Use } from '../../campaign/campaign.ts';
import { plainDate } from '../../records/dates.ts';

export interface UseShown {
  readonly use: Use;
  /** Uses that this one called for. */
  readonly called: readonly Use[];
}

/** Uses that nothing took the place of, each with those that it called for; those without a caller of theirs first-hand. */
export function usesShown({ uses }: Campaign): readonly UseShown[] {
  const current = uses.filter(({ supersededBy }) => supersededBy === undefined);
  const isHere = (id: string | undefined): boolean => current.some((one) => one.id === id);
  return current
    .filter(({ calledBy }) => !isHere(calledBy))
    .map((use) => ({ use, called: current.filter(({ calledBy }) => calledBy === use.id) }));
}

/** How many musts of this use hold back its start. */
export const heldBackBy = ({ decided }: Use): number =>
  decided?.todos.filter(({ holdsBack }) => holdsBack).length ?? 0;

/** What stands behind the verdict, in one line; empty where nothing does. */
export function stateLine(use: Use): string {
  const { decided } = use;
  if (decided === undefined) return '';
  const waiting = heldBackBy(use);
  return [
    waiting === 0 ? '' : `Waits for ${waiting === 1 ? 'one thing' : `${waiting} things`} of its own.`,
    decided.reviewOn === undefined ? '' : `Look at it again on ${plainDate(decided.reviewOn)}.`,
    decided.record === undefined ? 'No record has been made of it yet.' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
