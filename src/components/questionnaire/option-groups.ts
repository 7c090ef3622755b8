/** Options under short headings, where a question has many: how they are shown, and nothing besides. */
import type { QuestionWords } from '../../schemas/read-content.ts';

export interface OptionGroup {
  /** None for options that stand in no group. */
  readonly heading?: string;
  readonly options: readonly string[];
}

/**
 * The options that are offered, as they are shown: those in groups first, group by group, then the rest in asking order.
 * A group of which nothing is offered is left out.
 */
export function inGroups({ groups = {} }: QuestionWords, offered: readonly string[]): readonly OptionGroup[] {
  const grouped = Object.entries(groups).map(([heading, options]) => ({
    heading,
    options: options.filter((option) => offered.includes(option)),
  }));
  const placed = new Set(Object.values(groups).flat());
  return [...grouped, { options: offered.filter((option) => !placed.has(option)) }].filter(
    ({ options }) => options.length > 0,
  );
}
